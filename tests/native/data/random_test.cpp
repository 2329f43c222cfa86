// Streams: fixed for ever, independent of each other, and of the right distribution.
#include "data/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace lab {
namespace {

TEST(Stream, IsTheSameForEver) {
  // A change of these values changes every published run.
  Stream stream(1, "init", 2, 3);
  EXPECT_EQ(stream.next(), 3247257265u);
  EXPECT_EQ(stream.next(), 4056396726u);
  EXPECT_EQ(stream.uniform(), 16322533 * 0x1p-24f);
  EXPECT_EQ(stream.normal(), 0.456861645f);
}

TEST(Stream, DependsOnSeedNameAndCounters) {
  std::set<std::uint32_t> firsts;
  for (const std::uint32_t seed : {0u, 1u, 4294967295u}) {
    for (const char* name : {"data", "split", "batch", "init", "dropout", "rrelu"}) {
      for (const std::uint32_t a : {0u, 1u}) {
        for (const std::uint32_t b : {0u, 1u}) firsts.insert(Stream(seed, name, a, b).next());
      }
    }
  }
  EXPECT_EQ(firsts.size(), 3u * 6 * 2 * 2);
}

TEST(Stream, UniformCoversTheUnitIntervalEvenly) {
  Stream stream(5, "data");
  constexpr int kDraws = 100000;
  std::vector<int> bins(10);
  for (int i = 0; i < kDraws; ++i) {
    const float u = stream.uniform();
    ASSERT_GE(u, 0.0f);
    ASSERT_LT(u, 1.0f);
    ++bins[static_cast<int>(u * 10)];
  }
  double chi_squared = 0;
  for (const int n : bins) chi_squared += (n - 1e4) * (n - 1e4) / 1e4;
  EXPECT_LT(chi_squared, 27.9);  // 9 degrees of freedom, p = 0.001
}

TEST(Stream, NormalHasItsFirstFourMoments) {
  Stream stream(9, "init");
  constexpr int kDraws = 200000;
  double m[5] = {};
  for (int i = 0; i < kDraws; ++i) {
    const double x = stream.normal();
    for (int k = 1; k <= 4; ++k) m[k] += std::pow(x, k) / kDraws;
  }
  EXPECT_NEAR(m[1], 0, 0.01);
  EXPECT_NEAR(m[2], 1, 0.015);
  EXPECT_NEAR(m[3], 0, 0.04);
  EXPECT_NEAR(m[4], 3, 0.12);
}

TEST(Stream, BelowIsUnbiasedAndInRange) {
  Stream stream(3, "split");
  std::vector<int> counts(7);
  for (int i = 0; i < 70000; ++i) {
    const std::uint32_t k = stream.below(7);
    ASSERT_LT(k, 7u);
    ++counts[k];
  }
  for (const int n : counts) EXPECT_NEAR(n, 10000, 400);
}

TEST(Stream, PermutationHoldsEveryIndexOnce) {
  for (const std::uint32_t n : {1u, 2u, 5u, 1437u}) {
    std::vector<std::uint32_t> order(n);
    Stream(2, "batch").permutation(order.data(), n);
    EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), n);
    EXPECT_LT(*std::max_element(order.begin(), order.end()), n);
  }
}

}  // namespace
}  // namespace lab
