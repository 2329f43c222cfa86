// Each optimizer against its formula in double precision.
#include "nn/optimizer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace lab {
namespace {

// One parameter's update by the formulas of PyTorch's documentation.
struct Reference {
  OptimizerSpec spec;
  double p, s1 = 0, s2 = 0;
  int t = 0;

  void step(double g) {
    ++t;
    g += spec.weight_decay * p;
    const double rate = spec.learning_rate;
    switch (spec.name) {
      case OptimizerId::kSgd:
        p -= rate * g;
        break;
      case OptimizerId::kMomentum:
        s1 = t == 1 ? g : spec.momentum * s1 + g;
        p -= rate * s1;
        break;
      case OptimizerId::kNesterov:
        s1 = t == 1 ? g : spec.momentum * s1 + g;
        p -= rate * (g + spec.momentum * s1);
        break;
      case OptimizerId::kRmsprop:
        s1 = spec.beta2 * s1 + (1 - spec.beta2) * g * g;
        p -= rate * g / (std::sqrt(s1) + spec.epsilon);
        break;
      case OptimizerId::kAdam: {
        s1 = spec.beta1 * s1 + (1 - spec.beta1) * g;
        s2 = spec.beta2 * s2 + (1 - spec.beta2) * g * g;
        const double m = s1 / (1 - std::pow(spec.beta1, t));
        const double v = s2 / (1 - std::pow(spec.beta2, t));
        p -= rate * m / (std::sqrt(v) + spec.epsilon);
        break;
      }
    }
  }
};

class Optimizers : public testing::TestWithParam<int> {};

TEST_P(Optimizers, FollowTheFormula) {
  const OptimizerSpec spec{
      static_cast<OptimizerId>(GetParam()), 0.05, 0.9, 0.9, 0.99, 1e-8, 0.01, 0};
  Optimizer optimizer;
  optimizer.create(spec);
  constexpr int kCount = 8;
  std::vector<float> values(kCount), gradients(kCount), s1(kCount), s2(kCount);
  std::vector<Reference> references;
  for (int i = 0; i < kCount; ++i) {
    values[i] = 0.3f * (i - 3.5f);
    references.push_back({spec, values[i]});
  }
  for (int step = 0; step < 40; ++step) {
    for (int i = 0; i < kCount; ++i) {
      gradients[i] = std::sin(0.7f * step + i) + values[i];
      references[i].step(std::sin(0.7f * step + i) + references[i].p);
    }
    optimizer.beginStep();
    const Update update = optimizer.update(values.data(), gradients.data(), s1.data(), s2.data(),
                                           kCount, kCount, 1, false);
    EXPECT_TRUE(update.finite);
    EXPECT_GT(update.squares, 0);
  }
  for (int i = 0; i < kCount; ++i) EXPECT_NEAR(values[i], references[i].p, 2e-5) << i;
}

TEST_P(Optimizers, ReportAParameterThatIsNotFinite) {
  Optimizer optimizer;
  optimizer.create({static_cast<OptimizerId>(GetParam()), 0.05, 0.9, 0.9, 0.99, 1e-8, 0, 0});
  std::vector<float> values(8), gradients(8), s1(8), s2(8);
  gradients[5] = std::numeric_limits<float>::quiet_NaN();
  optimizer.beginStep();
  EXPECT_FALSE(
      optimizer.update(values.data(), gradients.data(), s1.data(), s2.data(), 8, 8, 1, false)
          .finite);
}

INSTANTIATE_TEST_SUITE_P(All, Optimizers, testing::Range(0, countOf(kOptimizerNames)),
                         [](const auto& info) { return std::string(kOptimizerNames[info.param]); });

TEST(WeightDecay, SparesLearnedSlopes) {
  Optimizer optimizer;
  optimizer.create({OptimizerId::kSgd, 0.1, 0, 0, 0, 1e-8, 0.5, 0});
  std::vector<float> values(4, 1.0f);
  const std::vector<float> gradients(4, 0.0f);
  optimizer.beginStep();
  optimizer.update(values.data(), gradients.data(), nullptr, nullptr, 4, 4, 1, true);
  EXPECT_EQ(values[0], 1.0f);
  optimizer.update(values.data(), gradients.data(), nullptr, nullptr, 4, 4, 1, false);
  EXPECT_FLOAT_EQ(values[0], 0.95f);
}

TEST(Clipping, ScalesDownToTheLimitAndNeverUp) {
  EXPECT_EQ(clipScale(0.5, 1), 1.0f);
  EXPECT_NEAR(clipScale(10, 1), 0.1, 1e-7);
  EXPECT_EQ(clipScale(std::numeric_limits<double>::infinity(), 1), 0.0f);
}

TEST(SumOfSquares, CountsEveryElement) {
  const std::vector<float> x{1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(sumOfSquares(x.data(), x.size()), 140);
}

}  // namespace
}  // namespace lab
