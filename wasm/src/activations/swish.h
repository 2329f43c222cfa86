// Swish: the input times its own sigmoid; with beta = 1 also known as SiLU.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Swish : Elementwise {
  static constexpr const char* id = "swish";
  static constexpr const char* label = "Swish";
  static constexpr const char* latex = R"(f(x)=x\,\sigma(\beta x)=\frac{x}{1+e^{-\beta x}})";
  static constexpr const char* latexDerivative =
      R"(f'(x)=\sigma(\beta x)\,\bigl(1+\beta x\,(1-\sigma(\beta x))\bigr))";
  static constexpr const char* source =
      "Ramachandran, Zoph and Le (2017), Searching for activation functions";
  static constexpr std::array<Parameter, 1> parameters{{{"beta", 1, 0, 10}}};
  static constexpr std::array<double, 2> range{-0.27846454276107380, kInfinity};
  static constexpr Tolerance value{3.65, 1.1e-43};
  static constexpr Tolerance derivative{3.3, 4.5e-8};
  static constexpr Init init = Init::kHe;
  // At |beta x| = 2.3994; the same for every beta.
  static double maxSlope(double /*a*/, double /*b*/) { return 1.0998393201288669; }

  template <class V>
  static V f(V x, V a, V /*b*/) {
    return damped(x, sigmoid(a * clamp(x, -kMaxFloat, kMaxFloat)));
  }
  // Beyond |beta x| = 200 the derivative is 0 or 1.
  template <class V>
  static V df(V x, V a, V /*b*/) {
    const V z = a * clamp(x, -kMaxFloat, kMaxFloat);
    const auto [lower, upper] = odds(z);
    const auto negative = z < V(0.0F);
    return select(negative, lower, upper) *
           (clamp(z, -200.0F, 200.0F) * select(negative, upper, lower) + 1.0F);
  }
  static double reference(double x, double a, double /*b*/) { return x * sigmoidReference(a * x); }
  static double referenceDerivative(double x, double a, double /*b*/) {
    return sigmoidReference(a * x) + a * x * sigmoidSlopeReference(a * x);
  }
};

}  // namespace lab
