// The errors of one output, gathered so that the sharpest tolerance can be read off at the end.
#pragma once

#include <cstdint>
#include <vector>

#include "accuracy/subject.h"
#include "activations/parameter.h"

namespace lab::accuracy {

// An input and how far the engine is off there.
struct Point {
  float x0 = 0;
  float x1 = 0;
  double ulp = 0;
  double absolute = 0;
};

// The best pair {ulp, absolute} that every measured value satisfies, rounded up: to 0.01 ULP and
// to two digits. `absolute` is 0 where no value is more than kRelativeLimit ULP off. Otherwise it
// is the worst absolute error of the values that are (near a zero, in a tail, among subnormals),
// and `ulp` is the worst among the values that `absolute` doesn't cover.
struct Bound {
  Tolerance tolerance;
  std::vector<Point> attained;  // where the two are decided
};

class Tally {
 public:
  static constexpr int kBinsPerUlp = 100;
  static constexpr int kRelativeLimit = 4;
  static constexpr int kLastBin = 16 * kBinsPerUlp;

  void add(const float* x0, const float* x1, std::size_t n, const float* y, const double* exact);
  void merge(const Tally& other);

  Bound bound() const;
  const Point& worst() const { return worst_; }             // by ULP
  const Point& worstNearZero() const { return nearZero_; }  // by absolute error, for |x| <= 16
  std::uint64_t count() const { return count_; }

 private:
  // By error in hundredths of an ULP, rounded up: the largest absolute error, and where. The last
  // bin holds all that is further off.
  std::vector<double> absolute_ = std::vector<double>(kLastBin + 1);
  std::vector<Point> bins_ = std::vector<Point>(kLastBin + 1);
  Point worst_;
  Point nearZero_;
  std::uint64_t count_ = 0;
};

}  // namespace lab::accuracy
