// Short ways to a data set and a training for the tests of nn/.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "activations/registry.h"
#include "data/random.h"
#include "nn/parameters.h"
#include "nn/training.h"

namespace lab::testing_support {

inline int indexNamed(const std::string& id) {
  for (int i = 0; i < kActivationCount; ++i) {
    if (id == activation(i).id) return i;
  }
  return -1;
}

inline LayerSpec layerOf(int index, int width = 5) {
  const ActivationEntry& entry = activation(index);
  LayerSpec layer{width, index, 0, 0};
  if (entry.parameterCount > 0) layer.a = entry.parameters[0].def;
  if (entry.parameterCount > 1) layer.b = entry.parameters[1].def;
  return layer;
}

inline TrainingSpec baseSpec(int index, int layers = 2, int width = 5) {
  TrainingSpec spec{};
  spec.seed = 3;
  spec.loss = Loss::kCrossEntropy;
  spec.batch_size = 16;
  spec.init_scale = 1;
  spec.optimizer = {OptimizerId::kSgd, 0.1, 0.9, 0.9, 0.999, 1e-8, 0, 0};
  spec.hidden_count = layers;
  for (int i = 0; i < layers; ++i) spec.hidden[i] = layerOf(index, width);
  return spec;
}

inline DatasetPtr threeClasses(int rows = 30, int columns = 3) {
  std::vector<float> inputs;
  std::vector<float> targets;
  Stream stream(11, "data");
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) inputs.push_back(stream.normal() + (i % 3 == j ? 1 : 0));
    targets.push_back(static_cast<float>(i % 3));
  }
  return createOwnDataset({rows, columns, 1, 3, 0, false, 1}, inputs.data(), targets.data());
}

inline DatasetPtr regression(int rows = 20) {
  std::vector<float> inputs;
  std::vector<float> targets;
  Stream stream(12, "data");
  for (int i = 0; i < rows; ++i) {
    inputs.push_back(stream.normal());
    inputs.push_back(stream.normal());
    targets.push_back(inputs[2 * i] * inputs[2 * i + 1]);
    targets.push_back(stream.uniform());
  }
  return createOwnDataset({rows, 2, 2, 0, 0, false, 1}, inputs.data(), targets.data());
}

inline std::vector<float> parametersOf(Training& training) {
  const ParameterList list(training.network());
  std::vector<float> all;
  for (int i = 0; i < list.count(); ++i) {
    std::vector<float> one(list.record(i).size);
    list.read(i, one.data());
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

}  // namespace lab::testing_support
