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
  static constexpr std::array<double, 2> range{-0.30884341301725041, kInfinity};
  static constexpr Tolerance value{3.11, 6.3e-8};
  static constexpr Tolerance derivative{3.05, 1.3e-7};
  static constexpr Init init = Init::kHe;
  // At x = 1.4906.
  static double maxSlope(double /*a*/, double /*b*/) { return 1.0884981612517279; }

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return damped(x, parts(x).t);
  }
  // t + x sigmoid(x) (1 - t^2); beyond |x| = 200 it is 0 or 1.
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    const auto [g, h, t, reciprocal] = parts(x);
    const V bend = g * reciprocal * (h * reciprocal) * (h * (g + h) * 4.0F);
    return t + clamp(x, -200.0F, 200.0F) * bend;
  }
  static double reference(double x, double /*a*/, double /*b*/) {
    return x * std::tanh(std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))));
  }
  static double referenceDerivative(double x, double /*a*/, double /*b*/) {
    const double softplus = std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x)));
    return std::tanh(softplus) + x * sigmoidReference(x) * 4 * sigmoidSlopeReference(2 * softplus);
  }

 private:
  // e^x = g / h with both at most 1; t = tanh(softplus(x)) = n / d, n = g (g + 2 h), d = n + 2 h^2.
  template <class V>
  struct Parts {
    V g, h, t, reciprocal;  // the last is 1 / d
  };
  template <class V>
  static Parts<V> parts(V x) {
    const V e = exp(negativeAbs(x));
    const auto negative = x < V(0.0F);
    const V g = select(negative, e, V(1.0F));
    const V h = select(negative, V(1.0F), e);
    const V n = g * (g + h * 2.0F);
    const V reciprocal = V(1.0F) / (n + h * h * 2.0F);
    return {g, h, n * reciprocal, reciprocal};
  }
};

}  // namespace lab
