// Maxout: the first piece that attains the maximum wins and takes the whole gradient.
#include <gtest/gtest.h>

#include "activations/registry.h"
#include "simd/sample.h"

namespace lab {
namespace {

using test::kInf;
using test::kNaN;

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
      std::vector<float> y(n + 1, 12345.0F), alone(n);
      std::vector<unsigned char> winner(n + 1, 99);
      maxoutForward(z.data(), stride, pieces, y.data(), winner.data(), n);
      maxoutForward(z.data(), stride, pieces, alone.data(), nullptr, n);
      for (std::size_t i = 0; i < n; ++i) {
        int best = 0;
        for (int p = 1; p < pieces; ++p) {
          if (piece(p, i) > piece(best, i)) best = p;
        }
        EXPECT_EQ(y[i], piece(best, i));
        EXPECT_EQ(alone[i], y[i]);
        EXPECT_EQ(winner[i], best);
      }
      EXPECT_EQ(y[n], 12345.0F);
      EXPECT_EQ(winner[n], 99);
    }
  }
}

TEST(Maxout, GivesATieToTheFirstPiece) {
  // Four units so that the wide path runs, one more for the narrow one; three pieces of five.
  const float z[15] = {1, 1, 0.0F, 2, 1, 1, 2, -0.0F, 2, 1, 0, 2, 0, 2, 1};
  float y[5];
  unsigned char winner[5];
  maxoutForward(z, 5, 3, y, winner, 5);
  const int expected[5] = {0, 1, 0, 0, 0};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(winner[i], expected[i]) << i;
}

TEST(Maxout, PassesNaNOfAnyPiece) {
  for (int bad = 0; bad < 3; ++bad) {
    float z[15];
    for (int k = 0; k < 15; ++k) z[k] = k / 5 == bad ? kNaN : static_cast<float>(k);
    float y[5];
    unsigned char winner[5];
    maxoutForward(z, 5, 3, y, winner, 5);
    for (int i = 0; i < 5; ++i) {
      EXPECT_TRUE(std::isnan(y[i]));
      EXPECT_EQ(winner[i], bad);
    }
  }
}

TEST(Maxout, TakesInfinities) {
  const float z[4] = {-kInf, 3.0F, 3.0F, kInf};
  float y[2];
  maxoutForward(z, 2, 2, y, nullptr, 2);
  EXPECT_EQ(y[0], 3.0F);
  EXPECT_EQ(y[1], kInf);
}

TEST(Maxout, SendsTheWholeGradientToTheWinner) {
  constexpr std::size_t n = 6, stride = 8;
  const unsigned char winner[n] = {0, 2, 1, 1, 0, 2};
  const float dy[n] = {1, 2, 3, 4, 5, 6};
  std::vector<float> dz(3 * stride, 12345.0F);
  maxoutBackward(winner, dy, dz.data(), stride, 3, n);
  for (std::size_t p = 0; p < 3; ++p) {
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(dz[p * stride + i], winner[i] == p ? dy[i] : 0.0F);
    }
    EXPECT_EQ(dz[p * stride + n], 12345.0F);  // nothing beyond the units
  }
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
