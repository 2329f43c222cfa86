// What is measured: every function of the engine that has a tolerance, and what it should give.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "activations/parameter.h"

namespace lab::accuracy {

inline constexpr std::size_t kBlock = 4096;
inline constexpr int kMaxOutputs = 3;

enum class Domain {
  kFloats,  // every float between `low` and `high`, by its bits
  kPairs,   // value and gate, each from `pairFloats()`
};

// y[output * kBlock + i] for up to kBlock inputs; x1 holds the gates of pairs.
struct Subject {
  const char* id;
  const char* outputs[kMaxOutputs];        // named as they are reported, nullptr after the last
  const Tolerance* declared[kMaxOutputs];  // nullptr where the catalogue declares none
  Domain domain;
  float low;
  float high;
  // At an infinite input: the value at the largest float, or infinity where that is above 1e30.
  bool continuous;
  void (*engine)(const float* x0, const float* x1, std::size_t n, float* y);
};

using Reference = void (*)(const float* x0, const float* x1, std::size_t n, double* y);

// The references are in the order of the subjects.
const std::vector<Subject>& subjects();
const std::vector<Reference>& references();

// Spread over all floats, densely where the functions bend.
const std::vector<float>& pairFloats();

struct Largest {
  double absolute;
  double ulp;
};

// Distance of each y from its reference, absolute and in ULP of the reference; the latter as a
// number of steps in an ULP, rounded up, at most `lastBin`. Infinite where y is NaN, or infinite
// without cause.
Largest errors(const float* y, const double* reference, std::size_t n, double steps, int lastBin,
               double* absolute, std::int32_t* bin);

// One unit in the last place of a float next to the exact value.
double ulpOf(double exact);

}  // namespace lab::accuracy
