// The logistic sigmoid.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Sigmoid : Elementwise {
  static constexpr const char* id = "sigmoid";
  static constexpr const char* label = "Sigmoid";
  static constexpr const char* latex = R"(f(x)=\sigma(x)=\frac{1}{1+e^{-x}})";
  static constexpr const char* latexDerivative = R"(f'(x)=\sigma(x)\,\bigl(1-\sigma(x)\bigr))";
  static constexpr const char* source =
      "Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors";
  static constexpr std::array<double, 2> range{0, 1};
  static constexpr Tolerance value{2.82, 0};
  static constexpr Tolerance derivative{3.58, 0};
  static constexpr Init init = Init::kXavier;
  static double maxSlope(double /*a*/, double /*b*/) { return 0.25; }

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return sigmoid(x);
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return sigmoidSlope(x);
  }
  static double reference(double x, double /*a*/, double /*b*/) { return sigmoidReference(x); }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return sigmoidSlopeReference(x);
  }
};

}  // namespace lab
