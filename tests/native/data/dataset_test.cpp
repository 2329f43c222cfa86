// Data sets: shape, balance, scaling, split, and the refusals.
#include "data/dataset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "data/synthetic.h"

namespace lab {
namespace {

DatasetSpec spec(DatasetId name, int size = 200, double noise = 0.1, double tests = 0.2,
                 std::uint32_t seed = 1) {
  return {name, size, noise, tests, seed};
}

std::vector<float> inputsOf(const Dataset& data) {
  return {data.inputs.data(), data.inputs.data() + data.inputs.floats()};
}

class PlaneSets : public testing::TestWithParam<DatasetId> {};

TEST_P(PlaneSets, AreBalancedStandardizedAndSplit) {
  const DatasetPtr data = createDataset(spec(GetParam()));
  ASSERT_TRUE(data);
  EXPECT_EQ(data->count, 200);
  EXPECT_EQ(data->train_count, 160);
  EXPECT_EQ(data->classes, 2);
  EXPECT_EQ(std::count(data->targets.data(), data->targets.data() + 200, 1.0f), 100);
  for (int j = 0; j < 2; ++j) {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < 200; ++i) {
      const double x = data->inputs.data()[2 * i + j];
      mean += x / 200;
      squares += x * x / 200;
    }
    EXPECT_NEAR(mean, 0, 1e-5);
    EXPECT_NEAR(squares, 1, 1e-5);
  }
}

TEST_P(PlaneSets, FollowTheSeedAlone) {
  const auto first = inputsOf(*createDataset(spec(GetParam())));
  EXPECT_EQ(first, inputsOf(*createDataset(spec(GetParam()))));
  EXPECT_NE(first, inputsOf(*createDataset(spec(GetParam(), 200, 0.1, 0.2, 2))));
}

INSTANTIATE_TEST_SUITE_P(All, PlaneSets,
                         testing::Values(DatasetId::kCircle, DatasetId::kXor, DatasetId::kGauss,
                                         DatasetId::kSpiral, DatasetId::kMoons));

TEST(Curves, AreTheirFormulaOnEquidistantPoints) {
  const DatasetPtr sine = createDataset(spec(DatasetId::kSin, 201, 0, 0));
  ASSERT_TRUE(sine);
  EXPECT_EQ(sine->classes, 0);
  EXPECT_EQ(sine->train_count, 201);
  for (int i = 0; i < 201; ++i) {
    const double x = -1 + i / 100.0;
    EXPECT_NEAR(sine->inputs.data()[i], x, 1e-6);
    EXPECT_NEAR(sine->targets.data()[i], std::sin(M_PI * x), 1e-6);
  }
  const DatasetPtr step = createDataset(spec(DatasetId::kStep, 3, 0, 0));
  EXPECT_EQ(step->targets.data()[0], 0.0f);
  EXPECT_EQ(step->targets.data()[1], 1.0f);
}

TEST(SinPi, IsAccurateOverManyTurns) {
  for (double x = -9.75; x < 9.8; x += 0.01) EXPECT_NEAR(sinPi(x), std::sin(M_PI * x), 1e-11) << x;
}

TEST(Refusals, NameFieldValueAndLimit) {
  const auto refused = [](const DatasetSpec& s, const char* field, ErrorCode code) {
    EXPECT_FALSE(createDataset(s));
    EXPECT_EQ(std::string(lastFailure().field), field);
    EXPECT_EQ(lastFailure().code, code);
  };
  refused(spec(DatasetId::kMoons, 1), "dataset.size", ErrorCode::kTooSmall);
  refused(spec(DatasetId::kMoons, 1 << 20), "dataset.size", ErrorCode::kTooLarge);
  refused(spec(DatasetId::kMoons, 200, -1), "dataset.noise", ErrorCode::kTooSmall);
  refused(spec(DatasetId::kMoons, 200, 0, 0.95), "dataset.testFraction", ErrorCode::kTooLarge);
}

class OwnData : public testing::Test {
 protected:
  OwnDatasetSpec spec_{4, 2, 1, 2, 0, false, 1};
  std::vector<float> inputs_{1, 2, 3, 4, 5, 6, 7, 8};
  std::vector<float> targets_{0, 1, 1, 0};
};

TEST_F(OwnData, KeepsItsOrderWithoutATestSet) {
  const DatasetPtr data = createOwnDataset(spec_, inputs_.data(), targets_.data());
  ASSERT_TRUE(data);
  EXPECT_EQ(inputsOf(*data), inputs_);
  EXPECT_EQ(data->train_count, 4);
}

TEST_F(OwnData, RefusesWhatIsNotANumberOrAClass) {
  inputs_[3] = NAN;
  EXPECT_FALSE(createOwnDataset(spec_, inputs_.data(), targets_.data()));
  EXPECT_EQ(lastFailure().code, ErrorCode::kNotFinite);
  EXPECT_EQ(lastFailure().limit, 3);
  inputs_[3] = 0;
  targets_[2] = 2;
  EXPECT_FALSE(createOwnDataset(spec_, inputs_.data(), targets_.data()));
  EXPECT_EQ(lastFailure().code, ErrorCode::kTooLarge);
  targets_[2] = 0.5f;
  EXPECT_FALSE(createOwnDataset(spec_, inputs_.data(), targets_.data()));
  EXPECT_EQ(lastFailure().code, ErrorCode::kNotInteger);
}

TEST_F(OwnData, StandardizesByTheTrainingRows) {
  spec_.standardize = true;
  const DatasetPtr data = createOwnDataset(spec_, inputs_.data(), targets_.data());
  EXPECT_NEAR(data->inputs.data()[0], -1.3416408, 1e-6);
  EXPECT_NEAR(data->inputs.data()[7], 1.3416408, 1e-6);
}

// A packed set of `count` images whose pixels are (index + place) mod 17.
std::vector<std::uint8_t> packed(int count) {
  std::vector<std::uint8_t> bytes{'A', 'L', 'D', 'G', 1, 0};
  bytes.push_back(static_cast<std::uint8_t>(count & 255));
  bytes.push_back(static_cast<std::uint8_t>(count >> 8));
  bytes.insert(bytes.end(), {8, 10, 0, 0});
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(i % 10));
  for (int i = 0; i < count; ++i) {
    for (int p = 0; p < 64; ++p) bytes.push_back(static_cast<std::uint8_t>((i + p) % 17));
  }
  return bytes;
}

TEST(Digits, HoldOutEveryFifthAndScale) {
  const auto bytes = packed(101);
  ASSERT_TRUE(loadDigits(bytes.data(), bytes.size()));
  const DatasetPtr data = createDataset(spec(DatasetId::kDigits, 80, 0, 0.2));
  ASSERT_TRUE(data);
  EXPECT_EQ(data->train_count, 80);
  EXPECT_EQ(data->count, 101);
  EXPECT_EQ(data->inputs.data()[0], (1.0f / 16 - 0.3052f) / 0.3763f);                // index 1
  EXPECT_EQ(data->inputs.data()[std::size_t{80} * 64 + 1], data->inputs.data()[0]);  // index 0
  const DatasetPtr part = createDataset(spec(DatasetId::kDigits, 10, 0, 0.2));
  EXPECT_EQ(part->train_count, 10);
  EXPECT_EQ(part->count, 31);
}

TEST(Digits, RefuseDamage) {
  auto bytes = packed(101);
  bytes.pop_back();
  EXPECT_FALSE(loadDigits(bytes.data(), bytes.size()));
  EXPECT_EQ(lastFailure().code, ErrorCode::kBadData);
  bytes = packed(101);
  bytes.back() = 17;
  EXPECT_FALSE(loadDigits(bytes.data(), bytes.size()));
  EXPECT_FALSE(loadDigits(bytes.data(), 3));
}

}  // namespace
}  // namespace lab
