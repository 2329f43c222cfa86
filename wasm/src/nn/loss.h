// The three losses with PyTorch's default averaging, their gradients and the count of hits.
//   mse: mean over rows and outputs of (o - t)²;
//   cross-entropy: mean over rows of -log softmax(o)[class];
//   binary-cross-entropy: mean over rows and outputs, from logits.
// Targets: the class index of each row (one-hot for several outputs, 0 or 1 for one), or the
// regression values.
#pragma once

#include "names.h"

namespace lab {

struct LossInput {
  const float* outputs;  // [rows][output_row]
  int output_row;
  int output_size;
  const float* targets;  // [rows][target_size]
  int target_size;
  int classes;  // 0: regression
  int rows;
};

struct LossSums {
  double loss = 0;  // over rows, each row's loss averaged as above
  int hits = 0;     // rows classified correctly
};

// Sums the loss and writes d(mean loss)/d(outputs) to gradient [rows][output_row], zero in the
// padding. output_row is a multiple of 4.
LossSums lossAndGradient(Loss loss, const LossInput& input, float* gradient);

}  // namespace lab
