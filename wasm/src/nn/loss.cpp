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
// its relative accuracy down to the smallest losses; the sum runs over j = 0, 1, 2 … Leaves the
// gradient times `scale` in g.
float crossEntropy(const float* o, int n, int padded, int label, float scale, float* g) {
  const int best = largest(o, n);
  const F4 top(o[best]);
  for (int j = 0; j < padded; j += 4) exp(F4::load(o + j) - top).store(g + j);
  float others = 0.0f;
  for (int j = 0; j < n; ++j) {
    if (j != best) others += g[j];
  }
  const F4 total(g[best] + others);
  for (int j = 0; j < padded; j += 4) (F4::load(g + j) / total * F4(scale)).store(g + j);
  g[label] -= scale;
  // log1p takes [0, 1] only.
  const F1 rest = others > 1.0f ? log(F1(1.0f + others)) : log1p(F1(others));
  return (o[best] - o[label]) + rest.v;
}

bool hit(Loss loss, const LossInput& in, const float* o, int row) {
  const int label = static_cast<int>(in.targets[static_cast<std::size_t>(row) * in.target_size]);
  if (in.output_size > 1) return largest(o, in.output_size) == label;
  return (o[0] > (loss == Loss::kMse ? 0.5f : 0.0f) ? 1 : 0) == label;
}

}  // namespace

LossSums lossAndGradient(Loss loss, const LossInput& in, float* gradient) {
  LossSums sums;
  const float mean = 1.0f / static_cast<float>(in.rows);
  const float element_mean =
      1.0f / (static_cast<float>(in.rows) * static_cast<float>(in.output_size));
  for (int i = 0; i < in.rows; ++i) {
    const std::size_t row = static_cast<std::size_t>(i) * in.output_row;
    const float* o = in.outputs + row;
    float* g = gradient + row;
    double total = 0;
    if (loss == Loss::kCrossEntropy) {
      const float label = in.targets[static_cast<std::size_t>(i) * in.target_size];
      total = crossEntropy(o, in.output_size, in.output_row, static_cast<int>(label), mean, g);
    } else {
      for (int j = 0; j < in.output_size; ++j) {
        const float t = target(in, i, j);
        if (loss == Loss::kMse) {
          total += static_cast<double>((o[j] - t) * (o[j] - t));
          g[j] = 2.0f * (o[j] - t) * element_mean;
        } else {
          total += softplus(F1(t > 0.5f ? -o[j] : o[j])).v;
          g[j] = (sigmoid(F1(o[j])).v - t) * element_mean;
        }
      }
      total /= in.output_size;
    }
    for (int j = in.output_size; j < in.output_row; ++j) g[j] = 0.0f;
    sums.loss += total;
    if (in.classes > 0 && hit(loss, in, o, i)) ++sums.hits;
  }
  return sums;
}

}  // namespace lab
