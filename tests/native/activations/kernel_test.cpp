// The kernels of the registry: every length, in place, per-element parameters, nothing written
// beyond the end, and the order that is the wire format.
#include <gtest/gtest.h>

#include <set>

#include "activations/lists.h"
#include "simd/sample.h"

namespace lab {
namespace {

constexpr float kGuard = 12345.0F;
constexpr std::size_t kLongest = 19;

// n floats between guards.
struct Guarded {
  explicit Guarded(std::size_t n) : values(n + 2, kGuard), size(n) {}
  float* data() { return values.data() + 1; }
  void expectIntact() const {
    EXPECT_EQ(values.front(), kGuard);
    EXPECT_EQ(values[size + 1], kGuard);
  }
  std::vector<float> values;
  std::size_t size;
};

float input(std::size_t i) { return -3.1F + 0.37F * static_cast<float>(i); }

TEST(Registry, KeepsTheWireOrder) {
  const char* const order[] = {"identity",  "step",     "sigmoid", "tanh",       "hard-sigmoid",
                               "hard-tanh", "softsign", "relu",    "leaky-relu", "prelu",
                               "rrelu",     "elu",      "selu",    "softplus",   "swish",
                               "gelu",      "mish",     "maxout",  "glu",        "gtu"};
  int index = 0;
  for (const char* id : order) EXPECT_STREQ(activation(index++).id, id);
  EXPECT_GE(kActivationCount, index);
}

template <class A>
class Described : public testing::Test {};
TYPED_TEST_SUITE(Described, test::AllTypes, test::Names);

TYPED_TEST(Described, CompletelyAndOnce) {
  using A = TypeParam;
  const ActivationEntry& entry = activation(indexOf<A>);
  EXPECT_STREQ(entry.id, A::id);
  EXPECT_EQ(entry.kind, A::kind);
  int sameId = 0;
  for (int i = 0; i < kActivationCount; ++i) sameId += std::string(activation(i).id) == A::id;
  EXPECT_EQ(sameId, 1);
  for (const char* text : {A::label, A::latex, A::latexDerivative, A::source}) {
    EXPECT_GT(std::string(text).size(), 2U);
  }
  EXPECT_EQ(std::string(A::latex).find("f(x)="), 0U);
  EXPECT_EQ(std::string(A::latexDerivative).find("f'(x)="), 0U);
  EXPECT_LT(A::range[0], A::range[1]);
  std::set<std::string> ids;
  for (const Parameter& p : A::parameters) {
    EXPECT_TRUE(ids.insert(p.id).second) << p.id;
    EXPECT_LT(p.min, p.max);
    EXPECT_LE(p.min, p.def);
    EXPECT_LE(p.def, p.max);
  }
  EXPECT_LE(A::value.ulp, 8);
  EXPECT_LE(A::derivative.ulp, 8);
  EXPECT_LE(A::value.absolute, 2e-7);
  EXPECT_LE(A::derivative.absolute, 2e-7);
}

template <class A>
class Kernels : public testing::Test {
 protected:
  const ActivationEntry& entry = activation(indexOf<A>);
  float a = test::parameter<A>(0);
  float b = test::parameter<A>(1);
};
TYPED_TEST_SUITE(Kernels, test::ElementwiseTypes, test::Names);

// n units with one parameter for all, or with parameters of their own.
Units unitsOf(const float* x, std::size_t n, const Splat& a, const Splat& b) {
  return {x, 0, 1, n, a.lanes, b.lanes, 0};
}
Units unitsOf(const float* x, std::size_t n, const std::vector<float>& a,
              const std::vector<float>& b) {
  return {x, 0, 1, n, a.data(), b.data(), 1};
}

TYPED_TEST(Kernels, RunEveryLengthAndNothingMore) {
  const Splat a(this->a);
  const Splat b(this->b);
  for (std::size_t n = 0; n <= kLongest; ++n) {
    Guarded x(n), alone(n), value(n), slope(n);
    for (std::size_t i = 0; i < n; ++i) x.data()[i] = input(i);
    const Units units = unitsOf(x.data(), n, a, b);
    this->entry.forward(units, alone.data());
    this->entry.forwardSlope(units, value.data(), slope.data());
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(alone.data()[i], TypeParam::f(F1(input(i)), F1(this->a), F1(this->b)).v);
      EXPECT_EQ(value.data()[i], alone.data()[i]);
      EXPECT_EQ(slope.data()[i], TypeParam::df(F1(input(i)), F1(this->a), F1(this->b)).v);
    }
    for (const Guarded* buffer : {&x, &alone, &value, &slope}) buffer->expectIntact();
  }
}

TYPED_TEST(Kernels, WorkInPlace) {
  const Splat a(this->a);
  const Splat b(this->b);
  for (std::size_t n = 0; n <= kLongest; ++n) {
    Guarded value(n), slope(n), other(n);
    std::vector<float> x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = value.data()[i] = slope.data()[i] = input(i);
    this->entry.forward(unitsOf(value.data(), n, a, b), value.data());
    this->entry.forwardSlope(unitsOf(slope.data(), n, a, b), slope.data(), slope.data());
    this->entry.forwardSlope(unitsOf(x.data(), n, a, b), other.data(), other.data());
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(value.data()[i], TypeParam::f(F1(input(i)), F1(this->a), F1(this->b)).v);
      EXPECT_EQ(slope.data()[i], TypeParam::df(F1(input(i)), F1(this->a), F1(this->b)).v);
      EXPECT_EQ(other.data()[i], slope.data()[i]);
    }
    for (const Guarded* buffer : {&value, &slope, &other}) buffer->expectIntact();
  }
}

// The activations whose units have parameters of their own: one learns them, one draws them.
template <class A>
class OwnParameters : public Kernels<A> {};
using OwnParameterTypes = testing::Types<Prelu, Rrelu>;
TYPED_TEST_SUITE(OwnParameters, OwnParameterTypes, test::Names);

TYPED_TEST(OwnParameters, AreTakenForEachElement) {
  for (std::size_t n = 0; n <= kLongest; ++n) {
    Guarded value(n), slope(n);
    std::vector<float> x(n), a(n), b(n);
    for (std::size_t i = 0; i < n; ++i) {
      x[i] = input(i);
      a[i] = 0.1F + 0.05F * static_cast<float>(i);
      b[i] = 0.9F - 0.03F * static_cast<float>(i);
    }
    this->entry.forwardSlope(unitsOf(x.data(), n, a, b), value.data(), slope.data());
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(value.data()[i], TypeParam::f(F1(x[i]), F1(a[i]), F1(b[i])).v);
      EXPECT_EQ(slope.data()[i], TypeParam::df(F1(x[i]), F1(a[i]), F1(b[i])).v);
    }
    for (const Guarded* buffer : {&value, &slope}) buffer->expectIntact();
  }
}

TYPED_TEST(Kernels, ServeEvaluate) {
  constexpr std::size_t n = 7;
  float x[n], expected[n], y[n];
  for (std::size_t i = 0; i < n; ++i) x[i] = input(2 * i);
  const float params[2] = {0.3F, 0.7F};
  const bool hasParams = !TypeParam::parameters.empty();
  const std::size_t count = TypeParam::parameters.size();
  this->entry.forward(unitsOf(x, n, Splat(hasParams ? params[0] : 0), Splat(params[1])), expected);
  evaluate(indexOf<TypeParam>, false, x, y, n, params, count);
  for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(y[i], expected[i]);
  this->entry.forwardSlope(unitsOf(x, n, Splat(this->a), Splat(this->b)), expected, expected);
  evaluate(indexOf<TypeParam>, true, x, y, n, nullptr, 0);
  for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(y[i], expected[i]);
}

TEST(RandomSlopes, PassUnchangedWhenGivenTwice) {
  for (const float slope : {0.125F, 0.2F, 0.33333334F, 0.1F}) {
    EXPECT_EQ(Rrelu::f(F1(-1.0F), F1(slope), F1(slope)).v, -slope);
    EXPECT_EQ(Rrelu::df(F1(-1.0F), F1(slope), F1(slope)).v, slope);
  }
}

}  // namespace
}  // namespace lab
