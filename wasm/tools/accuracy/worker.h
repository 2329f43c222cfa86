// What one thread does: runs a function and its reference over a stretch of inputs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "accuracy/subject.h"
#include "accuracy/tally.h"

namespace lab::accuracy {

// Half the floats of one exponent and sign.
inline constexpr std::uint64_t kChunkFloats = std::uint64_t{1} << 22;

struct Result {
  std::vector<Tally> tallies = std::vector<Tally>(kMaxOutputs);
  std::uint64_t settled = 0;            // floats that were not measured
  std::vector<std::string> wrongEdges;  // NaN or infinity gave what it must not
};

int outputCount(const Subject& s);

class Worker {
 public:
  // Whether the chunk only repeats its neighbour, which is one exponent nearer to 1: there every
  // output is constant or goes with a power of x, in the engine to the bit and in the reference to
  // 1e-8 ULP, on every 256th float and at both ends. Its errors are then those of the neighbour in
  // ULP, and no larger: an output that grows has to be exact. Exponents around 1 and subnormal
  // numbers are never settled.
  bool isSettled(const Subject& s, Reference reference, std::uint64_t chunk);

  void runFloats(const Subject& s, Reference reference, std::uint64_t chunk, std::uint64_t stride,
                 Result& result);

  // The share of `chunk` among `chunks` of all pairs.
  void runPairs(const Subject& s, Reference reference, std::uint64_t chunk, std::uint64_t chunks,
                std::uint64_t stride, Result& result);

 private:
  void measure(const Subject& s, Reference reference, std::size_t n, Result& result);
  void checkEdges(const Subject& s, std::size_t n, Result& result);

  float x0_[kBlock] = {};
  float x1_[kBlock] = {};
  float y_[kMaxOutputs * kBlock];
  double exact_[kMaxOutputs * kBlock];
  float neighbourY_[kMaxOutputs * kBlock];
  double neighbourExact_[kMaxOutputs * kBlock];
};

}  // namespace lab::accuracy
