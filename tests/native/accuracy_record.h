// What `npm run accuracy` measured over all floats, and where the engine is worst: written by its
// --write. The tests hold the engine to it at these points and at a sample of all others.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "activations/parameter.h"
#include "simd/sample.h"

namespace lab::test {

struct Recorded {
  const char* id;
  const char* output;
  Tolerance tolerance;
  struct Point {
    std::uint32_t x;     // the bits of a float
    std::uint32_t gate;  // of pairs
  };
  std::vector<Point> points;
};

// clang-format off
inline const Recorded kRecorded[] = {
    {"identity", "value", {0, 0}, {}},
    {"identity", "derivative", {0, 0}, {}},
    {"step", "value", {0, 0}, {}},
    {"step", "derivative", {0, 0}, {}},
    {"sigmoid", "value", {2.82, 0}, {{0xbff931bc, 0}, {0xc02d6366, 0}, {0x40fb7ea8, 0}}},
    {"sigmoid", "derivative", {3.58, 0}, {{0x40846a77, 0}, {0x3f83f99c, 0}}},
    {"tanh", "value", {3.01, 0}, {{0x3dff4050, 0}, {0x4081d597, 0}}},
    {"tanh", "derivative", {3.99, 0}, {{0x3fdaa26d, 0}, {0x3f065229, 0}}},
    {"hard-sigmoid", "value", {0.5, 0}, {{0x34000000, 0}}},
    {"hard-sigmoid", "derivative", {0, 0}, {}},
    {"hard-tanh", "value", {0, 0}, {}},
    {"hard-tanh", "derivative", {0, 0}, {}},
    {"softsign", "value", {1.5, 0}, {{0x44ffebff, 0}, {0x41700017, 0}}},
    {"softsign", "derivative", {2.98, 0}, {{0x3b4b0500, 0}}},
    {"relu", "value", {0, 0}, {}},
    {"relu", "derivative", {0, 0}, {}},
    {"leaky-relu", "value", {0.5, 0}, {{0xff6aaab3, 0}, {0x83000000, 0}, {0xc16aaab3, 0}}},
    {"leaky-relu", "derivative", {0, 0}, {}},
    {"prelu", "value", {0.5, 0}, {{0x80000002, 0}}},
    {"prelu", "derivative", {0, 0}, {}},
    {"rrelu", "value", {0.5, 0}, {{0xff3ffffd, 0}, {0x81800000, 0}, {0xc13ffffd, 0}}},
    {"rrelu", "derivative", {0, 0}, {}},
    {"elu", "value", {1.02, 0}, {{0xbe8ab812, 0}, {0xbf7b6017, 0}}},
    {"elu", "derivative", {1.01, 0}, {{0xc2a2e1a5, 0}, {0xbeb040f6, 0}}},
    {"selu", "value", {1.94, 0}, {{0xbe951d73, 0}, {0x417fe46b, 0}}},
    {"selu", "derivative", {1.96, 0}, {{0xc2aeafad, 0}, {0xbeaf1fff, 0}}},
    {"softplus", "value", {2.82, 0}, {{0xbfa193ff, 0}, {0x4103bbfa, 0}}},
    {"softplus", "derivative", {2.82, 0}, {{0xbff931bc, 0}, {0xc02d6366, 0}, {0x40fb7ea8, 0}}},
    {"swish", "value", {3.65, 1.1e-43}, {{0xc2cf4043, 0}, {0xc0d9d88d, 0}, {0x415cd64c, 0}}},
    {"swish", "derivative", {3.3, 4.5e-8}, {{0xc014c1a1, 0}, {0xbf0673b8, 0}, {0xbfa3a4ba, 0}, {0x3fe66c62, 0}}},
    {"gelu", "value", {3.7, 3.6e-8}, {{0xbfa96e7b, 0}, {0xbf53d2ef, 0}, {0xc140bb14, 0}, {0x408234c3, 0}}},
    {"gelu", "derivative", {2.47, 1.3e-7}, {{0xbcf7b6a2, 0}, {0x3d08b9f6, 0}, {0xbf407569, 0}}},
    {"mish", "value", {3.11, 6.3e-8}, {{0xc006cbff, 0}, {0x3f2202eb, 0}, {0xc2cf4043, 0}, {0x40ef3fcd, 0}}},
    {"mish", "derivative", {3.05, 1.3e-7}, {{0xbe99acd8, 0}, {0x3f1ba081, 0}, {0xbf98a196, 0}, {0x3f8574da, 0}}},
    {"maxout", "value", {0, 0}, {}},
    {"maxout", "derivative", {0, 0}, {}},
    {"glu", "value", {3.65, 1.1e-43}, {{0xc2cf4043, 0}, {0xc0d9d88d, 0}, {0x415cd64c, 0}}},
    {"glu", "derivative", {3.94, 4.5e-8}, {{0xbf5ac8c9, 0}, {0xbf06da25, 0}, {0xbfa3a4ba, 0}, {0x402133e0, 0}}},
    {"gtu", "value", {3.75, 1.3e-7}, {{0x3f5f9f4e, 0}, {0x406086dc, 0}, {0xbe083fc9, 0}}},
    {"gtu", "derivative", {2.87, 1.5e-7}, {{0x3f61ba76, 0}, {0x3f2ae6bb, 0}, {0xbf61a1b3, 0}}},
    {"glu-pairs", "value", {2.81, 3.4e-7}, {{0xff7bfb3f, 0xc2cf424e}, {0xeb4d70ec, 0xc1708937}, {0x6a7a8877, 0xc2cfe6a8}, {0x417c851f, 0x4068d4fe}}},
    {"glu-pairs", "by value", {1.77, 0}, {{0x00000000, 0xbd570dbd}, {0x00000000, 0x4068d4fe}}},
    {"glu-pairs", "by gate", {2.83, 3.4e-7}, {{0xff7bfb3f, 0xc2cf424e}, {0xfcca8a84, 0xc1708937}, {0x6a7a8877, 0xc2cfe6a8}, {0x41783d71, 0xbfbfbe77}}},
    {"gtu-pairs", "value", {3.81, 4.9e-10}, {{0x3b00bcb0, 0x4068d4fe}, {0xbf37507b, 0xbedb22d1}, {0x3bab7d9a, 0xc1791894}, {0x3fcd70a4, 0x4068d4fe}}},
    {"gtu-pairs", "by value", {3.6, 6.3e-8}, {{0x3f3fbe77, 0xbebb82f3}, {0x3f3fbe77, 0x3fbfbe77}, {0xc046653c, 0xbdf1cea7}, {0xba86a9a0, 0x4068d4fe}}},
    {"gtu-pairs", "by gate", {2.89, 3.3e-8}, {{0xbf6dbd8e, 0xbfbfbe77}, {0x3fe8d4fe, 0xbfbfbe77}, {0x3bab7d9a, 0xc1791894}}},
    {"math-exp", "value", {1.01, 0}, {{0xc2a2e1a5, 0}, {0xbeb0774b, 0}}},
    {"math-expm1", "value", {1.02, 0}, {{0xbe8ab812, 0}, {0xbf7c372e, 0}}},
    {"math-log", "value", {1.97, 0}, {{0x3f81fd6b, 0}, {0x3f807e8b, 0}, {0x0cb187ef, 0}}},
    {"math-log1p", "value", {1.97, 0}, {{0x3c7eb580, 0}, {0x3b7d1600, 0}, {0x3f7e38d6, 0}}},
    {"math-normalTail", "value", {3.78, 6.8e-8}, {{0x3f3d9e78, 0}, {0x3cf7b6a2, 0}, {0x4144be5f, 0}, {0x3d46a7e5, 0}}},
};
// clang-format on

// What was measured of one output of one function.
inline const Recorded& recorded(std::string_view id, std::string_view output) {
  for (const Recorded& entry : kRecorded) {
    if (id == entry.id && output == entry.output) return entry;
  }
  static const Recorded none{"none", "none", {-1, -1}, {}};  // no error passes
  return none;
}

// The sample, and where any output of the function is worst.
inline std::vector<float> withWorst(std::vector<float> sample, std::string_view id) {
  for (const Recorded& entry : kRecorded) {
    if (id != entry.id) continue;
    for (const Recorded::Point& point : entry.points) sample.push_back(floatOf(point.x));
  }
  return sample;
}

}  // namespace lab::test
