// A line clipped to [0, 1]; with slope 1/4 it is the sigmoid's tangent at 0.
#pragma once

#include "activations/activation.h"

namespace lab {

struct HardSigmoid : Elementwise {
  static constexpr const char* id = "hard-sigmoid";
  static constexpr const char* label = "Hard sigmoid";
  static constexpr const char* latex = R"(f(x)=\max\bigl(0,\min(1,\;a x+\tfrac12)\bigr))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\begin{cases}a&|a x|<\tfrac12\\0&\text{else}\end{cases})";
  static constexpr const char* source =
      "Gulcehre, Moczulski, Denil and Bengio (2016), Noisy activation functions";
  static constexpr std::array<Parameter, 1> parameters{{{"slope", 0.25, 0.01, 2}}};
  static constexpr std::array<double, 2> kinks{-2, 2};
  static constexpr std::array<double, 2> range{0, 1};
  static constexpr Tolerance value{0.5, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kXavier;
  static double maxSlope(double a, double /*b*/) { return a; }

  template <class V>
  static V f(V x, V a, V /*b*/) {
    return clamp(a * x + 0.5F, 0.0F, 1.0F);
  }
  template <class V>
  static V df(V x, V a, V /*b*/) {
    return keepNaN(x, select(abs(a * x) < V(0.5F), a, V(0.0F)));
  }
  static double reference(double x, double a, double /*b*/) {
    return std::fmin(1, std::fmax(0, a * x + 0.5));
  }
  static double referenceDerivative(double x, double a, double /*b*/) {
    return std::fabs(a * x) < 0.5 ? a : 0;
  }
};

}  // namespace lab
