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

// What runs an activation. n is the number of units (times rows); buffers need no alignment or
// padding, and y or dx may be x or dy.
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

  // Elementwise; a and b are the parameters in catalogue order, 0 where there is none.
  // y = f(x)
  void forward(const float* x, float* y, std::size_t n, float a, float b) const;
  // y = f'(x)
  void derivative(const float* x, float* y, std::size_t n, float a, float b) const;
  // dx = dy * f'(x)
  void backward(const float* x, const float* dy, float* dx, std::size_t n, float a, float b) const;
  // The same with a[i] and b[i]; both must have n floats, even when b goes unused.
  void forwardWith(const float* x, float* y, std::size_t n, const float* a, const float* b) const;
  void derivativeWith(const float* x, float* y, std::size_t n, const float* a,
                      const float* b) const;
  void backwardWith(const float* x, const float* dy, float* dx, std::size_t n, const float* a,
                    const float* b) const;

  // Gates: y = gate(v, g), and dv, dg = dy times its derivative by v and by g.
  void (*gateForward)(const float* v, const float* g, float* y, std::size_t n);
  void (*gateBackward)(const float* v, const float* g, const float* dy, float* dv, float* dg,
                       std::size_t n);

  // The elementwise kernels: step 1 walks the arrays a, b and dy, step 0 reads four equal floats
  // over and over.
  void (*elementwiseForward)(const float* x, float* y, std::size_t n, const float* a,
                             const float* b, std::size_t step);
  void (*elementwiseBackward)(const float* x, const float* dy, std::size_t dyStep, float* dx,
                              std::size_t n, const float* a, const float* b, std::size_t step);
};

// 0 <= index < kActivationCount.
const ActivationEntry& activation(int index);

// Maxout over pieces laid out as blocks: piece p of unit i is z[p * stride + i]. The first piece
// that attains the maximum wins; NaN beats all. winner may be null.
void maxoutForward(const float* z, std::size_t stride, int pieces, float* y, unsigned char* winner,
                   std::size_t n);
// The whole gradient goes to the winner, 0 to the other pieces.
void maxoutBackward(const unsigned char* winner, const float* dy, float* dz, std::size_t stride,
                    int pieces, std::size_t n);

// f or f' of one input at a time, for plots. params: elementwise ones in catalogue order (defaults
// fill up what is missing); maxout: every weight, then every bias; gates: weight, bias, gateWeight,
// gateBias.
void evaluate(int index, bool derivative, const float* x, float* y, std::size_t n,
              const float* params, std::size_t paramCount);

}  // namespace lab
