// The module's face: the only file that knows Emscripten. Its TypeScript twin is
// web/src/engine/wasm-module.ts. Calls are coarse; buffers cross as pointers into the memory.
#include <emscripten/bind.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "activations/registry.h"
#include "data/dataset.h"
#include "nn/parameters.h"
#include "nn/training.h"

namespace lab {
namespace {

using emscripten::allow_raw_pointers;
using Pointer = std::uintptr_t;

float* floats(Pointer pointer) { return reinterpret_cast<float*>(pointer); }

void copy(const float* from, std::size_t n, Pointer to) {
  for (std::size_t i = 0; i < n; ++i) floats(to)[i] = from[i];
}

Pointer allocate(std::size_t bytes) { return reinterpret_cast<Pointer>(allocateLines(bytes)); }
void release(Pointer pointer) { std::free(reinterpret_cast<void*>(pointer)); }

struct FailureRecord {
  int code;
  std::string field;
  double value;
  double limit;
};

FailureRecord failure() {
  const Failure& f = lastFailure();
  return {static_cast<int>(f.code), f.field, f.value, f.limit};
}

bool evaluateAt(int index, bool derivative, Pointer x, Pointer y, std::size_t n, Pointer params,
                std::size_t count) {
  if (index < 0 || index >= kActivationCount) {
    return fail(ErrorCode::kUnknownName, "id", index, kActivationCount);
  }
  const Kind kind = activation(index).kind;
  const bool fits = kind == Kind::kElementwise ||
                    (kind == Kind::kGated ? count == 4 : count >= 2 && count % 2 == 0);
  if (!fits) return fail(ErrorCode::kWrongLength, "params", static_cast<double>(count), 4);
  evaluate(index, derivative, floats(x), floats(y), n, floats(params), count);
  return true;
}

bool loadDigitsAt(Pointer bytes, std::size_t size) {
  return loadDigits(reinterpret_cast<const std::uint8_t*>(bytes), size);
}

DatasetPtr namedDataset(int name, int size, double noise, double test_fraction,
                        std::uint32_t seed) {
  if (name < 0 || name >= countOf(kDatasetNames)) {
    fail(ErrorCode::kUnknownName, "dataset.name", name, countOf(kDatasetNames));
    return nullptr;
  }
  return createDataset({static_cast<DatasetId>(name), size, noise, test_fraction, seed});
}

DatasetPtr ownDataset(Pointer inputs, Pointer targets, int count, int input_size, int target_size,
                      int classes, double test_fraction, bool standardize, std::uint32_t seed) {
  return createOwnDataset(
      {count, input_size, target_size, classes, test_fraction, standardize, seed}, floats(inputs),
      floats(targets));
}

void readInputs(const Dataset& data, Pointer to) {
  copy(data.inputs.data(), data.inputs.floats(), to);
}
void readTargets(const Dataset& data, Pointer to) {
  copy(data.targets.data(), data.targets.floats(), to);
}

// A training's specification as one flat record.
struct Spec {
  std::uint32_t seed;
  int loss;
  int batch_size;
  double target_loss;
  int init;
  double init_scale;
  bool batch_norm;
  double dropout;
  int output_activation;
  int optimizer;
  double learning_rate;
  double momentum;
  double beta1;
  double beta2;
  double epsilon;
  double weight_decay;
  double clip_norm;
  double slope_rate;
};

Training* makeTraining(const DatasetPtr& dataset, const Spec& flat,
                       const std::vector<LayerSpec>& layers) {
  if (!dataset) {
    fail(ErrorCode::kMissing, "dataset", 0, 0);
    return nullptr;
  }
  if (layers.size() > Limits::kHiddenLayers) {
    fail(ErrorCode::kTooLarge, "network.hidden", static_cast<double>(layers.size()),
         Limits::kHiddenLayers);
    return nullptr;
  }
  TrainingSpec spec{};
  spec.seed = flat.seed;
  spec.loss = static_cast<Loss>(flat.loss);
  spec.batch_size = flat.batch_size;
  spec.target_loss = flat.target_loss;
  spec.init = static_cast<InitScheme>(flat.init);
  spec.init_scale = flat.init_scale;
  spec.batch_norm = flat.batch_norm;
  spec.dropout = flat.dropout;
  spec.output_activation = static_cast<OutputActivation>(flat.output_activation);
  spec.optimizer = {static_cast<OptimizerId>(flat.optimizer),
                    flat.learning_rate,
                    flat.momentum,
                    flat.beta1,
                    flat.beta2,
                    flat.epsilon,
                    flat.weight_decay,
                    flat.clip_norm,
                    flat.slope_rate};
  spec.hidden_count = static_cast<int>(layers.size());
  for (std::size_t i = 0; i < layers.size(); ++i) spec.hidden[i] = layers[i];
  return Training::create(dataset, spec).release();
}

struct StatusRecord {
  int state;
  int step;
  double epoch;
  int layer;
  int unit;
  int reason;
};

StatusRecord record(const Status& status) {
  return {static_cast<int>(status.state), status.step, status.epoch, status.layer, status.unit,
          static_cast<int>(status.reason)};
}

StatusRecord step(Training& training, int n) { return record(training.step(n)); }
StatusRecord status(Training& training) { return record(training.status()); }

struct LossRecord {
  double train_loss;
  double test_loss;
  double train_accuracy;
  double test_accuracy;
};

LossRecord measure(Training& training, bool histograms) {
  const Measurements& m = training.measure(histograms);
  return {m.train_loss, m.test_loss, m.train_accuracy, m.test_accuracy};
}

int layerCount(Training& training) { return training.network().layerCount(); }

LayerMeasurement measuredLayer(Training& training, int layer) {
  return training.measurements().layers[layer];
}

int readHistogram(Training& training, int layer, Pointer to) {
  if (to != 0) copy(training.measurements().layers[layer].histogram.data(), kHistogramBins, to);
  return kHistogramBins;
}

int readActivity(Training& training, int index, Pointer to) {
  const int units = training.network().layer(index).shape().out;
  if (to != 0) copy(training.activity(index), units, to);
  return units;
}

int readSlopes(Training& training, int index, Pointer to) {
  const Layer& layer = training.network().layer(index);
  if (!layer.hasSlopes()) return 0;
  if (to != 0) copy(layer.values() + layer.block().slope, layer.shape().out, to);
  return layer.shape().out;
}

int readPieceShares(Training& training, int index, Pointer to) {
  const Layer& layer = training.network().layer(index);
  if (layer.entry().kind != Kind::kMaxout) return 0;
  const int pieces = layer.shape().branches;
  if (to != 0) copy(training.measurements().layers[index].piece_shares.data(), pieces, to);
  return pieces;
}

int inputSize(Training& training) { return training.network().inputSize(); }
int networkOutputSize(Training& training) { return training.network().outputSize(); }

void predict(Training& training, Pointer inputs, int n, Pointer outputs) {
  training.predict(floats(inputs), n, floats(outputs));
}

int parameterCount(Training& training) { return ParameterList(training.network()).count(); }
ParameterRecord parameter(Training& training, int index) {
  return ParameterList(training.network()).record(index);
}
void readParameter(Training& training, int index, Pointer to) {
  ParameterList(training.network()).read(index, floats(to));
}
void writeParameter(Training& training, int index, Pointer from) {
  ParameterList(training.network()).write(index, floats(from));
  training.parametersChanged();
}

std::string version() { return ACTIVATION_LAB_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(activation_lab) {
  using emscripten::class_;
  using emscripten::function;
  using emscripten::value_object;

  value_object<FailureRecord>("Failure")
      .field("code", &FailureRecord::code)
      .field("field", &FailureRecord::field)
      .field("value", &FailureRecord::value)
      .field("limit", &FailureRecord::limit);
  value_object<LayerSpec>("LayerSpec")
      .field("width", &LayerSpec::width)
      .field("activation", &LayerSpec::activation)
      .field("a", &LayerSpec::a)
      .field("b", &LayerSpec::b)
      .field("shift", &LayerSpec::shift);
  emscripten::register_vector<LayerSpec>("LayerSpecs");
  value_object<Spec>("TrainingSpec")
      .field("seed", &Spec::seed)
      .field("loss", &Spec::loss)
      .field("batchSize", &Spec::batch_size)
      .field("targetLoss", &Spec::target_loss)
      .field("init", &Spec::init)
      .field("initScale", &Spec::init_scale)
      .field("batchNorm", &Spec::batch_norm)
      .field("dropout", &Spec::dropout)
      .field("outputActivation", &Spec::output_activation)
      .field("optimizer", &Spec::optimizer)
      .field("learningRate", &Spec::learning_rate)
      .field("momentum", &Spec::momentum)
      .field("beta1", &Spec::beta1)
      .field("beta2", &Spec::beta2)
      .field("epsilon", &Spec::epsilon)
      .field("weightDecay", &Spec::weight_decay)
      .field("clipNorm", &Spec::clip_norm)
      .field("slopeRate", &Spec::slope_rate);
  value_object<StatusRecord>("Status")
      .field("state", &StatusRecord::state)
      .field("step", &StatusRecord::step)
      .field("epoch", &StatusRecord::epoch)
      .field("layer", &StatusRecord::layer)
      .field("unit", &StatusRecord::unit)
      .field("reason", &StatusRecord::reason);
  value_object<LossRecord>("LossMeasurement")
      .field("trainLoss", &LossRecord::train_loss)
      .field("testLoss", &LossRecord::test_loss)
      .field("trainAccuracy", &LossRecord::train_accuracy)
      .field("testAccuracy", &LossRecord::test_accuracy);
  value_object<LayerMeasurement>("LayerMeasurement")
      .field("gradientNorm", &LayerMeasurement::gradient_norm)
      .field("weightNorm", &LayerMeasurement::weight_norm)
      .field("updateRatio", &LayerMeasurement::update_ratio)
      .field("outputGradientNorm", &LayerMeasurement::output_gradient_norm)
      .field("activationMean", &LayerMeasurement::activation_mean)
      .field("activationStd", &LayerMeasurement::activation_std)
      .field("deadFraction", &LayerMeasurement::dead_fraction)
      .field("inactiveFraction", &LayerMeasurement::inactive_fraction)
      .field("saturatedFraction", &LayerMeasurement::saturated_fraction);
  value_object<ParameterRecord>("Parameter")
      .field("layer", &ParameterRecord::layer)
      .field("kind", &ParameterRecord::kind)
      .field("dims", &ParameterRecord::dims)
      .field("shape0", &ParameterRecord::shape0)
      .field("shape1", &ParameterRecord::shape1)
      .field("shape2", &ParameterRecord::shape2)
      .field("size", &ParameterRecord::size);

  function("version", &version);
  function("allocate", &allocate);
  function("release", &release);
  function("lastFailure", &failure);
  function("evaluate", &evaluateAt);
  function("loadDigits", &loadDigitsAt);
  function("createDataset", &namedDataset);
  function("createOwnDataset", &ownDataset);
  function("createTraining", &makeTraining, allow_raw_pointers());

  class_<Dataset>("Dataset")
      .smart_ptr<DatasetPtr>("DatasetPtr")
      .function(
          "count", +[](const Dataset& d) { return d.count; })
      .function(
          "trainCount", +[](const Dataset& d) { return d.train_count; })
      .function(
          "inputSize", +[](const Dataset& d) { return d.input_size; })
      .function(
          "targetSize", +[](const Dataset& d) { return d.target_size; })
      .function(
          "classes", +[](const Dataset& d) { return d.classes; })
      .function("readInputs", &readInputs)
      .function("readTargets", &readTargets);

  class_<Training>("Training")
      .function("step", &step)
      .function("status", &status)
      .function("measure", &measure)
      .function("layerCount", &layerCount)
      .function("layer", &measuredLayer)
      .function("measureActivity", &Training::measureActivity)
      .function("readActivity", &readActivity)
      .function("readHistogram", &readHistogram)
      .function("readSlopes", &readSlopes)
      .function("readPieceShares", &readPieceShares)
      .function("inputSize", &inputSize)
      .function("outputSize", &networkOutputSize)
      .function("predict", &predict)
      .function("parameterCount", &parameterCount)
      .function("parameter", &parameter)
      .function("readParameter", &readParameter)
      .function("writeParameter", &writeParameter);
}

}  // namespace lab
