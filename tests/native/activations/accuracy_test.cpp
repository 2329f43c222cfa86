// The declared tolerances are those of the exhaustive run, and gates keep theirs where it found
// them worst among all pairs.
#include <gtest/gtest.h>

#include "accuracy_record.h"
#include "activations/lists.h"

namespace lab {
namespace {

template <class A>
class Accuracy : public testing::Test {};
TYPED_TEST_SUITE(Accuracy, test::AllTypes, test::Names);

TYPED_TEST(Accuracy, IsDeclaredAsMeasured) {
  const Tolerance value = test::recorded(TypeParam::id, "value").tolerance;
  const Tolerance derivative = test::recorded(TypeParam::id, "derivative").tolerance;
  EXPECT_EQ(TypeParam::value.ulp, value.ulp);
  EXPECT_EQ(TypeParam::value.absolute, value.absolute);
  EXPECT_EQ(TypeParam::derivative.ulp, derivative.ulp);
  EXPECT_EQ(TypeParam::derivative.absolute, derivative.absolute);
}

template <class A>
class PairAccuracy : public testing::Test {};
TYPED_TEST_SUITE(PairAccuracy, test::GateTypes, test::Names);

TYPED_TEST(PairAccuracy, HoldsWhereItIsWorst) {
  using A = TypeParam;
  const auto expectWithin = [](const char* output, auto engine, auto exact) {
    const test::Recorded& measured = test::recorded(std::string(A::id) + "-pairs", output);
    EXPECT_FALSE(measured.points.empty());
    for (const test::Recorded::Point& point : measured.points) {
      const float v = test::floatOf(point.x);
      const float g = test::floatOf(point.gate);
      EXPECT_LE(test::errorRatio(engine(F1(v), F1(g)).v, exact(v, g), measured.tolerance), 1)
          << output << " at " << v << ", " << g;
    }
  };
  expectWithin("value", A::template f<F1>, A::reference);
  expectWithin("by value", A::template dv<F1>, A::referenceDv);
  expectWithin("by gate", A::template dg<F1>, A::referenceDg);
}

}  // namespace
}  // namespace lab
