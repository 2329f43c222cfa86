// Sums over rows and units, in double, row after row.
#include "nn/measure.h"

#include <cmath>
#include <new>

namespace lab {

bool LayerWatch::create(const Layer& layer) {
  const auto out = static_cast<std::size_t>(layer.shape().out);
  if (layer.entry().kind == Kind::kGated) {
    if (!ones_.allocate(layer.shape().width(), "network.hidden")) return false;
    for (std::size_t j = 0; j < out; ++j) ones_.data()[j] = 1.0f;
  }
  alive_.reset(new (std::nothrow) unsigned char[out]());
  return alive_ != nullptr || fail(ErrorCode::kOutOfMemory, "network.hidden",
                                   static_cast<double>(out), static_cast<double>(Limits::kBytes));
}

void LayerWatch::begin() {
  sum_ = 0;
  squares_ = 0;
  saturated_ = 0;
  rows_ = 0;
  histogram_.fill(0);
  wins_.fill(0);
}

void LayerWatch::add(Layer& layer, int rows, bool histograms) {
  const LayerShape& shape = layer.shape();
  if (rows_ == 0) {
    for (int j = 0; j < shape.out; ++j) alive_[j] = 0;
  }
  rows_ += rows;
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.output() + static_cast<std::size_t>(i) * shape.width();
    for (int j = 0; j < shape.out; ++j) {
      const double y = row[j];
      sum_ += y;
      squares_ += y * y;
    }
  }
  if (layer.entry().kind == Kind::kMaxout) {
    addWinners(layer, rows);  // some piece always has a gradient
    for (int j = 0; j < shape.out; ++j) alive_[j] = 1;
  } else {
    addDerivatives(layer, rows);
  }
  if (histograms) addHistogram(layer, rows);
}

// For gates the derivative is that by the value; a unit is dead only where the gate's is 0 as well.
void LayerWatch::addDerivatives(Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  const int width = shape.width();
  const ActivationEntry& entry = layer.entry();
  const bool gated = entry.kind == Kind::kGated;
  const float threshold =
      0.01f * static_cast<float>(entry.maxSlope(layer.parameterA(), layer.parameterB()));
  for (int i = 0; i < rows; ++i) {
    const std::size_t at = static_cast<std::size_t>(i) * shape.columns();
    const float* pre = layer.preActivation() + at;
    float* slope = layer.scratch() + at;
    if (gated) {
      // The gradients by value and gate of an output gradient of 1.
      entry.gateBackward(pre, pre + width, ones_.data(), slope, slope + width, width);
    } else if (layer.hasSlopes()) {
      const float* slopes = layer.values() + layer.block().slope;
      entry.derivativeWith(pre, slope, width, slopes, slopes);
    } else {
      entry.derivative(pre, slope, width, layer.parameterA(), layer.parameterB());
    }
    int saturated = 0;
    for (int j = 0; j < shape.out; ++j) {
      const float s = slope[j];
      if (s != 0.0f || (gated && slope[width + j] != 0.0f)) alive_[j] = 1;
      if (s < threshold && -s < threshold) ++saturated;
    }
    saturated_ += saturated;
  }
}

void LayerWatch::addWinners(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  for (int i = 0; i < rows; ++i) {
    const unsigned char* row = layer.winners() + static_cast<std::size_t>(i) * shape.width();
    for (int j = 0; j < shape.out; ++j) wins_[row[j]] += 1;
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
  const int out = layer.shape().out;
  const double n = rows_ * out;
  to.activation_mean = sum_ / n;
  const double variance = squares_ / n - to.activation_mean * to.activation_mean;
  to.activation_std = variance < 0 ? 0 : std::sqrt(variance);
  int dead = 0;
  for (int j = 0; j < out; ++j) dead += alive_[j] == 0 ? 1 : 0;
  to.dead_fraction = static_cast<double>(dead) / out;
  to.saturated_fraction = saturated_ / n;
  for (int k = 0; k < kHistogramBins; ++k) to.histogram[k] = static_cast<float>(histogram_[k]);
  for (int p = 0; p < Limits::kPieces; ++p) {
    to.piece_shares[p] = static_cast<float>(wins_[p] / n);
  }
}

}  // namespace lab
