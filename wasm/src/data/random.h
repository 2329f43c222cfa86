// Independent, named random streams, all derived from one seed.
#pragma once

#include <cstdint>

namespace lab {

// PCG-XSH-RR 64/32 (O'Neill 2014), its state and increment drawn by SplitMix64 (Steele, Lea and
// Flood 2014) from the seed, the stream's name and up to two counters (epoch, step, layer …).
// A stream depends on nothing else, so that changing an activation changes no other draw.
class Stream {
 public:
  Stream(std::uint32_t seed, const char* name, std::uint32_t first = 0, std::uint32_t second = 0);

  std::uint32_t next();
  // A multiple of 2^-24 in [0, 1).
  float uniform();
  // Standard normal by the polar method (Marsaglia and Bray 1964).
  float normal();
  // Uniform integer in [0, n) without bias (Lemire 2019); n > 0.
  std::uint32_t below(std::uint32_t n);
  // Fisher–Yates: makes order[0 … n) a uniform permutation of 0 … n-1.
  void permutation(std::uint32_t* order, std::uint32_t n);

 private:
  std::uint64_t state_;
  std::uint64_t increment_;
  float spare_ = 0.0f;
  bool has_spare_ = false;
};

}  // namespace lab
