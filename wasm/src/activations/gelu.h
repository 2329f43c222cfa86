// The Gaussian error linear unit, in its exact form: x times the normal distribution function.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Gelu : Elementwise {
  static constexpr const char* id = "gelu";
  static constexpr const char* label = "GELU";
  static constexpr const char* latex =
      R"(f(x)=x\,\Phi(x)=\frac{x}{2}\left(1+\operatorname{erf}\frac{x}{\sqrt2}\right))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\Phi(x)+x\,\varphi(x),\quad\varphi(x)=\frac{e^{-x^{2}/2}}{\sqrt{2\pi}})";
  static constexpr const char* source =
      "Hendrycks and Gimpel (2016), Gaussian error linear units (GELUs)";
  static constexpr std::array<double, 2> range{-0.16997120747990367, kInfinity};
  static constexpr Tolerance value{3.7, 3.6e-8};
  static constexpr Tolerance derivative{2.47, 1.3e-7};
  static constexpr Init init = Init::kHe;
  // At |x| = sqrt(2).
  static double maxSlope(double /*a*/, double /*b*/) { return 1.1289041451851548; }

  // Beyond |x| = 16 the lower tail is 0.
  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    const V t = min(abs(x), V(16.0F));
    const auto [s, e] = normalTail(t);
    return max(x, V(0.0F)) - t * s * e;
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    const V t = min(abs(x), V(16.0F));
    const auto [s, e] = normalTail(t);
    const V lower = (s - t * 0.398942280F) * e;
    return select(x < V(0.0F), lower, V(1.0F) - lower);
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return x * std::erfc(-x / std::sqrt(2.0)) / 2;
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return std::erfc(-x / std::sqrt(2.0)) / 2 +
           x * std::exp(-x * x / 2) / std::sqrt(2 * std::acos(-1.0));
  }
};

}  // namespace lab
