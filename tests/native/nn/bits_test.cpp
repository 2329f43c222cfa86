// The bits of trainings, pinned: every build, with and without SIMD, ends at the same weights.
#include <gtest/gtest.h>

#include <string>

#include "simd/sample.h"
#include "training_fixture.h"

namespace lab {
namespace {

using namespace testing_support;  // NOLINT

// Between them the cases hold every activation, optimizer, initializer, loss and output
// activation, batch norm, dropout, clipping and weight decay.
TrainingSpec caseOf(int index) {
  TrainingSpec spec = baseSpec(index, 2 + index % 3, 6 + index % 5);
  spec.seed = static_cast<std::uint32_t>(100 + index);
  spec.optimizer.name = static_cast<OptimizerId>(index % countOf(kOptimizerNames));
  spec.optimizer.learning_rate = 0.02;
  spec.optimizer.weight_decay = index % 4 == 1 ? 0.01 : 0;
  spec.optimizer.clip_norm = index % 3 == 0 ? 0.5 : 0;
  spec.init = static_cast<InitScheme>(index % countOf(kInitNames));
  spec.batch_norm = index % 2 == 1;
  spec.dropout = index % 5 == 2 ? 0.25 : 0;
  spec.loss = static_cast<Loss>(index % countOf(kLossNames));
  if (spec.loss == Loss::kMse) {
    spec.output_activation =
        static_cast<OutputActivation>(index / 3 % countOf(kOutputActivationNames));
  }
  return spec;
}

// In the registry's order. A change of these values changes every published run.
constexpr std::uint32_t kPinned[kActivationCount] = {
    192447977U,  626407294U,  325257686U,  2427692764U, 4098024978U, 3185937716U, 3873937910U,
    1204507012U, 3444477497U, 563249686U,  3998113378U, 1354265087U, 1100280520U, 1536746529U,
    1064902934U, 1630964503U, 1801728251U, 2366880322U, 4015973367U, 3005429256U};

class TrainingBits : public testing::TestWithParam<int> {};

TEST_P(TrainingBits, AreTheSameInEveryBuild) {
  const auto training = Training::create(threeClasses(60), caseOf(GetParam()));
  ASSERT_TRUE(training);
  const Status status = training->step(1000);
  ASSERT_NE(status.state, State::kDiverged);
  test::Hash hash;
  for (const float value : parametersOf(*training)) hash.add(value);
  hash.add(static_cast<float>(training->measure(true).train_loss));
  for (const LayerMeasurement& layer : training->measurements().layers) {
    hash.add(static_cast<float>(layer.gradient_norm));
    hash.add(static_cast<float>(layer.activation_std));
    hash.add(static_cast<float>(layer.saturated_fraction));
  }
  EXPECT_EQ(hash.value, kPinned[GetParam()]) << activation(GetParam()).id;
}

INSTANTIATE_TEST_SUITE_P(All, TrainingBits, testing::Range(0, kActivationCount),
                         [](const auto& info) {
                           std::string name = activation(info.param).id;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace lab
