// Builds the layers and passes batches through them.
#include "nn/network.h"

#include <new>

namespace lab {

namespace {

int branchesOf(const ActivationEntry& entry, double a) {
  switch (entry.kind) {
    case Kind::kMaxout:
      return static_cast<int>(a);
    case Kind::kGated:
      return 2;
    default:
      return 1;
  }
}

int outputActivationIndex(OutputActivation output) {
  constexpr int kIndices[] = {indexOf<Identity>, indexOf<Sigmoid>, indexOf<Tanh>};
  return kIndices[static_cast<int>(output)];
}

}  // namespace

bool Network::create(const TrainingSpec& spec, int input_size, int output_size, int rows) {
  rows_ = padTo(rows, 4);
  input_size_ = input_size;
  count_ = spec.hidden_count + 1;
  layers_.reset(new (std::nothrow) Layer[count_]);
  if (!layers_) {
    return fail(ErrorCode::kOutOfMemory, "network.hidden",
                static_cast<double>(sizeof(Layer)) * count_, static_cast<double>(Limits::kBytes));
  }
  if (!input_.allocate(static_cast<std::size_t>(rows_) * padTo(input_size, 8), "batchSize")) {
    return false;
  }
  int in = input_size;
  for (int i = 0; i < spec.hidden_count; ++i) {
    const LayerSpec& hidden = spec.hidden[i];
    const LayerShape shape{in, hidden.width, branchesOf(activation(hidden.activation), hidden.a)};
    const Layer::Options options{hidden.activation,
                                 static_cast<float>(hidden.a),
                                 static_cast<float>(hidden.b),
                                 static_cast<float>(hidden.shift),
                                 spec.batch_norm,
                                 static_cast<float>(spec.dropout),
                                 i};
    if (!layers_[i].create(shape, options, rows_)) return false;
    in = hidden.width;
  }
  const Layer::Options options{
      outputActivationIndex(spec.output_activation), 0, 0, 0, false, 0, spec.hidden_count};
  return layers_[count_ - 1].create({in, output_size, 1}, options, rows_);
}

void Network::forward(int rows, const Pass& pass) {
  for (int i = 0; i < count_; ++i) layers_[i].forward(inputOf(i), inputRowOf(i), rows, pass);
}

void Network::backward(int rows) {
  for (int i = count_ - 1; i >= 0; --i) {
    float* dx = i == 0 ? nullptr : layers_[i - 1].outputGradient();
    layers_[i].backward(inputOf(i), inputRowOf(i), rows, dx, inputRowOf(i));
  }
}

}  // namespace lab
