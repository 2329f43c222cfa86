// exp, log, tanh and their kin for F1 and F4: polynomials of our own, no libm, the same bits
// everywhere. Coefficients come from wasm/tools/minimax.py; the bounds stated here are measured
// over all floats by `npm run accuracy`.
//
// Every function takes any float: infinities give the limits, NaN gives NaN.
#pragma once

#include "simd/vec.h"

namespace lab {

inline constexpr float kLog2E = 1.44269504F;
// ln 2 in two parts; the first has few enough bits that its product with an exponent is exact.
inline constexpr float kLn2Hi = 0.693359375F;
inline constexpr float kLn2Lo = -2.12194440e-4F;
inline constexpr float kMaxFloat = 3.40282347e+38F;
inline constexpr float kOne = 1.0F;

// Constants that an inner loop loads where it uses them, by one instruction: where it sees a
// literal, V8 builds the vector anew in every iteration, by three.
template <class V, class T>
const T& inMemory(const T& constants) {
  const T* place = &constants;
#ifdef __wasm__
  if constexpr (V::width > 1) asm("" : "+r"(place));
#endif
  return *place;
}

// Coefficients from the lowest power up.
template <class V, std::size_t n>
V polynomial(V x, const float (&c)[n]) {
  V y = c[n - 1];
#pragma GCC unroll 16
  for (std::size_t i = n - 1; i-- > 0;) y = y * x + c[i];
  return y;
}

template <class V>
V clamp(V x, float low, float high) {
  return min(max(x, V(low)), V(high));
}

// y, but NaN where x is NaN.
template <class V>
V keepNaN(V x, V y) {
  return select(x == x, y, x);
}

// x s, where s = 0 wins over an infinite x: the limit of a product whose factor s decays faster.
template <class V>
V damped(V x, V s) {
  return select(s == V(0.0F), clamp(x, -kMaxFloat, kMaxFloat), x) * s;
}

// exp(x) for x <= 0, with exp(x) - 1 beside it: every use factors the larger term out, so no larger
// x is needed. With n the integer nearest x / ln 2, exp(x) = 2^n (1 + p). A tail, if given, is a
// small correction to x, between -0.06 and 0.
template <class V>
struct ExpMinusOne {
  V exp;
  V expm1;
};

struct ExpConstants {
  float lowest = -104.0F;
  float log2_e = kLog2E;
  // 1.5 * 2^23: adding it rounds to the nearest integer and leaves that, plus 191, in the low bits.
  float rounder = 12582912.0F + 191.0F;
  float ln2_hi = kLn2Hi;
  float ln2_lo = kLn2Lo;
  // exp(r) = 1 + r + r^2 q(r) for r in [-0.41, 0.35], to 7.5e-9.
  float q[5] = {0x1.ffffecp-2F, 0x1.555472p-3F, 0x1.5566c4p-5F, 0x1.124d28p-7F, 0x1.5f5a90p-10F};
  // 2^(n + 64) is normal; the product with 2^-64 reaches the subnormals.
  float unscale = 0x1p-64F;
  float one = 1.0F;
};
inline constexpr ExpConstants kExp;

template <class V, class... Tail>
ExpMinusOne<V> expAndExpm1Inline(V x, Tail... tail) {
  const ExpConstants& c = inMemory<V>(kExp);
  const V one = c.one;
  const V rounder = c.rounder;
  const V bounded = max(x, V(c.lowest));
  const V shifted = bounded * c.log2_e + rounder;
  const V n = shifted - rounder;
  const V r = (((bounded - n * c.ln2_hi) - n * c.ln2_lo) + ... + tail);
  const V p = r * r * polynomial(r, c.q) + r;
  const V scale = fromBits(bits(shifted).template shl<23>()) * c.unscale;
  return {(p + one) * scale, p * scale + (scale - one)};
}

// One lane only runs tails: sharing its copy keeps the module small.
template <class... Tail>
[[gnu::noinline]] ExpMinusOne<F1> expAndExpm1(F1 x, Tail... tail) {
  return expAndExpm1Inline(x, tail...);
}
template <class... Tail>
ExpMinusOne<F4> expAndExpm1(F4 x, Tail... tail) {
  return expAndExpm1Inline(x, tail...);
}

// exp(x) for x <= 0. 1.01 ULP.
template <class V>
V exp(V x) {
  return expAndExpm1(x).exp;
}

// exp(x) - 1 for x <= 0. 1.02 ULP.
template <class V>
V expm1(V x) {
  return expAndExpm1(x).expm1;
}

// log(1 + x) from t = 2x / (2 + x), for t^2 in [0, 4/9]: t + t^3 P(t^2), to 5.6e-10.
inline constexpr float kLogP[] = {0x1.555558p-4F, 0x1.9996b0p-7F, 0x1.2508b0p-9F, 0x1.b6e6cep-12F,
                                  0x1.f1733cp-14F};

template <class V>
V logSeries(V t) {
  const V u = t * t;
  return t + t * (u * polynomial(u, inMemory<V>(kLogP)));
}

// log(1 + x) for 0 <= x <= 1. 1.97 ULP.
template <class V>
V log1p(V x) {
  return logSeries((x + x) / (x + 2.0F));
}

// log(0) is -inf, log of a negative number NaN. 1.97 ULP.
template <class V>
V log(V x) {
  using I = typename V::Int;
  const auto tiny = x < V(1.17549435e-38F);
  const V scaled = select(tiny, x * 8388608.0F, x);
  // Splits off 2^k so that the mantissa m lies in [sqrt(1/2), sqrt(2)).
  const I offset = bits(scaled) - I(0x3f3504f3);
  const V k = toFloat(offset.template shr<23>()) - select(tiny, V(23.0F), V(0.0F));
  const V m = fromBits((offset & I(0x007fffff)) + I(0x3f3504f3));
  const V y = k * kLn2Hi + (k * kLn2Lo + logSeries(((m - 1.0F) + (m - 1.0F)) / (m + 1.0F)));
  const V zero = 0.0F;
  const V edge =
      select(x == zero, V(-__builtin_inff()), select(x < zero, V(__builtin_nanf("")), x));
  return select((x > zero) & (x < V(__builtin_inff())), y, edge);
}

// The probabilities sigmoid(-|x|) and sigmoid(|x|): neither tail cancels.
template <class V>
struct Odds {
  V lower;
  V upper;
};

template <class V>
Odds<V> odds(V x) {
  const V e = exp(negativeAbs(x));
  const V one = inMemory<V>(kOne);
  const V upper = one / (e + one);
  return {e * upper, upper};
}

// 1 / (1 + exp(-x)). 2.82 ULP.
template <class V>
V sigmoid(V x) {
  const auto [lower, upper] = odds(x);
  return select(x < V(0.0F), lower, upper);
}

// sigmoid'(x) = s - s^2 with s = sigmoid(-|x|). 3.58 ULP.
template <class V>
V sigmoidSlope(V x) {
  const V lower = odds(x).lower;
  return lower - lower * lower;
}

// With q = exp(-2|x|): tanh|x| = (1 - q) / (1 + q).
template <class V>
struct TanhParts {
  V q;
  V qm1;
  V reciprocal;  // of 1 + q
};

template <class V>
TanhParts<V> tanhParts(V x) {
  const V y = negativeAbs(x);
  const auto [q, qm1] = expAndExpm1(y + y);
  const V one = inMemory<V>(kOne);
  return {q, qm1, one / (q + one)};
}

// 3.01 ULP.
template <class V>
V tanh(V x) {
  const auto [q, qm1, reciprocal] = tanhParts(x);
  return copysign(qm1 * reciprocal, x);
}

// tanh'(x) = c (2 - c) with c = 1 - tanh|x| = 2 q / (1 + q). 3.99 ULP.
template <class V>
V tanhSlope(V x) {
  const auto [q, qm1, reciprocal] = tanhParts(x);
  const V complement = (q + q) * reciprocal;
  return complement * (V(2.0F) - complement);
}

// log(1 + exp(x)). 2.82 ULP.
template <class V>
V softplus(V x) {
  return max(x, V(0.0F)) + log1p(exp(negativeAbs(x)));
}

// The upper tail of the normal distribution at t in [0, 16], as S e = erfc(t / sqrt 2) / 2 with
// e = exp(-t^2 / 2): the factor S varies slowly, so that tails keep their relative accuracy:
// 6.87 ULP at t = 12.3.
template <class V>
struct NormalTail {
  V s;
  V e;
};

struct TailConstants {
  float minus_half = -0.5F;
  float scale = 0.35F;
  // S = (1 - v) (1/2 + v Q(v)), v = 0.35 t / (1 + 0.35 t), to 5.1e-8 for t in [0, 15].
  float q[9] = {0.5F,
                -0x1.47982ep-1F,
                0x1.0b535ap-2F,
                0x1.a3f51cp-4F,
                -0x1.050fbcp-4F,
                -0x1.177280p-6F,
                -0x1.015182p-4F,
                0x1.6a1f0ap-4F,
                -0x1.d9f8c0p-6F};
  float one = 1.0F;
};
inline constexpr TailConstants kTail;

template <class V>
NormalTail<V> normalTail(V t) {
  // t^2 / 2 in two parts: the square of the upper 12 bits of t is exact.
  const V high = fromBits(bits(t) & typename V::Int(-4096));
  const TailConstants& c = inMemory<V>(kTail);
  const V minus_half = c.minus_half;
  const V e = expAndExpm1(high * high * minus_half, (t - high) * (t + high) * minus_half).exp;
  const V one = c.one;
  const V scaled = t * c.scale;
  const V w = one / (scaled + one);
  const V p = polynomial(scaled * w, c.q);
  return {w * p, e};
}

}  // namespace lab
