// Losses, one row after the other.
#include "nn/loss.h"

#include <cstddef>

#include "simd/math.h"
#include "simd/vec.h"

namespace lab {

namespace {

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

// What outputs j = 0 … of a row should be.
struct Targets {
  const LossInput& in;
  const float* row;
  float operator[](int j) const {
    if (in.classes == 0) return row[j];
    if (in.output_size == 1) return row[0];
    return static_cast<int>(row[0]) == j ? 1.0f : 0.0f;
  }
};

// One term of a loss that is a mean over outputs, its gradient times `scale` left in g.
float squaredError(float o, float t, float scale, float& g) {
  const float error = o - t;
  g = 2.0f * error * scale;
  return error * error;
}
float logisticLoss(float o, float t, float scale, float& g) {
  g = (sigmoid(F1(o)).v - t) * scale;
  return softplus(F1(t > 0.5f ? -o : o)).v;
}

template <float (*term)(float, float, float, float&)>
double meanOverOutputs(const LossInput& in, float* gradient) {
  const float scale = 1.0f / (static_cast<float>(in.rows) * static_cast<float>(in.output_size));
  Targets targets{in, in.targets};
  const float* o = in.outputs;
  double sum = 0;
  for (int i = 0; i < in.rows; ++i) {
    for (int j = 0; j < in.output_size; ++j) sum += term(o[j], targets[j], scale, gradient[j]);
    o += in.output_row;
    gradient += in.output_row;
    targets.row += in.target_size;
  }
  return sum / in.output_size;
}

double meanCrossEntropy(const LossInput& in, float* gradient) {
  const float scale = 1.0f / static_cast<float>(in.rows);
  const float* o = in.outputs;
  const float* label = in.targets;
  double sum = 0;
  for (int i = 0; i < in.rows; ++i) {
    sum +=
        crossEntropy(o, in.output_size, in.output_row, static_cast<int>(*label), scale, gradient);
    for (int j = in.output_size; j < in.output_row; ++j) gradient[j] = 0.0f;
    o += in.output_row;
    gradient += in.output_row;
    label += in.target_size;
  }
  return sum;
}

}  // namespace

double lossAndGradient(Loss loss, const LossInput& in, float* gradient) {
  switch (loss) {
    case Loss::kMse:
      return meanOverOutputs<squaredError>(in, gradient);
    case Loss::kCrossEntropy:
      return meanCrossEntropy(in, gradient);
    case Loss::kBinaryCrossEntropy:
      return meanOverOutputs<logisticLoss>(in, gradient);
  }
  return 0;
}

int hits(Loss loss, const LossInput& in) {
  int count = 0;
  for (int i = 0; in.classes > 0 && i < in.rows; ++i) {
    if (hit(loss, in, in.outputs + static_cast<std::size_t>(i) * in.output_row, i)) ++count;
  }
  return count;
}

}  // namespace lab
