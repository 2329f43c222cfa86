// A data set in memory: rows in training order, the training rows first.
#pragma once

#include <cstdint>
#include <memory>

#include "errors.h"
#include "names.h"

namespace lab {

struct Dataset {
  int count = 0;
  int train_count = 0;
  int input_size = 0;
  // Values a row: 1 class index, or the regression targets.
  int target_size = 1;
  // 0 for regression.
  int classes = 0;
  Memory inputs;   // [count][input_size]
  Memory targets;  // [count][target_size]
};

using DatasetPtr = std::shared_ptr<Dataset>;

struct DatasetSpec {
  DatasetId name;
  int size;
  double noise;
  double test_fraction;
  std::uint32_t seed;
};

// The named sets; null leaves a failure.
//   circle, xor, gauss, spiral, moons: two classes in the plane, columns scaled to mean 0 and
//     variance 1 over all rows after Gaussian noise was added;
//   abs, square, sin, step: y = |x|, x², sin(πx), [x ≥ 0] on equidistant x in [-1, 1], noise on y;
//   digits: the packed images, x = (pixel/16 − 0.3052) / 0.3763, every index divisible by 5 held
//     out; size is the number of training images, a random subset of the 1,437.
DatasetPtr createDataset(const DatasetSpec& spec);

struct OwnDatasetSpec {
  int count;
  int input_size;
  int target_size;
  int classes;  // 0: regression
  double test_fraction;
  bool standardize;
  std::uint32_t seed;
};

// Copies inputs [count][input_size] and targets [count][target_size]; null leaves a failure.
DatasetPtr createOwnDataset(const OwnDatasetSpec& spec, const float* inputs, const float* targets);

// Takes the packed digits (format: wasm/data/digits/README.md), copying them.
bool loadDigits(const std::uint8_t* bytes, std::size_t size);

}  // namespace lab
