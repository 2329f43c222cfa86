// What the elementwise activations share, and what their headers need.
//
// An activation is a struct with its description (id, label, LaTeX, parameters, range, kinks,
// tolerances, initialization, source), the templates f and df that F1 and F4 run, and a reference
// in double precision for the tests. a and b are its parameters in the order of `parameters`.
#pragma once

#include <array>
#include <cmath>
#include <limits>

#include "activations/parameter.h"
#include "simd/math.h"

namespace lab {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Elementwise {
  static constexpr Kind kind = Kind::kElementwise;
  static constexpr std::array<Parameter, 0> parameters{};
  static constexpr std::array<double, 0> kinks{};
  // The largest |f'|.
  static double maxSlope(double /*a*/, double /*b*/) { return 1; }
};

// For the references only.
inline double sigmoidReference(double x) {
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}
inline double sigmoidSlopeReference(double x) {
  const double e = std::exp(-std::fabs(x));
  return e / ((1 + e) * (1 + e));
}

}  // namespace lab
