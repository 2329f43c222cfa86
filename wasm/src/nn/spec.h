// What a training is made from, and the check that every value lies within the limits.
#pragma once

#include <cstdint>

#include "data/dataset.h"
#include "errors.h"
#include "names.h"

namespace lab {

// One hidden layer.
struct LayerSpec {
  int width;
  int activation;  // index into the registry
  // Elementwise parameters in the registry's order; a is the number of pieces for maxout.
  double a;
  double b;
  double shift = 0;  // added to the activation's value
};

struct OptimizerSpec {
  OptimizerId name;
  double learning_rate;
  double momentum;
  double beta1;
  double beta2;
  double epsilon;
  double weight_decay;
  double clip_norm;
  double slope_rate = 1;  // factor on the learning rate of learned slopes
};

struct TrainingSpec {
  std::uint32_t seed;
  Loss loss;
  int batch_size;
  double target_loss;
  InitScheme init;
  double init_scale;
  bool batch_norm;
  double dropout;
  OutputActivation output_activation;
  OptimizerSpec optimizer;
  int hidden_count;
  LayerSpec hidden[Limits::kHiddenLayers];
};

// False leaves a failure that names the field by its path in the public configuration.
bool validate(const TrainingSpec& spec, const Dataset& dataset);

// Width of the network's output: one value a class for cross-entropy; for the other losses one for
// two classes, else one a class; the targets' width for regression.
int outputSize(const TrainingSpec& spec, const Dataset& dataset);

}  // namespace lab
