// F1 and F4 do the same operation, bit for bit, and each is the IEEE one that its name says.
#include "simd/vec.h"

#include <gtest/gtest.h>

#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kNaN;

const std::vector<float> kOperands = {0.0F,
                                      -0.0F,
                                      1.0F,
                                      -1.0F,
                                      0.5F,
                                      -2.5F,
                                      3.5F,
                                      1e-40F,
                                      -1e-40F,
                                      1e30F,
                                      -1e30F,
                                      test::kLargest,
                                      -test::kLargest,
                                      0.1F,
                                      1.17549435e-38F,
                                      4194303.5F,
                                      -4194303.5F,
                                      7.0F,
                                      kInf,
                                      -kInf,
                                      kNaN};

// Runs the same expression on both widths for every pair of operands.
template <class Expression>
void expectSameBits(Expression expression) {
  for (const float a : kOperands) {
    for (const float b : kOperands) {
      const float four[4] = {a, b, 1.0F, a};
      const float other[4] = {b, a, b, 3.0F};
      float wide[4];
      expression(F4::load(four), F4::load(other)).store(wide);
      for (int lane = 0; lane < 4; ++lane) {
        const float narrow = expression(F1(four[lane]), F1(other[lane])).v;
        EXPECT_PRED2(test::sameBits, wide[lane], narrow)
            << four[lane] << ", " << other[lane] << " in lane " << lane;
      }
    }
  }
}

TEST(Vec, ArithmeticHasTheSameBits) {
  expectSameBits([](auto a, auto b) { return a + b; });
  expectSameBits([](auto a, auto b) { return a - b; });
  expectSameBits([](auto a, auto b) { return a * b; });
  expectSameBits([](auto a, auto b) { return a / b; });
  expectSameBits([](auto a, auto) { return -a; });
  expectSameBits([](auto a, auto) { return sqrt(a); });
  expectSameBits([](auto a, auto) { return abs(a); });
  expectSameBits([](auto a, auto b) { return copysign(a, b); });
  expectSameBits([](auto a, auto) { return round(a); });
  expectSameBits([](auto a, auto b) { return a * b + a; });
}

TEST(Vec, ComparisonsAndSelectionHaveTheSameBits) {
  expectSameBits([](auto a, auto b) { return min(a, b); });
  expectSameBits([](auto a, auto b) { return max(a, b); });
  // Against a constant, where compilers look for a maximum instruction that treats -0 otherwise.
  expectSameBits([](auto a, auto) { return max(a, decltype(a)(0.0F)); });
  expectSameBits([](auto a, auto) { return max(a, decltype(a)(-0.0F)); });
  expectSameBits([](auto a, auto) { return min(a, decltype(a)(0.0F)); });
  expectSameBits([](auto a, auto) { return min(a, decltype(a)(-0.0F)); });
  expectSameBits([](auto a, auto b) { return select(a < b, a, b); });
  expectSameBits([](auto a, auto b) { return select(a <= b, a, b); });
  expectSameBits([](auto a, auto b) { return select(a > b, a, b); });
  expectSameBits([](auto a, auto b) { return select(a >= b, a, b); });
  expectSameBits([](auto a, auto b) { return select(a == b, a + a, b); });
  expectSameBits([](auto a, auto b) { return select(a != b, a + a, b); });
  expectSameBits([](auto a, auto b) { return select((a < b) & !(b < 0.0F), a, b); });
  expectSameBits([](auto a, auto b) { return select((a < b) | (a == b), a, b); });
  expectSameBits([](auto a, auto b) { return select(isFinite(a), b, a); });
}

TEST(Vec, IntegerLanesHaveTheSameBits) {
  expectSameBits([](auto a, auto b) { return fromBits(bits(a) + bits(b)); });
  expectSameBits([](auto a, auto b) { return fromBits(bits(a) - bits(b)); });
  expectSameBits(
      [](auto a, auto b) { return fromBits((bits(a) & bits(b)) | (bits(a) ^ bits(b))); });
  expectSameBits([](auto a, auto) { return fromBits(bits(a).template shl<7>()); });
  expectSameBits([](auto a, auto) { return fromBits(bits(a).template shr<9>()); });
  expectSameBits([](auto a, auto) { return toFloat(bits(a)); });
}

template <class V>
float lane0(V v) {
  float lanes[V::width];
  v.store(lanes);
  return lanes[0];
}

template <class V>
class Lanes : public testing::Test {};
using Widths = testing::Types<F1, F4>;
TYPED_TEST_SUITE(Lanes, Widths);

TYPED_TEST(Lanes, MinAndMaxPassNaNOfTheFirstArgument) {
  using V = TypeParam;
  EXPECT_TRUE(std::isnan(lane0(max(V(kNaN), V(0.0F)))));
  EXPECT_TRUE(std::isnan(lane0(min(V(kNaN), V(0.0F)))));
  EXPECT_EQ(lane0(max(V(2.0F), V(kNaN))), 2.0F);
  EXPECT_EQ(lane0(min(V(2.0F), V(kNaN))), 2.0F);
  // Of equal operands the first one: a negative zero stays.
  EXPECT_TRUE(std::signbit(lane0(max(V(-0.0F), V(0.0F)))));
}

TYPED_TEST(Lanes, RoundsToEven) {
  using V = TypeParam;
  for (const auto& [x, y] : {std::pair{0.5F, 0.0F},
                             {1.5F, 2.0F},
                             {2.5F, 2.0F},
                             {-0.5F, 0.0F},
                             {-1.5F, -2.0F},
                             {0.4999F, 0.0F},
                             {1048575.5F, 1048576.0F}}) {
    EXPECT_EQ(lane0(round(V(x))), y) << x;
  }
}

TYPED_TEST(Lanes, MasksCountTheirLanes) {
  using V = TypeParam;
  const unsigned every = (1U << V::width) - 1;
  EXPECT_EQ(bitmask(V(1.0F) < V(2.0F)), every);
  EXPECT_EQ(bitmask(V(2.0F) < V(1.0F)), 0U);
  EXPECT_TRUE(all(V(1.0F) == V(1.0F)));
  EXPECT_FALSE(any(V(kNaN) == V(kNaN)));
  EXPECT_TRUE(any(V(kNaN) != V(kNaN)));
  EXPECT_FALSE(any(isFinite(V(kNaN)) | isFinite(V(kInf)) | isFinite(V(-kInf))));
  EXPECT_TRUE(all(isFinite(V(test::kLargest))));
}

TEST(Vec, MasksKeepLaneOrder) {
  const float x[4] = {-1.0F, 1.0F, 1.0F, -1.0F};
  EXPECT_EQ(bitmask(F4::load(x) < F4(0.0F)), 9U);
  EXPECT_TRUE(any(F4::load(x) < F4(0.0F)));
  EXPECT_FALSE(all(F4::load(x) < F4(0.0F)));
}

TEST(Vec, SumsLanesInTheDocumentedOrder) {
  // (l0 + l2) + (l1 + l3); every other order loses a different bit.
  const float x[4] = {1e8F, 1.0F, -1e8F, 3.0F};
  EXPECT_EQ(hsum(F4::load(x)), 4.0F);
  const float y[4] = {1e8F, -1e8F, 3.0F, 1.0F};
  EXPECT_EQ(hsum(F4::load(y)), (1e8F + 3.0F) + (-1e8F + 1.0F));
  EXPECT_EQ(hsum(F1(2.5F)), 2.5F);
}

TEST(Vec, LoadsAndStoresNeedNoAlignment) {
  alignas(16) float buffer[9] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  for (int offset = 0; offset < 4; ++offset) {
    float lanes[4];
    F4::load(buffer + offset).store(lanes);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(lanes[i], static_cast<float>(offset + i));
    F4::load_splat(buffer + offset).store(lanes);
    for (const float lane : lanes) EXPECT_EQ(lane, static_cast<float>(offset));
  }
  F4(9.0F).store(buffer + 1);
  EXPECT_EQ(buffer[0], 0.0F);
  EXPECT_EQ(buffer[4], 9.0F);
  EXPECT_EQ(buffer[5], 5.0F);
}

}  // namespace
}  // namespace lab
