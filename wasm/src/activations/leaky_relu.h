// ReLU with a small fixed slope for negative inputs; the rectifiers with a slope build on it.
#pragma once

#include "activations/activation.h"

namespace lab {

// x for x > 0, else slope times x.
struct SlopedRectifier : Elementwise {
  static constexpr std::array<double, 1> kinks{0};
  static constexpr std::array<double, 2> range{-kInfinity, kInfinity};
  static constexpr Init init = Init::kHe;
  static double maxSlope(double a, double /*b*/) { return std::fmax(1, std::fabs(a)); }

  template <class V>
  static V f(V x, V a, V /*b*/) {
    return select(x > V(0.0F), x, a * x);
  }
  // The slope below zero, from the parameters, and f once more for one that isGentle: the same bits
  // in two operations.
  static float slope(float a, float /*b*/) { return a; }
  static bool isGentle(float slope) { return slope != 0 && slope <= 1; }
  template <class V>
  static V gentle(V x, V slope) {
    return max(slope * x, x);
  }
  template <class V>
  static V df(V x, V a, V /*b*/) {
    return keepNaN(x, select(x > V(0.0F), V(1.0F), a));
  }
  static double reference(double x, double a, double /*b*/) { return x > 0 ? x : a * x; }
  static double referenceDerivative(double x, double a, double /*b*/) { return x > 0 ? 1 : a; }
};

struct LeakyRelu : SlopedRectifier {
  static constexpr const char* id = "leaky-relu";
  static constexpr const char* label = "Leaky ReLU";
  static constexpr const char* latex = R"(f(x)=\begin{cases}x&x>0\\a x&x\le 0\end{cases})";
  static constexpr const char* latexDerivative = R"(f'(x)=\begin{cases}1&x>0\\a&x\le 0\end{cases})";
  static constexpr const char* source =
      "Maas, Hannun and Ng (2013), Rectifier nonlinearities improve neural network acoustic models";
  static constexpr std::array<Parameter, 1> parameters{{{"slope", 0.01, 0, 1}}};
  static constexpr Tolerance value{0.5, 0};
  static constexpr Tolerance derivative{0, 0};
};

}  // namespace lab
