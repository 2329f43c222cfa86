// Computes what tests/golden/bits.json pins, from the configurations in it, and prints the hashes
// in the same form: `bits bits.json digits.bin`. The twin of tests/golden/bits.mjs.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "activations/registry.h"
#include "data/dataset.h"
#include "nn/parameters.h"
#include "nn/training.h"

namespace lab {
namespace {

using Json = nlohmann::json;

// MurmurHash3 (x86, 32 bits) over words of 32 bits; all NaNs count as one.
class Hash {
 public:
  void add(const float* values, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
      std::uint32_t word;
      std::memcpy(&word, &values[i], sizeof word);
      addWord(std::isnan(values[i]) ? 0x7fc00000U : word);
    }
  }
  // The low word first.
  void add(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    if (std::isnan(value)) bits = std::uint64_t{0x7ff80000} << 32;
    addWord(static_cast<std::uint32_t>(bits));
    addWord(static_cast<std::uint32_t>(bits >> 32));
  }
  std::string text() const {
    std::uint32_t h = state_ ^ (4 * words_);
    h = (h ^ (h >> 16)) * 0x85ebca6bU;
    h = (h ^ (h >> 13)) * 0xc2b2ae35U;
    h ^= h >> 16;
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", h);
    return digits;
  }

 private:
  static std::uint32_t rotate(std::uint32_t x, int bits) {
    return (x << bits) | (x >> (32 - bits));
  }
  void addWord(std::uint32_t word) {
    state_ ^= rotate(word * 0xcc9e2d51U, 15) * 0x1b873593U;
    state_ = rotate(state_, 13) * 5 + 0xe6546b64U;
    ++words_;
  }

  std::uint32_t state_ = 0;
  std::uint32_t words_ = 0;
};

[[noreturn]] void giveUp(const std::string& message) {
  std::cerr << "bits: " << message << '\n';
  std::exit(1);
}

void orGiveUp(bool done) {
  if (done) return;
  const Failure& failure = lastFailure();
  giveUp(std::string(failure.field) + ": " + kErrors[static_cast<int>(failure.code)].code);
}

template <int N>
int indexOfName(const char* const (&names)[N], const Json& name) {
  for (int i = 0; i < N; ++i) {
    if (name == names[i]) return i;
  }
  giveUp(name.dump() + " is not known");
}

int activationNamed(const Json& id) {
  for (int i = 0; i < kActivationCount; ++i) {
    if (id == activation(i).id) return i;
  }
  giveUp(id.dump() + " is no activation");
}

// Curves ---------------------------------------------------------------------------------------

constexpr std::uint32_t kPoints = 1U << 20;
constexpr std::uint32_t kInThrees = 3 * 1024;

// 2^20 floats over the whole range: 2,048 for every sign and exponent, hence also subnormals and
// NaNs, with ±0, ±∞ and every ±2^k. They come in an order that goes all over the range again and
// again.
std::vector<float> points() {
  std::vector<float> x(kPoints);
  for (std::uint32_t i = 0; i < kPoints; ++i) {
    const std::uint32_t k = i * 0x9e3779b1U % kPoints;
    const std::uint32_t bits = k << 12 | ((k & 0x7ff) * (k | 1) & 0xfff);
    std::memcpy(&x[i], &bits, sizeof bits);
  }
  return x;
}

std::vector<float> arguments(const ActivationEntry& entry, const Json& params) {
  std::vector<float> values;
  if (entry.kind == Kind::kMaxout) {
    for (const char* list : {"weights", "biases"}) {
      for (const Json& value : params.at(list)) values.push_back(value.get<float>());
    }
  } else if (entry.kind == Kind::kGated) {
    for (const char* name : {"weight", "bias", "gateWeight", "gateBias"}) {
      values.push_back(params.at(name).get<float>());
    }
  } else {
    for (int i = 0; i < entry.parameterCount; ++i) {
      values.push_back(params.at(entry.parameters[i].id).get<float>());
    }
  }
  return values;
}

// The last points are asked for in threes, which leaves nothing for vectors.
std::string curveHash(const Json& curve, bool derivative, const std::vector<float>& x) {
  const int index = activationNamed(curve.at("id"));
  const std::vector<float> params = arguments(activation(index), curve.at("params"));
  std::vector<float> y(x.size());
  for (std::size_t from = 0, n = x.size() - kInThrees; from < x.size();) {
    evaluate(index, derivative, x.data() + from, y.data() + from, n, params.data(), params.size());
    from += n;
    n = 3;
  }
  Hash hash;
  hash.add(y.data(), y.size());
  return hash.text();
}

// Trainings ------------------------------------------------------------------------------------

DatasetPtr datasetOf(const Json& config) {
  if (config.contains("name")) {
    return createDataset({static_cast<DatasetId>(indexOfName(kDatasetNames, config.at("name"))),
                          config.at("size"), config.at("noise"), config.at("testFraction"),
                          config.at("seed")});
  }
  const auto inputs = config.at("inputs").get<std::vector<float>>();
  const auto targets = config.at("targets").get<std::vector<float>>();
  const int columns = config.at("inputSize");
  return createOwnDataset({static_cast<int>(inputs.size()) / columns, columns,
                           config.at("targetSize"), config.at("classes"), config.at("testFraction"),
                           config.at("standardize"), config.at("seed")},
                          inputs.data(), targets.data());
}

LayerSpec layerOf(int width, const Json& choice) {
  const int index = activationNamed(choice.at("id"));
  const ActivationEntry& entry = activation(index);
  LayerSpec layer{width, index, 0, 0, choice.at("shift")};
  const Json& params = choice.at("params");
  if (entry.parameterCount > 0) layer.a = params.at(entry.parameters[0].id);
  if (entry.parameterCount > 1) layer.b = params.at(entry.parameters[1].id);
  return layer;
}

TrainingSpec specOf(const Json& config) {
  const Json& network = config.at("network");
  const Json& optimizer = config.at("optimizer");
  TrainingSpec spec{};
  spec.seed = config.at("seed");
  spec.loss = static_cast<Loss>(indexOfName(kLossNames, config.at("loss")));
  spec.batch_size = config.at("batchSize");
  spec.target_loss = config.at("targetLoss");
  spec.init = static_cast<InitScheme>(indexOfName(kInitNames, network.at("init")));
  spec.init_scale = network.at("initScale");
  spec.batch_norm = network.at("batchNorm");
  spec.dropout = network.at("dropout");
  spec.output_activation = static_cast<OutputActivation>(
      indexOfName(kOutputActivationNames, network.at("outputActivation")));
  spec.optimizer.name =
      static_cast<OptimizerId>(indexOfName(kOptimizerNames, optimizer.at("name")));
  spec.optimizer.learning_rate = optimizer.at("learningRate");
  spec.optimizer.momentum = optimizer.at("momentum");
  spec.optimizer.beta1 = optimizer.at("beta1");
  spec.optimizer.beta2 = optimizer.at("beta2");
  spec.optimizer.epsilon = optimizer.at("epsilon");
  spec.optimizer.weight_decay = optimizer.at("weightDecay");
  spec.optimizer.clip_norm = optimizer.at("clipNorm");
  spec.optimizer.slope_rate = optimizer.at("slopeRate");
  const Json& choices = network.at("activation");
  for (const Json& width : network.at("hidden")) {
    const Json& choice = choices.is_array() ? choices.at(spec.hidden_count) : choices;
    spec.hidden[spec.hidden_count++] = layerOf(width, choice);
  }
  return spec;
}

std::string parametersHash(Training& training) {
  Hash hash;
  const ParameterList list(training.network());
  for (int i = 0; i < list.count(); ++i) {
    std::vector<float> values(list.record(i).size);
    list.read(i, values.data());
    hash.add(values.data(), values.size());
  }
  return hash.text();
}

std::string metricsHash(Training& training) {
  Hash hash;
  const Measurements& metrics = training.measure(true);
  for (const double value :
       {metrics.train_loss, metrics.test_loss, metrics.train_accuracy, metrics.test_accuracy}) {
    hash.add(value);
  }
  for (int i = 0; i < training.network().layerCount(); ++i) {
    const LayerMeasurement& layer = metrics.layers[i];
    for (const double value :
         {layer.gradient_norm, layer.weight_norm, layer.update_ratio, layer.activation_mean,
          layer.activation_std, layer.dead_fraction, layer.saturated_fraction,
          layer.inactive_fraction, layer.output_gradient_norm}) {
      hash.add(value);
    }
    hash.add(layer.histogram.data(), layer.histogram.size());
    const Layer& built = training.network().layer(i);
    if (built.entry().kind == Kind::kMaxout) {
      hash.add(layer.piece_shares.data(), built.shape().branches);
    }
  }
  return hash.text();
}

std::string outputsHash(Training& training, const Dataset& data) {
  std::vector<float> outputs(static_cast<std::size_t>(data.count) *
                             training.network().outputSize());
  training.predict(data.inputs.data(), data.count, outputs.data());
  Hash hash;
  hash.add(outputs.data(), outputs.size());
  return hash.text();
}

Json statusOf(const Status& status) {
  Json json = {{"state", kStateNames[static_cast<int>(status.state)]},
               {"step", status.step},
               {"epoch", status.epoch}};
  if (status.layer >= 0) json["layer"] = status.layer;
  if (status.unit >= 0) json["unit"] = status.unit;
  if (status.reason != DivergenceReason::kNone) {
    json["reason"] = kDivergenceReasonNames[static_cast<int>(status.reason)];
  }
  return json;
}

Json trainingBits(const Json& run) {
  const Json& config = run.at("config");
  const DatasetPtr data = datasetOf(config.at("dataset"));
  orGiveUp(data != nullptr);
  const auto training = Training::create(data, specOf(config));
  orGiveUp(training != nullptr);
  training->step(run.at("steps"));
  return {{"status", statusOf(training->status())},
          {"trainLoss", training->measure(true).train_loss},
          {"parameters", parametersHash(*training)},
          {"metrics", metricsHash(*training)},
          {"outputs", outputsHash(*training, *data)}};
}

Json bitsOf(const Json& golden) {
  Json bits = {{"curves", Json::array()}, {"trainings", Json::array()}};
  const std::vector<float> x = points();
  for (const Json& curve : golden.at("curves")) {
    bits["curves"].push_back(
        {{"value", curveHash(curve, false, x)}, {"derivative", curveHash(curve, true, x)}});
  }
  for (const Json& run : golden.at("trainings")) bits["trainings"].push_back(trainingBits(run));
  return bits;
}

std::ifstream open(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) giveUp(std::string("cannot read ") + path);
  return file;
}

}  // namespace
}  // namespace lab

int main(int argc, char** argv) {
  if (argc != 3) lab::giveUp("usage: bits bits.json digits.bin");
  std::ifstream packed = lab::open(argv[2]);
  const std::vector<char> digits(std::istreambuf_iterator<char>(packed), {});
  lab::orGiveUp(
      lab::loadDigits(reinterpret_cast<const std::uint8_t*>(digits.data()), digits.size()));
  std::ifstream golden = lab::open(argv[1]);
  std::cout << lab::bitsOf(nlohmann::json::parse(golden)) << '\n';
}
