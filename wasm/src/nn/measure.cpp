// Sums over rows and units, row after row.
#include "nn/measure.h"

#include <cmath>
#include <new>

#include "simd/vec.h"

namespace lab {

bool LayerWatch::create(const Layer& layer) {
  const LayerShape& shape = layer.shape();
  const auto width = static_cast<std::size_t>(shape.width());
  sums_.reset(new (std::nothrow) double[width]());
  squares_.reset(new (std::nothrow) double[width]());
  const char* field = "network.hidden";
  if (!sums_ || !squares_) {
    return fail(ErrorCode::kOutOfMemory, field, 16.0 * static_cast<double>(width),
                static_cast<double>(Limits::kBytes));
  }
  const bool maxout = layer.entry().kind == Kind::kMaxout;
  return first_.allocate(width, field) && active_.allocate(width, field) &&
         saturated_.allocate(width, field) &&
         wins_.allocate(maxout ? static_cast<std::size_t>(shape.columns()) : 0, field);
}

void LayerWatch::begin() {
  for (std::size_t j = 0; j < active_.floats(); ++j) {
    sums_[j] = 0;
    squares_[j] = 0;
    active_.data()[j] = 0;
    saturated_.data()[j] = 0;
  }
  for (std::size_t j = 0; j < wins_.floats(); ++j) wins_.data()[j] = 0;
  rows_ = 0;
  for (auto& histogram : histograms_) histogram.fill(0);
}

void LayerWatch::add(const Layer& layer, int rows, bool histograms) {
  addOutputs(layer, rows);
  addSlopes(layer, rows);
  if (histograms) addHistogram(layer, rows);
  rows_ += rows;
}

void LayerWatch::addOutputs(const Layer& layer, int rows) {
  const int width = layer.shape().width();
  for (int j = 0; j < width; j += 4) {
    const float* y = layer.output() + j;
    if (rows_ == 0) F4::load(y).store(first_.data() + j);
    const F4 first = F4::load(first_.data() + j);
    F4 sum(0.0f);
    F4 squares(0.0f);
    for (int i = 0; i < rows; ++i, y += width) {
      const F4 distance = F4::load(y) - first;
      sum = sum + distance;
      squares = squares + distance * distance;
    }
    std::array<float, 4> lanes;
    sum.store(lanes.data());
    for (int lane = 0; lane < 4; ++lane) sums_[j + lane] += lanes[lane];
    squares.store(lanes.data());
    for (int lane = 0; lane < 4; ++lane) squares_[j + lane] += lanes[lane];
  }
}

// A unit is alive where any branch has a slope; it is saturated by its first, a gate's value. Some
// piece of a maxout unit always has one, so that such a unit is neither dead nor saturated.
void LayerWatch::addSlopes(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  const int width = shape.width();
  const int columns = shape.columns();
  const bool maxout = layer.entry().kind == Kind::kMaxout;
  const auto steepest =
      static_cast<float>(layer.entry().maxSlope(layer.parameterA(), layer.parameterB()));
  const F4 threshold(maxout ? 0.0f : 0.01f * steepest);
  const F4 one(1.0f);
  const F4 zero(0.0f);
  for (int j = 0; j < width; j += 4) {
    const float* row = layer.slopes() + j;
    F4 active(0.0f);
    F4 small(0.0f);
    for (int i = 0; i < rows; ++i, row += columns) {
      const F4 slope = abs(F4::load(row));
      auto alive = slope > zero;
      for (int k = width; k < columns; k += width) alive = alive | (abs(F4::load(row + k)) > zero);
      active = active + select(alive, one, zero);
      small = small + select(slope < threshold, one, zero);
    }
    (F4::load(active_.data() + j) + active).store(active_.data() + j);
    (F4::load(saturated_.data() + j) + small).store(saturated_.data() + j);
  }
  for (int j = 0; maxout && j < columns; j += 4) {
    const float* row = layer.slopes() + j;
    F4 wins = F4::load(wins_.data() + j);
    for (int i = 0; i < rows; ++i, row += columns) wins = wins + F4::load(row);
    wins.store(wins_.data() + j);
  }
}

void LayerWatch::addHistogram(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  const F4 scale(kHistogramBins / (2 * kHistogramLimit));
  const F4 limit(kHistogramLimit);
  const F4 last(kHistogramBins - 1);
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.preActivation() + static_cast<std::size_t>(i) * shape.columns();
    for (int branch = 0; branch < shape.branches; ++branch, row += shape.width()) {
      for (int j = 0; j < shape.out; j += 4) {
        std::array<std::int32_t, 4> bins;
        const F4 place = (F4::load(row + j) + limit) * scale;
        store(truncate(min(max(F4(0.0f), place), last)), bins.data());
        const int units = shape.out - j < 4 ? shape.out - j : 4;
        for (int lane = 0; lane < units; ++lane) ++histograms_[lane][bins[lane]];
      }
    }
  }
}

void LayerWatch::finish(const Layer& layer, LayerMeasurement& to) const {
  const LayerShape& shape = layer.shape();
  const double n = static_cast<double>(rows_) * shape.out;
  const auto mean = [&](int j) { return first_.data()[j] + sums_[j] / rows_; };
  double sum = 0;
  double saturated = 0;
  double active = 0;
  int dead = 0;
  for (int j = 0; j < shape.out; ++j) {
    sum += mean(j);
    saturated += saturated_.data()[j];
    active += active_.data()[j];
    dead += active_.data()[j] == 0.0f ? 1 : 0;
  }
  to.activation_mean = sum / shape.out;
  double variance = 0;
  for (int j = 0; j < shape.out; ++j) {
    const double inside = sums_[j] / rows_;
    const double between = mean(j) - to.activation_mean;
    variance += squares_[j] / rows_ - inside * inside + between * between;
  }
  variance /= shape.out;
  to.activation_std = variance < 0 ? 0 : std::sqrt(variance);
  to.dead_fraction = static_cast<double>(dead) / shape.out;
  to.inactive_fraction = 1 - active / n;
  to.saturated_fraction = saturated / n;
  for (int k = 0; k < kHistogramBins; ++k) {
    std::uint32_t count = 0;
    for (const auto& histogram : histograms_) count += histogram[k];
    to.histogram[k] = static_cast<float>(count);
  }
  for (int p = 0; wins_.floats() > 0 && p < shape.branches; ++p) {
    double wins = 0;
    for (int j = 0; j < shape.out; ++j) wins += wins_.data()[p * shape.width() + j];
    to.piece_shares[p] = static_cast<float>(wins / n);
  }
}

}  // namespace lab
