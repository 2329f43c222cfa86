// The gated tanh unit: a tanh value times a sigmoid gate, each with weights of its own.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Gtu {
  static constexpr const char* id = "gtu";
  static constexpr const char* label = "GTU";
  static constexpr const char* latex = R"(f(x)=\tanh(w x+b)\,\sigma(v x+c))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=w\,\tanh'(w x+b)\,\sigma(v x+c)+v\,\tanh(w x+b)\,\sigma'(v x+c))";
  static constexpr const char* source =
      "van den Oord, Kalchbrenner, Vinyals et al. (2016), Conditional image generation with "
      "PixelCNN decoders";
  static constexpr Kind kind = Kind::kGated;
  static constexpr std::array<Parameter, 0> parameters{};
  static constexpr std::array<double, 0> kinks{};
  static constexpr std::array<double, 2> range{-1, 1};
  static constexpr Tolerance value{3.75, 1.3e-7};
  static constexpr Tolerance derivative{2.87, 1.5e-7};
  static constexpr Init init = Init::kXavier;
  // By the value v, at 0 when the gate is wide open.
  static double maxSlope(double /*a*/, double /*b*/) { return 1; }

  template <class V>
  static V f(V v, V g) {
    return tanh(v) * sigmoid(g);
  }
  template <class V>
  static V dv(V v, V g) {
    return tanhSlope(v) * sigmoid(g);
  }
  template <class V>
  static V dg(V v, V g) {
    return tanh(v) * sigmoidSlope(g);
  }
  static double reference(double v, double g) { return std::tanh(v) * sigmoidReference(g); }
  static double referenceDv(double v, double g) {
    return 4 * sigmoidSlopeReference(2 * v) * sigmoidReference(g);
  }
  static double referenceDg(double v, double g) { return std::tanh(v) * sigmoidSlopeReference(g); }
};

}  // namespace lab
