// PCG32 streams: uniform, normal, bounded integers, permutations.
#include "data/random.h"

#include <bit>

#include "simd/math.h"
#include "simd/vec.h"

namespace lab {

namespace {

std::uint64_t splitMix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

}  // namespace

Stream::Stream(std::uint32_t seed, const char* name, std::uint32_t first, std::uint32_t second) {
  std::uint64_t key = 0xcbf29ce484222325U;  // FNV-1a of the name
  for (const char* c = name; *c != 0; ++c) {
    key = (key ^ static_cast<unsigned char>(*c)) * 0x100000001b3U;
  }
  key ^= splitMix(key) ^ seed;
  key ^= splitMix(key) ^ first;
  key ^= splitMix(key) ^ second;
  state_ = splitMix(key);
  increment_ = splitMix(key) | 1U;
  next();
}

std::uint32_t Stream::next() {
  const std::uint64_t old = state_;
  state_ = old * 6364136223846793005U + increment_;
  const auto shifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  return std::rotr(shifted, static_cast<int>(old >> 59));
}

float Stream::uniform() { return static_cast<float>(next() >> 8) * 0x1p-24f; }

float Stream::normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  float u;
  float v;
  float s;
  do {
    u = 2.0f * uniform() - 1.0f;
    v = 2.0f * uniform() - 1.0f;
    s = u * u + v * v;
  } while (s >= 1.0f || s == 0.0f);
  const float factor = sqrt(F1(-2.0f) * log(F1(s)) / F1(s)).v;
  spare_ = v * factor;
  has_spare_ = true;
  return u * factor;
}

std::uint32_t Stream::below(std::uint32_t n) {
  std::uint64_t product = std::uint64_t{next()} * n;
  if (static_cast<std::uint32_t>(product) < n) {
    const std::uint32_t threshold = (0U - n) % n;
    while (static_cast<std::uint32_t>(product) < threshold) product = std::uint64_t{next()} * n;
  }
  return static_cast<std::uint32_t>(product >> 32);
}

void Stream::permutation(std::uint32_t* order, std::uint32_t n) {
  for (std::uint32_t i = 0; i < n; ++i) order[i] = i;
  for (std::uint32_t i = n; i > 1; --i) {
    const std::uint32_t j = below(i);
    const std::uint32_t kept = order[i - 1];
    order[i - 1] = order[j];
    order[j] = kept;
  }
}

}  // namespace lab
