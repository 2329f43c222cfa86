// Every gated activation of the registry: value and both derivatives against double precision, the
// kernels, and `evaluate` with its affine pieces.
#include <gtest/gtest.h>

#include "accuracy_record.h"
#include "activations/lists.h"
#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kNaN;

template <class A>
class Gate : public testing::Test {
 protected:
  // f and f' of one x through `evaluate`.
  static float at(float x, bool derivative, const float (&params)[4]) {
    float y;
    evaluate(indexOf<A>, derivative, &x, &y, 1, params, 4);
    return y;
  }
  static constexpr float kUnit[4] = {1, 0, 1, 0};
};
TYPED_TEST_SUITE(Gate, test::GateTypes, test::Names);

TYPED_TEST(Gate, IsWithinToleranceOverAllFloats) {
  const std::vector<float> x = test::withWorst(test::finiteFloats(), TypeParam::id);
  std::vector<float> value(x.size()), slope(x.size());
  evaluate(indexOf<TypeParam>, false, x.data(), value.data(), x.size(), this->kUnit, 4);
  evaluate(indexOf<TypeParam>, true, x.data(), slope.data(), x.size(), this->kUnit, 4);
  double worst = 0, worstSlope = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    worst = std::fmax(
        worst, test::errorRatio(value[i], TypeParam::reference(x[i], x[i]), TypeParam::value));
    const double exact = TypeParam::referenceDv(x[i], x[i]) + TypeParam::referenceDg(x[i], x[i]);
    worstSlope = std::fmax(worstSlope, test::errorRatio(slope[i], exact, TypeParam::derivative));
  }
  EXPECT_LE(worst, 1);
  EXPECT_LE(worstSlope, 1);
}

TYPED_TEST(Gate, IsWithinTheTargetForEveryPairAndWidth) {
  const Tolerance target{5, 2e-7};
  for (float v = -20; v <= 20; v += 0.37F) {
    for (float g = -110; g <= 110; g += 0.41F) {
      const F4 value = TypeParam::f(F4(v), F4(g));
      const F4 dv = TypeParam::dv(F4(v), F4(g));
      const F4 dg = TypeParam::dg(F4(v), F4(g));
      float lanes[4];
      value.store(lanes);
      ASSERT_EQ(lanes[3], TypeParam::f(F1(v), F1(g)).v);
      ASSERT_LE(test::errorRatio(lanes[0], TypeParam::reference(v, g), target), 1)
          << v << ", " << g;
      dv.store(lanes);
      ASSERT_EQ(lanes[3], TypeParam::dv(F1(v), F1(g)).v);
      ASSERT_LE(test::errorRatio(lanes[0], TypeParam::referenceDv(v, g), target), 1)
          << v << ", " << g;
      dg.store(lanes);
      ASSERT_EQ(lanes[3], TypeParam::dg(F1(v), F1(g)).v);
      ASSERT_LE(test::errorRatio(lanes[0], TypeParam::referenceDg(v, g), target), 1)
          << v << ", " << g;
    }
  }
}

TYPED_TEST(Gate, DerivativesAreTheLimitsOfDifferences) {
  const double h = 1e-5;
  for (float v = -6; v <= 6; v += 0.31F) {
    for (float g = -6; g <= 6; g += 0.29F) {
      const double dv = (TypeParam::reference(v + h, g) - TypeParam::reference(v - h, g)) / (2 * h);
      const double dg = (TypeParam::reference(v, g + h) - TypeParam::reference(v, g - h)) / (2 * h);
      ASSERT_NEAR(TypeParam::dv(F1(v), F1(g)).v, dv, 1e-6);
      ASSERT_NEAR(TypeParam::dg(F1(v), F1(g)).v, dg, 1e-6);
    }
  }
}

TYPED_TEST(Gate, KernelsRunEveryLengthAndInPlace) {
  const ActivationEntry& entry = activation(indexOf<TypeParam>);
  const float guard = 12345.0F;
  for (std::size_t n = 0; n <= 19; ++n) {
    const std::size_t stride = n + 1;  // value, guard, gate, guard
    std::vector<float> z(2 * stride, guard);
    for (std::size_t i = 0; i < n; ++i) {
      z[i] = -2.0F + 0.3F * static_cast<float>(i);
      z[stride + i] = 1.5F - 0.2F * static_cast<float>(i);
    }
    std::vector<float> y(n + 1, guard), alone = z, slopes = z;
    entry.forward({alone.data(), stride, 2, n, nullptr, nullptr, 0}, alone.data());
    entry.forwardSlope({slopes.data(), stride, 2, n, nullptr, nullptr, 0}, y.data(), slopes.data());
    for (std::size_t i = 0; i < n; ++i) {
      const F1 v(z[i]);
      const F1 g(z[stride + i]);
      EXPECT_EQ(y[i], TypeParam::f(v, g).v);
      EXPECT_EQ(alone[i], y[i]);
      EXPECT_EQ(slopes[i], TypeParam::dv(v, g).v);
      EXPECT_EQ(slopes[stride + i], TypeParam::dg(v, g).v);
    }
    for (const float value : {y[n], alone[n], slopes[n], slopes[stride + n]}) {
      EXPECT_EQ(value, guard);
    }
  }
}

TYPED_TEST(Gate, EvaluatesItsAffinePiecesByTheChainRule) {
  const float params[4] = {1.5F, -0.25F, -0.75F, 0.5F};  // weight, bias, gateWeight, gateBias
  for (float x = -4; x <= 4; x += 0.25F) {
    const double v = params[0] * x + params[1];
    const double g = params[2] * x + params[3];
    const double slope =
        params[0] * TypeParam::referenceDv(v, g) + params[2] * TypeParam::referenceDg(v, g);
    EXPECT_NEAR(this->at(x, false, params), TypeParam::reference(v, g), 1e-6);
    EXPECT_NEAR(this->at(x, true, params), slope, 1e-6);
  }
}

TYPED_TEST(Gate, PassesNaNOfValueAndGate) {
  for (const auto& [v, g] : {std::pair{kNaN, 1.0F}, {1.0F, kNaN}, {kNaN, -1000.0F}, {kNaN, kNaN}}) {
    EXPECT_TRUE(std::isnan(TypeParam::f(F1(v), F1(g)).v)) << v << ", " << g;
  }
}

TYPED_TEST(Gate, TakesInfinityToItsLimit) {
  for (const float x : {test::kLargest, -test::kLargest}) {
    const float limit = this->at(x, false, this->kUnit);
    const float expected = std::fabs(limit) > 1e30F ? std::copysign(kInf, limit) : limit;
    EXPECT_EQ(this->at(std::copysign(kInf, x), false, this->kUnit), expected);
    EXPECT_EQ(this->at(std::copysign(kInf, x), true, this->kUnit), this->at(x, true, this->kUnit));
  }
}

}  // namespace
}  // namespace lab
