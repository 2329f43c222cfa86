// Mish: the input times the tanh of its softplus.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Mish : Elementwise {
  static constexpr const char* id = "mish";
  static constexpr const char* label = "Mish";
  static constexpr const char* latex = R"(f(x)=x\tanh\bigl(\ln(1+e^{x})\bigr))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=t+x\,\sigma(x)\,(1-t^{2}),\quad t=\tanh\bigl(\ln(1+e^{x})\bigr))";
  static constexpr const char* source =
      "Misra (2020), Mish: a self regularized non-monotonic activation function";
  static constexpr std::array<double, 2> range{-0.30884040837, kInfinity};
  static constexpr Tolerance value{4, 2e-7};
  static constexpr Tolerance derivative{4, 2e-7};
  static constexpr Init init = Init::kHe;
  static double maxSlope(double /*a*/, double /*b*/) { return 1.0884; }

  // tanh(softplus(x)) = n / (n + 2) with n = e^x (e^x + 2); for x > 0 in powers of q = e^-x.
  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    const V e = exp(-abs(x));
    const auto negative = x < V(0.0F);
    const V n = select(negative, e * (e + 2.0F), e * 2.0F + 1.0F);
    const V d = n + select(negative, V(2.0F), e * e * 2.0F);
    return max(x, V(-kMaxFloat)) * (n / d);
  }
  // f'(x) = e^x (4(x + 1) + (4x + 6) e^x + 4 e^2x + e^3x) / (2 + 2 e^x + e^2x)^2; beyond
  // |x| = 200 it is 0 or 1.
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    const V z = clamp(x, -200.0F, 200.0F);
    const V e = exp(-abs(z));
    const V c1 = z * 4.0F + 4.0F;
    const V c2 = z * 4.0F + 6.0F;
    const auto negative = x < V(0.0F);
    const V n = select(negative, e * (((e + 4.0F) * e + c2) * e + c1),
                       ((c1 * e + c2) * e + 4.0F) * e + 1.0F);
    const V d = select(negative, (e + 2.0F) * e + 2.0F, (e * 2.0F + 2.0F) * e + 1.0F);
    return n / (d * d);
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return x * std::tanh(std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))));
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    const double softplus = std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x)));
    return std::tanh(softplus) + x * sigmoidReference(x) * 4 * sigmoidSlopeReference(2 * softplus);
  }
};

}  // namespace lab
