// A register tile of 4×8 running sums.
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

void gemm(int rows, int columns, int depth, const float* a, std::size_t a_row, std::size_t a_column,
          const float* b, std::size_t b_row, const float* bias, float* c, std::size_t c_row) {
  const Row8 zero{F4(0.0f), F4(0.0f)};
  const float* const b_end = b + columns;
  do {
    const Row8 start = bias != nullptr ? Row8{F4::load(bias), F4::load(bias + 4)} : zero;
    if (bias != nullptr) bias += 8;
    const float* a_tile = a;
    float* c_tile = c;
    int m = rows;
    do {
      Row8 r0 = start;
      Row8 r1 = start;
      Row8 r2 = start;
      Row8 r3 = start;
      const float* pa = a_tile;
      const float* pb = b;
      int k = depth;
      do {
        const F4 low = F4::load(pb);
        const F4 high = F4::load(pb + 4);
        r0.add(F4::load_splat(pa), low, high);
        r1.add(F4::load_splat(pa + a_row), low, high);
        r2.add(F4::load_splat(pa + 2 * a_row), low, high);
        r3.add(F4::load_splat(pa + 3 * a_row), low, high);
        pa += a_column;
        pb += b_row;
      } while (--k > 0);
      r0.store(c_tile);
      r1.store(c_tile + c_row);
      r2.store(c_tile + 2 * c_row);
      r3.store(c_tile + 3 * c_row);
      a_tile += 4 * a_row;
      c_tile += 4 * c_row;
    } while ((m -= 4) > 0);
    b += 8;
    c += 8;
  } while (b < b_end);
}

void transpose(int rows, int columns, const float* from, std::size_t from_row, float* to,
               std::size_t to_row) {
  for (int i = 0; i < rows; i += 4) {
    for (int j = 0; j < columns; j += 4) {
      const float* source = from + i * from_row + j;
      F4 r0 = F4::load(source);
      F4 r1 = F4::load(source + from_row);
      F4 r2 = F4::load(source + 2 * from_row);
      F4 r3 = F4::load(source + 3 * from_row);
      transpose(r0, r1, r2, r3);
      float* target = to + j * to_row + i;
      r0.store(target);
      r1.store(target + to_row);
      r2.store(target + 2 * to_row);
      r3.store(target + 3 * to_row);
    }
  }
}

}  // namespace lab
