#include "accuracy/worker.h"

#include <cmath>
#include <cstdio>
#include <limits>

namespace lab::accuracy {
namespace {

constexpr std::uint32_t kInfinityBits = 0x7f800000;
constexpr std::uint64_t kExponent = std::uint64_t{1} << 23;

float floatOf(std::uint64_t index) {
  return __builtin_bit_cast(float, static_cast<std::uint32_t>(index));
}

// What an output is at an infinite input, where it is continuous.
float limit(const Subject& s, float infinite, std::size_t output) {
  const float x = std::copysign(std::numeric_limits<float>::max(), infinite);
  const float x1 = 0;
  std::vector<float> outputs(kMaxOutputs * kBlock);
  s.engine(&x, &x1, 1, outputs.data());
  const float y = outputs[output * kBlock];
  return std::fabs(y) > 1e30F ? std::copysign(INFINITY, y) : y;
}

}  // namespace

int outputCount(const Subject& s) {
  int count = 0;
  while (count < kMaxOutputs && s.outputs[count] != nullptr) ++count;
  return count;
}

void Worker::measure(const Subject& s, Reference reference, std::size_t n, Result& result) {
  s.engine(x0_, x1_, n, y_);
  reference(x0_, x1_, n, exact_);
  for (int k = 0; k < outputCount(s); ++k) {
    const auto at = static_cast<std::size_t>(k) * kBlock;
    result.tallies[static_cast<std::size_t>(k)].add(x0_, x1_, n, y_ + at, exact_ + at);
  }
}

// NaN has to give NaN, and an infinity the limit.
void Worker::checkEdges(const Subject& s, std::size_t n, Result& result) {
  s.engine(x0_, x1_, n, y_);
  for (std::size_t k = 0; k < static_cast<std::size_t>(outputCount(s)); ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      const float got = y_[k * kBlock + i];
      bool right = std::isnan(got);
      if (!std::isnan(x0_[i])) right = !s.continuous || got == limit(s, x0_[i], k);
      if (right || result.wrongEdges.size() >= 10) continue;
      char text[96];
      std::snprintf(text, sizeof text, "%s at %g is %g", s.outputs[k], double(x0_[i]), double(got));
      result.wrongEdges.emplace_back(text);
    }
  }
}

bool Worker::isSettled(const Subject& s, Reference reference, std::uint64_t chunk) {
  constexpr std::uint64_t kSpacing = 256;
  constexpr double kPowers[] = {1, 2, 0.5, 4, 0.25};
  const std::uint64_t exponent = chunk * kChunkFloats / kExponent % 256;
  // Subnormal numbers, 1/2 to 16, and what is not finite.
  if (exponent == 0 || (126 <= exponent && exponent <= 130) || exponent == 255) return false;
  const std::uint64_t first = chunk * kChunkFloats;
  const std::uint64_t last = first + kChunkFloats - 1;
  if (floatOf(first) < s.low || floatOf(last) < s.low || floatOf(first) > s.high ||
      floatOf(last) > s.high) {
    return false;
  }
  bool possible[kMaxOutputs][std::size(kPowers)];
  for (auto& row : possible) std::fill(std::begin(row), std::end(row), true);
  for (std::uint64_t u = first; u <= last;) {
    std::size_t n = 0;
    for (; n < kBlock && u <= last; u += kSpacing) {
      x0_[n++] = floatOf(u == last - kSpacing + 1 ? last : u);
    }
    s.engine(x0_, x1_, n, y_);
    reference(x0_, x1_, n, exact_);
    for (std::size_t i = 0; i < n; ++i) x0_[i] *= exponent < 126 ? 2.0F : 0.5F;
    s.engine(x0_, x1_, n, neighbourY_);
    reference(x0_, x1_, n, neighbourExact_);
    for (std::size_t k = 0; k < static_cast<std::size_t>(outputCount(s)); ++k) {
      bool any = false;
      for (std::size_t p = 0; p < std::size(kPowers); ++p) {
        for (std::size_t i = k * kBlock; possible[k][p] && i < k * kBlock + n; ++i) {
          const double off = std::fabs(exact_[i] - kPowers[p] * neighbourExact_[i]);
          possible[k][p] = double(y_[i]) == kPowers[p] * double(neighbourY_[i]) &&
                           off <= 1e-8 * ulpOf(exact_[i]) &&
                           (kPowers[p] <= 1 || double(y_[i]) == exact_[i]);
        }
        any = any || possible[k][p];
      }
      if (!any) return false;
    }
  }
  return true;
}

void Worker::runFloats(const Subject& s, Reference reference, std::uint64_t chunk,
                       std::uint64_t stride, Result& result) {
  const std::uint64_t end = (chunk + 1) * kChunkFloats;
  std::uint64_t u = (chunk * kChunkFloats + stride - 1) / stride * stride;
  // A chunk is finite or not as a whole.
  const bool edge = (chunk * kChunkFloats & kInfinityBits) == kInfinityBits;
  while (u < end) {
    std::size_t n = 0;
    for (; n < kBlock && u < end; u += stride) {
      const float x = floatOf(u);
      if (edge || (s.low <= x && x <= s.high)) x0_[n++] = x;
    }
    if (n == 0) continue;
    if (edge) {
      checkEdges(s, n, result);
    } else {
      measure(s, reference, n, result);
    }
  }
}

void Worker::runPairs(const Subject& s, Reference reference, std::uint64_t chunk,
                      std::uint64_t chunks, std::uint64_t stride, Result& result) {
  const std::vector<float>& floats = pairFloats();
  for (std::size_t i = chunk * stride; i < floats.size(); i += chunks * stride) {
    for (std::size_t first = 0; first < floats.size(); first += kBlock) {
      const std::size_t n = std::min(kBlock, floats.size() - first);
      for (std::size_t k = 0; k < n; ++k) {
        x0_[k] = floats[i];
        x1_[k] = floats[first + k];
      }
      measure(s, reference, n, result);
    }
  }
}

}  // namespace lab::accuracy
