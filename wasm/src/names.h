// The names that cross the boundary as indices; the catalogue prints them as TypeScript.
#pragma once

namespace lab {

enum class DatasetId {
  kCircle,
  kXor,
  kGauss,
  kSpiral,
  kMoons,
  kAbs,
  kSquare,
  kSin,
  kStep,
  kDigits
};
inline constexpr const char* kDatasetNames[] = {"circle", "xor",    "gauss", "spiral", "moons",
                                                "abs",    "square", "sin",   "step",   "digits"};

enum class InitScheme { kAuto, kXavier, kHe, kLecun, kNormal, kUniform, kZeros, kLsuv };
inline constexpr const char* kInitNames[] = {"auto",   "xavier",  "he",    "lecun",
                                             "normal", "uniform", "zeros", "lsuv"};

enum class Loss { kMse, kCrossEntropy, kBinaryCrossEntropy };
inline constexpr const char* kLossNames[] = {"mse", "cross-entropy", "binary-cross-entropy"};

enum class OptimizerId { kSgd, kMomentum, kNesterov, kRmsprop, kAdam };
inline constexpr const char* kOptimizerNames[] = {"sgd", "momentum", "nesterov", "rmsprop", "adam"};

enum class OutputActivation { kIdentity, kSigmoid, kTanh };
inline constexpr const char* kOutputActivationNames[] = {"identity", "sigmoid", "tanh"};

enum class State { kRunning, kConverged, kStalled, kDead, kDiverged };
inline constexpr const char* kStateNames[] = {"running", "converged", "stalled", "dead",
                                              "diverged"};

// What became non-finite first, in the order of a training step.
enum class DivergenceReason { kNone = -1, kActivation, kLoss, kGradient, kParameter };
inline constexpr const char* kDivergenceReasonNames[] = {"activation", "loss", "gradient",
                                                         "parameter"};

enum class ParameterKind {
  kWeight,
  kBias,
  kSlope,
  kGateWeight,
  kGateBias,
  kGamma,
  kBeta,
  kRunningMean,
  kRunningVar
};
inline constexpr const char* kParameterKindNames[] = {"weight",     "bias",        "slope",
                                                      "gateWeight", "gateBias",    "gamma",
                                                      "beta",       "runningMean", "runningVar"};

template <class T, int N>
constexpr int countOf(const T (&)[N]) {
  return N;
}

}  // namespace lab
