// Initial weights: standard draws times the scale of a scheme, zero biases.
#pragma once

#include "nn/network.h"
#include "nn/spec.h"

namespace lab {

// Schemes, each times initScale in the hidden layers:
//   xavier  N(0, 2/(in + out))            Glorot and Bengio 2010, normal form
//   he      N(0, 2/((1 + a²) in))         He et al. 2015; a: slope of the negative side
//   lecun   N(0, 1/in)                    LeCun et al. 1998
//   normal  N(0, 0.01²)                   Krizhevsky et al. 2012
//   uniform U(−1/√in, 1/√in)              the old rule in Glorot and Bengio 2010, eq. 1
//   zeros   0
//   lsuv    orthonormal, then scaled to unit variance on a batch, Mishkin and Matas 2016
//   auto    the one that the registry names for the activation
// The output layer is drawn by xavier, except that normal, uniform and zeros hold for all layers.
// Draws come from the stream (seed, "init", layer, branch) in the order of [in][out], so equal
// shapes get equal draws whatever the activation.
//
// The first batch rows for lsuv must be in the network's input when rows > 0.
void initialize(Network& network, const TrainingSpec& spec, int rows);

}  // namespace lab
