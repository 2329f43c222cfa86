// Every elementwise activation of the registry: value and derivative against double precision,
// both widths, edges, and what its description says.
#include <gtest/gtest.h>

#include "accuracy_record.h"
#include "activations/lists.h"
#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kLargest;
using test::kNaN;

template <class A>
struct Activation {
  float a = test::parameter<A>(0);
  float b = test::parameter<A>(1);

  template <class V = F1>
  V f(V x) const {
    return A::f(x, V(a), V(b));
  }
  template <class V = F1>
  V df(V x) const {
    return A::df(x, V(a), V(b));
  }
  float operator()(float x) const { return f(F1(x)).v; }
  float slope(float x) const { return df(F1(x)).v; }
  double exact(double x) const { return A::reference(x, a, b); }
  double exactSlope(double x) const { return A::referenceDerivative(x, a, b); }
};

template <class A>
void expectAccurate(const Activation<A>& activation, const std::vector<float>& sample,
                    const Tolerance& value, const Tolerance& derivative) {
  double worst = 0, worstSlope = 0;
  float at = 0, slopeAt = 0;
  for (const float x : sample) {
    const double ratio = test::errorRatio(activation(x), activation.exact(x), value);
    if (ratio > worst) {
      worst = ratio;
      at = x;
    }
    const double slope =
        test::errorRatio(activation.slope(x), activation.exactSlope(x), derivative);
    if (slope > worstSlope) {
      worstSlope = slope;
      slopeAt = x;
    }
  }
  EXPECT_LE(worst, 1) << "f(" << at << ") = " << activation(at) << ", exact "
                      << activation.exact(at) << ", a = " << activation.a;
  EXPECT_LE(worstSlope, 1) << "f'(" << slopeAt << ") = " << activation.slope(slopeAt) << ", exact "
                           << activation.exactSlope(slopeAt) << ", a = " << activation.a;
}

template <class A>
class Elementwise : public testing::Test {
 protected:
  static const std::vector<float>& sample() {
    static const std::vector<float> all = test::finiteFloats();
    return all;
  }
  static const std::vector<float>& smallSample() {
    static const std::vector<float> all = test::finiteFloats(400009, 4000);
    return all;
  }
};
TYPED_TEST_SUITE(Elementwise, test::ElementwiseTypes, test::Names);

TYPED_TEST(Elementwise, IsWithinToleranceOverAllFloats) {
  expectAccurate(Activation<TypeParam>{}, test::withWorst(this->sample(), TypeParam::id),
                 TypeParam::value, TypeParam::derivative);
}

TYPED_TEST(Elementwise, IsWithinTheTargetAtTheLimitsOfItsParameters) {
  const Tolerance target{4, 2e-7};
  for (const Parameter& p : TypeParam::parameters) {
    for (const double value : {p.min, p.max, p.def / 2}) {
      Activation<TypeParam> activation;
      (&p == TypeParam::parameters.begin() ? activation.a : activation.b) =
          static_cast<float>(value);
      expectAccurate(activation, this->smallSample(), target, target);
    }
  }
}

TYPED_TEST(Elementwise, HasTheSameBitsInOneLaneAndInFour) {
  const Activation<TypeParam> activation;
  std::vector<float> sample = this->smallSample();
  for (const float x : {kInf, -kInf, kNaN, -kNaN}) sample.push_back(x);
  while (sample.size() % 4 != 0) sample.push_back(0);
  for (std::size_t i = 0; i < sample.size(); i += 4) {
    float value[4], slope[4];
    activation.f(F4::load(sample.data() + i)).store(value);
    activation.df(F4::load(sample.data() + i)).store(slope);
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const float x = sample[i + lane];
      ASSERT_PRED2(test::sameBits, value[lane], activation(x)) << "f(" << x << ")";
      ASSERT_PRED2(test::sameBits, slope[lane], activation.slope(x)) << "f'(" << x << ")";
    }
  }
}

TYPED_TEST(Elementwise, DerivativeIsTheLimitOfDifferences) {
  const Activation<TypeParam> activation;
  for (int i = -4000; i <= 4000; ++i) {
    const double x = static_cast<float>(i / 400.0 + 1e-3);
    const double h = 1e-5;
    bool atKink = false;
    for (const double kink : TypeParam::kinks) atKink |= std::fabs(x - kink) < 2 * h;
    if (atKink) continue;
    const double slope = (activation.exact(x + h) - activation.exact(x - h)) / (2 * h);
    ASSERT_NEAR(activation.slope(static_cast<float>(x)), slope, 1e-6) << "f'(" << x << ")";
  }
}

// A kink is a jump of f or of f'; there is none that is not declared.
TYPED_TEST(Elementwise, DeclaresItsKinks) {
  const Activation<TypeParam> activation;
  const auto jump = [&](double x) {
    const double h = 1e-6;
    return std::fmax(std::fabs(activation.exact(x + h) - activation.exact(x - h)),
                     std::fabs(activation.exactSlope(x + h) - activation.exactSlope(x - h)));
  };
  for (const double kink : TypeParam::kinks) EXPECT_GT(jump(kink), 0.1) << kink;
  for (int i = -4000; i <= 4000; ++i) {
    const double x = i / 400.0;
    bool declared = false;
    for (const double kink : TypeParam::kinks) declared |= x == kink;
    if (!declared) {
      ASSERT_LT(jump(x), 1e-4) << x;
    }
  }
}

TYPED_TEST(Elementwise, PassesNaN) {
  const Activation<TypeParam> activation;
  for (const float x : {kNaN, -kNaN}) {
    EXPECT_TRUE(std::isnan(activation(x)));
    EXPECT_TRUE(std::isnan(activation.slope(x)));
  }
}

TYPED_TEST(Elementwise, TakesInfinityToItsLimit) {
  const Activation<TypeParam> activation;
  for (const float x : {kLargest, -kLargest}) {
    const float infinite = std::copysign(kInf, x);
    const float limit = activation(x);
    // Whatever still grows at the largest float is unbounded.
    const float expected = std::fabs(limit) > 1e30F ? std::copysign(kInf, limit) : limit;
    EXPECT_EQ(activation(infinite), expected);
    EXPECT_EQ(activation.slope(infinite), activation.slope(x));
  }
}

TYPED_TEST(Elementwise, TakesBothZerosAlike) {
  const Activation<TypeParam> activation;
  EXPECT_EQ(activation(0.0F), activation(-0.0F));
  EXPECT_EQ(activation.slope(0.0F), activation.slope(-0.0F));
  EXPECT_LE(test::errorRatio(activation(0.0F), activation.exact(0), {1, 0}), 1);
}

TYPED_TEST(Elementwise, FillsItsRange) {
  const Activation<TypeParam> activation;
  const auto [infimum, supremum] = TypeParam::range;
  double lowest = kInf, highest = -kInf;
  for (const float x : this->sample()) {
    const double y = activation(x);
    lowest = std::fmin(lowest, y);
    highest = std::fmax(highest, y);
  }
  const auto expectBound = [](double reached, double bound) {
    if (std::isinf(bound)) {
      EXPECT_GT(std::copysign(1, bound) * reached, 1e30);
    } else {
      EXPECT_NEAR(reached, bound, 3e-7);
    }
  };
  expectBound(lowest, infimum);
  expectBound(highest, supremum);
}

TYPED_TEST(Elementwise, KnowsItsLargestSlope) {
  const Activation<TypeParam> activation;
  double largest = 0;
  for (const float x : this->sample()) {
    largest = std::fmax(largest, std::fabs(activation.slope(x)));
  }
  EXPECT_NEAR(largest, TypeParam::maxSlope(activation.a, activation.b), 1e-6);
}

}  // namespace
}  // namespace lab
