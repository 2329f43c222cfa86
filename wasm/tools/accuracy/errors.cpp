// Errors of many values at once; the compiler vectorizes this loop.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "accuracy/subject.h"

namespace lab::accuracy {

Largest errors(const float* y, const double* reference, std::size_t n, double steps, int lastBin,
               double* absolute, std::int32_t* bin) {
  constexpr double kInf = std::numeric_limits<double>::infinity();
  constexpr double kLargest = std::numeric_limits<float>::max();
  // The bits of numbers that are not negative are in the order of the numbers.
  std::int64_t largest = 0;
  std::int64_t largestUlp = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = y[i];
    const double exact = reference[i];
    const double difference = std::fabs(value - exact);
    const double size = std::fabs(value);
    // Infinity is right for what a float can't hold.
    const bool overflows = std::fabs(exact) >= kLargest && (value > 0) == (exact > 0);
    const double error = size <= kLargest ? difference : (size == kInf && overflows ? 0.0 : kInf);
    // One ULP is 2^(e - 23) for exponents e of normal floats; the scale is its inverse.
    const std::int64_t biased = std::bit_cast<std::int64_t>(exact) >> 52 & 0x7ff;
    const std::int64_t e = std::clamp<std::int64_t>(biased - 1023, -126, 127);
    const double ulp = error * std::bit_cast<double>((1023 + 23 - e) << 52);
    absolute[i] = error;
    bin[i] = static_cast<std::int32_t>(std::ceil(std::min(ulp * steps, double(lastBin))));
    largest = std::max(largest, std::bit_cast<std::int64_t>(error));
    largestUlp = std::max(largestUlp, std::bit_cast<std::int64_t>(ulp));
  }
  return {std::bit_cast<double>(largest), std::bit_cast<double>(largestUlp)};
}

double ulpOf(double exact) {
  const int exponent = exact == 0 ? -126 : std::clamp(std::ilogb(exact), -126, 127);
  return std::ldexp(1.0, exponent - 23);
}

}  // namespace lab::accuracy
