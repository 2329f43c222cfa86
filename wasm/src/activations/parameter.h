// The description every activation carries: what the catalogue prints and the tests check.
#pragma once

namespace lab {

struct Parameter {
  const char* id;
  double def;
  double min;
  double max;
  bool learnable = false;
};

// Accepted error against the double-precision reference, with default parameters (for gates,
// weights 1 and biases 0): within `ulp` units in the last place, or within `absolute`.
struct Tolerance {
  double ulp;
  double absolute;
};

enum class Kind { kElementwise, kMaxout, kGated };
enum class Init { kHe, kXavier, kLecun };

}  // namespace lab
