// SGD, momentum (Polyak 1964), Nesterov (Sutskever et al. 2013), RMSProp (Hinton 2012) and Adam
// (Kingma and Ba 2015), by PyTorch's formulas.
#pragma once

#include <cstddef>

#include "nn/spec.h"

namespace lab {

// What the update of one block of parameters left behind.
struct Update {
  double squares = 0;  // sum of squared changes of the watched ones
  bool finite = true;  // every new value is finite
};

class Optimizer {
 public:
  void create(const OptimizerSpec& spec) { spec_ = spec; }
  // Floats of state it keeps for each parameter.
  int stateSize() const;
  // Starts a step: advances Adam's bias corrections.
  void beginStep();
  // Updates n parameters in place and watches the first ones (both multiples of 4). state1 and
  // state2 are the blocks that stateSize() asks for; gradients are multiplied by scale (clipping)
  // first. Learned slopes have no weight decay (He et al. 2015, section 2.1) and a rate of their
  // own.
  Update update(float* values, const float* gradients, float* state1, float* state2,
                std::size_t watched, std::size_t n, float scale, bool slopes) const;

 private:
  OptimizerSpec spec_{};
  long steps_ = 0;
  double beta1_power_ = 1;
  double beta2_power_ = 1;
};

// Sum of squares in double: four running sums over index mod 4, folded (s0 + s2) + (s1 + s3).
double sumOfSquares(const float* x, std::size_t n);

// torch.nn.utils.clip_grad_norm_: the factor on every gradient, min(1, limit / (norm + 1e-6)).
float clipScale(double norm, double limit);

}  // namespace lab
