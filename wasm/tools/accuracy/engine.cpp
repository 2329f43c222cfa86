// The measured functions: the kernels that ship, and the vector math below them where it is no
// activation itself, as sigmoid, tanh and softplus are.
#include <limits>

#include "accuracy/subject.h"
#include "activations/registry.h"

namespace lab::accuracy {
namespace {

constexpr float kAll = std::numeric_limits<float>::max();

// Value and derivative, by the kernel of training. A gate has v = g = x, and by x the sum of its
// two derivatives, as `evaluate` forms it; maxout is |x|, from the pieces -x and x.
template <class A>
void whole(const float* x, const float* /*x1*/, std::size_t n, float* y) {
  if constexpr (A::kind == Kind::kElementwise) {
    float values[2] = {};
    for (std::size_t i = 0; i < A::parameters.size(); ++i) {
      values[i] = static_cast<float>(A::parameters.begin()[i].def);
    }
    const Splat a(values[0]);
    const Splat b(values[1]);
    activation(indexOf<A>).forwardSlope({x, 0, 1, n, a.lanes, b.lanes, 0}, y, y + kBlock);
  } else if constexpr (A::kind == Kind::kGated) {
    float z[2 * kBlock];
    float slopes[2 * kBlock];
    for (std::size_t i = 0; i < n; ++i) z[i] = z[kBlock + i] = x[i];
    activation(indexOf<A>).forwardSlope({z, kBlock, 2, n, nullptr, nullptr, 0}, y, slopes);
    for (std::size_t i = 0; i < n; ++i) y[kBlock + i] = slopes[i] + slopes[kBlock + i];
  } else {
    const float pieces[4] = {-1, 1, 0, 0};
    evaluate(indexOf<A>, false, x, y, n, pieces, 4);
    evaluate(indexOf<A>, true, x, y + kBlock, n, pieces, 4);
  }
}

template <class A>
void pairs(const float* v, const float* g, std::size_t n, float* y) {
  float z[2 * kBlock];
  for (std::size_t i = 0; i < n; ++i) {
    z[i] = v[i];
    z[kBlock + i] = g[i];
  }
  activation(indexOf<A>).forwardSlope({z, kBlock, 2, n, nullptr, nullptr, 0}, y, y + kBlock);
}

template <auto f>
void each(const float* x, const float* /*x1*/, std::size_t n, float* y) {
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) f(F4::load(x + i)).store(y + i);
  for (; i < n; ++i) {
    float lanes[4];
    f(F4(x[i])).store(lanes);
    y[i] = lanes[0];
  }
}

F4 upperTail(F4 t) {
  const auto [s, e] = normalTail(t);
  return s * e;
}

template <auto f>
Subject math(const char* id, float low = -kAll, float high = kAll) {
  return {id, {"value"}, {}, Domain::kFloats, low, high, false, each<f>};
}

template <class A>
Subject activationSubject() {
  return {A::id,
          {"value", "derivative"},
          {&A::value, &A::derivative},
          Domain::kFloats,
          -kAll,
          kAll,
          true,
          whole<A>};
}

template <class A>
Subject pairSubject(const char* id) {
  return {id, {"value", "by value", "by gate"}, {}, Domain::kPairs, 0, 0, false, pairs<A>};
}

template <class... A>
std::vector<Subject> list(TypeList<A...>) {
  return {
      activationSubject<A>()...,
      pairSubject<Glu>("glu-pairs"),
      pairSubject<Gtu>("gtu-pairs"),
      math<exp<F4>>("math-exp", -kAll, 0),
      math<expm1<F4>>("math-expm1", -kAll, 0),
      math<log<F4>>("math-log", 0),
      math<log1p<F4>>("math-log1p", 0, 1),
      math<upperTail>("math-normalTail", 0, 16),
  };
}

std::vector<float> makePairFloats() {
  std::vector<float> all;
  // Every exponent of both signs, with 8 mantissas each ...
  for (std::uint32_t i = 0; i < 2 * 255 * 8; ++i) {
    const std::uint32_t mantissa = i * 2654435761U & 0x0fffff;
    all.push_back(__builtin_bit_cast(float, (i / 2040 << 31) + (i % 2040 << 20) + mantissa));
  }
  // ... and steps that no function's period divides over [-110, 110].
  for (int i = -2056; i < 2056; ++i) all.push_back(static_cast<float>(i) * 0.0535F);
  return all;
}

}  // namespace

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all = list(Activations{});
  return all;
}

const std::vector<float>& pairFloats() {
  static const std::vector<float> all = makePairFloats();
  return all;
}

}  // namespace lab::accuracy
