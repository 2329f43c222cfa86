// The vector math against double precision: error bounds over all floats, edges, and the same bits
// in one lane and in four.
#include "simd/math.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "accuracy_record.h"
#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kLargest;
using test::kNaN;

double upperTail(double t) { return std::erfc(t / std::sqrt(2.0)) / 2; }
double softplusExact(double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))); }
double sigmoidSlopeExact(double x) {
  const double e = std::exp(-std::fabs(x));
  return e / ((1 + e) * (1 + e));
}
double sigmoidExact(double x) {
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}
double tanhSlopeExact(double x) { return 4 * sigmoidSlopeExact(2 * x); }

template <class V>
V normalUpperTail(V t) {
  const auto [s, e] = normalTail(t);
  return s * e;
}

struct Function {
  const char* name;
  F1 (*narrow)(F1);
  F4 (*wide)(F4);
  double (*exact)(double);
  float low, high;
  // Where its error is recorded: as an output of an activation, or as its own.
  const char* id;
  const char* output;

  const Tolerance& accepted() const { return test::recorded(id, output).tolerance; }
};
void PrintTo(const Function& f, std::ostream* out) { *out << f.name; }

constexpr float kLowest = -kLargest;
const Function kFunctions[] = {
    {"exp", exp<F1>, exp<F4>, std::exp, kLowest, 0, "math-exp", "value"},
    {"expm1", expm1<F1>, expm1<F4>, std::expm1, kLowest, 0, "math-expm1", "value"},
    {"log", log<F1>, log<F4>, std::log, 0, kLargest, "math-log", "value"},
    {"log1p", log1p<F1>, log1p<F4>, std::log1p, 0, 1, "math-log1p", "value"},
    {"sigmoid", sigmoid<F1>, sigmoid<F4>, sigmoidExact, kLowest, kLargest, "sigmoid", "value"},
    {"sigmoidSlope", sigmoidSlope<F1>, sigmoidSlope<F4>, sigmoidSlopeExact, kLowest, kLargest,
     "sigmoid", "derivative"},
    {"tanh", tanh<F1>, tanh<F4>, std::tanh, kLowest, kLargest, "tanh", "value"},
    {"tanhSlope", tanhSlope<F1>, tanhSlope<F4>, tanhSlopeExact, kLowest, kLargest, "tanh",
     "derivative"},
    {"softplus", softplus<F1>, softplus<F4>, softplusExact, kLowest, kLargest, "softplus", "value"},
    {"normalTail", normalUpperTail<F1>, normalUpperTail<F4>, upperTail, 0, 16, "math-normalTail",
     "value"},
};

std::vector<float> sampleOf(const Function& f, std::uint32_t everywhere, int dense) {
  std::vector<float> sample;
  for (const float x : test::finiteFloats(everywhere, dense)) {
    if (f.low <= x && x <= f.high) sample.push_back(x);
  }
  for (int i = 0; i <= dense; ++i) {
    const float x = static_cast<float>(i) / static_cast<float>(dense);
    if (f.low <= x && x <= f.high) sample.push_back(x);
    if (f.low <= -x && -x <= f.high) sample.push_back(-x);
  }
  return sample;
}

class Math : public testing::TestWithParam<Function> {};
INSTANTIATE_TEST_SUITE_P(, Math, testing::ValuesIn(kFunctions),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(Math, StaysWithinItsBound) {
  const Function& f = GetParam();
  double worst = 0;
  float at = 0;
  for (const float x : test::withWorst(sampleOf(f, 8009, 80000), f.id)) {
    const double ratio = test::errorRatio(f.narrow(F1(x)).v, f.exact(x), f.accepted());
    if (ratio <= worst) continue;
    worst = ratio;
    at = x;
  }
  EXPECT_LE(worst, 1) << f.name << "(" << at << ") = " << f.narrow(F1(at)).v << ", exact "
                      << f.exact(at);
  RecordProperty("worstUlp", std::to_string(worst * f.accepted().ulp));
}

TEST_P(Math, HasTheSameBitsInOneLaneAndInFour) {
  const Function& f = GetParam();
  std::vector<float> sample = sampleOf(f, 60013, 20000);
  for (const float x : {kInf, -kInf, kNaN}) sample.push_back(x);
  while (sample.size() % 4 != 0) sample.push_back(0);
  for (std::size_t i = 0; i < sample.size(); i += 4) {
    float wide[4];
    f.wide(F4::load(sample.data() + i)).store(wide);
    for (std::size_t lane = 0; lane < 4; ++lane) {
      ASSERT_PRED2(test::sameBits, wide[lane], f.narrow(F1(sample[i + lane])).v)
          << f.name << "(" << sample[i + lane] << ")";
    }
  }
}

TEST_P(Math, PassesNaN) { EXPECT_TRUE(std::isnan(GetParam().narrow(F1(kNaN)).v)); }

TEST(MathEdges, ExponentialReachesZeroAndTheSubnormals) {
  EXPECT_EQ(exp(F1(0.0F)).v, 1.0F);
  EXPECT_EQ(exp(F1(-0.0F)).v, 1.0F);
  EXPECT_EQ(exp(F1(-kInf)).v, 0.0F);
  EXPECT_EQ(exp(F1(-104.0F)).v, 0.0F);
  EXPECT_EQ(exp(F1(-103.5F)).v, test::floatOf(1));
}

TEST(MathEdges, LogarithmOfZeroInfinityAndNegativeNumbers) {
  EXPECT_EQ(log(F1(1.0F)).v, 0.0F);
  EXPECT_EQ(log(F1(0.0F)).v, -kInf);
  EXPECT_EQ(log(F1(-0.0F)).v, -kInf);
  EXPECT_EQ(log(F1(kInf)).v, kInf);
  EXPECT_TRUE(std::isnan(log(F1(-1.0F)).v));
  EXPECT_TRUE(std::isnan(log(F1(-kInf)).v));
}

TEST(MathEdges, SaturationIsExact) {
  EXPECT_EQ(sigmoid(F1(-1000.0F)).v, 0.0F);
  EXPECT_EQ(sigmoid(F1(1000.0F)).v, 1.0F);
  EXPECT_EQ(sigmoid(F1(0.0F)).v, 0.5F);
  EXPECT_EQ(tanh(F1(400.0F)).v, 1.0F);
  EXPECT_EQ(tanh(F1(-kInf)).v, -1.0F);
  EXPECT_TRUE(std::signbit(tanh(F1(-0.0F)).v));
  EXPECT_EQ(softplus(F1(-kInf)).v, 0.0F);
  EXPECT_EQ(softplus(F1(kInf)).v, kInf);
  EXPECT_EQ(expm1(F1(-kInf)).v, -1.0F);
}

}  // namespace
}  // namespace lab
