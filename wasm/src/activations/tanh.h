// The hyperbolic tangent.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Tanh : Elementwise {
  static constexpr const char* id = "tanh";
  static constexpr const char* label = "Tanh";
  static constexpr const char* latex = R"(f(x)=\tanh x=\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}})";
  static constexpr const char* latexDerivative = R"(f'(x)=1-\tanh^{2}x)";
  static constexpr const char* source =
      "LeCun, Bottou, Orr and M\u00fcller (1998), Efficient BackProp";
  static constexpr std::array<double, 2> range{-1, 1};
  static constexpr Tolerance value{3.01, 0};
  static constexpr Tolerance derivative{3.99, 0};
  static constexpr Init init = Init::kXavier;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return tanh(x);
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return tanhSlope(x);
  }
  static double reference(double x, double /*a*/, double /*b*/) { return std::tanh(x); }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return 4 * sigmoidSlopeReference(2 * x);
  }
};

}  // namespace lab
