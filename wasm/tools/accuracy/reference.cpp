// The references: the double-precision formulas of the activations' headers, in loops that the
// compiler may vectorize with its math library (-ffast-math, for this file alone). What that costs
// is checked with accuracy_check.py: less than 1e-6 ULP of a float.
#include <cmath>

#include "accuracy/subject.h"
#include "activations/registry.h"

namespace lab::accuracy {
namespace {

template <auto f>
void each(const float* x, const float* /*x1*/, std::size_t n, double* __restrict y) {
  for (std::size_t i = 0; i < n; ++i) y[i] = f(static_cast<double>(x[i]));
}

template <class A>
double parameter(std::size_t index) {
  return index < A::parameters.size() ? static_cast<float>(A::parameters.begin()[index].def) : 0;
}

// Value and derivative of an activation at its defaults; a gate's of v = g = x.
template <class A, Kind = A::kind>
struct Whole {
  static void run(const float* x, const float* /*x1*/, std::size_t n, double* __restrict y) {
    const double a = parameter<A>(0);
    const double b = parameter<A>(1);
    for (std::size_t i = 0; i < n; ++i) {
      y[i] = A::reference(x[i], a, b);
      y[kBlock + i] = A::referenceDerivative(x[i], a, b);
    }
  }
};
template <class A>
struct Whole<A, Kind::kGated> {
  static void run(const float* x, const float* /*x1*/, std::size_t n, double* __restrict y) {
    for (std::size_t i = 0; i < n; ++i) {
      y[i] = A::reference(x[i], x[i]);
      y[kBlock + i] = A::referenceDv(x[i], x[i]) + A::referenceDg(x[i], x[i]);
    }
  }
};
// |x|, as the larger of -x and x.
template <class A>
struct Whole<A, Kind::kMaxout> {
  static void run(const float* x, const float* /*x1*/, std::size_t n, double* __restrict y) {
    for (std::size_t i = 0; i < n; ++i) {
      y[i] = x[i] > 0 ? x[i] : -static_cast<double>(x[i]);
      y[kBlock + i] = x[i] > 0 ? 1 : -1;
    }
  }
};

template <class A>
void pairs(const float* v, const float* g, std::size_t n, double* __restrict y) {
  for (std::size_t i = 0; i < n; ++i) {
    y[i] = A::reference(v[i], g[i]);
    y[kBlock + i] = A::referenceDv(v[i], g[i]);
    y[2 * kBlock + i] = A::referenceDg(v[i], g[i]);
  }
}

constexpr auto kExp = [](double x) { return std::exp(x); };
constexpr auto kExpm1 = [](double x) { return std::expm1(x); };
constexpr auto kLog = [](double x) { return std::log(x); };
constexpr auto kLog1p = [](double x) { return std::log1p(x); };
constexpr auto kNormalTail = [](double t) { return std::erfc(t / std::sqrt(2.0)) / 2; };

template <class... A>
std::vector<Reference> list(TypeList<A...>) {
  return {Whole<A>::run..., pairs<Glu>, pairs<Gtu>,   each<kExp>,
          each<kExpm1>,     each<kLog>, each<kLog1p>, each<kNormalTail>};
}

}  // namespace

const std::vector<Reference>& references() {
  static const std::vector<Reference> all = list(Activations{});
  return all;
}

}  // namespace lab::accuracy
