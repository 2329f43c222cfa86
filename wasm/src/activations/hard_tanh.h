// The identity clipped to [-1, 1].
#pragma once

#include "activations/activation.h"

namespace lab {

struct HardTanh : Elementwise {
  static constexpr const char* id = "hard-tanh";
  static constexpr const char* label = "Hard tanh";
  static constexpr const char* latex = R"(f(x)=\max\bigl(-1,\min(1,\,x)\bigr))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\begin{cases}1&|x|<1\\0&\text{else}\end{cases})";
  static constexpr const char* source = "Collobert (2004), Large scale machine learning";
  static constexpr std::array<double, 2> kinks{-1, 1};
  static constexpr std::array<double, 2> range{-1, 1};
  static constexpr Tolerance value{0, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kXavier;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return clamp(x, -1.0F, 1.0F);
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return keepNaN(x, select(abs(x) < V(1.0F), V(1.0F), V(0.0F)));
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return std::fmin(1, std::fmax(-1, x));
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return std::fabs(x) < 1 ? 1 : 0;
  }
};

}  // namespace lab
