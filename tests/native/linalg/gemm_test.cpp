// The matrix product against the textbook's three loops.
#include "linalg/gemm.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "data/random.h"

namespace lab {
namespace {

std::vector<float> draw(std::size_t n, const char* name) {
  Stream stream(7, name);
  std::vector<float> x(n);
  for (float& v : x) v = stream.normal();
  return x;
}

class GemmShapes : public testing::TestWithParam<std::array<int, 3>> {};

TEST_P(GemmShapes, AddsTermsOntoTheBiasInOrder) {
  const auto [rows, columns, depth] = GetParam();
  const auto a = draw(static_cast<std::size_t>(rows) * depth, "a");
  const auto b = draw(static_cast<std::size_t>(depth) * columns, "b");
  const auto bias = draw(columns, "bias");
  std::vector<float> c(static_cast<std::size_t>(rows) * columns);
  gemm(rows, columns, depth, a.data(), depth, 1, b.data(), columns, bias.data(), c.data(), columns);
  for (int m = 0; m < rows; ++m) {
    for (int n = 0; n < columns; ++n) {
      float sum = bias[n];
      for (int k = 0; k < depth; ++k) sum += a[m * depth + k] * b[k * columns + n];
      ASSERT_EQ(c[m * columns + n], sum) << m << ", " << n;
    }
  }
}

TEST_P(GemmShapes, ReadsATransposedOperandByItsStrides) {
  const auto [rows, columns, depth] = GetParam();
  const auto a = draw(static_cast<std::size_t>(depth) * rows, "a");  // [depth][rows]
  const auto b = draw(static_cast<std::size_t>(depth) * columns, "b");
  std::vector<float> c(static_cast<std::size_t>(rows) * columns);
  gemm(rows, columns, depth, a.data(), 1, rows, b.data(), columns, nullptr, c.data(), columns);
  for (int m = 0; m < rows; ++m) {
    for (int n = 0; n < columns; ++n) {
      float sum = 0;
      for (int k = 0; k < depth; ++k) sum += a[k * rows + m] * b[k * columns + n];
      ASSERT_EQ(c[m * columns + n], sum) << m << ", " << n;
    }
  }
}

TEST(Transpose, SwapsRowsAndColumns) {
  const auto from = draw(std::size_t{8} * 12, "a");
  std::vector<float> to(12 * 16, -1);
  transpose(8, 12, from.data(), 12, to.data(), 16);
  for (int i = 0; i < 8; ++i) {
    for (int j = 0; j < 12; ++j) ASSERT_EQ(to[j * 16 + i], from[i * 12 + j]);
  }
  EXPECT_EQ(to[8], -1);  // beyond the rows asked for
}

INSTANTIATE_TEST_SUITE_P(Shapes, GemmShapes,
                         testing::Values(std::array{4, 8, 1}, std::array{4, 8, 7},
                                         std::array{8, 16, 3}, std::array{12, 24, 64},
                                         std::array{64, 32, 33}));

}  // namespace
}  // namespace lab
