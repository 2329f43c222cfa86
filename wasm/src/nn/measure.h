// What a training is watched by: losses, accuracies and the state of every layer.
#pragma once

#include <array>
#include <memory>

#include "nn/network.h"

namespace lab {

inline constexpr int kHistogramBins = 64;
inline constexpr float kHistogramLimit = 8.0f;

struct LayerMeasurement {
  double gradient_norm = 0;
  double weight_norm = 0;
  double update_ratio = 0;
  double activation_mean = 0;
  double activation_std = 0;
  double dead_fraction = 0;
  double saturated_fraction = 0;
  // Counts of pre-activations in equal bins over ±kHistogramLimit; the outermost take the rest.
  std::array<float, kHistogramBins> histogram{};
  std::array<float, Limits::kPieces> piece_shares{};
};

struct Measurements {
  double train_loss = 0;
  double test_loss = 0;
  double train_accuracy = 0;
  double test_accuracy = 0;
  std::array<LayerMeasurement, Limits::kHiddenLayers + 1> layers;
};

// Gathers what one layer does over the rows of a data set, a chunk at a time.
class LayerWatch {
 public:
  bool create(const Layer& layer);
  void begin();
  // After a forward pass in evaluation mode over these rows; overwrites the layer's scratch.
  void add(Layer& layer, int rows, bool histograms);
  void finish(const Layer& layer, LayerMeasurement& to) const;

 private:
  void addDerivatives(Layer& layer, int rows);
  void addWinners(const Layer& layer, int rows);
  void addHistogram(const Layer& layer, int rows);

  std::unique_ptr<unsigned char[]> alive_;  // [out]
  Memory ones_;                             // [width], gates only
  double sum_ = 0;
  double squares_ = 0;
  double saturated_ = 0;
  double rows_ = 0;
  std::array<double, kHistogramBins> histogram_{};
  std::array<double, Limits::kPieces> wins_{};
};

}  // namespace lab
