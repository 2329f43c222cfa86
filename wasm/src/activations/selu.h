// The scaled ELU, whose two constants make mean 0 and variance 1 a fixed point of a layer.
#pragma once

#include "activations/elu.h"

namespace lab {

struct Selu : Elementwise {
  // Klambauer et al., equation 14.
  static constexpr double kScale = 1.0507009873554804934193349852946;
  static constexpr double kAlpha = 1.6732632423543772848170429916717;

  static constexpr const char* id = "selu";
  static constexpr const char* label = "SELU";
  static constexpr const char* latex =
      R"(f(x)=\lambda\begin{cases}x&x>0\\\alpha\,(e^{x}-1)&x\le 0\end{cases})"
      R"(\quad\begin{aligned}\lambda&\approx 1.0507\\\alpha&\approx 1.6733\end{aligned})";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\lambda\begin{cases}1&x>0\\\alpha\,e^{x}&x\le 0\end{cases})";
  static constexpr const char* source =
      "Klambauer, Unterthiner, Mayr and Hochreiter (2017), Self-normalizing neural networks";
  static constexpr std::array<double, 1> kinks{0};
  static constexpr std::array<double, 2> range{-kScale * kAlpha, kInfinity};
  static constexpr Tolerance value{1.94, 0};
  static constexpr Tolerance derivative{1.96, 0};
  static constexpr Init init = Init::kLecun;
  static double maxSlope(double /*a*/, double /*b*/) { return kScale * kAlpha; }

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    const V scale = static_cast<float>(kScale);
    const V negative = static_cast<float>(kScale * kAlpha);
    return select(x > V(0.0F), scale * x, negative * expm1(min(x, V(0.0F))));
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    const V scale = static_cast<float>(kScale);
    const V negative = static_cast<float>(kScale * kAlpha);
    return select(x > V(0.0F), scale, negative * exp(min(x, V(0.0F))));
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return kScale * Elu::reference(x, kAlpha, 0);
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    return kScale * Elu::referenceDerivative(x, kAlpha, 0);
  }
};

}  // namespace lab
