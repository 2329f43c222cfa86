// Batch normalization over the rows of a batch (Ioffe and Szegedy 2015), PyTorch's formulas:
// y = gamma * (x - mean) / sqrt(variance + 1e-5) + beta, biased variance; running statistics with
// momentum 0.1 and the unbiased variance.
#pragma once

namespace lab {

struct BatchNormState {
  const float* gamma;
  const float* beta;
  float* running_mean;
  float* running_var;
  float* inverse_std;  // written by the training pass, read by the backward pass
};

// Training mode: normalizes x in place to x̂ and writes y; every buffer is [rows][columns], columns
// a multiple of 4. Sums run over rows 0, 1, 2 …
void batchNormTrain(float* x, float* y, int rows, int columns, const BatchNormState& state,
                    bool update_statistics);
// Evaluation mode, by the running statistics; y may be x.
void batchNormEvaluate(const float* x, float* y, int rows, int columns,
                       const BatchNormState& state);
// Turns dy into dx in place and writes the gradients of gamma and beta.
void batchNormBackward(const float* x_hat, float* dy, int rows, int columns,
                       const BatchNormState& state, float* d_gamma, float* d_beta);

}  // namespace lab
