// The matrix product that training needs, and the transpose that turns the input gradient into one
// as well. Weights are row-major [in][out]; widths are padded with zeros by the caller, so no
// kernel has an edge case.
#pragma once

#include <cstddef>

namespace lab {

constexpr int padTo(int n, int multiple) { return (n + multiple - 1) / multiple * multiple; }

// C[m][n] = bias[n] + sum over k of A(m, k) * B[k][n], terms added onto the bias for k = 0, 1, 2 …
// in turn, in every build. A(m, k) is a[m * a_row + k * a_column], so a transposed operand is a
// matter of strides. rows is a positive multiple of 4, columns of 8, depth at least 1; bias may be
// null (zeros).
void gemm(int rows, int columns, int depth, const float* a, std::size_t a_row, std::size_t a_column,
          const float* b, std::size_t b_row, const float* bias, float* c, std::size_t c_row);

// to[j][i] = from[i][j]; both sizes are multiples of 4.
void transpose(int rows, int columns, const float* from, std::size_t from_row, float* to,
               std::size_t to_row);

}  // namespace lab
