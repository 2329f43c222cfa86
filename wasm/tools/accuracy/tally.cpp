#include "accuracy/tally.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace lab::accuracy {
namespace {

// The point with the larger error stays; of equals the one that comes first over all floats, so
// that the threads' shares don't show.
void keepWorse(Point& kept, const Point& other, double Point::*error) {
  const auto order = [](const Point& p) { return __builtin_bit_cast(std::uint32_t, p.x0); };
  const bool first = order(other) < order(kept);
  if (other.*error > kept.*error || (other.*error == kept.*error && first)) kept = other;
}

// Two significant digits, not below x.
double roundedUp(double x) {
  char text[32];
  for (double up = x;; up = std::nextafter(up * (1 + 1e-3), INFINITY)) {
    std::snprintf(text, sizeof text, "%.1e", up);
    const double rounded = std::strtod(text, nullptr);
    if (rounded >= x) return rounded;
  }
}

}  // namespace

void Tally::add(const float* x0, const float* x1, std::size_t n, const float* y,
                const double* exact) {
  static thread_local double absolute[kBlock];
  static thread_local std::int32_t bin[kBlock];
  const Largest largest = errors(y, exact, n, kBinsPerUlp, kLastBin, absolute, bin);
  count_ += n;
  if (largest.absolute == 0) return;
  const auto point = [&](std::size_t i) {
    return Point{x0[i], x1[i], absolute[i] / ulpOf(exact[i]), absolute[i]};
  };
  for (std::size_t i = 0; i < n; ++i) {
    const auto k = static_cast<std::size_t>(bin[i]);
    if (absolute[i] <= absolute_[k]) continue;
    absolute_[k] = absolute[i];
    bins_[k] = point(i);
  }
  if (largest.ulp > worst_.ulp) {
    for (std::size_t i = 0; i < n; ++i) {
      const Point p = point(i);
      if (p.ulp > worst_.ulp) worst_ = p;
    }
  }
  if (largest.absolute > nearZero_.absolute) {
    for (std::size_t i = 0; i < n; ++i) {
      const bool near = std::fabs(x0[i]) <= 16 && std::fabs(x1[i]) <= 16;
      if (near && absolute[i] > nearZero_.absolute) nearZero_ = point(i);
    }
  }
}

void Tally::merge(const Tally& other) {
  for (std::size_t k = 0; k < bins_.size(); ++k) {
    keepWorse(bins_[k], other.bins_[k], &Point::absolute);
    absolute_[k] = bins_[k].absolute;
  }
  keepWorse(worst_, other.worst_, &Point::ulp);
  keepWorse(nearZero_, other.nearZero_, &Point::absolute);
  count_ += other.count_;
}

Bound Tally::bound() const {
  constexpr std::size_t kLimitBin = kRelativeLimit * kBinsPerUlp;
  Bound bound{{0, 0}, {}};
  Point far;
  for (std::size_t k = kLimitBin + 1; k < bins_.size(); ++k)
    keepWorse(far, bins_[k], &Point::absolute);
  if (far.absolute > 0) {
    bound.tolerance.absolute = roundedUp(far.absolute);
    bound.attained.push_back(far);
  }
  for (std::size_t k = kLimitBin; k > 0; --k) {
    if (bins_[k].absolute <= bound.tolerance.absolute) continue;
    bound.tolerance.ulp = static_cast<double>(k) / kBinsPerUlp;
    bound.attained.push_back(bins_[k]);
    break;
  }
  return bound;
}

}  // namespace lab::accuracy
