// What the course states about the curves.
#include <gtest/gtest.h>

#include "activations/lists.h"
#include "simd/sample.h"

namespace lab {
namespace {

template <class A>
float f(float x) {
  return A::f(F1(x), F1(test::parameter<A>(0)), F1(test::parameter<A>(1))).v;
}
template <class A>
float df(float x) {
  return A::df(F1(x), F1(test::parameter<A>(0)), F1(test::parameter<A>(1))).v;
}

struct Point {
  double x, y;
};
// The least value of a curve over [-10, 10], on a grid of 1e-4.
template <class Curve>
Point lowest(Curve curve) {
  Point best{0, curve(0.0F)};
  for (int i = -100000; i <= 100000; ++i) {
    const auto x = static_cast<float>(i * 1e-4);
    if (const double y = curve(x); y < best.y) best = {x, y};
  }
  return best;
}
template <class Curve>
Point highest(Curve curve) {
  const Point p = lowest([&](float x) { return -curve(x); });
  return {p.x, -p.y};
}

TEST(Facts, TanhIsARescaledSigmoid) {
  for (float x = -10; x <= 10; x += 0.01F) {
    EXPECT_NEAR(f<Tanh>(x), 2 * f<Sigmoid>(2 * x) - 1, 5e-7) << x;
  }
}

TEST(Facts, SigmoidAndTanhSlopesPeakAtZero) {
  EXPECT_EQ(f<Sigmoid>(0), 0.5F);
  EXPECT_EQ(df<Sigmoid>(0), 0.25F);
  EXPECT_EQ(df<Tanh>(0), 1.0F);
}

TEST(Facts, GeluMinimumAndSlopes) {
  const Point minimum = lowest(f<Gelu>);
  EXPECT_NEAR(minimum.y, -0.1700, 5e-5);
  EXPECT_NEAR(minimum.x, -0.7518, 2e-3);
  EXPECT_NEAR(lowest(df<Gelu>).y, -0.129, 5e-4);
  EXPECT_NEAR(highest(df<Gelu>).y, 1.129, 5e-4);
}

TEST(Facts, SwishMinimumAndSlopes) {
  const Point minimum = lowest(f<Swish>);
  EXPECT_NEAR(minimum.y, -0.2785, 5e-5);
  EXPECT_NEAR(minimum.x, -1.2785, 2e-3);
  EXPECT_NEAR(lowest(df<Swish>).y, -0.0998, 5e-5);
  EXPECT_NEAR(highest(df<Swish>).y, 1.0998, 5e-5);
}

// A hard sigmoid's largest distance from the sigmoid, by slope.
double hardSigmoidError(float slope) {
  return highest([=](float x) {
           return std::fabs(HardSigmoid::f(F1(x), F1(slope), F1(0.0F)).v - f<Sigmoid>(x));
         })
      .y;
}

TEST(Facts, HardSigmoidErrors) {
  EXPECT_NEAR(hardSigmoidError(0.25F), 0.1192, 5e-5);
  EXPECT_NEAR(1 - f<Sigmoid>(2), 0.1192, 5e-5);  // it is attained at the corners
  EXPECT_NEAR(hardSigmoidError(0.2F), 0.0759, 5e-5);
  EXPECT_NEAR(hardSigmoidError(1.0F / 6), 0.0692, 5e-5);
}

TEST(Facts, HardTanhError) {
  const Point worst = highest([](float x) { return std::fabs(f<HardTanh>(x) - f<Tanh>(x)); });
  EXPECT_NEAR(worst.y, 0.2384, 5e-5);
  EXPECT_NEAR(std::fabs(worst.x), 1, 1e-3);
}

TEST(Facts, SoftplusIsLogTwoAtZeroAndTheIntegralOfTheSigmoid) {
  EXPECT_FLOAT_EQ(f<Softplus>(0), std::log(2.0F));
  for (float x = -20; x <= 20; x += 0.01F) EXPECT_EQ(df<Softplus>(x), f<Sigmoid>(x));
}

TEST(Facts, EluLiesBelowReluAndLeakyRelu) {
  EXPECT_EQ(f<Relu>(-3), 0.0F);
  EXPECT_NEAR(f<LeakyRelu>(-3), -0.03, 1e-7);
  EXPECT_NEAR(f<Elu>(-3), -0.95, 5e-4);
}

TEST(Facts, LeakyReluIsAMaximumOnlyForSlopesFromZeroToOne) {
  const auto leaky = [](float x, float a) { return LeakyRelu::f(F1(x), F1(a), F1(0.0F)).v; };
  for (const float a : {0.0F, 0.01F, 0.5F, 1.0F}) {
    for (float x = -4; x <= 4; x += 0.5F) EXPECT_EQ(leaky(x, a), std::fmax(a * x, x));
  }
  EXPECT_NE(leaky(-1, 2.0F), std::fmax(2.0F * -1, -1.0F));
}

TEST(Facts, RreluEvaluatesWithTheMeanSlope) { EXPECT_NEAR(-f<Rrelu>(-1), 0.2292, 5e-5); }

// With z ~ N(0, 1), the mean of selu(z) is 0 and the mean of its square 1.
TEST(Facts, SeluKeepsMeanZeroAndVarianceOne) {
  double mean = 0, square = 0;
  const double h = 1e-3;
  for (int i = -10000; i <= 10000; ++i) {
    const double z = i * h;
    const double weight = h * std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
    const double y = f<Selu>(static_cast<float>(z));
    mean += weight * y;
    square += weight * y * y;
  }
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(square, 1, 1e-6);
}

TEST(Facts, SaturatedValuesAreExactAndFinite) {
  EXPECT_EQ(f<Sigmoid>(-1000), 0.0F);
  EXPECT_EQ(f<Tanh>(400), 1.0F);
  EXPECT_TRUE(std::isfinite(df<Swish>(-89)));
  EXPECT_LT(df<Swish>(-89), 0.0F);
  EXPECT_TRUE(std::isfinite(df<Mish>(-89)));
  EXPECT_EQ(df<Mish>(test::kLargest), 1.0F);
}

TEST(Facts, DerivativesAtKinksArePyTorchs) {
  EXPECT_EQ(df<Relu>(0), 0.0F);
  EXPECT_EQ(df<LeakyRelu>(0), 0.01F);
  EXPECT_EQ(df<Prelu>(0), 0.25F);
  EXPECT_EQ(df<Rrelu>(0), test::parameter<Rrelu>(0) * 0.5F + test::parameter<Rrelu>(1) * 0.5F);
  EXPECT_EQ(Elu::df(F1(0.0F), F1(0.7F), F1(0.0F)).v, 0.7F);
  EXPECT_FLOAT_EQ(df<Selu>(0), 1.7580993F);
  for (const float corner : {-1.0F, 1.0F}) EXPECT_EQ(df<HardTanh>(corner), 0.0F);
  for (const float corner : {-2.0F, 2.0F}) EXPECT_EQ(df<HardSigmoid>(corner), 0.0F);
  EXPECT_EQ(f<Step>(0), 1.0F);
  EXPECT_EQ(df<Step>(0), 0.0F);
}

}  // namespace
}  // namespace lab
