// Sums over rows and units, in double, row after row.
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
  return largest_.allocate(width, field) && saturated_.allocate(width, field) &&
         wins_.allocate(maxout ? static_cast<std::size_t>(shape.columns()) : 0, field);
}

void LayerWatch::begin() {
  for (std::size_t j = 0; j < largest_.floats(); ++j) {
    sums_[j] = 0;
    squares_[j] = 0;
    largest_.data()[j] = 0;
    saturated_.data()[j] = 0;
  }
  for (std::size_t j = 0; j < wins_.floats(); ++j) wins_.data()[j] = 0;
  rows_ = 0;
  histogram_.fill(0);
}

void LayerWatch::add(const Layer& layer, int rows, bool histograms) {
  rows_ += rows;
  addOutputs(layer, rows);
  addSlopes(layer, rows);
  if (histograms) addHistogram(layer, rows);
}

void LayerWatch::addOutputs(const Layer& layer, int rows) {
  const int width = layer.shape().width();
  double* sums = sums_.get();
  double* squares = squares_.get();
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.output() + static_cast<std::size_t>(i) * width;
    for (int j = 0; j < width; ++j) {
      const double y = row[j];
      sums[j] += y;
      squares[j] += y * y;
    }
  }
}

// A unit is alive where any branch has a slope; it is saturated by its first, a gate's value. Some
// piece of a maxout unit always has one, so that such a unit is neither dead nor saturated.
void LayerWatch::addSlopes(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  const int width = shape.width();
  const bool maxout = layer.entry().kind == Kind::kMaxout;
  const auto steepest =
      static_cast<float>(layer.entry().maxSlope(layer.parameterA(), layer.parameterB()));
  const F4 threshold(maxout ? 0.0f : 0.01f * steepest);
  const F4 one(1.0f);
  const F4 zero(0.0f);
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.slopes() + static_cast<std::size_t>(i) * shape.columns();
    for (int j = 0; j < width; j += 4) {
      const F4 slope = abs(F4::load(row + j));
      F4 largest = max(F4::load(largest_.data() + j), slope);
      for (int branch = 1; branch < shape.branches; ++branch) {
        largest = max(largest, abs(F4::load(row + branch * width + j)));
      }
      largest.store(largest_.data() + j);
      const F4 count = select(slope < threshold, one, zero);
      (F4::load(saturated_.data() + j) + count).store(saturated_.data() + j);
    }
    for (int j = 0; maxout && j < shape.columns(); j += 4) {
      (F4::load(wins_.data() + j) + F4::load(row + j)).store(wins_.data() + j);
    }
  }
}

void LayerWatch::addHistogram(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  constexpr float kScale = kHistogramBins / (2 * kHistogramLimit);
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.preActivation() + static_cast<std::size_t>(i) * shape.columns();
    for (int branch = 0; branch < shape.branches; ++branch) {
      for (int j = 0; j < shape.out; ++j) {
        const float place = (row[branch * shape.width() + j] + kHistogramLimit) * kScale;
        int bin = 0;
        if (place >= kHistogramBins - 1) {
          bin = kHistogramBins - 1;
        } else if (place > 0) {
          bin = static_cast<int>(place);
        }
        histogram_[bin] += 1;
      }
    }
  }
}

void LayerWatch::finish(const Layer& layer, LayerMeasurement& to) const {
  const LayerShape& shape = layer.shape();
  double sum = 0;
  double squares = 0;
  double saturated = 0;
  int dead = 0;
  for (int j = 0; j < shape.out; ++j) {
    sum += sums_[j];
    squares += squares_[j];
    saturated += saturated_.data()[j];
    dead += largest_.data()[j] == 0.0f ? 1 : 0;
  }
  const double n = rows_ * shape.out;
  to.activation_mean = sum / n;
  const double variance = squares / n - to.activation_mean * to.activation_mean;
  to.activation_std = variance < 0 ? 0 : std::sqrt(variance);
  to.dead_fraction = static_cast<double>(dead) / shape.out;
  to.saturated_fraction = saturated / n;
  for (int k = 0; k < kHistogramBins; ++k) to.histogram[k] = static_cast<float>(histogram_[k]);
  for (int p = 0; wins_.floats() > 0 && p < shape.branches; ++p) {
    double wins = 0;
    for (int j = 0; j < shape.out; ++j) wins += wins_.data()[p * shape.width() + j];
    to.piece_shares[p] = static_cast<float>(wins / n);
  }
}

}  // namespace lab
