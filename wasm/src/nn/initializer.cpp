// Draws weights, makes them orthonormal, and scales layers to unit variance.
#include "nn/initializer.h"

#include <cmath>

#include "data/random.h"

namespace lab {

namespace {

constexpr int kLsuvRounds = 10;
constexpr double kLsuvTolerance = 0.1;

InitScheme recommended(const ActivationEntry& entry) {
  switch (entry.init) {
    case Init::kHe:
      return InitScheme::kHe;
    case Init::kLecun:
      return InitScheme::kLecun;
    default:
      return InitScheme::kXavier;
  }
}

// The slope on the negative side that He's variance allows for.
double negativeSlope(const Layer& layer) {
  if (!layer.entry().slopedRectifier) return 0;
  const float x = -1.0f;
  float y = 0.0f;
  const Splat a(layer.parameterA());
  const Splat b(layer.parameterB());
  layer.entry().forward({&x, 0, 1, 1, a.lanes, b.lanes, 0}, &y);
  return -y;
}

double scaleOf(InitScheme scheme, const Layer& layer) {
  const double in = layer.shape().in;
  switch (scheme) {
    case InitScheme::kXavier:
      return std::sqrt(2 / (in + layer.shape().out));
    case InitScheme::kHe: {
      const double a = negativeSlope(layer);
      return std::sqrt(2 / ((1 + a * a) * in));
    }
    case InitScheme::kLecun:
    case InitScheme::kUniform:
      return std::sqrt(1 / in);
    case InitScheme::kNormal:
      return 0.01;
    default:
      return 1;
  }
}

float* weightOf(Layer& layer, int branch, int row, int column) {
  return layer.values() + static_cast<std::size_t>(row) * layer.shape().columns() +
         branch * layer.shape().width() + column;
}

void draw(Layer& layer, int index, const TrainingSpec& spec, InitScheme scheme, double factor) {
  const LayerShape& shape = layer.shape();
  const auto scale = static_cast<float>(scaleOf(scheme, layer) * factor);
  for (int branch = 0; branch < shape.branches; ++branch) {
    Stream stream(spec.seed, "init", static_cast<std::uint32_t>(index),
                  static_cast<std::uint32_t>(branch));
    for (int i = 0; i < shape.in; ++i) {
      for (int j = 0; j < shape.out; ++j) {
        const float x =
            scheme == InitScheme::kUniform ? 2.0f * stream.uniform() - 1.0f : stream.normal();
        *weightOf(layer, branch, i, j) = scale * x;
      }
    }
  }
}

// Gram–Schmidt on the shorter side of one branch's matrix [in][out]: its rows or columns become
// orthonormal.
void orthonormalize(Layer& layer, int branch) {
  const LayerShape& shape = layer.shape();
  const bool by_rows = shape.in <= shape.out;
  const int vectors = by_rows ? shape.in : shape.out;
  const int length = by_rows ? shape.out : shape.in;
  const auto at = [&](int vector, int k) -> float& {
    return by_rows ? *weightOf(layer, branch, vector, k) : *weightOf(layer, branch, k, vector);
  };
  for (int v = 0; v < vectors; ++v) {
    for (int u = 0; u < v; ++u) {
      double dot = 0;
      for (int k = 0; k < length; ++k) dot += static_cast<double>(at(v, k)) * at(u, k);
      for (int k = 0; k < length; ++k) {
        at(v, k) = static_cast<float>(at(v, k) - dot * at(u, k));
      }
    }
    double squares = 0;
    for (int k = 0; k < length; ++k) squares += static_cast<double>(at(v, k)) * at(v, k);
    const double scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
    for (int k = 0; k < length; ++k) at(v, k) = static_cast<float>(at(v, k) * scale);
  }
}

// Variance of the pre-activations over rows and units.
double preActivationVariance(const Layer& layer, int rows) {
  const LayerShape& shape = layer.shape();
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < rows; ++i) {
    const float* row = layer.preActivation() + static_cast<std::size_t>(i) * shape.columns();
    for (int branch = 0; branch < shape.branches; ++branch) {
      for (int j = 0; j < shape.out; ++j) {
        const double z = row[branch * shape.width() + j];
        sum += z;
        squares += z * z;
      }
    }
  }
  const double n = static_cast<double>(rows) * shape.branches * shape.out;
  return squares / n - (sum / n) * (sum / n);
}

void multiplyWeights(Layer& layer, double factor) {
  for (std::size_t i = 0; i < layer.block().bias; ++i) {
    layer.values()[i] = static_cast<float>(layer.values()[i] * factor);
  }
}

void scaleToUnitVariance(Network& network, int index, int rows, double factor) {
  Layer& layer = network.layer(index);
  const float* x = network.inputOf(index);
  const int x_row = network.inputRowOf(index);
  const Pass pass{};
  for (int round = 0; round < kLsuvRounds; ++round) {
    layer.forward(x, x_row, rows, pass);
    const double variance = preActivationVariance(layer, rows);
    if (!(variance > 0) || std::fabs(variance - 1) < kLsuvTolerance) break;
    multiplyWeights(layer, 1 / std::sqrt(variance));
  }
  multiplyWeights(layer, factor);
  layer.forward(x, x_row, rows, pass);
}

}  // namespace

void initialize(Network& network, const TrainingSpec& spec, int rows) {
  const int last = network.layerCount() - 1;
  for (int index = 0; index <= last; ++index) {
    Layer& layer = network.layer(index);
    const Layer::Block& block = layer.block();
    const LayerShape& shape = layer.shape();
    if (layer.hasBatchNorm()) {
      for (int branch = 0; branch < shape.branches; ++branch) {
        for (int j = 0; j < shape.out; ++j) {
          const int column = branch * shape.width() + j;
          layer.values()[block.gamma + column] = 1.0f;
          layer.running()[shape.columns() + column] = 1.0f;
        }
      }
    }
    if (layer.hasSlopes()) {
      for (int j = 0; j < shape.out; ++j) layer.values()[block.slope + j] = layer.parameterA();
    }

    InitScheme scheme = spec.init;
    const bool everywhere = scheme == InitScheme::kNormal || scheme == InitScheme::kUniform ||
                            scheme == InitScheme::kZeros;
    if (index == last && !everywhere) scheme = InitScheme::kXavier;
    if (scheme == InitScheme::kAuto) scheme = recommended(layer.entry());
    if (scheme == InitScheme::kZeros) continue;
    const double factor = index == last ? 1 : spec.init_scale;
    if (scheme == InitScheme::kLsuv) {
      draw(layer, index, spec, scheme, 1);
      for (int branch = 0; branch < shape.branches; ++branch) orthonormalize(layer, branch);
      scaleToUnitVariance(network, index, rows, factor);
    } else {
      draw(layer, index, spec, scheme, factor);
    }
  }
}

}  // namespace lab
