// The exponential linear unit.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Elu : Elementwise {
  static constexpr const char* id = "elu";
  static constexpr const char* label = "ELU";
  static constexpr const char* latex =
      R"(f(x)=\begin{cases}x&x>0\\\alpha\,(e^{x}-1)&x\le 0\end{cases})";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\begin{cases}1&x>0\\\alpha\,e^{x}&x\le 0\end{cases})";
  static constexpr const char* source =
      "Clevert, Unterthiner and Hochreiter (2016), Fast and accurate deep network learning by "
      "exponential linear units (ELUs)";
  static constexpr std::array<Parameter, 1> parameters{{{"alpha", 1, 0, 5}}};
  static constexpr std::array<double, 2> range{-1, kInfinity};
  static constexpr Tolerance value{1.02, 0};
  static constexpr Tolerance derivative{1.01, 0};
  static constexpr Init init = Init::kHe;
  static double maxSlope(double a, double /*b*/) { return std::fmax(1, a); }

  template <class V>
  static V f(V x, V a, V /*b*/) {
    return select(x > V(0.0F), x, a * expm1(min(x, V(0.0F))));
  }
  template <class V>
  static V df(V x, V a, V /*b*/) {
    return select(x > V(0.0F), V(1.0F), a * exp(min(x, V(0.0F))));
  }
  static double reference(double x, double a, double /*b*/) {
    return x > 0 ? x : a * std::expm1(x);
  }
  static double referenceDerivative(double x, double a, double /*b*/) {
    return x > 0 ? 1 : a * std::exp(x);
  }
};

}  // namespace lab
