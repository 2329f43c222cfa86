// Batch norm, four columns at a time.
#include "nn/batch_norm.h"

#include "simd/vec.h"

namespace lab {

namespace {
constexpr float kEpsilon = 1e-5f;
constexpr float kMomentum = 0.1f;
}  // namespace

void batchNormTrain(float* x, float* y, int rows, int columns, const BatchNormState& state,
                    bool update_statistics) {
  const F4 n(static_cast<float>(rows));
  const F4 unbias(rows > 1 ? static_cast<float>(rows) / static_cast<float>(rows - 1) : 1.0f);
  for (int j = 0; j < columns; j += 4) {
    F4 sum(0.0f);
    for (int i = 0; i < rows; ++i) sum = sum + F4::load(x + i * columns + j);
    const F4 mean = sum / n;
    F4 squares(0.0f);
    for (int i = 0; i < rows; ++i) {
      const F4 centred = F4::load(x + i * columns + j) - mean;
      squares = squares + centred * centred;
    }
    const F4 variance = squares / n;
    const F4 inverse = F4(1.0f) / sqrt(variance + F4(kEpsilon));
    inverse.store(state.inverse_std + j);
    const F4 gamma = F4::load(state.gamma + j);
    const F4 beta = F4::load(state.beta + j);
    for (int i = 0; i < rows; ++i) {
      const F4 x_hat = (F4::load(x + i * columns + j) - mean) * inverse;
      x_hat.store(x + i * columns + j);
      (gamma * x_hat + beta).store(y + i * columns + j);
    }
    if (update_statistics) {
      const auto follow = [j](float* statistic, F4 now) {
        (F4(1.0f - kMomentum) * F4::load(statistic + j) + F4(kMomentum) * now).store(statistic + j);
      };
      follow(state.running_mean, mean);
      follow(state.running_var, variance * unbias);
    }
  }
}

void batchNormEvaluate(const float* x, float* y, int rows, int columns,
                       const BatchNormState& state) {
  for (int j = 0; j < columns; j += 4) {
    const F4 mean = F4::load(state.running_mean + j);
    const F4 inverse = F4(1.0f) / sqrt(F4::load(state.running_var + j) + F4(kEpsilon));
    const F4 gamma = F4::load(state.gamma + j);
    const F4 beta = F4::load(state.beta + j);
    for (int i = 0; i < rows; ++i) {
      const F4 x_hat = (F4::load(x + i * columns + j) - mean) * inverse;
      (gamma * x_hat + beta).store(y + i * columns + j);
    }
  }
}

void batchNormBackward(const float* x_hat, float* dy, int rows, int columns,
                       const BatchNormState& state, float* d_gamma, float* d_beta) {
  const F4 n(static_cast<float>(rows));
  for (int j = 0; j < columns; j += 4) {
    F4 sum(0.0f);
    F4 dot(0.0f);
    for (int i = 0; i < rows; ++i) {
      const F4 g = F4::load(dy + i * columns + j);
      sum = sum + g;
      dot = dot + g * F4::load(x_hat + i * columns + j);
    }
    dot.store(d_gamma + j);
    sum.store(d_beta + j);
    const F4 factor = F4::load(state.gamma + j) * F4::load(state.inverse_std + j) / n;
    for (int i = 0; i < rows; ++i) {
      const F4 g = F4::load(dy + i * columns + j);
      const F4 dx = factor * (n * g - sum - F4::load(x_hat + i * columns + j) * dot);
      dx.store(dy + i * columns + j);
    }
  }
}

}  // namespace lab
