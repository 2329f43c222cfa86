// Checks, split and scaling that every data set shares, and the reader of the packed digits.
#include "data/dataset.h"

#include <cmath>
#include <new>

#include "data/random.h"
#include "data/synthetic.h"
#include "simd/vec.h"

namespace lab {

namespace {

using Order = std::unique_ptr<std::uint32_t[]>;

Order makeOrder(int count) { return Order(new (std::nothrow) std::uint32_t[count]); }

bool outOfMemory(double bytes) {
  return fail(ErrorCode::kOutOfMemory, "dataset", bytes, static_cast<double>(Limits::kBytes));
}

DatasetPtr makeDataset(int count, int input_size, int target_size, int classes) {
  auto* raw = new (std::nothrow) Dataset();
  if (raw == nullptr) {
    outOfMemory(sizeof(Dataset));
    return nullptr;
  }
  DatasetPtr data(raw);
  data->count = count;
  data->input_size = input_size;
  data->target_size = target_size;
  data->classes = classes;
  const auto rows = static_cast<std::size_t>(count);
  if (!data->inputs.allocate(rows * input_size, "dataset.inputs") ||
      !data->targets.allocate(rows * target_size, "dataset.targets")) {
    return nullptr;
  }
  return data;
}

// Which source row becomes row i: training rows first, each part in its source order. The held-out
// rows are the first of a permutation by the stream `split`. Returns the number of training rows.
int splitOrder(int count, double test_fraction, std::uint32_t seed, std::uint32_t* order) {
  const int tests = static_cast<int>(std::floor(test_fraction * count + 0.5));
  Stream(seed, "split").permutation(order, static_cast<std::uint32_t>(count));
  const Order is_test = makeOrder(count);
  if (!is_test) return -1;
  for (int i = 0; i < count; ++i) is_test[order[i]] = i < tests ? 1 : 0;
  int train = 0;
  int test = count - tests;
  for (int row = 0; row < count; ++row) {
    order[is_test[row] != 0 ? test++ : train++] = static_cast<std::uint32_t>(row);
  }
  return count - tests;
}

void copyRow(const Dataset& from, std::uint32_t source, Dataset& to, int row) {
  for (int j = 0; j < to.input_size; ++j) {
    to.inputs.data()[static_cast<std::size_t>(row) * to.input_size + j] =
        from.inputs.data()[static_cast<std::size_t>(source) * from.input_size + j];
  }
  for (int j = 0; j < to.target_size; ++j) {
    to.targets.data()[static_cast<std::size_t>(row) * to.target_size + j] =
        from.targets.data()[static_cast<std::size_t>(source) * from.target_size + j];
  }
}

DatasetPtr split(const Dataset& source, double test_fraction, std::uint32_t seed) {
  DatasetPtr data =
      makeDataset(source.count, source.input_size, source.target_size, source.classes);
  if (!data) return nullptr;
  const Order order = makeOrder(source.count);
  data->train_count = order ? splitOrder(source.count, test_fraction, seed, order.get()) : -1;
  if (data->train_count < 0) {
    outOfMemory(8.0 * source.count);
    return nullptr;
  }
  for (int i = 0; i < source.count; ++i) copyRow(source, order[i], *data, i);
  return data;
}

// Mean 0 and variance 1 for every input column, measured over the first `rows` rows. A constant
// column becomes 0.
void standardize(Dataset& data, int rows) {
  for (int j = 0; j < data.input_size; ++j) {
    float* column = data.inputs.data() + j;
    const auto stride = static_cast<std::size_t>(data.input_size);
    double mean = 0;
    for (int i = 0; i < rows; ++i) mean += column[i * stride];
    mean /= rows;
    double variance = 0;
    for (int i = 0; i < rows; ++i) {
      variance += (column[i * stride] - mean) * (column[i * stride] - mean);
    }
    variance /= rows;
    const double scale = variance > 0 ? 1 / std::sqrt(variance) : 0;
    for (int i = 0; i < data.count; ++i) {
      column[i * stride] = static_cast<float>((column[i * stride] - mean) * scale);
    }
  }
}

constexpr int kDigitsHeader = 12;
constexpr int kPixels = 64;

struct PackedDigits {
  int count = 0;
  std::unique_ptr<std::uint8_t[]> bytes;  // labels, then pixels
};

PackedDigits& packedDigits() {
  static PackedDigits digits;
  return digits;
}

DatasetPtr createDigits(const DatasetSpec& spec) {
  const PackedDigits& packed = packedDigits();
  if (!packed.bytes) {
    fail(ErrorCode::kDataNotLoaded, "dataset.name", 0, 0);
    return nullptr;
  }
  const int tests = (packed.count + 4) / 5;
  const int trains = packed.count - tests;
  if (!checkRange("dataset.size", spec.size, 10, trains)) return nullptr;
  if (spec.test_fraction != 0.2) {
    fail(ErrorCode::kNotAllowed, "dataset.testFraction", spec.test_fraction, 0.2);
    return nullptr;
  }
  DatasetPtr data = makeDataset(spec.size + tests, kPixels, 1, 10);
  const Order order = makeOrder(trains);
  if (!data || !order) {
    if (data) outOfMemory(4.0 * trains);
    return nullptr;
  }
  data->train_count = spec.size;
  // Keep the training images whose place in a permutation is below size, in source order.
  Stream(spec.seed, "split").permutation(order.get(), static_cast<std::uint32_t>(trains));
  int train = 0;
  int test = spec.size;
  for (int index = 0; index < packed.count; ++index) {
    const bool held_out = index % 5 == 0;
    if (!held_out && order[index - index / 5 - 1] >= static_cast<std::uint32_t>(spec.size)) {
      continue;
    }
    const int row = held_out ? test++ : train++;
    const std::uint8_t* pixels =
        packed.bytes.get() + packed.count + static_cast<std::size_t>(index) * kPixels;
    float* to = data->inputs.data() + static_cast<std::size_t>(row) * kPixels;
    for (int j = 0; j < kPixels; ++j) {
      to[j] = (static_cast<float>(pixels[j]) / 16.0f - 0.3052f) / 0.3763f;
    }
    data->targets.data()[row] = packed.bytes[index];
  }
  return data;
}

}  // namespace

bool loadDigits(const std::uint8_t* bytes, std::size_t size) {
  const auto word = [bytes](int at) { return bytes[at] | bytes[at + 1] << 8; };
  const bool header = size >= kDigitsHeader && bytes[0] == 'A' && bytes[1] == 'L' &&
                      bytes[2] == 'D' && bytes[3] == 'G' && word(4) == 1 && bytes[8] == 8 &&
                      bytes[9] == 10;
  const int count = header ? word(6) : 0;
  const std::size_t body = static_cast<std::size_t>(count) * (1 + kPixels);
  bool sound = header && count > 50 && size == kDigitsHeader + body;
  for (std::size_t i = 0; sound && i < body; ++i) {
    const std::size_t at = kDigitsHeader + i;
    sound = bytes[at] <= (i < static_cast<std::size_t>(count) ? 9 : 16);
  }
  if (!sound) {
    return fail(ErrorCode::kBadData, "digits", static_cast<double>(size),
                static_cast<double>(kDigitsHeader + body));
  }
  PackedDigits& packed = packedDigits();
  packed.bytes.reset(new (std::nothrow) std::uint8_t[body]);
  if (!packed.bytes) return outOfMemory(static_cast<double>(body));
  packed.count = count;
  for (std::size_t i = 0; i < body; ++i) packed.bytes[i] = bytes[kDigitsHeader + i];
  return true;
}

DatasetPtr createDataset(const DatasetSpec& spec) {
  if (spec.name == DatasetId::kDigits) return createDigits(spec);
  const bool plane = spec.name <= DatasetId::kMoons;
  if (!checkRange("dataset.size", spec.size, 2, Limits::kRows) ||
      !checkRange("dataset.noise", spec.noise, 0, 10) ||
      !checkRange("dataset.testFraction", spec.test_fraction, 0, 0.9)) {
    return nullptr;
  }
  const DatasetPtr source = makeDataset(spec.size, plane ? 2 : 1, 1, plane ? 2 : 0);
  if (!source) return nullptr;
  Stream stream(spec.seed, "data");
  if (plane) {
    fillPlane(spec.name, spec.noise, stream, *source);
    standardize(*source, source->count);
  } else {
    fillCurve(spec.name, spec.noise, stream, *source);
  }
  return split(*source, spec.test_fraction, spec.seed);
}

DatasetPtr createOwnDataset(const OwnDatasetSpec& spec, const float* inputs, const float* targets) {
  if (!checkRange("dataset.inputs", spec.count, 1, Limits::kRows) ||
      !checkRange("dataset.inputSize", spec.input_size, 1, Limits::kInputs) ||
      !checkRange("dataset.targetSize", spec.target_size, 1, Limits::kUnits) ||
      !checkRange("dataset.classes", spec.classes, 0, Limits::kClasses) ||
      !checkRange("dataset.testFraction", spec.test_fraction, 0, 0.9)) {
    return nullptr;
  }
  const int target_size = spec.classes > 0 ? 1 : spec.target_size;
  const DatasetPtr source = makeDataset(spec.count, spec.input_size, target_size, spec.classes);
  if (!source) return nullptr;
  for (std::size_t i = 0; i < source->inputs.floats(); ++i) {
    if (!isFinite(F1(inputs[i])).v) {
      fail(ErrorCode::kNotFinite, "dataset.inputs", inputs[i], static_cast<double>(i));
      return nullptr;
    }
    source->inputs.data()[i] = inputs[i];
  }
  for (std::size_t i = 0; i < source->targets.floats(); ++i) {
    const float target = targets[i];
    if (!isFinite(F1(target)).v) {
      fail(ErrorCode::kNotFinite, "dataset.targets", target, static_cast<double>(i));
      return nullptr;
    }
    if (spec.classes > 0) {
      if (!checkRange("dataset.targets", target, 0, spec.classes - 1)) return nullptr;
      if (target != static_cast<float>(static_cast<int>(target))) {
        fail(ErrorCode::kNotInteger, "dataset.targets", target, static_cast<double>(i));
        return nullptr;
      }
    }
    source->targets.data()[i] = target;
  }
  DatasetPtr data = split(*source, spec.test_fraction, spec.seed);
  if (data && data->train_count < 1) {
    fail(ErrorCode::kTooSmall, "dataset.inputs", data->train_count, 1);
    return nullptr;
  }
  if (data && spec.standardize) standardize(*data, data->train_count);
  return data;
}

}  // namespace lab
