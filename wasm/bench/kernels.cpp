// The loops behind kernels.h.
#include "kernels.h"

#include "simd/vec.h"

namespace {

using lab::F4;

constexpr int kOperationsPerLane = 2;  // a multiplication and an addition
constexpr int kLanes = 4;
constexpr int kDepth = 64;

// Every accumulator is multiplied by and added to a constant.
template <int kAccumulators>
float chains(int rounds) {
  volatile float factor = 0.5F;
  volatile float term = 1.0F;
  const F4 a(factor);
  const F4 b(term);
  F4 sums[kAccumulators];
  for (int i = 0; i < kAccumulators; ++i) sums[i] = F4(static_cast<float>(i));
  for (int k = 0; k < rounds; ++k) {
#pragma GCC unroll 16
    for (int i = 0; i < kAccumulators; ++i) sums[i] = sums[i] * a + b;
  }
  F4 total(0.0F);
  for (int i = 0; i < kAccumulators; ++i) total = total + sums[i];
  return hsum(total);
}

// A tile of a matrix product whose operands stay in the first cache.
template <int kRows, int kVectors>
float tile(int rounds) {
  alignas(16) static float left[kDepth * kRows];
  alignas(16) static float right[kDepth * kVectors * kLanes];
  F4 sums[kRows][kVectors];
  for (int i = 0; i < kRows; ++i) {
    for (int j = 0; j < kVectors; ++j) sums[i][j] = F4(0.0F);
  }
  for (int round = 0; round < rounds; ++round) {
    const float* a = left;
    const float* b = right;
    for (int k = 0; k < kDepth; ++k, a += kRows, b += kVectors * kLanes) {
      F4 columns[kVectors];
#pragma GCC unroll 16
      for (int j = 0; j < kVectors; ++j) columns[j] = F4::load(b + j * kLanes);
#pragma GCC unroll 16
      for (int i = 0; i < kRows; ++i) {
        const F4 x = F4::load_splat(a + i);
#pragma GCC unroll 16
        for (int j = 0; j < kVectors; ++j) sums[i][j] = sums[i][j] + x * columns[j];
      }
    }
    left[0] = 1.0F / static_cast<float>(round + 1);
  }
  F4 total(0.0F);
  for (int i = 0; i < kRows; ++i) {
    for (int j = 0; j < kVectors; ++j) total = total + sums[i][j];
  }
  return hsum(total);
}

struct Form {
  float (*run)(int rounds);
  int multiplications;  // of vectors, in one round
};

constexpr Form kForms[] = {
    {chains<6>, 6},
    {chains<8>, 8},
    {chains<10>, 10},
    {chains<12>, 12},
    {chains<13>, 13},
    {tile<4, 2>, 8 * kDepth},
    {tile<5, 2>, 10 * kDepth},
    {tile<6, 2>, 12 * kDepth},
    {tile<3, 3>, 9 * kDepth},
};

}  // namespace

int peakForms() { return static_cast<int>(sizeof kForms / sizeof *kForms); }

int peakOperations(int form) { return kForms[form].multiplications * kOperationsPerLane * kLanes; }

float runPeak(int form, int rounds) { return kForms[form].run(rounds); }

void copyVectors(const float* from, float* to, std::size_t n) {
  for (std::size_t i = 0; i < n; i += 4 * kLanes) {
    const F4 a = F4::load(from + i);
    const F4 b = F4::load(from + i + kLanes);
    const F4 c = F4::load(from + i + 2 * kLanes);
    const F4 d = F4::load(from + i + 3 * kLanes);
    a.store(to + i);
    b.store(to + i + kLanes);
    c.store(to + i + 2 * kLanes);
    d.store(to + i + 3 * kLanes);
  }
}

void copyMemory(const float* from, float* to, std::size_t n) {
  __builtin_memcpy(to, from, n * sizeof(float));
}
