// The gated linear unit: a linear value times a sigmoid gate, each with weights of its own.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Glu {
  static constexpr const char* id = "glu";
  static constexpr const char* label = "GLU";
  static constexpr const char* latex = R"(f(x)=(w x+b)\,\sigma(v x+c))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=w\,\sigma(v x+c)+v\,(w x+b)\,\sigma'(v x+c))";
  static constexpr const char* source =
      "Dauphin, Fan, Auli and Grangier (2017), Language modeling with gated convolutional networks";
  static constexpr Kind kind = Kind::kGated;
  static constexpr std::array<Parameter, 0> parameters{};
  static constexpr std::array<double, 0> kinks{};
  static constexpr std::array<double, 2> range{-kInfinity, kInfinity};
  static constexpr Tolerance value{3.65, 1.1e-43};
  static constexpr Tolerance derivative{3.94, 4.5e-8};
  static constexpr Init init = Init::kHe;
  // By the value v, when the gate is wide open.
  static double maxSlope(double /*a*/, double /*b*/) { return 1; }

  template <class V>
  static V f(V v, V g) {
    return damped(v, sigmoid(g));
  }
  template <class V>
  static V dv(V /*v*/, V g) {
    return sigmoid(g);
  }
  template <class V>
  static V dg(V v, V g) {
    return damped(v, sigmoidSlope(g));
  }
  static double reference(double v, double g) { return v * sigmoidReference(g); }
  static double referenceDv(double /*v*/, double g) { return sigmoidReference(g); }
  static double referenceDg(double v, double g) { return v * sigmoidSlopeReference(g); }
};

}  // namespace lab
