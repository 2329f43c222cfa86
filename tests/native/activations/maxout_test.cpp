// Maxout: the first piece that attains the maximum wins and takes the whole gradient.
#include <gtest/gtest.h>

#include "activations/registry.h"
#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kNaN;

// Value and winner of each unit, by the slopes: 1 for the winner, 0 for the others.
struct Outcome {
  std::vector<float> y;
  std::vector<int> winner;
};

Outcome run(const std::vector<float>& z, std::size_t stride, int pieces, std::size_t n) {
  const ActivationEntry& entry = activation(indexOf<Maxout>);
  const Units units{z.data(), stride, pieces, n, nullptr, nullptr, 0};
  Outcome outcome{std::vector<float>(n + 1, 12345.0F), std::vector<int>(n, -1)};
  std::vector<float> slopes(z.size(), 12345.0F), alone(n);
  entry.forwardSlope(units, outcome.y.data(), slopes.data());
  entry.forward(units, alone.data());
  for (std::size_t i = 0; i < n; ++i) {
    float sum = 0;
    for (int p = 0; p < pieces; ++p) {
      const float slope = slopes[static_cast<std::size_t>(p) * stride + i];
      sum += slope;
      if (slope == 1) outcome.winner[i] = p;
    }
    EXPECT_EQ(sum, 1);
    EXPECT_EQ(std::isnan(alone[i]), std::isnan(outcome.y[i]));
    if (alone[i] == alone[i]) {
      EXPECT_EQ(alone[i], outcome.y[i]);
    }
  }
  for (std::size_t k = 0; k < slopes.size(); ++k) {
    if (k % stride >= n) {
      EXPECT_EQ(slopes[k], 12345.0F);  // nothing beyond the units
    }
  }
  EXPECT_EQ(outcome.y[n], 12345.0F);
  return outcome;
}

TEST(Maxout, TakesTheLargestPieceAtEveryLength) {
  for (const int pieces : {1, 2, 3, 5, 8}) {
    for (std::size_t n = 0; n <= 19; ++n) {
      const std::size_t stride = n + 3;
      std::vector<float> z(stride * static_cast<std::size_t>(pieces), 1e9F);
      const auto piece = [&](int p, std::size_t i) -> float& {
        return z[static_cast<std::size_t>(p) * stride + i];
      };
      for (int p = 0; p < pieces; ++p) {
        for (std::size_t i = 0; i < n; ++i) {
          piece(p, i) = std::sin(static_cast<float>(7 * p + 3 * static_cast<int>(i)));
        }
      }
      const Outcome outcome = run(z, stride, pieces, n);
      for (std::size_t i = 0; i < n; ++i) {
        int best = 0;
        for (int p = 1; p < pieces; ++p) {
          if (piece(p, i) > piece(best, i)) best = p;
        }
        EXPECT_EQ(outcome.y[i], piece(best, i));
        EXPECT_EQ(outcome.winner[i], best);
      }
    }
  }
}

TEST(Maxout, GivesTheGradientToTheFirstOfEquals) {
  const Outcome outcome = run({1, 1, 0.0F, 2, 1, 1, 2, -0.0F, 2, 1, 0, 2, 0, 2, 1}, 5, 3, 5);
  EXPECT_EQ(outcome.winner, (std::vector<int>{0, 1, 0, 0, 0}));
}

TEST(Maxout, PassesNaNOfAnyPiece) {
  for (int bad = 0; bad < 3; ++bad) {
    std::vector<float> z(15);
    for (int k = 0; k < 15; ++k) z[k] = k / 5 == bad ? kNaN : static_cast<float>(k);
    const Outcome outcome = run(z, 5, 3, 5);
    for (int i = 0; i < 5; ++i) {
      EXPECT_TRUE(std::isnan(outcome.y[i]));
      EXPECT_EQ(outcome.winner[i], bad);
    }
  }
}

TEST(Maxout, TakesInfinities) {
  const Outcome outcome = run({-kInf, 3.0F, 3.0F, kInf}, 2, 2, 2);
  EXPECT_EQ(outcome.y[0], 3.0F);
  EXPECT_EQ(outcome.y[1], kInf);
}

TEST(Maxout, EvaluatesAnyNumberOfAffinePieces) {
  const float params[6] = {-1, 0, 1, 0, 0.5F, 0};  // three weights, then three biases
  const float x[5] = {-2, -0.25F, 0, 0.25F, 2};
  const float value[5] = {2, 0.5F, 0.5F, 0.5F, 2};
  const float slope[5] = {-1, 0, 0, 0, 1};
  float y[5];
  evaluate(indexOf<Maxout>, false, x, y, 5, params, 6);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(y[i], value[i]) << x[i];
  evaluate(indexOf<Maxout>, true, x, y, 5, params, 6);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(y[i], slope[i]) << x[i];

  const float line[2] = {3, -1};
  evaluate(indexOf<Maxout>, false, x, y, 5, line, 2);
  EXPECT_EQ(y[4], 5.0F);
  evaluate(indexOf<Maxout>, true, x, y, 5, line, 2);
  EXPECT_EQ(y[4], 3.0F);
}

TEST(Maxout, WithTwoPiecesIsReluAndAbsoluteValue) {
  const float relu[4] = {0, 1, 0, 0};
  const float absolute[4] = {-1, 1, 0, 0};
  for (float x = -3; x <= 3; x += 0.5F) {
    float y;
    evaluate(indexOf<Maxout>, false, &x, &y, 1, relu, 4);
    EXPECT_EQ(y, x > 0 ? x : 0.0F);
    evaluate(indexOf<Maxout>, false, &x, &y, 1, absolute, 4);
    EXPECT_EQ(y, std::fabs(x));
  }
}

TEST(Maxout, EvaluateAtNaNIsNaN) {
  const float params[4] = {-1, 1, 0, 0};
  const float x = kNaN;
  for (const bool derivative : {false, true}) {
    float y = 0;
    evaluate(indexOf<Maxout>, derivative, &x, &y, 1, params, 4);
    EXPECT_TRUE(std::isnan(y));
  }
}

}  // namespace
}  // namespace lab
