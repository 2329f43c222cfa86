// The kernels of every activation, four units at a time.
#include "activations/registry.h"

#include "errors.h"

namespace lab {
namespace {

// Where a kernel reads and writes; it advances with the loop, so that addresses cost nothing.
struct Cursor {
  const float* z;
  float* y;
  float* slopes;  // null for the value alone
  std::size_t stride;
  const float* a;
  const float* b;

  Cursor(const Units& u, float* y_, float* slopes_ = nullptr)
      : z(u.z), y(y_), slopes(slopes_), stride(u.stride), a(u.a), b(u.b) {}
  void advance(std::size_t n) {
    z += n;
    y += n;
    if (slopes != nullptr) slopes += n;
    a += n;
    b += n;
  }
};

// The parameters of the units, read unit by unit, or once for all.
struct OwnParameters {
  static F4 a(const Cursor& c, std::size_t i) { return F4::load(c.a + i); }
  static F4 b(const Cursor& c, std::size_t i) { return F4::load(c.b + i); }
};
struct SharedParameters {
  F4 a4;
  F4 b4;
  explicit SharedParameters(const Units& u) : a4(F4::load(u.a)), b4(F4::load(u.b)) {}
  F4 a(const Cursor& /*c*/, std::size_t /*i*/) const { return a4; }
  F4 b(const Cursor& /*c*/, std::size_t /*i*/) const { return b4; }
};

// Calls run(cursor, i) for units i, i + 1, i + 2 and i + 3 after the cursor, kUnroll times a turn;
// n is a multiple of 4.
template <int kUnroll, class Run>
void forEach(Cursor c, std::size_t n, Run run) {
  if constexpr (kUnroll == 4) {
    for (; n >= 16; n -= 16) {
      run(c, 0);
      run(c, 4);
      run(c, 8);
      run(c, 12);
      c.advance(16);
    }
  }
#if defined(__clang__)
#pragma clang loop unroll(disable)
#endif
  for (; n > 0; n -= 4) {
    run(c, 0);
    c.advance(4);
  }
}

// PReLU learns a slope for every unit.
template <class A>
constexpr bool learnsSlope() {
  if constexpr (A::parameters.size() > 0) {
    return A::parameters[0].learnable;
  } else {
    return false;
  }
}
// RReLU draws one.
template <class A>
constexpr bool drawsSlope = std::is_same_v<A, Rrelu>;

void gentleRectifier(const Units& u, float* y, float slope) {
  forEach<4>(Cursor(u, y), u.n, [slope](const Cursor& c, std::size_t i) {
    SlopedRectifier::gentle(F4::load(c.z + i), F4(slope)).store(c.y + i);
  });
}

// How each kind of activation reads its branches and writes value and slopes. What f and df share
// is computed once: both are inlined into one loop.
template <class A, Kind = A::kind>
struct Kernel {
  // Turns that do little work are bound by the loop around them.
  static constexpr int kUnroll = A::value.ulp <= 1 ? 4 : 1;
  static constexpr bool kOwnParameters = learnsSlope<A>() || drawsSlope<A>;

  static void forward(const Units& u, float* y) {
    if (kOwnParameters && u.step == 1) return values(u, y, OwnParameters{});
    if constexpr (std::is_base_of_v<SlopedRectifier, A>) {
      const float slope = A::slope(u.a[0], u.b[0]);
      if (A::isGentle(slope)) return gentleRectifier(u, y, slope);
    }
    values(u, y, SharedParameters(u));
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    if (kOwnParameters && u.step == 1) return valuesAndSlopes(u, y, slopes, OwnParameters{});
    valuesAndSlopes(u, y, slopes, SharedParameters(u));
  }

 private:
  template <class Parameters>
  static void values(const Units& u, float* y, Parameters parameters) {
    forEach<kUnroll>(Cursor(u, y), u.n, [=](const Cursor& c, std::size_t i) {
      A::f(F4::load(c.z + i), parameters.a(c, i), parameters.b(c, i)).store(c.y + i);
    });
  }
  template <class Parameters>
  static void valuesAndSlopes(const Units& u, float* y, float* slopes, Parameters parameters) {
    forEach<1>(Cursor(u, y, slopes), u.n, [=](const Cursor& c, std::size_t i) {
      const F4 z = F4::load(c.z + i);
      const F4 a = parameters.a(c, i);
      const F4 b = parameters.b(c, i);
      A::f(z, a, b).store(c.y + i);
      A::df(z, a, b).store(c.slopes + i);
    });
  }
};

template <class A>
struct Kernel<A, Kind::kGated> {
  static void forward(const Units& u, float* y) {
    forEach<1>(Cursor(u, y), u.n, [](const Cursor& c, std::size_t i) {
      A::f(F4::load(c.z + i), F4::load(c.z + c.stride + i)).store(c.y + i);
    });
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    forEach<1>(Cursor(u, y, slopes), u.n, [](const Cursor& c, std::size_t i) {
      const F4 value = F4::load(c.z + i);
      const F4 gate = F4::load(c.z + c.stride + i);
      A::f(value, gate).store(c.y + i);
      A::dv(value, gate).store(c.slopes + i);
      A::dg(value, gate).store(c.slopes + c.stride + i);
    });
  }
};

// The first piece that attains the maximum wins and has slope 1, the others 0; NaN beats all.
template <class A>
struct Kernel<A, Kind::kMaxout> {
  static void forward(const Units& u, float* y) {
    const int pieces = u.branches;
    forEach<1>(Cursor(u, y), u.n,
               [=](const Cursor& c, std::size_t i) { best(c, pieces, i).value.store(c.y + i); });
  }
  static void forwardSlope(const Units& u, float* y, float* slopes) {
    const int pieces = u.branches;
    forEach<1>(Cursor(u, y, slopes), u.n, [=](const Cursor& c, std::size_t i) {
      const Best winner = best(c, pieces, i);
      winner.value.store(c.y + i);
      float* slope = c.slopes + i;
      for (int p = 0; p < pieces; ++p) {
        const auto wins = winner.piece == F4(static_cast<float>(p));
        select(wins, F4(1.0F), F4(0.0F)).store(slope);
        slope += c.stride;
      }
    });
  }

 private:
  struct Best {
    F4 value;
    F4 piece;
  };
  static Best best(const Cursor& c, int pieces, std::size_t i) {
    const float* z = c.z + i;
    Best best{F4::load(z), F4(0.0F)};
    for (int p = 1; p < pieces; ++p) {
      z += c.stride;
      const F4 candidate = F4::load(z);
      const auto wins = A::beats(candidate, best.value);
      best.value = select(wins, candidate, best.value);
      best.piece = select(wins, F4(static_cast<float>(p)), best.piece);
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
  e.drawsSlope = drawsSlope<A>;
  e.forwardFours = Kernel<A>::forward;
  e.forwardSlopeFours = Kernel<A>::forwardSlope;
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

void runFours(const ActivationEntry& entry, const Units& units, float* y, float* slopes) {
  if (slopes == nullptr) {
    entry.forwardFours(units, y);
  } else {
    entry.forwardSlopeFours(units, y, slopes);
  }
}

// What fills no vector runs in a copy that does.
void run(const ActivationEntry& entry, const Units& units, float* y, float* slopes) {
  const std::size_t tail = units.n % 4;
  const std::size_t body = units.n - tail;
  Units fours = units;
  fours.n = body;
  if (body > 0) runFours(entry, fours, y, slopes);
  if (tail == 0) return;
  float z[4 * Limits::kPieces] = {};
  float outputs[4];
  float tail_slopes[4 * Limits::kPieces];
  float a[4] = {};
  float b[4] = {};
  for (int branch = 0; branch < units.branches; ++branch) {
    const float* from = units.z + branch * units.stride + body;
    for (std::size_t i = 0; i < tail; ++i) z[4 * branch + i] = from[i];
  }
  if (units.step == 1) {
    for (std::size_t i = 0; i < tail; ++i) a[i] = units.a[body + i];
    for (std::size_t i = 0; i < tail; ++i) b[i] = units.b[body + i];
  }
  fours = {
      z,         4, units.branches, 4, units.step == 1 ? a : units.a, units.step == 1 ? b : units.b,
      units.step};
  runFours(entry, fours, outputs, slopes == nullptr ? nullptr : tail_slopes);
  for (std::size_t i = 0; i < tail; ++i) y[body + i] = outputs[i];
  for (int branch = 0; slopes != nullptr && branch < units.branches; ++branch) {
    float* to = slopes + branch * units.stride + body;
    for (std::size_t i = 0; i < tail; ++i) to[i] = tail_slopes[4 * branch + i];
  }
}

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

void ActivationEntry::forward(const Units& units, float* y) const { run(*this, units, y, nullptr); }

void ActivationEntry::forwardSlope(const Units& units, float* y, float* slopes) const {
  run(*this, units, y, slopes);
}

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
