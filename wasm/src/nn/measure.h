// What a training is watched by: losses, accuracies and the state of every layer.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "nn/network.h"

namespace lab {

inline constexpr int kHistogramBins = 64;
inline constexpr float kHistogramLimit = 8.0f;

struct LayerMeasurement {
  double gradient_norm = 0;
  double weight_norm = 0;
  double update_ratio = 0;
  // By the outputs of a hidden layer, of the latest batch.
  double output_gradient_norm = 0;
  double activation_mean = 0;
  double activation_std = 0;
  double dead_fraction = 0;
  double inactive_fraction = 0;
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

// Gathers what one layer does over the rows of a data set, a chunk at a time. Every sum belongs to
// one unit and runs over rows 0, 1, 2 …: in float within a chunk, in double over chunks. Outputs
// are taken relative to the unit's first, so that a small spread around a large mean is not lost.
// Units are added up in the end.
class LayerWatch {
 public:
  bool create(const Layer& layer);
  void begin();
  // After a forward pass in evaluation mode, with slopes, over these rows.
  void add(const Layer& layer, int rows, bool histograms);
  void finish(const Layer& layer, LayerMeasurement& to) const;
  // Rows in which each unit had a derivative other than 0, [width].
  const float* active() const { return active_.data(); }

 private:
  void addOutputs(const Layer& layer, int rows);
  void addSlopes(const Layer& layer, int rows);
  void addHistogram(const Layer& layer, int rows);

  // [width] each: sum and sum of squares of the outputs relative to the first.
  std::unique_ptr<double[]> sums_;
  std::unique_ptr<double[]> squares_;
  Memory first_;
  // [width] each: the rows in which any branch has a slope, and in which that of the first branch
  // is small; [columns] rows in which a piece of maxout wins.
  Memory active_;
  Memory saturated_;
  Memory wins_;
  int rows_ = 0;
  // One for each lane of a vector.
  std::array<std::array<std::uint32_t, kHistogramBins>, 4> histograms_{};
};

}  // namespace lab
