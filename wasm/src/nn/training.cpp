// Batches, steps, and what a training says of itself.
#include "nn/training.h"

#include <cmath>
#include <limits>
#include <new>
#include <utility>

#include "data/random.h"
#include "nn/initializer.h"
#include "simd/math.h"
#include "simd/vec.h"

namespace lab {

namespace {

constexpr int kEvaluationRows = 128;
constexpr double kSmoothing = 0.95;
constexpr int kStallSteps = 100;
constexpr double kStallLoss = 0.95;
constexpr double kStallRatio = 2e-5;

bool isFiniteValue(double x) { return x - x == 0; }

// The first column of a [rows][row] matrix that holds a non-finite value, or -1.
int nonFiniteColumn(const float* x, int rows, int columns, int row) {
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < rows; ++i) {
      if (!isFiniteValue(x[static_cast<std::size_t>(i) * row + j])) return j;
    }
  }
  return -1;
}

// The first unit with a non-finite value among a layer's values or gradients, or -1.
int nonFiniteUnit(const Layer& layer, const float* block) {
  const LayerShape& shape = layer.shape();
  const Layer::Block& at = layer.block();
  const int columns = shape.columns();
  const int rows = static_cast<int>(at.slope / columns);  // weights, bias, gamma, beta
  const int column = nonFiniteColumn(block, rows, columns, columns);
  if (column >= 0) return column % shape.width();
  if (!layer.hasSlopes()) return -1;
  return nonFiniteColumn(block + at.slope, 1, shape.width(), shape.width());
}

}  // namespace

std::unique_ptr<Training> Training::create(DatasetPtr dataset, const TrainingSpec& spec) {
  if (!validate(spec, *dataset)) return nullptr;
  std::unique_ptr<Training> training(new (std::nothrow) Training());
  if (!training) {
    fail(ErrorCode::kOutOfMemory, "network", sizeof(Training), static_cast<double>(Limits::kBytes));
    return nullptr;
  }
  if (!training->initialize(std::move(dataset), spec)) return nullptr;
  return training;
}

bool Training::initialize(DatasetPtr dataset, const TrainingSpec& spec) {
  dataset_ = std::move(dataset);
  spec_ = spec;
  const int trains = dataset_->train_count;
  batch_ = spec.batch_size < trains ? spec.batch_size : trains;
  const int rows = batch_ > kEvaluationRows ? batch_ : kEvaluationRows;
  if (!network_.create(spec, dataset_->input_size, outputSize(spec, *dataset_), rows)) return false;
  if (!targets_.allocate(static_cast<std::size_t>(rows) * dataset_->target_size, "batchSize")) {
    return false;
  }
  optimizer_.create(spec.optimizer);
  const int count = network_.layerCount();
  const int states = optimizer_.stateSize();
  optimizer_state_.reset(new (std::nothrow) Memory[2 * count]);
  order_.reset(new (std::nothrow) std::uint32_t[trains]);
  update_squares_.reset(new (std::nothrow) double[count]());
  measurements_.reset(new (std::nothrow) Measurements());
  watches_.reset(new (std::nothrow) LayerWatch[count]);
  if (!optimizer_state_ || !order_ || !update_squares_ || !measurements_ || !watches_) {
    return fail(ErrorCode::kOutOfMemory, "network", 4.0 * trains,
                static_cast<double>(Limits::kBytes));
  }
  for (int i = 0; i < count; ++i) {
    const std::size_t size = network_.layer(i).block().end;
    for (int s = 0; s < states; ++s) {
      if (!optimizer_state_[2 * i + s].allocate(size, "optimizer.name")) return false;
    }
    if (!watches_[i].create(network_.layer(i))) return false;
  }
  const int first_rows = gatherBatch();
  lab::initialize(network_, spec, first_rows);
  constant_loss_ = constantLoss();
  return true;
}

int Training::stepsPerEpoch() const { return (dataset_->train_count + batch_ - 1) / batch_; }

void Training::gatherRow(int to, std::size_t source) {
  const Dataset& data = *dataset_;
  network_.setInput(to, data.inputs.data() + source * data.input_size);
  const float* from = data.targets.data() + source * data.target_size;
  float* target = targets_.data() + static_cast<std::size_t>(to) * data.target_size;
  for (int j = 0; j < data.target_size; ++j) target[j] = from[j];
}

void Training::gather(int first, int rows) {
  for (int i = 0; i < rows; ++i) gatherRow(i, static_cast<std::size_t>(first) + i);
}

// Loads the batch of the coming step: consecutive parts of a permutation drawn for each epoch from
// the stream (seed, "batch", epoch); a full batch keeps the rows' own order. The last batch of an
// epoch may be smaller. Returns its rows.
int Training::gatherBatch() {
  const Dataset& data = *dataset_;
  const int per_epoch = stepsPerEpoch();
  if (per_epoch == 1) {
    gather(0, batch_);
    return batch_;
  }
  const int epoch = step_ / per_epoch;
  if (epoch != order_epoch_) {
    Stream(spec_.seed, "batch", static_cast<std::uint32_t>(epoch))
        .permutation(order_.get(), static_cast<std::uint32_t>(data.train_count));
    order_epoch_ = epoch;
  }
  const int first = step_ % per_epoch * batch_;
  const int rows = first + batch_ <= data.train_count ? batch_ : data.train_count - first;
  for (int i = 0; i < rows; ++i) gatherRow(i, order_[first + i]);
  return rows;
}

LossInput Training::outcome(int rows) const {
  const LayerShape& last = network_.layer(network_.layerCount() - 1).shape();
  return {network_.output(),     last.width(),      last.out, targets_.data(),
          dataset_->target_size, dataset_->classes, rows};
}

double Training::evaluateLoss(int rows) {
  float* gradient = network_.layer(network_.layerCount() - 1).outputGradient();
  return lossAndGradient(spec_.loss, outcome(rows), gradient);
}

double Training::computeGradients(bool update_statistics) {
  const int rows = gatherBatch();
  Pass pass;
  pass.train = true;
  pass.update_statistics = update_statistics;
  pass.seed = spec_.seed;
  pass.step = static_cast<std::uint32_t>(step_);
  network_.forward(rows, pass);
  const double loss = evaluateLoss(rows) / rows;
  network_.backward(rows);
  batch_rows_ = rows;
  return loss;
}

Status Training::step(int n) {
  for (int i = 0; i < n && !diverged_; ++i) takeStep();
  return status();
}

void Training::takeStep() {
  const double loss = computeGradients(true);
  const bool finite = isFiniteValue(loss) && applyGradients();
  ++step_;
  if (!finite) {
    diverged_ = true;
    divergence_.state = State::kDiverged;
    divergence_.step = step_;
    locate(loss);
    return;
  }
  smoothed_loss_ = step_ == 1 ? loss : kSmoothing * smoothed_loss_ + (1 - kSmoothing) * loss;
}

// Returns whether every new parameter is finite.
bool Training::applyGradients() {
  const int count = network_.layerCount();
  float scale = 1.0f;
  if (spec_.optimizer.clip_norm > 0) {
    double squares = 0;
    for (int i = 0; i < count; ++i) {
      const Layer& layer = network_.layer(i);
      squares += sumOfSquares(layer.gradients(), layer.block().end);
    }
    scale = clipScale(std::sqrt(squares), spec_.optimizer.clip_norm);
  }
  optimizer_.beginStep();
  bool finite = true;
  for (int i = 0; i < count; ++i) {
    Layer& layer = network_.layer(i);
    const Layer::Block& block = layer.block();
    const auto update = [&](std::size_t from, std::size_t watched, std::size_t to, bool slopes) {
      float* state1 = optimizer_state_[2 * i].data();
      float* state2 = optimizer_state_[2 * i + 1].data();
      return optimizer_.update(layer.values() + from, layer.gradients() + from,
                               state1 == nullptr ? nullptr : state1 + from,
                               state2 == nullptr ? nullptr : state2 + from, watched, to - from,
                               scale, slopes);
    };
    const Update affine = update(0, block.bias, block.slope, false);
    update_squares_[i] = affine.squares;
    finite = finite && affine.finite;
    if (layer.hasSlopes()) {
      finite = update(block.slope, 0, block.end, true).finite && finite;
    }
  }
  return finite;
}

// Finds what became non-finite first in the order of the step: the forward pass from the first
// layer on, the loss, the gradients from the last layer on, the parameters.
void Training::locate(double loss) {
  const int count = network_.layerCount();
  for (int i = 0; i < count; ++i) {
    const Layer& layer = network_.layer(i);
    const LayerShape& shape = layer.shape();
    const int column =
        nonFiniteColumn(layer.preActivation(), batch_rows_, shape.columns(), shape.columns());
    if (column >= 0) return report(i, column % shape.width(), DivergenceReason::kActivation);
    const int unit = nonFiniteColumn(layer.output(), batch_rows_, shape.out, shape.width());
    if (unit >= 0) return report(i, unit, DivergenceReason::kActivation);
  }
  if (!isFiniteValue(loss)) return report(count - 1, -1, DivergenceReason::kLoss);
  for (int i = count - 1; i >= 0; --i) {
    const int unit = nonFiniteUnit(network_.layer(i), network_.layer(i).gradients());
    if (unit >= 0) return report(i, unit, DivergenceReason::kGradient);
  }
  for (int i = 0; i < count; ++i) {
    const int unit = nonFiniteUnit(network_.layer(i), network_.layer(i).values());
    if (unit >= 0) return report(i, unit, DivergenceReason::kParameter);
  }
}

void Training::report(int layer, int unit, DivergenceReason reason) {
  divergence_.layer = layer;
  divergence_.unit = unit;
  divergence_.reason = reason;
}

// The training loss of the best prediction that ignores the inputs.
double Training::constantLoss() const {
  const Dataset& data = *dataset_;
  const int n = data.train_count;
  const auto target = [&](int i, int j) {
    return static_cast<double>(
        data.targets.data()[static_cast<std::size_t>(i) * data.target_size + j]);
  };
  double loss = 0;
  if (data.classes == 0) {
    for (int j = 0; j < data.target_size; ++j) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; ++i) {
        sum += target(i, j);
        squares += target(i, j) * target(i, j);
      }
      loss += squares / n - sum / n * (sum / n);
    }
    return loss / data.target_size;
  }
  const int outputs = network_.outputSize();
  for (int c = 0; c < data.classes; ++c) {
    double members = 0;
    for (int i = 0; i < n; ++i) members += static_cast<int>(target(i, 0)) == c ? 1 : 0;
    const double p = members / n;
    if (outputs == 1 && c == 0) continue;  // one output: the share of class 1 says it all
    const auto entropy = [](double q) {
      return q > 0 ? -q * static_cast<double>(log(F1(static_cast<float>(q))).v) : 0.0;
    };
    switch (spec_.loss) {
      case Loss::kCrossEntropy:
        loss += entropy(p);
        break;
      case Loss::kBinaryCrossEntropy:
        loss += (entropy(p) + entropy(1 - p)) / outputs;
        break;
      case Loss::kMse:
        loss += p * (1 - p) / outputs;
        break;
    }
  }
  return loss;
}

double Training::updateRatio(int i) {
  const Layer& layer = network_.layer(i);
  const double weights = sumOfSquares(layer.values(), layer.block().bias);
  return weights > 0 ? std::sqrt(update_squares_[i] / weights) : 0;
}

int Training::stalledLayer() {
  if (step_ < kStallSteps || smoothed_loss_ < kStallLoss * constant_loss_) return -1;
  for (int i = 0; i + 1 < network_.layerCount(); ++i) {
    if (updateRatio(i) < kStallRatio) return i;
  }
  return -1;
}

bool Training::hasZeroGradient() const {
  for (int i = 0; i + 1 < network_.layerCount(); ++i) {
    const Layer& layer = network_.layer(i);
    std::size_t k = 0;
    while (k < layer.block().bias && layer.gradients()[k] == 0.0f) ++k;
    if (k == layer.block().bias) return true;
  }
  return false;
}

Status Training::status() {
  Status status;
  status.step = step_;
  status.epoch = static_cast<double>(step_) / stepsPerEpoch();
  if (diverged_) {
    const double epoch = status.epoch;
    status = divergence_;
    status.epoch = epoch;
    return status;
  }
  if (step_ == 0 || hasZeroGradient()) {
    measureAll(false);
    for (int i = 0; i + 1 < network_.layerCount(); ++i) {
      if (measurements_->layers[i].dead_fraction < 1) continue;
      status.state = State::kDead;
      status.layer = i;
      return status;
    }
  }
  if (spec_.target_loss > 0) {
    measureAll(false);
    if (measurements_->train_loss <= spec_.target_loss) {
      status.state = State::kConverged;
      return status;
    }
  }
  const int stalled = stalledLayer();
  if (stalled >= 0) {
    status.state = State::kStalled;
    status.layer = stalled;
  }
  return status;
}

const Measurements& Training::measure(bool histograms) {
  measureAll(histograms);
  if (step_ == 0) computeGradients(false);
  for (int i = 0; i < network_.layerCount(); ++i) {
    Layer& layer = network_.layer(i);
    LayerMeasurement& to = measurements_->layers[i];
    to.gradient_norm = std::sqrt(sumOfSquares(layer.gradients(), layer.block().bias));
    to.weight_norm = std::sqrt(sumOfSquares(layer.values(), layer.block().bias));
    to.update_ratio = updateRatio(i);
    const std::size_t outputs = static_cast<std::size_t>(batch_rows_) * layer.shape().width();
    to.output_gradient_norm = std::sqrt(sumOfSquares(layer.outputGradient(), outputs));
  }
  // The losses have overwritten that of the output layer.
  const int last = network_.layerCount() - 1;
  measurements_->layers[last].output_gradient_norm = std::numeric_limits<double>::quiet_NaN();
  return *measurements_;
}

int Training::measureActivity(bool of_batch) {
  if (!of_batch) {
    measureAll(false);
    return dataset_->train_count;
  }
  const int rows = gatherBatch();
  Pass pass;
  pass.slopes = true;
  network_.forward(rows, pass);
  for (int i = 0; i < network_.layerCount(); ++i) {
    watches_[i].begin();
    watches_[i].add(network_.layer(i), rows, false);
  }
  measured_step_ = -1;
  return rows;
}

void Training::measureAll(bool histograms) {
  if (measured_step_ == step_ && (measured_histograms_ || !histograms)) return;
  const int count = network_.layerCount();
  for (int i = 0; i < count; ++i) watches_[i].begin();
  const int trains = dataset_->train_count;
  double losses[2] = {0, 0};
  int hit[2] = {0, 0};
  for (int first = 0; first < dataset_->count;) {
    const bool training = first < trains;
    const int end = training ? trains : dataset_->count;
    const int rows = end - first < network_.rows() ? end - first : network_.rows();
    gather(first, rows);
    Pass pass;
    pass.slopes = training;
    network_.forward(rows, pass);
    losses[training ? 0 : 1] += evaluateLoss(rows);
    hit[training ? 0 : 1] += hits(spec_.loss, outcome(rows));
    if (training) {
      for (int i = 0; i < count; ++i) watches_[i].add(network_.layer(i), rows, histograms);
    }
    first += rows;
  }
  Measurements& to = *measurements_;
  const int tests = dataset_->count - trains;
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  to.train_loss = losses[0] / trains;
  to.test_loss = tests > 0 ? losses[1] / tests : nothing;
  to.train_accuracy = dataset_->classes > 0 ? static_cast<double>(hit[0]) / trains : nothing;
  to.test_accuracy =
      dataset_->classes > 0 && tests > 0 ? static_cast<double>(hit[1]) / tests : nothing;
  for (int i = 0; i < count; ++i) watches_[i].finish(network_.layer(i), to.layers[i]);
  measured_step_ = step_;
  measured_histograms_ = histograms;
}

void Training::predict(const float* inputs, int n, float* outputs) {
  const int size = network_.inputSize();
  const int out = network_.outputSize();
  for (int first = 0; first < n; first += network_.rows()) {
    const int rows = n - first < network_.rows() ? n - first : network_.rows();
    for (int i = 0; i < rows; ++i) {
      network_.setInput(i, inputs + static_cast<std::size_t>(first + i) * size);
    }
    network_.forward(rows, Pass{});
    for (int i = 0; i < rows; ++i) {
      const float* from = network_.output() + static_cast<std::size_t>(i) * network_.outputRow();
      for (int j = 0; j < out; ++j)
        outputs[static_cast<std::size_t>(first + i) * out + j] = from[j];
    }
  }
}

}  // namespace lab
