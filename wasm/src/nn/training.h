// One training: a data set, a network, an optimizer and the batches between them.
//
// Everything a step does follows from the specification and the step's number, so results don't
// depend on how steps are cut into calls or on other trainings.
#pragma once

#include <memory>

#include "data/dataset.h"
#include "nn/measure.h"
#include "nn/network.h"
#include "nn/optimizer.h"
#include "nn/spec.h"

namespace lab {

struct Status {
  State state = State::kRunning;
  int step = 0;
  double epoch = 0;
  int layer = -1;
  int unit = -1;
  DivergenceReason reason = DivergenceReason::kNone;
};

class Training {
 public:
  // Null leaves a failure.
  static std::unique_ptr<Training> create(DatasetPtr dataset, const TrainingSpec& spec);

  // Up to n optimizer steps; stops at the first non-finite value.
  Status step(int n);
  // running; or diverged (sticky), dead, converged, stalled as of now, in this order of precedence:
  //   dead: a hidden layer whose every unit has a zero derivative on every training row;
  //   converged: the training loss is at most target_loss;
  //   stalled: after 100 steps the smoothed batch loss is still above 95 % of the best constant
  //     prediction's loss, and a hidden layer's latest update is below 2e-5 of its weights.
  Status status();

  const Measurements& measure(bool histograms);
  // The latest measurements.
  const Measurements& measurements() const { return *measurements_; }
  // Counts for each unit the rows in which it has a derivative other than 0, in evaluation mode,
  // over all training rows or over the coming step's batch. Returns how many rows there are.
  int measureActivity(bool of_batch);
  const float* activity(int layer) const { return watches_[layer].active(); }  // [units]
  // inputs [n][inputSize] to outputs [n][outputSize], in evaluation mode.
  void predict(const float* inputs, int n, float* outputs);

  Network& network() { return network_; }
  // Call after writing parameters: what was measured before no longer holds.
  void parametersChanged() { measured_step_ = -1; }

  // Gradients of the batch of the coming step, without taking it. Returns the batch's mean loss.
  double computeGradients(bool update_statistics);

 private:
  Training() = default;
  bool initialize(DatasetPtr dataset, const TrainingSpec& spec);
  int gatherBatch();
  void gatherRow(int to, std::size_t source);
  void gather(int first, int rows);
  // The rows that passed through, beside what they should have given.
  LossInput outcome(int rows) const;
  // Their summed loss; leaves the gradient in the output layer.
  double evaluateLoss(int rows);
  double constantLoss() const;
  void takeStep();
  bool applyGradients();
  void locate(double loss);
  void report(int layer, int unit, DivergenceReason reason);
  double updateRatio(int layer);
  int stalledLayer();
  // A weight gradient that is exactly zero: a dead layer has no other.
  bool hasZeroGradient() const;
  void measureAll(bool histograms);
  int stepsPerEpoch() const;

  DatasetPtr dataset_;
  TrainingSpec spec_{};
  Network network_;
  Optimizer optimizer_;
  std::unique_ptr<Memory[]> optimizer_state_;
  Memory targets_;
  std::unique_ptr<std::uint32_t[]> order_;
  std::unique_ptr<double[]> update_squares_;
  std::unique_ptr<Measurements> measurements_;
  std::unique_ptr<LayerWatch[]> watches_;
  int batch_ = 0;       // rows of a full batch
  int batch_rows_ = 0;  // rows of the latest batch
  int order_epoch_ = -1;
  int step_ = 0;
  double smoothed_loss_ = 0;
  double constant_loss_ = 0;
  int measured_step_ = -1;
  bool measured_histograms_ = false;
  bool diverged_ = false;
  Status divergence_;
};

}  // namespace lab
