// Points made by formula and noise: two classes in the plane, and curves on a line.
#pragma once

#include "data/dataset.h"
#include "data/random.h"

namespace lab {

// Fills every row of a two-column, two-class set; classes alternate by row.
void fillPlane(DatasetId name, double noise, Stream& stream, Dataset& data);

// Fills x with equidistant points of [-1, 1] and the target with the curve plus noise.
void fillCurve(DatasetId name, double noise, Stream& stream, Dataset& data);

// sin(πx): Taylor series after reduction to [-1/2, 1/2]; error below 1e-11. Our own, because the
// libraries' sines differ in their last bits.
double sinPi(double x);

}  // namespace lab
