// The two matrix products that training needs. Weights are row-major [in][out]; widths are padded
// to 8 columns and 4 rows with zeros by the caller, so no kernel has an edge case.
//
// Order of every sum, in each build: gemmNN adds k = 0, 1, 2 … onto the bias in turn; gemmNT keeps
// four running sums over k mod 4 and folds them as hsum does.
#pragma once

#include <cstddef>

namespace lab {

constexpr int padTo(int n, int multiple) { return (n + multiple - 1) / multiple * multiple; }

// C[m][n] = bias[n] + sum over k of A(m, k) * B[k][n].
// A(m, k) is a[m * a_row + k * a_column], so a transposed operand is a matter of strides.
// rows is a multiple of 4, columns of 8; bias may be null (zeros).
void gemmNN(int rows, int columns, int depth, const float* a, std::size_t a_row,
            std::size_t a_column, const float* b, std::size_t b_row, const float* bias, float* c,
            std::size_t c_row);

// C[m][n] = sum over k of A[m][k] * B[n][k]. rows is a multiple of 2, columns of 4, depth of 4.
void gemmNT(int rows, int columns, int depth, const float* a, std::size_t a_row, const float* b,
            std::size_t b_row, float* c, std::size_t c_row);

}  // namespace lab
