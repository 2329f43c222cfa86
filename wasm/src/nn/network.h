// A stack of layers over one input buffer: hidden layers and the output layer.
#pragma once

#include <memory>

#include "nn/layer.h"
#include "nn/loss.h"
#include "nn/spec.h"

namespace lab {

class Network {
 public:
  // rows: the largest batch that will pass through. False leaves a failure.
  bool create(const TrainingSpec& spec, int input_size, int output_size, int rows);

  int layerCount() const { return count_; }
  Layer& layer(int i) { return layers_[i]; }
  const Layer& layer(int i) const { return layers_[i]; }
  int rows() const { return rows_; }
  int inputSize() const { return input_size_; }
  int outputSize() const { return layers_[count_ - 1].shape().out; }

  // Copies row i of the batch from [inputSize()] floats.
  void setInput(int i, const float* row) {
    float* to = input_.data() + static_cast<std::size_t>(i) * padTo(input_size_, 8);
    for (int j = 0; j < input_size_; ++j) to[j] = row[j];
  }
  void forward(int rows, const Pass& pass);
  // From the gradient in the output layer's outputGradient().
  void backward(int rows);
  const float* output() const { return layers_[count_ - 1].output(); }
  int outputRow() const { return layers_[count_ - 1].shape().width(); }

  // The input of layer i and its row stride.
  const float* inputOf(int i) const { return i == 0 ? input_.data() : layers_[i - 1].output(); }
  int inputRowOf(int i) const {
    return i == 0 ? padTo(input_size_, 8) : layers_[i - 1].shape().width();
  }

 private:
  std::unique_ptr<Layer[]> layers_;
  int count_ = 0;
  int rows_ = 0;
  int input_size_ = 0;
  Memory input_;
};

}  // namespace lab
