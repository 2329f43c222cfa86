// ReLU with a random slope for negative inputs: uniform in [lower, upper] in training, the mean of
// the two in evaluation. A drawn slope is passed as both a and b.
#pragma once

#include "activations/leaky_relu.h"

namespace lab {

struct Rrelu : SlopedRectifier {
  static constexpr const char* id = "rrelu";
  static constexpr const char* label = "RReLU";
  static constexpr const char* latex =
      R"(f(x)=\begin{cases}x&x>0\\a x&x\le 0\end{cases}\quad a\sim U(\ell,u))";
  static constexpr const char* latexDerivative = LeakyRelu::latexDerivative;
  static constexpr const char* source =
      "Xu, Wang, Chen and Li (2015), Empirical evaluation of rectified activations in "
      "convolutional network";
  static constexpr std::array<Parameter, 2> parameters{
      {{"lower", 1.0 / 8, 0, 1}, {"upper", 1.0 / 3, 0, 1}}};
  static constexpr Tolerance value{0.5, 0};
  static constexpr Tolerance derivative{0, 0};
  static double maxSlope(double a, double b) { return SlopedRectifier::maxSlope((a + b) / 2, 0); }

  static float slope(float a, float b) { return (a + b) * 0.5F; }
  template <class V>
  static V f(V x, V a, V b) {
    return SlopedRectifier::f(x, (a + b) * 0.5F, b);
  }
  template <class V>
  static V df(V x, V a, V b) {
    return SlopedRectifier::df(x, (a + b) * 0.5F, b);
  }
  static double reference(double x, double a, double b) {
    return SlopedRectifier::reference(x, (a + b) / 2, 0);
  }
  static double referenceDerivative(double x, double a, double b) {
    return SlopedRectifier::referenceDerivative(x, (a + b) / 2, 0);
  }
};

}  // namespace lab
