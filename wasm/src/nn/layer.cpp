// Forward and backward pass of one layer.
#include "nn/layer.h"

#include "data/random.h"
#include "nn/batch_norm.h"
#include "simd/vec.h"

namespace lab {

namespace {

std::size_t area(int rows, int columns) { return static_cast<std::size_t>(rows) * columns; }

BatchNormState batchNormState(float* values, const Layer::Block& block, float* running, int columns,
                              float* inverse_std) {
  return {values + block.gamma, values + block.beta, running, running + columns, inverse_std};
}

}  // namespace

bool Layer::create(LayerShape shape, const Options& options, int rows) {
  shape_ = shape;
  options_ = options;
  entry_ = &activation(options.activation);
  const int columns = shape.columns();
  const int width = shape.width();
  draws_slopes_ = entry_->drawsSlope;
  has_slopes_ = !draws_slopes_ && entry_->parameterCount > 0 && entry_->parameters[0].learnable;

  const auto normalization = static_cast<std::size_t>(options.batch_norm ? columns : 0);
  block_.bias = area(shape.weightRows(), columns);
  block_.gamma = block_.bias + columns;
  block_.beta = block_.gamma + normalization;
  block_.slope = block_.beta + normalization;
  block_.end = block_.slope + (has_slopes_ ? width : 0);

  const char* field = "network.hidden";
  if (!values_.allocate(block_.end, field) || !gradients_.allocate(block_.end, field) ||
      !affine_.allocate(area(rows, columns), field) ||
      !affine_gradient_.allocate(area(rows, columns), field) ||
      !output_.allocate(area(rows, width), field) ||
      !output_gradient_.allocate(area(rows, width), field) ||
      !transposed_.allocate(options.index > 0 ? area(columns, padTo(shape.in, 8)) : 0, field)) {
    return false;
  }
  if (options.batch_norm && (!normalized_.allocate(area(rows, columns), field) ||
                             !running_.allocate(2 * static_cast<std::size_t>(columns), field) ||
                             !inverse_std_.allocate(columns, field))) {
    return false;
  }
  if (options.dropout > 0 && !drop_scale_.allocate(area(rows, width), field)) return false;
  if (draws_slopes_ && !drawn_.allocate(area(rows, width), field)) return false;
  return true;
}

void Layer::forward(const float* x, int x_row, int rows, const Pass& pass) {
  const int columns = shape_.columns();
  gemm(padTo(rows, 4), columns, shape_.in, x, x_row, 1, values_.data(), columns,
       values_.data() + block_.bias, affine_.data(), columns);
  if (options_.batch_norm) {
    const BatchNormState state =
        batchNormState(values_.data(), block_, running_.data(), columns, inverse_std_.data());
    if (pass.train) {
      batchNormTrain(affine_.data(), normalized_.data(), rows, columns, state,
                     pass.update_statistics);
    } else {
      batchNormEvaluate(affine_.data(), normalized_.data(), rows, columns, state);
    }
  }
  activate(rows, pass);
  if (options_.shift != 0) shift(rows);
  if (pass.train && options_.dropout > 0) drop(rows, pass);
}

void Layer::activate(int rows, const Pass& pass) {
  const int width = shape_.width();
  const int columns = shape_.columns();
  const Splat a(options_.a);
  const Splat b(options_.b);
  Units units{preActivation(),
              static_cast<std::size_t>(width),
              shape_.branches,
              area(rows, width),
              a.lanes,
              b.lanes,
              0};
  int runs = 1;
  if (draws_slopes_ && pass.train) {
    drawSlopes(rows, pass);
    units.a = units.b = drawn_.data();
    units.step = 1;
  } else if (has_slopes_) {
    units.a = units.b = values_.data() + block_.slope;
    units.step = 1;
  }
  // Branches, and a row of learned slopes, are read one row of units at a time.
  if (has_slopes_ || shape_.branches > 1) {
    units.n = static_cast<std::size_t>(width);
    runs = rows;
  }
  for (int i = 0; i < runs; ++i) {
    float* out = output_.data() + area(i, width);
    if (pass.slopes || pass.train) {
      entry_->forwardSlopeFours(units, out, affine_gradient_.data() + area(i, columns));
    } else {
      entry_->forwardFours(units, out);
    }
    units.z += columns;
  }
}

// Padding stays 0.
void Layer::shift(int rows) {
  const int width = shape_.width();
  for (int i = 0; i < rows; ++i) {
    float* row = output_.data() + area(i, width);
    for (int j = 0; j < shape_.out; ++j) row[j] += options_.shift;
  }
}

void Layer::drawSlopes(int rows, const Pass& pass) {
  Stream stream(pass.seed, "rrelu", pass.step, static_cast<std::uint32_t>(options_.index));
  const int width = shape_.width();
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < shape_.out; ++j) {
      drawn_.data()[area(i, width) + j] = options_.a + (options_.b - options_.a) * stream.uniform();
    }
  }
}

void Layer::drop(int rows, const Pass& pass) {
  Stream stream(pass.seed, "dropout", pass.step, static_cast<std::uint32_t>(options_.index));
  const int width = shape_.width();
  const float kept = 1.0f / (1.0f - options_.dropout);
  for (int i = 0; i < rows; ++i) {
    const std::size_t row = area(i, width);
    for (int j = 0; j < shape_.out; ++j) {
      drop_scale_.data()[row + j] = stream.uniform() < options_.dropout ? 0.0f : kept;
    }
    for (int j = 0; j < width; j += 4) {
      (F4::load(output_.data() + row + j) * F4::load(drop_scale_.data() + row + j))
          .store(output_.data() + row + j);
    }
  }
}

// The slopes of the forward pass times the gradient of the output.
void Layer::activateBackward(int rows) {
  if (has_slopes_) slopeGradient(rows);
  const auto multiply = [](float* dz, const float* dy, std::size_t n) {
    for (const float* const end = dz + n; dz < end; dz += 8, dy += 8) {
      (F4::load(dz) * F4::load(dy)).store(dz);
      (F4::load(dz + 4) * F4::load(dy + 4)).store(dz + 4);
    }
  };
  const int width = shape_.width();
  float* dz = affine_gradient_.data();
  const float* dy = output_gradient_.data();
  if (shape_.branches == 1) return multiply(dz, dy, area(rows, width));
  for (int i = 0; i < rows; ++i, dy += width) {
    for (int branch = 0; branch < shape_.branches; ++branch, dz += width) multiply(dz, dy, width);
  }
}

// df/da = x for x <= 0, else 0 (He et al. 2015, eq. 8), summed over rows 0, 1, 2 …
void Layer::slopeGradient(int rows) {
  const int width = shape_.width();
  const F4 zero(0.0f);
  for (int j = 0; j < width; j += 4) {
    F4 sum(0.0f);
    for (int i = 0; i < rows; ++i) {
      const std::size_t at = area(i, width) + j;
      const F4 x = F4::load(preActivation() + at);
      sum = sum + F4::load(output_gradient_.data() + at) * select(x > zero, zero, x);
    }
    sum.store(gradients_.data() + block_.slope + j);
  }
}

// Sums over rows 0, 1, 2 …
void Layer::biasGradient(int rows) {
  const int columns = shape_.columns();
  float* sums = gradients_.data() + block_.bias;
  for (int j = 0; j < columns; j += 8) {
    F4 low(0.0f);
    F4 high(0.0f);
    const float* dz = affine_gradient_.data() + j;
    for (int i = 0; i < rows; ++i, dz += columns) {
      low = low + F4::load(dz);
      high = high + F4::load(dz + 4);
    }
    low.store(sums + j);
    high.store(sums + j + 4);
  }
}

void Layer::backward(const float* x, int x_row, int rows, float* dx, int dx_row) {
  const int columns = shape_.columns();
  const int width = shape_.width();
  float* dz = affine_gradient_.data();
  if (options_.dropout > 0) {
    float* dy = output_gradient_.data();
    for (std::size_t i = 0; i < area(rows, width); i += 4) {
      (F4::load(dy + i) * F4::load(drop_scale_.data() + i)).store(dy + i);
    }
  }
  activateBackward(rows);
  float* gradients = gradients_.data();
  if (options_.batch_norm) {
    batchNormBackward(
        affine_.data(), dz, rows, columns,
        batchNormState(values_.data(), block_, running_.data(), columns, inverse_std_.data()),
        gradients + block_.gamma, gradients + block_.beta);
  }
  gemm(shape_.weightRows(), columns, rows, x, 1, x_row, dz, columns, nullptr, gradients, columns);
  if (shape_.in < shape_.weightRows()) {
    for (std::size_t i = area(shape_.in, columns); i < block_.bias; ++i) gradients[i] = 0.0f;
  }
  // Batch norm subtracts the bias again, so its gradient stays 0. The sum would be rounding noise,
  // which Adam and RMSProp scale up to whole steps.
  if (!options_.batch_norm) biasGradient(rows);
  if (dx != nullptr) {
    const int inputs = padTo(shape_.in, 8);
    transpose(shape_.weightRows(), columns, values_.data(), columns, transposed_.data(), inputs);
    const int depth = shape_.branches == 1 ? shape_.out : columns;
    gemm(padTo(rows, 4), inputs, depth, dz, columns, 1, transposed_.data(), inputs, nullptr, dx,
         dx_row);
  }
}

}  // namespace lab
