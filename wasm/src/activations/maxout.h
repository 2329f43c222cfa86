// Maxout: the largest of several affine pieces, each with weights of its own.
#pragma once

#include "activations/activation.h"

namespace lab {

struct Maxout {
  static constexpr const char* id = "maxout";
  static constexpr const char* label = "Maxout";
  static constexpr const char* latex = R"(f(x)=\max_{1\le i\le k}\,(w_i x+b_i))";
  static constexpr const char* latexDerivative =
      R"(f'(x)=w_m,\quad m=\operatorname*{arg\,max}_{1\le i\le k}\,(w_i x+b_i))";
  static constexpr const char* source =
      "Goodfellow, Warde-Farley, Mirza, Courville and Bengio (2013), Maxout networks";
  static constexpr Kind kind = Kind::kMaxout;
  static constexpr std::array<Parameter, 1> parameters{{{"pieces", 2, 2, 8}}};
  static constexpr std::array<double, 0> kinks{};
  static constexpr std::array<double, 2> range{-kInfinity, kInfinity};
  static constexpr Tolerance value{0, 0};
  static constexpr Tolerance derivative{0, 0};
  static constexpr Init init = Init::kLecun;
  // By the winning piece.
  static double maxSlope(double /*a*/, double /*b*/) { return 1; }

  // Whether a later piece takes over from the best so far: the first of equals wins, NaN beats all.
  template <class V>
  static typename V::Mask beats(V candidate, V best) {
    return (!(candidate <= best)) & (best == best);
  }
};

}  // namespace lab
