// The synthetic data sets, each a formula from (class, position) to a point.
#include "data/synthetic.h"

namespace lab {

namespace {

struct Point {
  double x;
  double y;
};

double cosPi(double x) { return sinPi(x + 0.5); }

// A uniform angle, and a radius of uniform density by radius.
Point polar(double radius, double half_turns) {
  return {radius * cosPi(half_turns), radius * sinPi(half_turns)};
}

// A disc of radius 1/2 (class 1) inside a ring from 0.7 to 1 (class 0).
Point circle(int label, double, Stream& stream) {
  const double radius =
      label == 1 ? 0.5 * stream.uniform() : 0.7 + 0.3 * static_cast<double>(stream.uniform());
  return polar(radius, 2.0 * stream.uniform());
}

// Four squares with a gap between them; class 1 where the signs of x and y differ.
Point exclusiveOr(int label, double, Stream& stream) {
  const double x = 0.05 + 0.95 * stream.uniform();
  const double y = 0.05 + 0.95 * stream.uniform();
  const double side = stream.next() >> 31 != 0 ? 1.0 : -1.0;
  return {side * x, label == 1 ? -side * y : side * y};
}

// Two centres, (-1, -1) and (1, 1); all spread comes from the noise.
Point gauss(int label, double, Stream&) { return label == 1 ? Point{1, 1} : Point{-1, -1}; }

// Two arms of 1.75 turns, half a turn apart.
Point spiral(int label, double position, Stream&) {
  return polar(0.05 + 0.95 * position, 3.5 * position + label);
}

// Two interleaved half circles of radius 1.
Point moons(int label, double position, Stream&) {
  return label == 1 ? Point{1 - cosPi(position), 0.5 - sinPi(position)}
                    : Point{cosPi(position), sinPi(position)};
}

using Shape = Point (*)(int, double, Stream&);
constexpr Shape kShapes[] = {circle, exclusiveOr, gauss, spiral, moons};

double curve(DatasetId name, double x) {
  switch (name) {
    case DatasetId::kAbs:
      return x < 0 ? -x : x;
    case DatasetId::kSquare:
      return x * x;
    case DatasetId::kSin:
      return sinPi(x);
    default:
      return x < 0 ? 0 : 1;
  }
}

}  // namespace

double sinPi(double x) {
  // The nearest integer, by the rounding of the addition (|x| < 2^51).
  const double magic = 6755399441055744.0;  // 1.5 * 2^52
  const double n = (x + magic) - magic;
  const double t = (x - n) * 3.14159265358979323846;
  const double z = t * t;
  double series = 1;
  for (int k = 17; k >= 3; k -= 2) series = 1 - series * z / (k * (k - 1));
  const bool odd = n - 2 * (((n * 0.5) + magic) - magic) != 0;
  return odd ? -t * series : t * series;
}

void fillPlane(DatasetId name, double noise, Stream& stream, Dataset& data) {
  const Shape shape = kShapes[static_cast<int>(name)];
  for (int row = 0; row < data.count; ++row) {
    const int label = row % 2;
    const int member = row / 2;
    const int members = (data.count + 1 - label) / 2;
    const double position = members > 1 ? static_cast<double>(member) / (members - 1) : 0;
    const Point p = shape(label, position, stream);
    const double dx = noise * stream.normal();
    const double dy = noise * stream.normal();
    float* to = data.inputs.data() + static_cast<std::size_t>(row) * 2;
    to[0] = static_cast<float>(p.x + dx);
    to[1] = static_cast<float>(p.y + dy);
    data.targets.data()[row] = static_cast<float>(label);
  }
}

void fillCurve(DatasetId name, double noise, Stream& stream, Dataset& data) {
  for (int row = 0; row < data.count; ++row) {
    const double x = -1 + 2.0 * row / (data.count - 1);
    data.inputs.data()[row] = static_cast<float>(x);
    data.targets.data()[row] = static_cast<float>(curve(name, x) + noise * stream.normal());
  }
}

}  // namespace lab
