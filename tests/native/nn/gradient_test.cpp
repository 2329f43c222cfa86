// Backpropagation against finite differences, for every activation in every kind of network.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "training_fixture.h"

namespace lab {
namespace {

using namespace testing_support;  // NOLINT

// The batch's loss with part of a layer's values moved along its gradient by a distance.
double lossAt(Training& training, Layer& layer, const std::vector<float>& values,
              const std::vector<float>& gradient, std::size_t from, std::size_t to,
              double distance) {
  for (std::size_t i = from; i < to; ++i) {
    layer.values()[i] = static_cast<float>(values[i] + distance * gradient[i]);
  }
  const double loss = training.computeGradients(false);
  for (std::size_t i = from; i < to; ++i) layer.values()[i] = values[i];
  return loss;
}

// Biases away from zero: a unit whose inputs are all 0 would sit exactly on its kink.
void moveBiases(Training& training) {
  Stream stream(4, "bias");
  for (int l = 0; l < training.network().layerCount(); ++l) {
    Layer& layer = training.network().layer(l);
    const LayerShape& shape = layer.shape();
    for (int b = 0; b < shape.branches; ++b) {
      for (int j = 0; j < shape.out; ++j) {
        layer.values()[layer.block().bias + b * shape.width() + j] = 0.3f * stream.normal();
      }
    }
  }
}

// For each block of each layer: the loss's slope along the gradient is the gradient's norm. Of
// three distances the better counts, since one step in many crosses a kink.
void checkGradients(Training& training) {
  moveBiases(training);
  training.computeGradients(false);
  Network& network = training.network();
  int checked = 0;
  for (int l = 0; l < network.layerCount(); ++l) {
    training.computeGradients(false);
    Layer& layer = network.layer(l);
    const Layer::Block& b = layer.block();
    const std::vector<float> gradient(layer.gradients(), layer.gradients() + b.end);
    const std::vector<float> values(layer.values(), layer.values() + b.end);
    const std::size_t edges[] = {0, b.bias, b.gamma, b.beta, b.slope, b.end};
    for (int part = 0; part + 1 < 6; ++part) {
      const std::size_t from = edges[part];
      const std::size_t to = edges[part + 1];
      const double norm = std::sqrt(sumOfSquares(gradient.data() + from, to - from));
      if (norm < 1e-3) continue;  // nothing that float differences could resolve
      ++checked;
      double error = 1e30;
      for (const double step : {4e-3, 1e-3, 2.5e-4}) {
        const double up = lossAt(training, layer, values, gradient, from, to, step / norm);
        const double down = lossAt(training, layer, values, gradient, from, to, -step / norm);
        error = std::fmin(error, std::fabs((up - down) / (2 * step) - norm));
      }
      EXPECT_LT(error, 0.02 * norm + 1e-4) << "layer " << l << ", part " << part;
    }
  }
  EXPECT_GE(checked, 2);
}

struct Variant {
  const char* name;
  bool batch_norm;
  double dropout;
};

class Gradients : public testing::TestWithParam<std::tuple<int, int>> {};

constexpr Variant kVariants[] = {
    {"plain", false, 0}, {"batchNorm", true, 0}, {"dropout", false, 0.3}};

TEST_P(Gradients, AgreeWithFiniteDifferences) {
  const auto [index, variant] = GetParam();
  TrainingSpec spec = baseSpec(index);
  spec.batch_norm = kVariants[variant].batch_norm;
  spec.dropout = kVariants[variant].dropout;
  const auto training = Training::create(threeClasses(), spec);
  ASSERT_TRUE(training) << lastFailure().field;
  checkGradients(*training);
}

INSTANTIATE_TEST_SUITE_P(All, Gradients,
                         testing::Combine(testing::Range(0, kActivationCount),
                                          testing::Range(0, 3)),
                         [](const auto& info) {
                           std::string name = std::string(activation(std::get<0>(info.param)).id) +
                                              "_" + kVariants[std::get<1>(info.param)].name;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(LossGradients, MseWithEveryOutputActivation) {
  for (const auto output :
       {OutputActivation::kIdentity, OutputActivation::kSigmoid, OutputActivation::kTanh}) {
    TrainingSpec spec = baseSpec(indexOf<Tanh>);
    spec.loss = Loss::kMse;
    spec.output_activation = output;
    const auto training = Training::create(regression(), spec);
    ASSERT_TRUE(training);
    checkGradients(*training);
  }
}

TEST(LossGradients, BinaryCrossEntropyWithOneAndSeveralOutputs) {
  TrainingSpec spec = baseSpec(indexOf<Gelu>);
  spec.loss = Loss::kBinaryCrossEntropy;
  auto training = Training::create(threeClasses(), spec);
  ASSERT_TRUE(training);
  EXPECT_EQ(training->network().outputSize(), 3);
  checkGradients(*training);
  training = Training::create(createDataset({DatasetId::kMoons, 60, 0.1, 0, 1}), spec);
  ASSERT_TRUE(training);
  EXPECT_EQ(training->network().outputSize(), 1);
  checkGradients(*training);
}

}  // namespace
}  // namespace lab
