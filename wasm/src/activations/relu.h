// The rectified linear unit.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Relu : Elementwise {
  static constexpr const char* id = "relu";
  static constexpr const char* label = "ReLU";
  static constexpr const char* latex = R"(f(x)=\max(0,\,x))";
  static constexpr const char* latexDerivative = R"(f'(x)=\begin{cases}1&x>0\\0&x\le 0\end{cases})";
  static constexpr const char* source =
      "Nair and Hinton (2010), Rectified linear units improve restricted Boltzmann machines";
  static constexpr std::array<double, 1> kinks{0};
  static constexpr std::array<double, 2> range{0, kInfinity};
  static constexpr Tolerance value{0, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kHe;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return max(x, V(0.0F));
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return keepNaN(x, select(x > V(0.0F), V(1.0F), V(0.0F)));
  }
  static double reference(double x, double /*a*/, double /*b*/) { return x > 0 ? x : 0; }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) { return x > 0 ? 1 : 0; }
};

}  // namespace lab
