// ReLU whose slope for negative inputs is learned, one a unit.
#pragma once

#include "activations/leaky_relu.h"

namespace lab {

struct Prelu : SlopedRectifier {
  static constexpr const char* id = "prelu";
  static constexpr const char* label = "PReLU";
  static constexpr const char* latex = LeakyRelu::latex;
  static constexpr const char* latexDerivative = LeakyRelu::latexDerivative;
  static constexpr const char* source =
      "He, Zhang, Ren and Sun (2015), Delving deep into rectifiers";
  static constexpr std::array<Parameter, 1> parameters{{{"slope", 0.25, -2, 2, true}}};
  static constexpr Tolerance value{0.5, 0};
  static constexpr Tolerance derivative{0, 0};
};

}  // namespace lab
