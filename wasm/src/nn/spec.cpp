// Range checks on a training's specification.
#include "nn/spec.h"

#include "activations/registry.h"
#include "simd/vec.h"

namespace lab {

namespace {

bool checkLayer(const LayerSpec& layer) {
  const char* field = "network.activation";
  if (!checkRange("network.hidden", layer.width, 1, Limits::kUnits) ||
      !checkRange(field, layer.activation, 0, kActivationCount - 1)) {
    return false;
  }
  if (!checkRange("network.activation.shift", layer.shift, -100, 100)) return false;
  const ActivationEntry& entry = activation(layer.activation);
  const double values[] = {layer.a, layer.b};
  for (int i = 0; i < entry.parameterCount; ++i) {
    const Parameter& parameter = entry.parameters[i];
    if (!checkRange("network.activation.params", values[i], parameter.min, parameter.max))
      return false;
  }
  if (entry.drawsSlope && layer.a > layer.b) {
    return fail(ErrorCode::kTooSmall, "network.activation.params.upper", layer.b, layer.a);
  }
  return true;
}

bool checkOptimizer(const OptimizerSpec& spec) {
  return checkRange("optimizer.name", static_cast<int>(spec.name), 0,
                    countOf(kOptimizerNames) - 1) &&
         checkRange("optimizer.learningRate", spec.learning_rate, 0, 1e6) &&
         checkRange("optimizer.momentum", spec.momentum, 0, 0.9999) &&
         checkRange("optimizer.beta1", spec.beta1, 0, 0.99999) &&
         checkRange("optimizer.beta2", spec.beta2, 0, 0.999999) &&
         checkRange("optimizer.epsilon", spec.epsilon, 1e-30, 1) &&
         checkRange("optimizer.weightDecay", spec.weight_decay, 0, 1e3) &&
         checkRange("optimizer.clipNorm", spec.clip_norm, 0, 1e30) &&
         checkRange("optimizer.slopeRate", spec.slope_rate, 0, 1e6);
}

bool checkLoss(const TrainingSpec& spec, const Dataset& dataset) {
  if (!checkRange("loss", static_cast<int>(spec.loss), 0, countOf(kLossNames) - 1)) return false;
  const bool entropy = spec.loss != Loss::kMse;
  if (entropy && dataset.classes == 0) {
    return fail(ErrorCode::kNotAllowed, "loss", static_cast<int>(spec.loss), 0);
  }
  const auto output = static_cast<int>(spec.output_activation);
  if (!checkRange("network.outputActivation", output, 0, countOf(kOutputActivationNames) - 1)) {
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
  if (!checkRange("network.hidden", spec.hidden_count, 0, Limits::kHiddenLayers)) return false;
  for (int i = 0; i < spec.hidden_count; ++i) {
    if (!checkLayer(spec.hidden[i])) return false;
  }
  if (!checkRange("batchSize", spec.batch_size, 1, Limits::kBatch) ||
      !checkRange("targetLoss", spec.target_loss, 0, 1e30) ||
      !checkRange("network.init", static_cast<int>(spec.init), 0, countOf(kInitNames) - 1) ||
      !checkRange("network.initScale", spec.init_scale, 0, 1e6) ||
      !checkRange("network.dropout", spec.dropout, 0, 0.99) || !checkOptimizer(spec.optimizer) ||
      !checkLoss(spec, dataset)) {
    return false;
  }
  if (spec.batch_norm && spec.batch_size < 2) {
    return fail(ErrorCode::kTooSmall, "batchSize", spec.batch_size, 2);
  }
  return true;
}

}  // namespace lab
