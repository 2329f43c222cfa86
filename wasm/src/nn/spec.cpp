// Range checks on a training's specification.
#include "nn/spec.h"

#include "activations/registry.h"
#include "simd/vec.h"

namespace lab {

namespace {

bool check(const char* field, double value, double low, double high) {
  if (!(value - value == 0)) return fail(ErrorCode::kNotFinite, field, value, 0);
  if (value < low) return fail(ErrorCode::kTooSmall, field, value, low);
  if (value > high) return fail(ErrorCode::kTooLarge, field, value, high);
  return true;
}

bool checkLayer(const LayerSpec& layer) {
  const char* field = "network.activation";
  if (!check("network.hidden", layer.width, 1, Limits::kUnits) ||
      !check(field, layer.activation, 0, kActivationCount - 1)) {
    return false;
  }
  const ActivationEntry& entry = activation(layer.activation);
  const double values[] = {layer.a, layer.b};
  for (int i = 0; i < entry.parameterCount; ++i) {
    const Parameter& parameter = entry.parameters[i];
    if (!check("network.activation.params", values[i], parameter.min, parameter.max)) return false;
  }
  if (entry.drawsSlope && layer.a > layer.b) {
    return fail(ErrorCode::kTooSmall, "network.activation.params.upper", layer.b, layer.a);
  }
  return true;
}

bool checkOptimizer(const OptimizerSpec& spec) {
  return check("optimizer.name", static_cast<int>(spec.name), 0, countOf(kOptimizerNames) - 1) &&
         check("optimizer.learningRate", spec.learning_rate, 0, 1e6) &&
         check("optimizer.momentum", spec.momentum, 0, 0.9999) &&
         check("optimizer.beta1", spec.beta1, 0, 0.99999) &&
         check("optimizer.beta2", spec.beta2, 0, 0.999999) &&
         check("optimizer.epsilon", spec.epsilon, 1e-30, 1) &&
         check("optimizer.weightDecay", spec.weight_decay, 0, 1e3) &&
         check("optimizer.clipNorm", spec.clip_norm, 0, 1e30);
}

bool checkLoss(const TrainingSpec& spec, const Dataset& dataset) {
  if (!check("loss", static_cast<int>(spec.loss), 0, countOf(kLossNames) - 1)) return false;
  const bool entropy = spec.loss != Loss::kMse;
  if (entropy && dataset.classes == 0) {
    return fail(ErrorCode::kNotAllowed, "loss", static_cast<int>(spec.loss), 0);
  }
  const auto output = static_cast<int>(spec.output_activation);
  if (!check("network.outputActivation", output, 0, countOf(kOutputActivationNames) - 1)) {
    return false;
  }
  if (entropy && spec.output_activation != OutputActivation::kIdentity) {
    return fail(ErrorCode::kNotAllowed, "network.outputActivation", output, 0);
  }
  return true;
}

}  // namespace

int outputSize(const TrainingSpec& spec, const Dataset& dataset) {
  if (dataset.classes == 0) return dataset.target_size;
  if (dataset.classes <= 2 && spec.loss != Loss::kCrossEntropy) return 1;
  return dataset.classes;
}

bool validate(const TrainingSpec& spec, const Dataset& dataset) {
  if (!check("network.hidden", spec.hidden_count, 0, Limits::kHiddenLayers)) return false;
  for (int i = 0; i < spec.hidden_count; ++i) {
    if (!checkLayer(spec.hidden[i])) return false;
  }
  if (!check("batchSize", spec.batch_size, 1, Limits::kBatch) ||
      !check("targetLoss", spec.target_loss, 0, 1e30) ||
      !check("network.init", static_cast<int>(spec.init), 0, countOf(kInitNames) - 1) ||
      !check("network.initScale", spec.init_scale, 0, 1e6) ||
      !check("network.dropout", spec.dropout, 0, 0.99) || !checkOptimizer(spec.optimizer) ||
      !checkLoss(spec, dataset)) {
    return false;
  }
  if (spec.batch_norm && spec.batch_size < 2) {
    return fail(ErrorCode::kTooSmall, "batchSize", spec.batch_size, 2);
  }
  return true;
}

}  // namespace lab
