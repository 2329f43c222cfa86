// One float (F1) and four floats (F4) with one API, so that a template over the two gives the same
// bits in the body and in the tail of a buffer. The only file that knows intrinsics.
//
// Every operation is a single IEEE-754 one: nothing fuses, nothing is reassociated. Only the
// payload and the sign of a NaN may differ between machines.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#else
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/wasm/simd128.h>
#endif

namespace lab {

// One lane ------------------------------------------------------------------------------------

struct M1 {
  bool v;
  friend M1 operator&(M1 a, M1 b) { return {a.v && b.v}; }
  friend M1 operator|(M1 a, M1 b) { return {a.v || b.v}; }
  friend M1 operator!(M1 a) { return {!a.v}; }
};
inline bool any(M1 m) { return m.v; }
inline bool all(M1 m) { return m.v; }
// One bit a lane, lane 0 lowest.
inline unsigned bitmask(M1 m) { return m.v ? 1U : 0U; }

// Integer lanes wrap around.
struct I1 {
  std::int32_t v;
  I1() = default;
  I1(std::int32_t x) : v(x) {}  // NOLINT(google-explicit-constructor)
  friend I1 operator+(I1 a, I1 b) { return of(a.bits() + b.bits()); }
  friend I1 operator-(I1 a, I1 b) { return of(a.bits() - b.bits()); }
  friend I1 operator&(I1 a, I1 b) { return of(a.bits() & b.bits()); }
  friend I1 operator|(I1 a, I1 b) { return of(a.bits() | b.bits()); }
  friend I1 operator^(I1 a, I1 b) { return of(a.bits() ^ b.bits()); }
  // Left shift, and right shift that copies the sign.
  template <int N>
  I1 shl() const {
    return of(bits() << N);
  }
  template <int N>
  I1 shr() const {
    return {v >> N};
  }
  std::uint32_t bits() const { return static_cast<std::uint32_t>(v); }

 private:
  static I1 of(std::uint32_t u) { return {static_cast<std::int32_t>(u)}; }
};

struct F1 {
  static constexpr std::size_t width = 1;
  using Mask = M1;
  using Int = I1;

  float v;
  F1() = default;
  F1(float x) : v(x) {}  // NOLINT(google-explicit-constructor)
  static F1 splat(float x) { return {x}; }
  static F1 load(const float* p) { return {*p}; }
  static F1 load_splat(const float* p) { return {*p}; }
  void store(float* p) const { *p = v; }

  friend F1 operator+(F1 a, F1 b) { return {a.v + b.v}; }
  friend F1 operator-(F1 a, F1 b) { return {a.v - b.v}; }
  friend F1 operator*(F1 a, F1 b) { return {a.v * b.v}; }
  friend F1 operator/(F1 a, F1 b) { return {a.v / b.v}; }
  friend F1 operator-(F1 a) { return {-a.v}; }
  friend M1 operator<(F1 a, F1 b) { return {a.v < b.v}; }
  friend M1 operator<=(F1 a, F1 b) { return {a.v <= b.v}; }
  friend M1 operator>(F1 a, F1 b) { return {a.v > b.v}; }
  friend M1 operator>=(F1 a, F1 b) { return {a.v >= b.v}; }
  friend M1 operator==(F1 a, F1 b) { return {a.v == b.v}; }
  friend M1 operator!=(F1 a, F1 b) { return {a.v != b.v}; }
};

inline I1 bits(F1 a) { return {__builtin_bit_cast(std::int32_t, a.v)}; }
inline F1 fromBits(I1 a) { return {__builtin_bit_cast(float, a.v)}; }
inline F1 toFloat(I1 a) { return {static_cast<float>(a.v)}; }
inline F1 select(M1 m, F1 yes, F1 no) { return m.v ? yes : no; }
inline F1 sqrt(F1 a) { return {__builtin_sqrtf(a.v)}; }

// LLVM (14 at least) takes `a < b ? b : a` for WebAssembly's f32.max, which puts -0 below +0.
// Hiding where the condition comes from keeps the selection.
inline bool opaque(bool condition) {
#if defined(__wasm__)
  int hidden = condition;
  __asm__("" : "+r"(hidden));
  return hidden != 0;
#else
  return condition;
#endif
}
// NaN in the first argument passes; a NaN in the second only gives the first.
inline F1 min(F1 a, F1 b) { return {opaque(b.v < a.v) ? b.v : a.v}; }
inline F1 max(F1 a, F1 b) { return {opaque(a.v < b.v) ? b.v : a.v}; }

// Four lanes ----------------------------------------------------------------------------------

struct M4 {
  v128_t v;
  friend M4 operator&(M4 a, M4 b) { return {wasm_v128_and(a.v, b.v)}; }
  friend M4 operator|(M4 a, M4 b) { return {wasm_v128_or(a.v, b.v)}; }
  friend M4 operator!(M4 a) { return {wasm_v128_not(a.v)}; }
};
inline unsigned bitmask(M4 m) { return static_cast<unsigned>(wasm_i32x4_bitmask(m.v)); }
inline bool any(M4 m) { return bitmask(m) != 0; }
inline bool all(M4 m) { return bitmask(m) == 15; }

struct I4 {
  v128_t v;
  I4() = default;
  I4(std::int32_t x) : v(wasm_i32x4_splat(x)) {}  // NOLINT(google-explicit-constructor)
  explicit I4(v128_t x) : v(x) {}
  friend I4 operator+(I4 a, I4 b) { return I4(wasm_i32x4_add(a.v, b.v)); }
  friend I4 operator-(I4 a, I4 b) { return I4(wasm_i32x4_sub(a.v, b.v)); }
  friend I4 operator&(I4 a, I4 b) { return I4(wasm_v128_and(a.v, b.v)); }
  friend I4 operator|(I4 a, I4 b) { return I4(wasm_v128_or(a.v, b.v)); }
  friend I4 operator^(I4 a, I4 b) { return I4(wasm_v128_xor(a.v, b.v)); }
  template <int N>
  I4 shl() const {
    return I4(wasm_i32x4_shl(v, N));
  }
  template <int N>
  I4 shr() const {
    return I4(wasm_i32x4_shr(v, N));
  }
};

struct F4 {
  static constexpr std::size_t width = 4;
  using Mask = M4;
  using Int = I4;

  v128_t v;
  F4() = default;
  F4(float x) : v(wasm_f32x4_splat(x)) {}  // NOLINT(google-explicit-constructor)
  explicit F4(v128_t x) : v(x) {}
  static F4 splat(float x) { return {x}; }
  // Loads and stores need no alignment.
  static F4 load(const float* p) { return F4(wasm_v128_load(p)); }
  static F4 load_splat(const float* p) { return F4(wasm_v128_load32_splat(p)); }
  void store(float* p) const { wasm_v128_store(p, v); }

  friend F4 operator+(F4 a, F4 b) { return F4(wasm_f32x4_add(a.v, b.v)); }
  friend F4 operator-(F4 a, F4 b) { return F4(wasm_f32x4_sub(a.v, b.v)); }
  friend F4 operator*(F4 a, F4 b) { return F4(wasm_f32x4_mul(a.v, b.v)); }
  friend F4 operator/(F4 a, F4 b) { return F4(wasm_f32x4_div(a.v, b.v)); }
  friend F4 operator-(F4 a) { return F4(wasm_f32x4_neg(a.v)); }
  friend M4 operator<(F4 a, F4 b) { return {wasm_f32x4_lt(a.v, b.v)}; }
  friend M4 operator<=(F4 a, F4 b) { return {wasm_f32x4_le(a.v, b.v)}; }
  friend M4 operator>(F4 a, F4 b) { return {wasm_f32x4_gt(a.v, b.v)}; }
  friend M4 operator>=(F4 a, F4 b) { return {wasm_f32x4_ge(a.v, b.v)}; }
  friend M4 operator==(F4 a, F4 b) { return {wasm_f32x4_eq(a.v, b.v)}; }
  friend M4 operator!=(F4 a, F4 b) { return {wasm_f32x4_ne(a.v, b.v)}; }
};

inline I4 bits(F4 a) { return I4(a.v); }
inline F4 fromBits(I4 a) { return F4(a.v); }
inline F4 toFloat(I4 a) { return F4(wasm_f32x4_convert_i32x4(a.v)); }
// What yes and no differ by is often constant, which leaves one or two operations; a bitselect is
// three on x86.
inline F4 select(M4 m, F4 yes, F4 no) {
  return F4(wasm_v128_xor(no.v, wasm_v128_and(m.v, wasm_v128_xor(yes.v, no.v))));
}
inline F4 sqrt(F4 a) { return F4(wasm_f32x4_sqrt(a.v)); }
#if defined(__wasm__) && !defined(__wasm_simd128__)
template <F1 (*pick)(F1, F1)>
F4 lanewise(F4 a, F4 b) {
  float x[4], y[4];
  a.store(x);
  b.store(y);
  for (int i = 0; i < 4; ++i) x[i] = pick(F1(x[i]), F1(y[i])).v;
  return F4::load(x);
}
inline F4 min(F4 a, F4 b) { return lanewise<min>(a, b); }
inline F4 max(F4 a, F4 b) { return lanewise<max>(a, b); }
#else
inline F4 min(F4 a, F4 b) { return F4(wasm_f32x4_pmin(a.v, b.v)); }
inline F4 max(F4 a, F4 b) { return F4(wasm_f32x4_pmax(a.v, b.v)); }
#endif

// Towards zero; NaN gives 0.
inline I4 truncate(F4 a) { return I4(wasm_i32x4_trunc_sat_f32x4(a.v)); }
inline void store(I4 a, std::int32_t* p) { wasm_v128_store(p, a.v); }

inline F1 firstLane(F4 a) { return {wasm_f32x4_extract_lane(a.v, 0)}; }

// The sum of the lanes in this order: (l0 + l2) + (l1 + l3).
inline float hsum(F4 a) {
  const F4 halves = a + F4(wasm_i32x4_shuffle(a.v, a.v, 2, 3, 2, 3));
  return wasm_f32x4_extract_lane(halves.v, 0) + wasm_f32x4_extract_lane(halves.v, 1);
}
inline float hsum(F1 a) { return a.v; }

// Turns four rows of four into four columns.
inline void transpose(F4& r0, F4& r1, F4& r2, F4& r3) {
  const v128_t low01 = wasm_i32x4_shuffle(r0.v, r1.v, 0, 4, 1, 5);
  const v128_t high01 = wasm_i32x4_shuffle(r0.v, r1.v, 2, 6, 3, 7);
  const v128_t low23 = wasm_i32x4_shuffle(r2.v, r3.v, 0, 4, 1, 5);
  const v128_t high23 = wasm_i32x4_shuffle(r2.v, r3.v, 2, 6, 3, 7);
  r0.v = wasm_i32x4_shuffle(low01, low23, 0, 1, 4, 5);
  r1.v = wasm_i32x4_shuffle(low01, low23, 2, 3, 6, 7);
  r2.v = wasm_i32x4_shuffle(high01, high23, 0, 1, 4, 5);
  r3.v = wasm_i32x4_shuffle(high01, high23, 2, 3, 6, 7);
}

// Both ----------------------------------------------------------------------------------------

template <class V>
V abs(V a) {
  return fromBits(bits(a) & typename V::Int(0x7fffffff));  // SIMDe's own keeps the sign of -0
}

// -|a|, in one operation.
template <class V>
V negativeAbs(V a) {
  return fromBits(bits(a) | typename V::Int(INT32_MIN));
}

// The magnitude of a with the sign of b.
template <class V>
V copysign(V a, V b) {
  using I = typename V::Int;
  return fromBits((bits(a) & I(0x7fffffff)) | (bits(b) & I(INT32_MIN)));
}

// The nearest integer, ties to even, for |a| < 2^22.
template <class V>
V round(V a) {
  const V magic = 12582912.0f;  // 1.5 * 2^23
  return (a + magic) - magic;
}

template <class V>
typename V::Mask isFinite(V a) {
  return abs(a) < V(__builtin_inff());
}

}  // namespace lab
