// Finds each parameter's floats in its layer's blocks.
#include "nn/parameters.h"

namespace lab {

namespace {

constexpr int kKinds = countOf(kParameterKindNames);

bool has(const Layer& layer, ParameterKind kind) {
  switch (kind) {
    case ParameterKind::kWeight:
    case ParameterKind::kBias:
      return true;
    case ParameterKind::kGateWeight:
    case ParameterKind::kGateBias:
      return layer.entry().kind == Kind::kGated;
    case ParameterKind::kSlope:
      return layer.hasSlopes();
    default:
      return layer.hasBatchNorm();
  }
}

// Layer and kind of the parameter at this index of the list.
struct Place {
  int layer;
  ParameterKind kind;
};

Place locate(const Network& network, int index) {
  for (int i = 0; i < network.layerCount(); ++i) {
    constexpr ParameterKind kOrder[kKinds] = {
        ParameterKind::kWeight,   ParameterKind::kBias,        ParameterKind::kGateWeight,
        ParameterKind::kGateBias, ParameterKind::kSlope,       ParameterKind::kGamma,
        ParameterKind::kBeta,     ParameterKind::kRunningMean, ParameterKind::kRunningVar};
    for (const ParameterKind kind : kOrder) {
      if (has(network.layer(i), kind) && index-- == 0) return {i, kind};
    }
  }
  return {0, ParameterKind::kWeight};
}

// Where a kind starts: its first float, and the range of branches it spans.
struct Span {
  float* start;
  int first_branch;
  int branches;
};

Span spanOf(Layer& layer, ParameterKind kind) {
  const Layer::Block& block = layer.block();
  float* values = layer.values();
  const LayerShape& shape = layer.shape();
  const int own = layer.entry().kind == Kind::kGated ? 1 : shape.branches;
  switch (kind) {
    case ParameterKind::kWeight:
      return {values, 0, own};
    case ParameterKind::kBias:
      return {values + block.bias, 0, own};
    case ParameterKind::kGateWeight:
      return {values, 1, 1};
    case ParameterKind::kGateBias:
      return {values + block.bias, 1, 1};
    case ParameterKind::kSlope:
      return {values + block.slope, 0, 1};
    case ParameterKind::kGamma:
      return {values + block.gamma, 0, shape.branches};
    case ParameterKind::kBeta:
      return {values + block.beta, 0, shape.branches};
    case ParameterKind::kRunningMean:
      return {layer.running(), 0, shape.branches};
    default:
      return {layer.running() + shape.columns(), 0, shape.branches};
  }
}

bool isMatrix(ParameterKind kind) {
  return kind == ParameterKind::kWeight || kind == ParameterKind::kGateWeight;
}

}  // namespace

int ParameterList::count() const {
  int count = 0;
  for (int i = 0; i < network_.layerCount(); ++i) {
    for (int kind = 0; kind < kKinds; ++kind) {
      if (has(network_.layer(i), static_cast<ParameterKind>(kind))) ++count;
    }
  }
  return count;
}

ParameterRecord ParameterList::record(int index) const {
  const Place place = locate(network_, index);
  Layer& layer = network_.layer(place.layer);
  const LayerShape& shape = layer.shape();
  // One trailing dimension for maxout's pieces, however many, and for a gate's batch norm.
  const bool maxout = layer.entry().kind == Kind::kMaxout;
  const int branches = spanOf(layer, place.kind).branches;
  const bool trailing = place.kind != ParameterKind::kSlope && (maxout || branches > 1);
  ParameterRecord record;
  record.layer = place.layer;
  record.kind = static_cast<int>(place.kind);
  const int in = isMatrix(place.kind) ? shape.in : 1;
  record.size = in * shape.out * branches;
  if (isMatrix(place.kind)) {
    record.dims = trailing ? 3 : 2;
    record.shape0 = shape.in;
    record.shape1 = shape.out;
    record.shape2 = branches;
  } else {
    record.dims = trailing ? 2 : 1;
    record.shape0 = shape.out;
    record.shape1 = branches;
  }
  return record;
}

template <class Visit>
void ParameterList::visit(int index, Visit each) const {
  const Place place = locate(network_, index);
  Layer& layer = network_.layer(place.layer);
  const LayerShape& shape = layer.shape();
  const Span span = spanOf(layer, place.kind);
  const int rows = isMatrix(place.kind) ? shape.in : 1;
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < shape.out; ++j) {
      for (int b = 0; b < span.branches; ++b) {
        each(span.start[static_cast<std::size_t>(i) * shape.columns() +
                        (span.first_branch + b) * shape.width() + j]);
      }
    }
  }
}

void ParameterList::read(int index, float* to) const {
  visit(index, [&to](float& value) { *to++ = value; });
}

void ParameterList::write(int index, const float* from) const {
  visit(index, [&from](float& value) { value = *from++; });
}

}  // namespace lab
