// What a training tells of single units and of the signals between layers.
#include <gtest/gtest.h>

#include <cmath>

#include "training_fixture.h"

namespace lab {
namespace {

using namespace testing_support;  // NOLINT

TEST(Activity, CountsTheRowsInWhichAUnitHasASlope) {
  const DatasetPtr data = threeClasses();
  const auto training = Training::create(data, baseSpec(indexOf<Relu>, 1, 6));
  Layer& layer = training->network().layer(0);
  layer.values()[layer.block().bias + 2] = -1e3f;
  layer.values()[layer.block().bias + 4] = 1e3f;
  training->parametersChanged();
  ASSERT_EQ(training->measureActivity(false), 30);
  EXPECT_EQ(training->activity(0)[2], 0);
  EXPECT_EQ(training->activity(0)[4], 30);
  double active = 0;
  for (int j = 0; j < 6; ++j) active += training->activity(0)[j];
  const LayerMeasurement& measured = training->measure(false).layers[0];
  EXPECT_NEAR(measured.inactive_fraction, 1 - active / 180, 1e-12);
  EXPECT_NEAR(measured.dead_fraction, 1.0 / 6, 1e-12);

  for (int j = 0; j < 6; ++j) {
    int rows = 0;
    for (int i = 0; i < 30; ++i) {
      double z = layer.values()[layer.block().bias + j];
      for (int k = 0; k < 3; ++k) z += data->inputs.data()[3 * i + k] * layer.values()[8 * k + j];
      rows += z > 0 ? 1 : 0;
    }
    EXPECT_EQ(training->activity(0)[j], rows) << "unit " << j;
  }
}

TEST(Activity, OfABatchIsAboutTheComingOneAndLeavesMeasurementsRight) {
  const auto training = Training::create(threeClasses(), baseSpec(indexOf<Relu>, 2, 6));
  const double loss = training->measure(false).train_loss;
  EXPECT_EQ(training->measureActivity(true), 16);
  for (int j = 0; j < 6; ++j) EXPECT_LE(training->activity(1)[j], 16);
  EXPECT_EQ(training->measure(false).train_loss, loss);
  training->step(1);
  EXPECT_EQ(training->measureActivity(true), 14);
}

TEST(Activity, OfUnitsWithSeveralBranchesNeedsOnlyOne) {
  TrainingSpec spec = baseSpec(indexOf<Maxout>, 1, 5);
  spec.hidden[0].a = 4;
  const auto training = Training::create(threeClasses(), spec);
  training->measureActivity(false);
  for (int j = 0; j < 5; ++j) EXPECT_EQ(training->activity(0)[j], 30);
}

// One row: the weight gradient is the outer product of the input and, since the layer is linear,
// the gradient of its output.
TEST(OutputGradientNorm, IsThatOfTheWeightGradientOverTheInputs) {
  const DatasetPtr row = threeClasses(1);
  const auto training = Training::create(row, baseSpec(indexOf<Identity>, 2, 7));
  const Measurements& m = training->measure(false);
  EXPECT_NEAR(m.layers[0].gradient_norm,
              m.layers[0].output_gradient_norm * std::sqrt(sumOfSquares(row->inputs.data(), 3)),
              1e-6);
  EXPECT_TRUE(std::isnan(m.layers[2].output_gradient_norm));
}

TEST(Shift, IsABiasOfTheNextLayer) {
  TrainingSpec spec = baseSpec(indexOf<Tanh>, 1, 5);
  const auto plain = Training::create(threeClasses(), spec);
  spec.hidden[0].shift = 1.5;
  const auto shifted = Training::create(threeClasses(), spec);
  Layer& output = plain->network().layer(1);
  for (int j = 0; j < 3; ++j) {
    for (int k = 0; k < 5; ++k) {
      output.values()[output.block().bias + j] += 1.5f * output.values()[8 * k + j];
    }
  }
  const float row[] = {0.3f, -1, 2};
  float expected[3];
  float actual[3];
  plain->predict(row, 1, expected);
  shifted->predict(row, 1, actual);
  for (int j = 0; j < 3; ++j) EXPECT_NEAR(actual[j], expected[j], 1e-5);
  EXPECT_NEAR(shifted->measure(false).layers[0].activation_mean,
              plain->measure(false).layers[0].activation_mean + 1.5, 1e-6);
}

TEST(SlopeRate, ScalesTheStepsOfSlopesAlone) {
  TrainingSpec spec = baseSpec(indexOf<Prelu>, 1, 5);
  const auto moved = [&](double rate, bool weight) {
    spec.optimizer.slope_rate = rate;
    const auto training = Training::create(threeClasses(), spec);
    const Layer& layer = training->network().layer(0);
    const float* value = layer.values() + (weight ? 0 : layer.block().slope);
    const float before = *value;
    training->step(1);
    return *value - before;
  };
  EXPECT_EQ(moved(0, false), 0);
  EXPECT_NE(moved(1, false), 0);
  EXPECT_NEAR(moved(10, false), 10 * moved(1, false), 1e-6);
  EXPECT_EQ(moved(10, true), moved(1, true));
}

}  // namespace
}  // namespace lab
