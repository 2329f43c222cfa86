// One layer: affine map(s), optional batch norm, activation, optional dropout.
//
// A unit has one pre-activation (elementwise activations), one a piece (maxout; Goodfellow et al.
// 2013) or a value and a gate (GLU, GTU; Dauphin et al. 2017, van den Oord et al. 2016): its
// branches. Buffers are row-major; a branch is a block of padTo(out, 8) columns, so that branches
// combine elementwise. Padding holds zeros throughout: padded weights and their gradients are 0.
#pragma once

#include <cstdint>

#include "activations/registry.h"
#include "errors.h"
#include "linalg/gemm.h"
#include "nn/spec.h"

namespace lab {

struct LayerShape {
  int in;
  int out;
  int branches;
  int width() const { return padTo(out, 8); }         // columns of one branch, and of the output
  int columns() const { return branches * width(); }  // columns of all branches
  int weightRows() const { return padTo(in, 4); }
};

// How a forward pass is made.
struct Pass {
  bool train = false;
  // Leave the activation's derivatives in slopes(); training always does.
  bool slopes = false;
  // Batch norm's running statistics follow the batch.
  bool update_statistics = false;
  std::uint32_t seed = 0;
  std::uint32_t step = 0;
};

class Layer {
 public:
  struct Options {
    int activation;
    float a;
    float b;
    float shift;
    bool batch_norm;
    float dropout;
    int index;  // of this layer in the network: names its random streams
  };

  // rows: the most that forward will be given, a multiple of 4. False leaves a failure.
  bool create(LayerShape shape, const Options& options, int rows);

  // x: [padTo(rows, 4)][x_row] with x_row >= padTo(in, 4).
  void forward(const float* x, int x_row, int rows, const Pass& pass);
  // Expects outputGradient() filled for these rows and forward() done in training mode; fills the
  // gradients of the parameters and, unless dx is null, of the input.
  void backward(const float* x, int x_row, int rows, float* dx, int dx_row);

  const LayerShape& shape() const { return shape_; }
  const ActivationEntry& entry() const { return *entry_; }
  float parameterA() const { return options_.a; }
  float parameterB() const { return options_.b; }
  bool hasSlopes() const { return has_slopes_; }
  bool hasBatchNorm() const { return options_.batch_norm; }

  // Output of the latest forward pass, [rows][width()], and its gradient.
  const float* output() const { return output_.data(); }
  float* outputGradient() { return output_gradient_.data(); }
  // What the activation sees, [rows][columns()], after batch norm.
  const float* preActivation() const {
    return options_.batch_norm ? normalized_.data() : affine_.data();
  }
  // The derivative of the output by each pre-activation, [rows][columns()], after a pass that asked
  // for it; backward() turns it into the gradient of the pre-activations.
  const float* slopes() const { return affine_gradient_.data(); }

  // Values and gradients in one block each: weight [weightRows()][columns()], bias, gamma, beta
  // [columns()], slopes [width()].
  struct Block {
    std::size_t weight = 0;
    std::size_t bias = 0;
    std::size_t gamma = 0;
    std::size_t beta = 0;
    std::size_t slope = 0;
    std::size_t end = 0;
  };
  const Block& block() const { return block_; }
  float* values() { return values_.data(); }
  const float* values() const { return values_.data(); }
  float* gradients() { return gradients_.data(); }
  const float* gradients() const { return gradients_.data(); }
  // Running mean, then variance, [2][columns()].
  float* running() { return running_.data(); }

 private:
  void activate(int rows, const Pass& pass);
  void shift(int rows);
  void activateBackward(int rows);
  void drop(int rows, const Pass& pass);
  void drawSlopes(int rows, const Pass& pass);
  void slopeGradient(int rows);
  void biasGradient(int rows);

  LayerShape shape_{};
  Options options_{};
  const ActivationEntry* entry_ = nullptr;
  bool has_slopes_ = false;    // PReLU: one learned slope a unit
  bool draws_slopes_ = false;  // RReLU: one drawn slope a unit and row
  Block block_;
  Memory values_, gradients_, running_;
  Memory affine_, normalized_, output_, output_gradient_, affine_gradient_;
  Memory inverse_std_, drop_scale_, drawn_;
  Memory transposed_;  // weights as [columns()][padTo(in, 8)], for the gradient of the input
};

}  // namespace lab
