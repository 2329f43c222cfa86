// One update loop, four parameters at a time, with the rule as a function.
#include "nn/optimizer.h"

#include <cmath>

#include "simd/vec.h"

namespace lab {

namespace {

struct Common {
  F4 scale;
  F4 decay;
};

struct Range {
  std::size_t watched;
  std::size_t end;
};

// rule(gradient, i) returns what is subtracted from parameter i.
template <class Rule>
Update run(float* values, const float* gradients, Range range, const Common& common, Rule rule) {
  const F4 zero(0.0f);
  F4 probe = zero;  // becomes NaN once a value is not finite
  F4 sums[2];
  std::size_t i = 0;
  for (int part = 0; part < 2; ++part) {
    const std::size_t end = part == 0 ? range.watched : range.end;
    F4 squares = zero;
    for (; i < end; i += 4) {
      const F4 old = F4::load(values + i);
      const F4 gradient = F4::load(gradients + i) * common.scale + common.decay * old;
      const F4 now = old - rule(gradient, i);
      now.store(values + i);
      const F4 change = now - old;
      squares = squares + change * change;
      probe = probe + now * zero;
    }
    sums[part] = squares;
  }
  return {hsum(sums[0]), hsum(probe) == 0.0f};
}

}  // namespace

int Optimizer::stateSize() const {
  switch (spec_.name) {
    case OptimizerId::kSgd:
      return 0;
    case OptimizerId::kAdam:
      return 2;
    default:
      return 1;
  }
}

void Optimizer::beginStep() {
  ++steps_;
  beta1_power_ *= spec_.beta1;
  beta2_power_ *= spec_.beta2;
}

Update Optimizer::update(float* values, const float* gradients, float* state1, float* state2,
                         std::size_t watched, std::size_t n, float scale, bool slopes) const {
  const Range range{watched, n};
  const Common common{F4(scale), F4(slopes ? 0.0f : static_cast<float>(spec_.weight_decay))};
  const double learning_rate = spec_.learning_rate * (slopes ? spec_.slope_rate : 1);
  const F4 rate(static_cast<float>(learning_rate));
  const F4 epsilon(static_cast<float>(spec_.epsilon));
  switch (spec_.name) {
    case OptimizerId::kSgd:
      return run(values, gradients, range, common, [=](F4 g, std::size_t) { return rate * g; });
    case OptimizerId::kMomentum:
    case OptimizerId::kNesterov: {
      const F4 momentum(static_cast<float>(spec_.momentum));
      const bool nesterov = spec_.name == OptimizerId::kNesterov;
      return run(values, gradients, range, common, [=](F4 g, std::size_t i) {
        const F4 velocity = momentum * F4::load(state1 + i) + g;
        velocity.store(state1 + i);
        return rate * (nesterov ? g + momentum * velocity : velocity);
      });
    }
    case OptimizerId::kRmsprop: {
      const F4 keep(static_cast<float>(spec_.beta2));
      const F4 take(static_cast<float>(1 - spec_.beta2));
      return run(values, gradients, range, common, [=](F4 g, std::size_t i) {
        const F4 square = keep * F4::load(state1 + i) + take * (g * g);
        square.store(state1 + i);
        return rate * (g / (sqrt(square) + epsilon));
      });
    }
    case OptimizerId::kAdam: {
      const F4 keep1(static_cast<float>(spec_.beta1));
      const F4 take1(static_cast<float>(1 - spec_.beta1));
      const F4 keep2(static_cast<float>(spec_.beta2));
      const F4 take2(static_cast<float>(1 - spec_.beta2));
      const F4 corrected_rate(static_cast<float>(learning_rate / (1 - beta1_power_)));
      const F4 correction(static_cast<float>(std::sqrt(1 - beta2_power_)));
      return run(values, gradients, range, common, [=](F4 g, std::size_t i) {
        const F4 mean = keep1 * F4::load(state1 + i) + take1 * g;
        const F4 square = keep2 * F4::load(state2 + i) + take2 * (g * g);
        mean.store(state1 + i);
        square.store(state2 + i);
        return corrected_rate * (mean / (sqrt(square) / correction + epsilon));
      });
    }
  }
  return {};
}

double sumOfSquares(const float* x, std::size_t n) {
  double sums[4] = {0, 0, 0, 0};
  for (std::size_t i = 0; i < n; ++i) {
    sums[i % 4] += static_cast<double>(x[i]) * static_cast<double>(x[i]);
  }
  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

float clipScale(double norm, double limit) {
  const double scale = limit / (norm + 1e-6);
  return scale < 1 ? static_cast<float>(scale) : 1.0f;
}

}  // namespace lab
