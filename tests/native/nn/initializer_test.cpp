// Schemes: their spread, their shared draws, and LSUV's unit variance.
#include "nn/initializer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "training_fixture.h"

namespace lab {
namespace {

using namespace testing_support;  // NOLINT

double weightStd(const Layer& layer) {
  double squares = 0;
  const LayerShape& s = layer.shape();
  for (std::size_t i = 0; i < layer.block().bias; ++i)
    squares += layer.values()[i] * layer.values()[i];
  return std::sqrt(squares / (static_cast<double>(s.in) * s.out * s.branches));
}

std::unique_ptr<Training> trainingWith(int index, InitScheme scheme, int layers = 2,
                                       int width = 100) {
  TrainingSpec spec = baseSpec(index, layers, width);
  spec.init = scheme;
  return Training::create(threeClasses(64, 50), spec);
}

TEST(Schemes, HaveTheirSpread) {
  const double n = 100;
  const std::pair<InitScheme, double> expected[] = {
      {InitScheme::kXavier, std::sqrt(2 / (n + n))},  {InitScheme::kHe, std::sqrt(2 / n)},
      {InitScheme::kLecun, std::sqrt(1 / n)},         {InitScheme::kNormal, 0.01},
      {InitScheme::kUniform, std::sqrt(1 / (3 * n))}, {InitScheme::kZeros, 0}};
  for (const auto& [scheme, spread] : expected) {
    const auto training = trainingWith(indexOf<Relu>, scheme);
    EXPECT_NEAR(weightStd(training->network().layer(1)), spread, 0.03 * spread)
        << kInitNames[static_cast<int>(scheme)];
  }
}

TEST(Schemes, AutoFollowsTheRegistryAndHeAllowsForTheSlope) {
  const double n = 100;
  const auto spread = [](int index) {
    return weightStd(trainingWith(index, InitScheme::kAuto)->network().layer(1));
  };
  EXPECT_NEAR(spread(indexOf<Sigmoid>), std::sqrt(1 / n), 0.004);
  EXPECT_NEAR(spread(indexOf<Selu>), std::sqrt(1 / n), 0.004);
  EXPECT_NEAR(spread(indexOf<Relu>), std::sqrt(2 / n), 0.005);
  EXPECT_NEAR(spread(indexOf<Prelu>) / spread(indexOf<Relu>), 1 / std::sqrt(1 + 0.0625), 1e-4);
}

TEST(Schemes, OutputLayerIsXavierAndScaleLeavesItAlone) {
  TrainingSpec spec = baseSpec(indexOf<Relu>, 1, 200);
  spec.init_scale = 3;
  const auto scaled = Training::create(threeClasses(), spec);
  spec.init_scale = 1;
  const auto plain = Training::create(threeClasses(), spec);
  EXPECT_NEAR(weightStd(plain->network().layer(1)), std::sqrt(2.0 / 203), 0.006);
  EXPECT_EQ(weightStd(plain->network().layer(1)), weightStd(scaled->network().layer(1)));
  EXPECT_NEAR(weightStd(scaled->network().layer(0)) / weightStd(plain->network().layer(0)), 3,
              1e-5);
}

TEST(Draws, AreSharedByActivationsOfEqualShape) {
  const auto relu = trainingWith(indexOf<Relu>, InitScheme::kXavier);
  const auto tanh = trainingWith(indexOf<Tanh>, InitScheme::kXavier);
  EXPECT_EQ(parametersOf(*relu), parametersOf(*tanh));
  // A maxout's first piece starts as a dense unit does.
  const auto maxout = trainingWith(indexOf<Maxout>, InitScheme::kXavier);
  const Layer& a = relu->network().layer(0);
  const Layer& b = maxout->network().layer(0);
  EXPECT_EQ(a.values()[0], b.values()[0]);
  EXPECT_EQ(a.values()[a.shape().columns() + 3], b.values()[b.shape().columns() + 3]);
}

TEST(Lsuv, GivesEveryLayerUnitVariance) {
  for (const int index : {indexOf<Tanh>, indexOf<Relu>, indexOf<Maxout>, indexOf<Glu>}) {
    TrainingSpec spec = baseSpec(index, 5, 40);
    spec.init = InitScheme::kLsuv;
    spec.batch_size = 64;
    const auto training = Training::create(threeClasses(64, 50), spec);
    ASSERT_TRUE(training);
    training->computeGradients(false);
    for (int l = 0; l < 5; ++l) {
      const Layer& layer = training->network().layer(l);
      double sum = 0, squares = 0, n = 0;
      for (int i = 0; i < 64; ++i) {
        for (int b = 0; b < layer.shape().branches; ++b) {
          for (int j = 0; j < 40; ++j) {
            const double z =
                layer.preActivation()[i * layer.shape().columns() + b * layer.shape().width() + j];
            sum += z;
            squares += z * z;
            ++n;
          }
        }
      }
      EXPECT_NEAR(squares / n - sum / n * sum / n, 1, 0.1) << activation(index).id << " " << l;
    }
  }
}

}  // namespace
}  // namespace lab
