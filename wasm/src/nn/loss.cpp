// Losses, one row after the other.
#include "nn/loss.h"

#include <cstddef>

#include "simd/math.h"
#include "simd/vec.h"

namespace lab {

namespace {

float target(const LossInput& in, int row, int j) {
  const float* t = in.targets + static_cast<std::size_t>(row) * in.target_size;
  if (in.classes == 0) return t[j];
  if (in.output_size == 1) return t[0];
  return static_cast<int>(t[0]) == j ? 1.0f : 0.0f;
}

int largest(const float* o, int n) {
  int best = 0;
  for (int j = 1; j < n; ++j) {
    if (o[j] > o[best]) best = j;
  }
  return best;
}

// -log softmax(o)[label] = (max - o[label]) + log(1 + sum of the others' exp(o - max)), which keeps
// its relative accuracy down to the smallest losses.
float crossEntropy(const float* o, int n, int label) {
  const int best = largest(o, n);
  float others = 0.0f;
  for (int j = 0; j < n; ++j) {
    if (j != best) others += exp(F1(o[j] - o[best])).v;
  }
  // log1p takes [0, 1] only.
  const F1 rest = others > 1.0f ? log(F1(1.0f + others)) : log1p(F1(others));
  return (o[best] - o[label]) + rest.v;
}

void softmaxGradient(const float* o, int n, int label, float scale, float* gradient) {
  const float top = o[largest(o, n)];
  float sum = 0.0f;
  for (int j = 0; j < n; ++j) {
    gradient[j] = exp(F1(o[j] - top)).v;
    sum += gradient[j];
  }
  for (int j = 0; j < n; ++j) {
    gradient[j] = (gradient[j] / sum - (j == label ? 1.0f : 0.0f)) * scale;
  }
}

bool hit(Loss loss, const LossInput& in, const float* o, int row) {
  const int label = static_cast<int>(in.targets[static_cast<std::size_t>(row) * in.target_size]);
  if (in.output_size > 1) return largest(o, in.output_size) == label;
  return (o[0] > (loss == Loss::kMse ? 0.5f : 0.0f) ? 1 : 0) == label;
}

}  // namespace

LossSums lossOf(Loss loss, const LossInput& in) {
  LossSums sums;
  for (int i = 0; i < in.rows; ++i) {
    const float* o = in.outputs + static_cast<std::size_t>(i) * in.output_row;
    double row = 0;
    if (loss == Loss::kCrossEntropy) {
      const float label = in.targets[static_cast<std::size_t>(i) * in.target_size];
      row = crossEntropy(o, in.output_size, static_cast<int>(label));
    } else {
      for (int j = 0; j < in.output_size; ++j) {
        const float t = target(in, i, j);
        if (loss == Loss::kMse) {
          row += static_cast<double>((o[j] - t) * (o[j] - t));
        } else {
          row += softplus(F1(t > 0.5f ? -o[j] : o[j])).v;
        }
      }
      row /= in.output_size;
    }
    sums.loss += row;
    if (in.classes > 0 && hit(loss, in, o, i)) ++sums.hits;
  }
  return sums;
}

void lossGradient(Loss loss, const LossInput& in, float* gradient) {
  const float mean = 1.0f / static_cast<float>(in.rows);
  const float element_mean =
      1.0f / (static_cast<float>(in.rows) * static_cast<float>(in.output_size));
  for (int i = 0; i < in.rows; ++i) {
    const std::size_t row = static_cast<std::size_t>(i) * in.output_row;
    const float* o = in.outputs + row;
    float* g = gradient + row;
    if (loss == Loss::kCrossEntropy) {
      const float label = in.targets[static_cast<std::size_t>(i) * in.target_size];
      softmaxGradient(o, in.output_size, static_cast<int>(label), mean, g);
    } else {
      for (int j = 0; j < in.output_size; ++j) {
        const float t = target(in, i, j);
        g[j] = loss == Loss::kMse ? 2.0f * (o[j] - t) * element_mean
                                  : (sigmoid(F1(o[j])).v - t) * element_mean;
      }
    }
    for (int j = in.output_size; j < in.output_row; ++j) g[j] = 0.0f;
  }
}

}  // namespace lab
