// The benchmark's works on the engine compiled natively: for every line of key=value words that it
// reads, one line of JSON that says how many units of work took how many seconds. The words are
// those of tests/bench/works.ts; the only argument is the file with the packed digits.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "kernels.h"
#include "nn/training.h"
#include "request.h"

namespace bench {
namespace {

using lab::Training;

double now() {
  const auto time = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(time).count();
}

struct Timing {
  double units;
  double seconds;
};

// Warms up, finding how many repetitions a look at the clock is worth, then works for `seconds`.
template <class Repeat>
Timing timed(double seconds, double units, Repeat repeat) {
  int times = 1;
  for (const double end = now() + seconds / 4; now() < end;) {
    const double start = now();
    repeat(times);
    if (now() - start < seconds / 40) times *= 2;
  }
  const double start = now();
  double done = 0;
  double elapsed = 0;
  do {
    repeat(times);
    done += times;
    elapsed = now() - start;
  } while (elapsed < seconds);
  return {done * units, elapsed};
}

template <int N>
int indexIn(const char* const (&names)[N], const std::string& name) {
  for (int i = 0; i < N; ++i) {
    if (name == names[i]) return i;
  }
  stop(name + ": no such name");
}

int activationNamed(const std::string& name) {
  for (int i = 0; i < lab::kActivationCount; ++i) {
    if (name == lab::activation(i).id) return i;
  }
  stop(name + ": no such activation");
}

// Numbers in [-1, 1), the same as the other contestants get.
class Uniform {
 public:
  float operator()() {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<float>(state_ >> 8U) / 8388608.0F - 1.0F;
  }

 private:
  std::uint32_t state_ = 1;
};

[[noreturn]] void refused() {
  const lab::Failure& failure = lab::lastFailure();
  stop(std::string(failure.field) + ": refused (" + std::to_string(failure.value) + ")");
}

lab::DatasetPtr ownData(const Request& request) {
  const int rows = request.integer("rows");
  const int columns = request.integer("inputs");
  const int classes = request.integer("classes");
  Uniform uniform;
  std::vector<float> inputs(static_cast<std::size_t>(rows) * columns);
  for (float& x : inputs) x = uniform();
  std::vector<float> targets(rows);
  for (int i = 0; i < rows; ++i) {
    targets[i] = classes > 0 ? static_cast<float>(i % classes) : uniform();
  }
  return lab::createOwnDataset({rows, columns, 1, classes, 0, false, 1}, inputs.data(),
                               targets.data());
}

lab::DatasetPtr datasetFor(const Request& request) {
  if (request.text("dataset") == "own") return ownData(request);
  const int name = indexIn(lab::kDatasetNames, request.text("dataset"));
  return lab::createDataset(
      {static_cast<lab::DatasetId>(name), request.integer("rows"), 0, 0.2, 1});
}

lab::TrainingSpec specFor(const Request& request, const std::string& activation) {
  lab::TrainingSpec spec{};
  spec.seed = 1;
  spec.loss = static_cast<lab::Loss>(indexIn(lab::kLossNames, request.text("loss")));
  spec.batch_size = request.integer("batch");
  spec.init_scale = 1;
  spec.optimizer = {lab::OptimizerId::kSgd, request.number("rate"), 0.9, 0.9, 0.999, 1e-8, 0, 0};
  const int index = activationNamed(activation);
  const lab::ActivationEntry& entry = lab::activation(index);
  const double a = entry.parameterCount > 0 ? entry.parameters[0].def : 0;
  const double b = entry.parameterCount > 1 ? entry.parameters[1].def : 0;
  for (const std::string& width : request.list("hidden")) {
    spec.hidden[spec.hidden_count++] = {std::stoi(width), index, a, b};
  }
  return spec;
}

// Trainings side by side, begun anew after `length` steps, measured every `measureEvery` (0:
// never).
class Race {
 public:
  explicit Race(const Request& request)
      : request_(request),
        dataset_(datasetFor(request)),
        length_(request.integer("length")),
        measure_every_(request.integer("measureEvery")) {
    if (!dataset_) refused();
    begin();
  }

  void steps(int n) {
    for (int end = 0; n > 0; n -= end) {
      if (step_ == length_) begin();
      const int to_measurement = measure_every_ > 0 ? measure_every_ - step_ % measure_every_ : n;
      end = std::min({n, to_measurement, length_ - step_});
      for (const auto& racer : racers_) racer->step(end);
      step_ += end;
      if (end == to_measurement && measure_every_ > 0) measure(false);
    }
  }
  void measure(bool histograms) {
    for (const auto& racer : racers_) racer->measure(histograms);
  }

 private:
  void begin() {
    racers_.clear();
    for (const std::string& activation : request_.list("racers")) {
      racers_.push_back(Training::create(dataset_, specFor(request_, activation)));
      if (!racers_.back()) refused();
    }
    step_ = 0;
  }

  Request request_;
  lab::DatasetPtr dataset_;
  std::vector<std::unique_ptr<Training>> racers_;
  int length_;
  int measure_every_;
  int step_ = 0;
};

Timing train(const Request& request, double seconds) {
  Race race(request);
  return timed(seconds, request.number("samplesPerStep"), [&](int n) { race.steps(n); });
}

// Only the measurements are timed; between two of them every racer takes a step.
Timing measure(const Request& request, double seconds) {
  Race race(request);
  const bool histograms = request.integer("histograms") != 0;
  Timing timing{0, 0};
  while (timing.seconds < seconds) {
    race.steps(1);
    const double start = now();
    race.measure(histograms);
    timing.seconds += now() - start;
    timing.units += 1;
  }
  return timing;
}

// Two buffers as the other contestants lay them out: 2,112 bytes more than the data apart.
struct Buffers {
  explicit Buffers(std::size_t n) : memory(2 * n + 1024) {
    const auto address = reinterpret_cast<std::uintptr_t>(memory.data());
    from = memory.data() + (64 - address % 64) % 64 / sizeof(float);
    to = from + n + 528;
    Uniform uniform;
    for (std::size_t i = 0; i < n; ++i) from[i] = 4 * uniform();
  }
  std::vector<float> memory;
  float* from;
  float* to;
};

Timing activate(const Request& request, double seconds) {
  const auto n = static_cast<std::size_t>(request.integer("n"));
  const int index = activationNamed(request.text("racers"));
  const Buffers buffers(n);
  return timed(seconds, static_cast<double>(n), [&](int times) {
    for (int i = 0; i < times; ++i) {
      lab::evaluate(index, false, buffers.from, buffers.to, n, nullptr, 0);
    }
  });
}

Timing copy(const Request& request, double seconds) {
  const auto n = static_cast<std::size_t>(request.integer("n"));
  const Buffers buffers(n);
  return timed(seconds, static_cast<double>(n), [&](int times) {
    for (int i = 0; i < times; ++i) copyVectors(buffers.from, buffers.to, n);
  });
}

// The fastest form.
Timing peak(double seconds) {
  Timing best{0, 1};
  for (int form = 0; form < peakForms(); ++form) {
    const Timing timing = timed(seconds / peakForms(), peakOperations(form), [&](int times) {
      if (std::isnan(runPeak(form, times))) stop("the peak gave no number");
    });
    if (timing.units / timing.seconds > best.units / best.seconds) best = timing;
  }
  return best;
}

Timing answer(const Request& request) {
  const std::string& kind = request.text("kind");
  const double seconds = request.number("milliseconds") / 1000;
  if (kind == "training") return train(request, seconds);
  if (kind == "measuring") return measure(request, seconds);
  if (kind == "activation") return activate(request, seconds);
  if (kind == "copy") return copy(request, seconds);
  if (kind == "peak") return peak(seconds);
  stop("kind=" + kind + ": must be training, measuring, activation, copy or peak");
}

void loadDigits(const char* file) {
  std::ifstream stream(file, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!lab::loadDigits(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size())) {
    stop(std::string(file) + ": not the packed digits");
  }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  if (argc != 2) bench::stop("usage: engine_bench wasm/data/digits/digits.bin");
  bench::loadDigits(argv[1]);
  for (std::string line; std::getline(std::cin, line);) {
    const bench::Timing timing = bench::answer(bench::Request(line));
    std::printf("{\"units\": %.9g, \"seconds\": %.9g}\n", timing.units, timing.seconds);
    std::fflush(stdout);
  }
}
