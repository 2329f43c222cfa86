// What the engine's speed is set against: the multiply–add peak of 128-bit vectors and a plain
// copy. Compiled natively and, with kernels.cpp as the whole program, to a WebAssembly module of
// its own.
#pragma once

#include <cstddef>

extern "C" {

// The peak is the best of several loops of multiplications and additions that depend on each other
// as little as registers allow; SIMD128 has no fused multiply–add.
int peakForms();
// Floating-point operations in one round of a form.
int peakOperations(int form);
// Runs a form; the result keeps the compiler from leaving anything out.
float runPeak(int form, int rounds);

// n floats, a multiple of 16, by 128-bit loads and stores.
void copyVectors(const float* from, float* to, std::size_t n);
// The same by the one instruction (natively: call) that copies memory.
void copyMemory(const float* from, float* to, std::size_t n);
}
