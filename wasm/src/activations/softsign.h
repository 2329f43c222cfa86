// Softsign: like tanh, but its tails approach the limits as 1/|x| does.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Softsign : Elementwise {
  static constexpr const char* id = "softsign";
  static constexpr const char* label = "Softsign";
  static constexpr const char* latex = R"(f(x)=\frac{x}{1+|x|})";
  static constexpr const char* latexDerivative = R"(f'(x)=\frac{1}{(1+|x|)^{2}})";
  static constexpr const char* source =
      "Turian, Bergstra and Bengio (2009), Quadratic features and deep architectures for chunking";
  static constexpr std::array<double, 2> range{-1, 1};
  static constexpr Tolerance value{1.5, 0};
  static constexpr Tolerance derivative{2.98, 0};
  static constexpr Init init = Init::kXavier;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    const V finite = clamp(x, -kMaxFloat, kMaxFloat);
    return finite / (abs(finite) + 1.0F);
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    const V d = abs(x) + 1.0F;
    return V(1.0F) / d / d;  // the square could overflow
  }
  static double reference(double x, double /*a*/, double /*b*/) { return x / (1 + std::fabs(x)); }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return 1 / ((1 + std::fabs(x)) * (1 + std::fabs(x)));
  }
};

}  // namespace lab
