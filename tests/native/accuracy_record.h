// What `npm run accuracy` measured over all floats, and where the engine is worst: written by its
// --write. The tests hold the engine to it at these points and at a sample of all others.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "activations/parameter.h"

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

}  // namespace lab::test
