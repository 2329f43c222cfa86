// The parameters of a network under their public shapes: padding stripped, branches last.
#pragma once

#include "names.h"
#include "nn/network.h"

namespace lab {

struct ParameterRecord {
  int layer = 0;
  int kind = 0;  // ParameterKind
  int dims = 1;
  int shape0 = 0;
  int shape1 = 1;
  int shape2 = 1;
  int size = 0;
};

// In order for each layer: weight, bias, gateWeight, gateBias, slope, gamma, beta, runningMean,
// runningVar, as far as it has them.
class ParameterList {
 public:
  explicit ParameterList(Network& network) : network_(network) {}

  int count() const;
  ParameterRecord record(int index) const;
  // Row-major in the record's shape: weight [in, out], for maxout [in, out, pieces]; what batch
  // norm keeps has shape [out], [out, pieces] or, for gates, [out, 2] (value, gate).
  void read(int index, float* to) const;
  void write(int index, const float* from) const;

 private:
  template <class Visit>
  void visit(int index, Visit each) const;

  Network& network_;
};

}  // namespace lab
