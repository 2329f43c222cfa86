// The kernels of every activation: F4 over the body of a buffer, F1 over its tail.
#include "activations/registry.h"

namespace lab {
namespace {

// Four equal floats, for parameters and gradients that are the same for every element.
struct Splat {
  explicit Splat(float x) { F4(x).store(lanes); }
  float lanes[4];
};

// Calls run.template operator()<V>(i) for the body with F4 and for the tail with F1.
template <class Run>
void forEach(std::size_t n, Run run) {
  std::size_t i = 0;
  for (; i + F4::width <= n; i += F4::width) run(F4{}, i);
  for (; i < n; ++i) run(F1{}, i);
}

template <class A>
void elementwiseForward(const float* x, float* y, std::size_t n, const float* a, const float* b,
                        std::size_t step) {
  forEach(n, [=]<class V>(V, std::size_t i) {
    A::f(V::load(x + i), V::load(a + i * step), V::load(b + i * step)).store(y + i);
  });
}

template <class A>
void elementwiseBackward(const float* x, const float* dy, std::size_t dyStep, float* dx,
                         std::size_t n, const float* a, const float* b, std::size_t step) {
  forEach(n, [=]<class V>(V, std::size_t i) {
    const V slope = A::df(V::load(x + i), V::load(a + i * step), V::load(b + i * step));
    (V::load(dy + i * dyStep) * slope).store(dx + i);
  });
}

template <class A>
void gateForward(const float* v, const float* g, float* y, std::size_t n) {
  forEach(n, [=]<class V>(V, std::size_t i) { A::f(V::load(v + i), V::load(g + i)).store(y + i); });
}

template <class A>
void gateBackward(const float* v, const float* g, const float* dy, float* dv, float* dg,
                  std::size_t n) {
  forEach(n, [=]<class V>(V, std::size_t i) {
    const V value = V::load(v + i);
    const V gate = V::load(g + i);
    const V upstream = V::load(dy + i);
    (upstream * A::dv(value, gate)).store(dv + i);
    (upstream * A::dg(value, gate)).store(dg + i);
  });
}

template <class A>
constexpr ActivationEntry entry() {
  ActivationEntry e{};
  e.id = A::id;
  e.kind = A::kind;
  e.init = A::init;
  e.parameters = A::parameters.data();
  e.parameterCount = static_cast<int>(A::parameters.size());
  e.maxSlope = A::maxSlope;
  e.slopedRectifier = std::is_base_of_v<SlopedRectifier, A>;
  e.drawsSlope = std::is_same_v<A, Rrelu>;
  if constexpr (A::kind == Kind::kElementwise) {
    e.elementwiseForward = elementwiseForward<A>;
    e.elementwiseBackward = elementwiseBackward<A>;
  } else if constexpr (A::kind == Kind::kGated) {
    e.gateForward = gateForward<A>;
    e.gateBackward = gateBackward<A>;
  }
  return e;
}

struct Table {
  ActivationEntry entries[kActivationCount];
};
template <class... A>
constexpr Table makeTable(TypeList<A...>) {
  return {{entry<A>()...}};
}
constexpr Table kTable = makeTable(Activations{});

void evaluateMaxout(bool derivative, const float* x, float* y, std::size_t n, const float* weights,
                    std::size_t pieces) {
  const float* biases = weights + pieces;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t winner = 0;
    F1 best = F1(weights[0]) * x[i] + biases[0];
    for (std::size_t p = 1; p < pieces; ++p) {
      const F1 z = F1(weights[p]) * x[i] + biases[p];
      if (!Maxout::beats(z, best).v) continue;
      best = z;
      winner = p;
    }
    y[i] = derivative ? keepNaN(best, F1(weights[winner])).v : best.v;
  }
}

void evaluateGate(const ActivationEntry& gate, bool derivative, const float* x, float* y,
                  std::size_t n, const float* params) {
  constexpr std::size_t kChunk = 64;
  for (std::size_t start = 0; start < n; start += kChunk) {
    const std::size_t count = n - start < kChunk ? n - start : kChunk;
    float v[kChunk], g[kChunk], dv[kChunk], dg[kChunk], ones[kChunk];
    for (std::size_t i = 0; i < count; ++i) {
      v[i] = params[0] * x[start + i] + params[1];
      g[i] = params[2] * x[start + i] + params[3];
      ones[i] = 1;
    }
    if (!derivative) {
      gate.gateForward(v, g, y + start, count);
      continue;
    }
    gate.gateBackward(v, g, ones, dv, dg, count);
    for (std::size_t i = 0; i < count; ++i) y[start + i] = params[0] * dv[i] + params[2] * dg[i];
  }
}

}  // namespace

const ActivationEntry& activation(int index) { return kTable.entries[index]; }

void ActivationEntry::forward(const float* x, float* y, std::size_t n, float a, float b) const {
  elementwiseForward(x, y, n, Splat(a).lanes, Splat(b).lanes, 0);
}
void ActivationEntry::derivative(const float* x, float* y, std::size_t n, float a, float b) const {
  elementwiseBackward(x, Splat(1).lanes, 0, y, n, Splat(a).lanes, Splat(b).lanes, 0);
}
void ActivationEntry::backward(const float* x, const float* dy, float* dx, std::size_t n, float a,
                               float b) const {
  elementwiseBackward(x, dy, 1, dx, n, Splat(a).lanes, Splat(b).lanes, 0);
}
void ActivationEntry::forwardWith(const float* x, float* y, std::size_t n, const float* a,
                                  const float* b) const {
  elementwiseForward(x, y, n, a, b, 1);
}
void ActivationEntry::derivativeWith(const float* x, float* y, std::size_t n, const float* a,
                                     const float* b) const {
  elementwiseBackward(x, Splat(1).lanes, 0, y, n, a, b, 1);
}
void ActivationEntry::backwardWith(const float* x, const float* dy, float* dx, std::size_t n,
                                   const float* a, const float* b) const {
  elementwiseBackward(x, dy, 1, dx, n, a, b, 1);
}

void maxoutForward(const float* z, std::size_t stride, int pieces, float* y, unsigned char* winner,
                   std::size_t n) {
  forEach(n, [=]<class V>(V, std::size_t i) {
    V best = V::load(z + i);
    V index = 0.0F;
    for (int p = 1; p < pieces; ++p) {
      const V candidate = V::load(z + static_cast<std::size_t>(p) * stride + i);
      const auto wins = Maxout::beats(candidate, best);
      best = select(wins, candidate, best);
      index = select(wins, V(static_cast<float>(p)), index);
    }
    best.store(y + i);
    if (winner == nullptr) return;
    float lanes[V::width];
    index.store(lanes);
    for (std::size_t k = 0; k < V::width; ++k) winner[i + k] = static_cast<unsigned char>(lanes[k]);
  });
}

void maxoutBackward(const unsigned char* winner, const float* dy, float* dz, std::size_t stride,
                    int pieces, std::size_t n) {
  for (int p = 0; p < pieces; ++p) {
    float* block = dz + static_cast<std::size_t>(p) * stride;
    for (std::size_t i = 0; i < n; ++i) block[i] = winner[i] == p ? dy[i] : 0.0F;
  }
}

void evaluate(int index, bool derivative, const float* x, float* y, std::size_t n,
              const float* params, std::size_t paramCount) {
  const ActivationEntry& entry = activation(index);
  if (entry.kind == Kind::kMaxout) {
    evaluateMaxout(derivative, x, y, n, params, paramCount / 2);
  } else if (entry.kind == Kind::kGated) {
    evaluateGate(entry, derivative, x, y, n, params);
  } else {
    float values[2] = {};
    for (int i = 0; i < entry.parameterCount; ++i) {
      const auto k = static_cast<std::size_t>(i);
      values[k] = k < paramCount ? params[k] : static_cast<float>(entry.parameters[k].def);
    }
    if (derivative) {
      entry.derivative(x, y, n, values[0], values[1]);
    } else {
      entry.forward(x, y, n, values[0], values[1]);
    }
  }
}

}  // namespace lab
