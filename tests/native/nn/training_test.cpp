// A training as a whole: reproducible, watched, and refused when it makes no sense.
#include "nn/training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "training_fixture.h"

namespace lab {
namespace {

using namespace testing_support;  // NOLINT

class EveryActivation : public testing::TestWithParam<int> {};

TEST_P(EveryActivation, DoesNotDependOnHowStepsAreCut) {
  TrainingSpec spec = baseSpec(GetParam());
  spec.dropout = 0.2;
  spec.batch_norm = true;
  const auto whole = Training::create(threeClasses(), spec);
  const auto cut = Training::create(threeClasses(), spec);
  whole->step(37);
  cut->measure(true);
  for (const int n : {1, 0, 20, 3, 13}) {
    cut->step(n);
    cut->measure(n % 2 == 0);
  }
  EXPECT_EQ(parametersOf(*whole), parametersOf(*cut));
}

TEST_P(EveryActivation, LowersItsLossOrIsDead) {
  TrainingSpec spec = baseSpec(GetParam(), 2, 8);
  const auto training = Training::create(threeClasses(60), spec);
  const double before = training->measure(false).train_loss;
  const Status status = training->step(400);
  if (GetParam() == indexOf<Step>) {
    EXPECT_EQ(status.state, State::kDead);
    EXPECT_EQ(status.layer, 0);
  } else {
    EXPECT_EQ(status.state, State::kRunning);
    EXPECT_LT(training->measure(false).train_loss, 0.9 * before);
  }
}

TEST_P(EveryActivation, KeepsItsPaddingAtZero) {
  TrainingSpec spec = baseSpec(GetParam(), 2, 5);
  spec.batch_norm = true;
  spec.optimizer.name = OptimizerId::kAdam;
  spec.optimizer.weight_decay = 0.01;
  const auto training = Training::create(threeClasses(), spec);
  training->step(20);
  for (int l = 0; l < 3; ++l) {
    const Layer& layer = training->network().layer(l);
    const LayerShape& shape = layer.shape();
    for (std::size_t i = 0; i < layer.block().slope; ++i) {
      const int row = static_cast<int>(i) / shape.columns();
      const int unit = static_cast<int>(i) % shape.columns() % shape.width();
      const bool padding = unit >= shape.out || (row >= shape.in && row < shape.weightRows());
      if (!padding) continue;
      ASSERT_EQ(layer.values()[i], 0.0f) << "layer " << l << ", " << i;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryActivation, testing::Range(0, kActivationCount),
                         [](const auto& info) {
                           std::string name = activation(info.param).id;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(Status, NamesLayerUnitAndStepOfADivergence) {
  TrainingSpec spec = baseSpec(indexOf<Relu>, 3, 8);
  spec.optimizer.learning_rate = 1e6;
  const auto training = Training::create(threeClasses(), spec);
  const Status status = training->step(500);
  EXPECT_EQ(status.state, State::kDiverged);
  EXPECT_GT(status.step, 0);
  EXPECT_LT(status.step, 500);
  EXPECT_GE(status.layer, 0);
  EXPECT_NE(status.reason, DivergenceReason::kNone);
  const Status later = training->step(10);
  EXPECT_EQ(later.step, status.step);
  EXPECT_EQ(later.unit, status.unit);
}

TEST(Status, FindsTheFirstNonFiniteActivation) {
  TrainingSpec spec = baseSpec(indexOf<Relu>, 2, 8);
  const auto training = Training::create(threeClasses(), spec);
  Layer& second = training->network().layer(1);
  second.values()[6] = INFINITY;  // input 0 to unit 6
  training->parametersChanged();
  const Status status = training->step(5);
  EXPECT_EQ(status.state, State::kDiverged);
  EXPECT_EQ(status.step, 1);
  EXPECT_EQ(status.layer, 1);
  EXPECT_EQ(status.unit, 6);
  EXPECT_EQ(status.reason, DivergenceReason::kActivation);
}

TEST(Status, TellsADeadLayer) {
  const auto training = Training::create(threeClasses(), baseSpec(indexOf<Relu>, 3, 8));
  EXPECT_EQ(training->status().state, State::kRunning);
  Layer& layer = training->network().layer(1);
  for (int j = 0; j < 8; ++j) layer.values()[layer.block().bias + j] = -1e3f;
  training->parametersChanged();
  const Status status = training->status();
  EXPECT_EQ(status.state, State::kDead);
  EXPECT_EQ(status.layer, 1);
  EXPECT_EQ(training->measure(false).layers[1].dead_fraction, 1);
  EXPECT_EQ(training->step(10).state, State::kDead);
}

TEST(Status, TellsAStalledLayer) {
  TrainingSpec spec = baseSpec(indexOf<Sigmoid>, 8, 16);
  spec.optimizer.learning_rate = 0.03;
  const auto training = Training::create(threeClasses(), spec);
  EXPECT_EQ(training->step(99).state, State::kRunning);
  const Status status = training->step(200);
  EXPECT_EQ(status.state, State::kStalled);
  EXPECT_EQ(status.layer, 0);
}

TEST(Status, TellsConvergence) {
  TrainingSpec spec = baseSpec(indexOf<Tanh>, 1, 16);
  spec.target_loss = 0.6;
  const auto training = Training::create(threeClasses(60), spec);
  EXPECT_EQ(training->status().state, State::kRunning);
  EXPECT_EQ(training->step(2000).state, State::kConverged);
  EXPECT_LE(training->measure(false).train_loss, 0.6);
}

TEST(Measurements, CountEveryUnitAndRow) {
  TrainingSpec spec = baseSpec(indexOf<Maxout>, 1, 6);
  spec.hidden[0].a = 3;
  const auto training = Training::create(threeClasses(), spec);
  const Measurements& m = training->measure(true);
  double shares = 0;
  for (int p = 0; p < 3; ++p) shares += m.layers[0].piece_shares[p];
  EXPECT_NEAR(shares, 1, 1e-6);
  double counts = 0;
  for (const float c : m.layers[0].histogram) counts += c;
  EXPECT_EQ(counts, 30 * 6 * 3);
  EXPECT_GT(m.layers[0].gradient_norm, 0);
  EXPECT_TRUE(std::isnan(m.test_loss));
}

TEST(Measurements, SeeSaturation) {
  const auto training = Training::create(threeClasses(), baseSpec(indexOf<Sigmoid>, 1, 6));
  EXPECT_EQ(training->measure(false).layers[0].saturated_fraction, 0);
  Layer& layer = training->network().layer(0);
  for (int j = 0; j < 3; ++j) layer.values()[layer.block().bias + j] = 50;
  training->parametersChanged();
  EXPECT_NEAR(training->measure(false).layers[0].saturated_fraction, 0.5, 0.02);
}

TEST(Batches, FollowTheEpochsAndKeepTheLastSmallOne) {
  // 30 rows in batches of 16: 16, 14, 16, 14 …
  const auto training = Training::create(threeClasses(), baseSpec(indexOf<Tanh>));
  training->step(3);
  EXPECT_EQ(training->status().epoch, 1.5);
}

TEST(Predict, IsTheSameInAnyChunking) {
  const auto training = Training::create(threeClasses(), baseSpec(indexOf<Swish>));
  const DatasetPtr data = threeClasses(300);
  std::vector<float> together(900);
  training->predict(data->inputs.data(), 300, together.data());
  for (int i = 0; i < 300; ++i) {
    float alone[3];
    training->predict(data->inputs.data() + 3 * i, 1, alone);
    for (int j = 0; j < 3; ++j) ASSERT_EQ(alone[j], together[3 * i + j]);
  }
}

TEST(PreluSlopes, AreLearnedButNotDecayed) {
  TrainingSpec spec = baseSpec(indexOf<Prelu>, 1, 8);
  spec.optimizer.learning_rate = 0;
  spec.optimizer.weight_decay = 1;
  const auto still = Training::create(threeClasses(), spec);
  still->step(10);
  const auto slope = [](Training& t) {
    return t.network().layer(0).values()[t.network().layer(0).block().slope];
  };
  EXPECT_EQ(slope(*still), 0.25f);
  spec.optimizer.learning_rate = 0.05;
  spec.optimizer.weight_decay = 0;
  const auto learning = Training::create(threeClasses(), spec);
  learning->step(50);
  EXPECT_NE(slope(*learning), 0.25f);
}

TEST(Limits, AreNamed) {
  const auto refused = [](const TrainingSpec& spec, const char* field, ErrorCode code) {
    EXPECT_FALSE(Training::create(threeClasses(), spec));
    EXPECT_EQ(std::string(lastFailure().field), field);
    EXPECT_EQ(lastFailure().code, code) << field;
  };
  TrainingSpec spec = baseSpec(indexOf<Relu>);
  spec.hidden[1].width = 1025;
  refused(spec, "network.hidden", ErrorCode::kTooLarge);
  spec.hidden[1].width = 0;
  refused(spec, "network.hidden", ErrorCode::kTooSmall);
  spec = baseSpec(indexOf<Maxout>);
  spec.hidden[0].a = 9;
  refused(spec, "network.activation.params", ErrorCode::kTooLarge);
  spec = baseSpec(indexOf<Relu>);
  spec.optimizer.learning_rate = NAN;
  refused(spec, "optimizer.learningRate", ErrorCode::kNotFinite);
  spec = baseSpec(indexOf<Relu>);
  spec.batch_size = 4097;
  refused(spec, "batchSize", ErrorCode::kTooLarge);
  spec = baseSpec(indexOf<Relu>);
  spec.output_activation = OutputActivation::kTanh;
  refused(spec, "network.outputActivation", ErrorCode::kNotAllowed);
  spec = baseSpec(indexOf<Relu>, 64, 1024);
  const std::size_t before = Memory::bytesInUse();
  refused(spec, "network.hidden", ErrorCode::kOutOfMemory);
  EXPECT_EQ(Memory::bytesInUse(), before);
}

TEST(Parameters, ComeBackAsTheyWereWritten) {
  for (const int index : {indexOf<Prelu>, indexOf<Maxout>, indexOf<Glu>}) {
    TrainingSpec spec = baseSpec(index);
    spec.batch_norm = true;
    const auto training = Training::create(threeClasses(), spec);
    const ParameterList list(training->network());
    for (int i = 0; i < list.count(); ++i) {
      const ParameterRecord record = list.record(i);
      std::vector<float> values(record.size);
      for (int k = 0; k < record.size; ++k) values[k] = static_cast<float>(100 * i + k);
      list.write(i, values.data());
    }
    for (int i = 0; i < list.count(); ++i) {
      std::vector<float> values(list.record(i).size);
      list.read(i, values.data());
      for (std::size_t k = 0; k < values.size(); ++k) {
        ASSERT_EQ(values[k], static_cast<float>(100 * i + static_cast<int>(k)));
      }
    }
  }
}

}  // namespace
}  // namespace lab
