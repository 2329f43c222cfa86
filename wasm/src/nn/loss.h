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

// The sum of the rows' losses, each averaged as above; leaves d(mean loss)/d(outputs) in gradient
// [rows][output_row], whose padding holds zeros before and after. output_row is a multiple of 4.
double lossAndGradient(Loss loss, const LossInput& input, float* gradient);

// Rows classified correctly.
int hits(Loss loss, const LossInput& input);

}  // namespace lab
