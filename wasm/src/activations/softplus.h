// Softplus: the integral of the sigmoid, a smooth ReLU.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Softplus : Elementwise {
  static constexpr const char* id = "softplus";
  static constexpr const char* label = "Softplus";
  static constexpr const char* latex = R"(f(x)=\ln\left(1+e^{x}\right))";
  static constexpr const char* latexDerivative = R"(f'(x)=\sigma(x)=\frac{1}{1+e^{-x}})";
  static constexpr const char* source =
      "Dugas, Bengio, B\u00e9lisle, Nadeau and Garcia (2001), Incorporating second-order "
      "functional "
      "knowledge for better option pricing";
  static constexpr std::array<double, 2> range{0, kInfinity};
  static constexpr Tolerance value{2.82, 0};
  static constexpr Tolerance derivative{2.82, 0};
  static constexpr Init init = Init::kXavier;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return softplus(x);
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return sigmoid(x);
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x)));
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return sigmoidReference(x);
  }
};

}  // namespace lab
