// The one list of activations, in wire order, and the table of kernels made from it. Adding an
// activation is one header and one line here.
#pragma once

#include <cstddef>
#include <type_traits>

#include "activations/elu.h"
#include "activations/gelu.h"
#include "activations/glu.h"
#include "activations/gtu.h"
#include "activations/hard_sigmoid.h"
#include "activations/hard_tanh.h"
#include "activations/identity.h"
#include "activations/leaky_relu.h"
#include "activations/maxout.h"
#include "activations/mish.h"
#include "activations/prelu.h"
#include "activations/relu.h"
#include "activations/rrelu.h"
#include "activations/selu.h"
#include "activations/sigmoid.h"
#include "activations/softplus.h"
#include "activations/softsign.h"
#include "activations/step.h"
#include "activations/swish.h"
#include "activations/tanh.h"

namespace lab {

template <class... A>
struct TypeList {
  static constexpr int size = sizeof...(A);
};

using Activations =
    TypeList<Identity, Step, Sigmoid, Tanh, HardSigmoid, HardTanh, Softsign, Relu, LeakyRelu, Prelu,
             Rrelu, Elu, Selu, Softplus, Swish, Gelu, Mish, Maxout, Glu, Gtu>;

inline constexpr int kActivationCount = Activations::size;

// The wire index of an activation.
template <class A, class... All>
constexpr int indexIn(TypeList<All...>) {
  int index = 0;
  const bool found = ((std::is_same_v<A, All> || (++index, false)) || ...);
  return found ? index : -1;
}
template <class A>
inline constexpr int indexOf = indexIn<A>(Activations{});

// The units that a kernel runs over. A unit has as many pre-activations as its activation has
// branches: one, one a piece (maxout), or value and gate.
struct Units {
  const float* z;      // branch p of unit i is z[p * stride + i]
  std::size_t stride;  // unused with one branch
  int branches;
  std::size_t n;
  // Elementwise parameters in the order of `parameters`: step 0 reads four equal floats once; step
  // 1, for PReLU and RReLU, reads a[i] and b[i], both of n floats even when one goes unused.
  const float* a;
  const float* b;
  std::size_t step;
};

// Four equal floats, for a parameter that is the same for every unit.
struct Splat {
  explicit Splat(float x) : lanes{x, x, x, x} {}
  float lanes[4];
};

// What the network and the plots know of an activation. Buffers need no alignment or padding.
struct ActivationEntry {
  const char* id;
  Kind kind;
  Init init;
  const Parameter* parameters;
  int parameterCount;
  // The largest |f'|; for a gate by its value, for maxout by its winner.
  double (*maxSlope)(double a, double b);
  // x for x > 0, else a slope times x: He's variance allows for that slope.
  bool slopedRectifier;
  // Training draws a slope between a and b for every unit and row.
  bool drawsSlope;

  // y = f(z); y may be z.
  void forward(const Units& units, float* y) const;
  // The same, and the derivative of y by each branch, laid out as z. Where slopes is z or y, the
  // slopes are what remains.
  void forwardSlope(const Units& units, float* y, float* slopes) const;

  // The same where units.n is a multiple of 4.
  void (*forwardFours)(const Units& units, float* y);
  void (*forwardSlopeFours)(const Units& units, float* y, float* slopes);
};

// 0 <= index < kActivationCount.
const ActivationEntry& activation(int index);

// f or f' of one input at a time, for plots. params: elementwise ones in catalogue order (defaults
// fill up what is missing); maxout: every weight, then every bias; gates: weight, bias, gateWeight,
// gateBias.
void evaluate(int index, bool derivative, const float* x, float* y, std::size_t n,
              const float* params, std::size_t paramCount);

}  // namespace lab
