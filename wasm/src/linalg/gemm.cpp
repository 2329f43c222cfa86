// Register-tiled matrix products: a 4×8 tile of running sums, and a 2×4 tile of dot products.
#include "linalg/gemm.h"

#include "simd/vec.h"

namespace lab {

namespace {

struct Row8 {
  F4 low;
  F4 high;

  void add(F4 x, F4 b_low, F4 b_high) {
    low = low + x * b_low;
    high = high + x * b_high;
  }
  void store(float* p) const {
    low.store(p);
    high.store(p + 4);
  }
};

}  // namespace

void gemmNN(int rows, int columns, int depth, const float* a, std::size_t a_row,
            std::size_t a_column, const float* b, std::size_t b_row, const float* bias, float* c,
            std::size_t c_row) {
  for (int n = 0; n < columns; n += 8) {
    const Row8 start = bias != nullptr ? Row8{F4::load(bias + n), F4::load(bias + n + 4)}
                                       : Row8{F4(0.0f), F4(0.0f)};
    for (int m = 0; m < rows; m += 4) {
      Row8 r0 = start;
      Row8 r1 = start;
      Row8 r2 = start;
      Row8 r3 = start;
      const float* pa = a + m * a_row;
      const float* pb = b + n;
      for (int k = 0; k < depth; ++k) {
        const F4 low = F4::load(pb);
        const F4 high = F4::load(pb + 4);
        r0.add(F4::load_splat(pa), low, high);
        r1.add(F4::load_splat(pa + a_row), low, high);
        r2.add(F4::load_splat(pa + 2 * a_row), low, high);
        r3.add(F4::load_splat(pa + 3 * a_row), low, high);
        pa += a_column;
        pb += b_row;
      }
      float* pc = c + m * c_row + n;
      r0.store(pc);
      r1.store(pc + c_row);
      r2.store(pc + 2 * c_row);
      r3.store(pc + 3 * c_row);
    }
  }
}

void gemmNT(int rows, int columns, int depth, const float* a, std::size_t a_row, const float* b,
            std::size_t b_row, float* c, std::size_t c_row) {
  for (int m = 0; m < rows; m += 2) {
    for (int n = 0; n < columns; n += 4) {
      F4 sums[2][4];
      for (auto& row : sums) {
        for (F4& sum : row) sum = F4(0.0f);
      }
      const float* a0 = a + m * a_row;
      const float* a1 = a0 + a_row;
      const float* pb = b + n * b_row;
      for (int k = 0; k < depth; k += 4) {
        const F4 x0 = F4::load(a0 + k);
        const F4 x1 = F4::load(a1 + k);
        for (int j = 0; j < 4; ++j) {
          const F4 y = F4::load(pb + j * b_row + k);
          sums[0][j] = sums[0][j] + x0 * y;
          sums[1][j] = sums[1][j] + x1 * y;
        }
      }
      for (int i = 0; i < 2; ++i) {
        float* pc = c + (m + i) * c_row + n;
        for (int j = 0; j < 4; ++j) pc[j] = hsum(sums[i][j]);
      }
    }
  }
}

}  // namespace lab
