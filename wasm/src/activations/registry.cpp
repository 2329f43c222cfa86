// The kernels of every activation: F4 over the body of a buffer, F1 over its tail.
#include "activations/registry.h"

namespace lab {
namespace {

// Tails are short, and layers are padded so that training has none: small code is enough.
#if defined(__clang__)
#define ACTIVATION_LAB_SMALL __attribute__((noinline, minsize))
#else
#define ACTIVATION_LAB_SMALL
#endif

template <class Run>
ACTIVATION_LAB_SMALL void runTail(std::size_t i, std::size_t n, Run run) {
  for (; i < n; ++i) run(F1{}, i);
}

// Calls run(V, i) for the body with F4 and for the tail with F1.
template <class Run>
void forEach(std::size_t n, Run run) {
  std::size_t i = 0;
  for (; i + F4::width <= n; i += F4::width) run(F4{}, i);
  if (i < n) runTail(i, n, run);
}

// How each kind of activation reads its branches and writes value and slopes. What f and df share
// is computed once: both are inlined into one loop.
template <class A, Kind = A::kind>
struct Kernel {
  static void forward(const Units& u, float* y) {
    forEach(u.n, [=]<class V>(V, std::size_t i) {
      A::f(V::load(u.z + i), V::load(u.a + i * u.step), V::load(u.b + i * u.step)).store(y + i);
    });
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    forEach(u.n, [=]<class V>(V, std::size_t i) {
      const V z = V::load(u.z + i);
      const V a = V::load(u.a + i * u.step);
      const V b = V::load(u.b + i * u.step);
      A::f(z, a, b).store(y + i);
      A::df(z, a, b).store(slopes + i);
    });
  }
};

template <class A>
struct Kernel<A, Kind::kGated> {
  static void forward(const Units& u, float* y) {
    forEach(u.n, [=]<class V>(V, std::size_t i) {
      A::f(V::load(u.z + i), V::load(u.z + u.stride + i)).store(y + i);
    });
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    forEach(u.n, [=]<class V>(V, std::size_t i) {
      const V value = V::load(u.z + i);
      const V gate = V::load(u.z + u.stride + i);
      A::f(value, gate).store(y + i);
      A::dv(value, gate).store(slopes + i);
      A::dg(value, gate).store(slopes + u.stride + i);
    });
  }
};

// The first piece that attains the maximum wins and has slope 1, the others 0; NaN beats all.
template <class A>
struct Kernel<A, Kind::kMaxout> {
  static void forward(const Units& u, float* y) {
    forEach(u.n, [=]<class V>(V, std::size_t i) { best<V>(u, i).value.store(y + i); });
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    forEach(u.n, [=]<class V>(V, std::size_t i) {
      const Best<V> winner = best<V>(u, i);
      winner.value.store(y + i);
      for (int p = 0; p < u.branches; ++p) {
        const auto wins = winner.piece == V(static_cast<float>(p));
        select(wins, V(1.0F), V(0.0F)).store(slopes + static_cast<std::size_t>(p) * u.stride + i);
      }
    });
  }

 private:
  template <class V>
  struct Best {
    V value;
    V piece;
  };
  template <class V>
  static Best<V> best(const Units& u, std::size_t i) {
    Best<V> best{V::load(u.z + i), V(0.0F)};
    for (int p = 1; p < u.branches; ++p) {
      const V candidate = V::load(u.z + static_cast<std::size_t>(p) * u.stride + i);
      const auto wins = A::beats(candidate, best.value);
      best.value = select(wins, candidate, best.value);
      best.piece = select(wins, V(static_cast<float>(p)), best.piece);
    }
    return best;
  }
};

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
  e.forward = Kernel<A>::forward;
  e.forwardSlope = Kernel<A>::forwardSlope;
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
    float z[2 * kChunk];
    float slopes[2 * kChunk];
    for (std::size_t i = 0; i < count; ++i) {
      z[i] = params[0] * x[start + i] + params[1];
      z[kChunk + i] = params[2] * x[start + i] + params[3];
    }
    const Units units{z, kChunk, 2, count, nullptr, nullptr, 0};
    if (!derivative) {
      gate.forward(units, y + start);
      continue;
    }
    gate.forwardSlope(units, y + start, slopes);
    for (std::size_t i = 0; i < count; ++i) {
      y[start + i] = params[0] * slopes[i] + params[2] * slopes[kChunk + i];
    }
  }
}

void evaluateElementwise(const ActivationEntry& entry, bool derivative, const float* x, float* y,
                         std::size_t n, const float* params, std::size_t paramCount) {
  float values[2] = {};
  for (int i = 0; i < entry.parameterCount; ++i) {
    const auto k = static_cast<std::size_t>(i);
    values[k] = k < paramCount ? params[k] : static_cast<float>(entry.parameters[k].def);
  }
  const Splat a(values[0]);
  const Splat b(values[1]);
  const Units units{x, 0, 1, n, a.lanes, b.lanes, 0};
  if (derivative) {
    entry.forwardSlope(units, y, y);
  } else {
    entry.forward(units, y);
  }
}

}  // namespace

const ActivationEntry& activation(int index) { return kTable.entries[index]; }

void evaluate(int index, bool derivative, const float* x, float* y, std::size_t n,
              const float* params, std::size_t paramCount) {
  const ActivationEntry& entry = activation(index);
  switch (entry.kind) {
    case Kind::kMaxout:
      return evaluateMaxout(derivative, x, y, n, params, paramCount / 2);
    case Kind::kGated:
      return evaluateGate(entry, derivative, x, y, n, params);
    case Kind::kElementwise:
      return evaluateElementwise(entry, derivative, x, y, n, params, paramCount);
  }
}

}  // namespace lab
