// Forward and backward pass of one layer.
#include "nn/layer.h"

#include <new>

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
      !output_gradient_.allocate(area(rows, width), field)) {
    return false;
  }
  if (options.batch_norm && (!normalized_.allocate(area(rows, columns), field) ||
                             !running_.allocate(2 * static_cast<std::size_t>(columns), field) ||
                             !inverse_std_.allocate(columns, field))) {
    return false;
  }
  if (options.dropout > 0 && !drop_scale_.allocate(area(rows, width), field)) return false;
  if (draws_slopes_ && !drawn_.allocate(area(rows, width), field)) return false;
  if (entry_->kind == Kind::kMaxout) {
    winners_.reset(new (std::nothrow) unsigned char[area(rows, width)]());
    if (!winners_) {
      return fail(ErrorCode::kOutOfMemory, field, static_cast<double>(area(rows, width)),
                  static_cast<double>(Limits::kBytes));
    }
  }
  return true;
}

void Layer::forward(const float* x, int x_row, int rows, const Pass& pass) {
  const int columns = shape_.columns();
  gemmNN(padTo(rows, 4), columns, shape_.in, x, x_row, 1, values_.data(), columns,
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
  if (pass.train && options_.dropout > 0) drop(rows, pass);
}

void Layer::activate(int rows, const Pass& pass) {
  const int width = shape_.width();
  const std::size_t size = area(rows, width);
  const float* pre = preActivation();
  float* out = output_.data();
  switch (entry_->kind) {
    case Kind::kMaxout:
      for (int i = 0; i < rows; ++i) {
        maxoutForward(pre + area(i, shape_.columns()), width, shape_.branches, out + area(i, width),
                      winners_.get() + area(i, width), width);
      }
      break;
    case Kind::kGated:
      for (int i = 0; i < rows; ++i) {
        const float* value = pre + area(i, 2 * width);
        entry_->gateForward(value, value + width, out + area(i, width), width);
      }
      break;
    case Kind::kElementwise:
      if (has_slopes_) {
        for (int i = 0; i < rows; ++i) {
          const std::size_t row = area(i, width);
          entry_->forwardWith(pre + row, out + row, width, slopeRow(), slopeRow());
        }
      } else if (draws_slopes_ && pass.train) {
        drawSlopes(rows, pass);
        entry_->forwardWith(pre, out, size, drawn_.data(), drawn_.data());
      } else {
        entry_->forward(pre, out, size, options_.a, options_.b);
      }
      break;
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

void Layer::activateBackward(int rows) {
  const int width = shape_.width();
  const std::size_t size = area(rows, width);
  const float* pre = preActivation();
  const float* dy = output_gradient_.data();
  float* dx = affine_gradient_.data();
  switch (entry_->kind) {
    case Kind::kMaxout:
      for (int i = 0; i < rows; ++i) {
        maxoutBackward(winners_.get() + area(i, width), dy + area(i, width),
                       dx + area(i, shape_.columns()), width, shape_.branches, width);
      }
      break;
    case Kind::kGated:
      for (int i = 0; i < rows; ++i) {
        const std::size_t value = area(i, 2 * width);
        entry_->gateBackward(pre + value, pre + value + width, dy + area(i, width), dx + value,
                             dx + value + width, width);
      }
      break;
    case Kind::kElementwise:
      if (has_slopes_) {
        slopeGradient(rows);
        for (int i = 0; i < rows; ++i) {
          const std::size_t row = area(i, width);
          entry_->backwardWith(pre + row, dy + row, dx + row, width, slopeRow(), slopeRow());
        }
      } else if (draws_slopes_) {
        entry_->backwardWith(pre, dy, dx, size, drawn_.data(), drawn_.data());
      } else {
        entry_->backward(pre, dy, dx, size, options_.a, options_.b);
      }
      break;
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
  gemmNN(shape_.weightRows(), columns, rows, x, 1, x_row, dz, columns, nullptr, gradients, columns);
  for (std::size_t i = area(shape_.in, columns); i < block_.bias; ++i) gradients[i] = 0.0f;
  // Batch norm subtracts the bias again, so its gradient is 0. The sum would be rounding noise, which
  // Adam and RMSProp scale up to whole steps.
  const int summed = options_.batch_norm ? 0 : rows;
  for (int j = 0; j < columns; j += 4) {
    F4 sum(0.0f);
    for (int i = 0; i < summed; ++i) sum = sum + F4::load(dz + area(i, columns) + j);
    sum.store(gradients + block_.bias + j);
  }
  if (dx != nullptr) {
    gemmNT(padTo(rows, 2), shape_.weightRows(), columns, dz, columns, values_.data(), columns, dx,
           dx_row);
  }
}

}  // namespace lab
