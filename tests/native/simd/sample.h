// Floats to test on, and the distance of a float from the exact value.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "activations/parameter.h"
#include "simd/vec.h"

namespace lab::test {

inline constexpr float kInf = std::numeric_limits<float>::infinity();
inline constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
inline constexpr float kLargest = std::numeric_limits<float>::max();

inline std::uint32_t bitsOf(float x) {
  std::uint32_t u;
  std::memcpy(&u, &x, sizeof u);
  return u;
}
inline float floatOf(std::uint32_t u) {
  float x;
  std::memcpy(&x, &u, sizeof x);
  return x;
}

// Finite floats: at equal distances in bits, so every exponent, both signs and the subnormals;
// densely over [-20, 20]; and the points where formulas turn.
inline std::vector<float> finiteFloats(std::uint32_t everywhere = 4001, int dense = 200000) {
  std::vector<float> sample = {0.0F, -0.0F};
  for (std::uint64_t u = 1; u < (std::uint64_t{1} << 32); u += everywhere) {
    const float x = floatOf(static_cast<std::uint32_t>(u));
    if (std::isfinite(x)) sample.push_back(x);
  }
  for (int i = 0; i <= dense; ++i) {
    sample.push_back(static_cast<float>(-20 + 40.0 * i / dense));
  }
  for (const float x : {floatOf(1),   1.17549435e-38F, 0.125F,      0.25F,       0.5F,
                        0.346573591F, 0.693147181F,    0.7517915F,  1.0F,        1.1924312F,
                        1.2784645F,   1.41421356F,     2.0F,        3.0F,        16.0F,
                        17.3286795F,  20.0F,           87.3365448F, 88.7228394F, 89.0F,
                        103.972084F,  104.0F,          200.0F,      400.0F,      1000.0F,
                        8388608.0F,   1e20F,           kLargest}) {
    for (const float at : {std::nextafter(x, 0.0F), x, std::nextafter(x, kInf)}) {
      if (!std::isfinite(at)) continue;
      sample.push_back(at);
      sample.push_back(-at);
    }
  }
  return sample;
}

// One unit in the last place of a float next to the exact value.
inline double ulp(double exact) {
  const double magnitude = std::fabs(exact);
  if (magnitude < 0x1p-126) return 0x1p-149;
  return std::ldexp(1.0, std::min(std::ilogb(magnitude), 127) - 23);
}

// How many times the accepted error y is away: at most 1 passes. An exact value beyond the largest
// float may come out as infinity.
inline double errorRatio(float y, double exact, const Tolerance& accepted) {
  if (std::isnan(y)) return std::numeric_limits<double>::infinity();
  if (std::isinf(y)) {
    const bool overflows = std::fabs(exact) >= static_cast<double>(kLargest);
    return overflows && (y > 0) == (exact > 0) ? 0 : std::numeric_limits<double>::infinity();
  }
  const double error = std::fabs(static_cast<double>(y) - exact);
  const double limit = std::max(accepted.ulp * ulp(exact), accepted.absolute);
  return error == 0 ? 0 : error / limit;
}

// NaNs count as equal whatever their payload.
inline bool sameBits(float a, float b) {
  return (std::isnan(a) && std::isnan(b)) || bitsOf(a) == bitsOf(b);
}

}  // namespace lab::test
