// The Heaviside step: the threshold of the first artificial neurons, with no gradient to learn
// from.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Step : Elementwise {
  static constexpr const char* id = "step";
  static constexpr const char* label = "Step";
  static constexpr const char* latex = R"(f(x)=\begin{cases}1&x\ge 0\\0&x<0\end{cases})";
  static constexpr const char* latexDerivative = R"(f'(x)=0)";
  static constexpr const char* source =
      "McCulloch and Pitts (1943), A logical calculus of the ideas immanent in nervous activity";
  static constexpr std::array<double, 1> kinks{0};
  static constexpr std::array<double, 2> range{0, 1};
  static constexpr Tolerance value{0, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kXavier;
  static double maxSlope(double /*a*/, double /*b*/) { return 0; }

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    const V zero = 0.0F;
    return select(x >= zero, V(1.0F), select(x < zero, zero, x));
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return keepNaN(x, V(0.0F));
  }
  static double reference(double x, double /*a*/, double /*b*/) { return x >= 0 ? 1 : 0; }
  static double referenceDerivative(double /*x*/, double /*a*/, double /*b*/) { return 0; }
};

}  // namespace lab
