// The identity: a layer without a nonlinearity.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Identity : Elementwise {
  static constexpr const char* id = "identity";
  static constexpr const char* label = "Identity";
  static constexpr const char* latex = R"(f(x)=x)";
  static constexpr const char* latexDerivative = R"(f'(x)=1)";
  static constexpr const char* source = "Widrow and Hoff (1960), Adaptive switching circuits";
  static constexpr std::array<double, 2> range{-kInfinity, kInfinity};
  static constexpr Tolerance value{0, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kXavier;

  template <class V>
  static V f(V x, V /*a*/, V /*b*/) {
    return x;
  }
  template <class V>
  static V df(V x, V /*a*/, V /*b*/) {
    return keepNaN(x, V(1.0F));
  }
  static double reference(double x, double /*a*/, double /*b*/) { return x; }
  static double referenceDerivative(double /*x*/, double /*a*/, double /*b*/) { return 1; }
};

}  // namespace lab
