// A training as one PyTorch program that repeats it: the same data, draws, batches and steps, and
// the same table of measurements.

import { networkCode } from './network.ts';
import { type Experiment, type Plan, planOf } from './plan.ts';
import { STREAM } from './stream.ts';
import { mainCode, trainingCode } from './training.ts';

/** Throws an `EngineError` for what a program cannot repeat. */
export function exactProgram(experiment: Experiment): string {
  const plan = planOf(experiment);
  const blocks = [
    head(plan),
    ...networkCode(plan),
    ...trainingCode(plan),
    plan.data.code,
    STREAM,
    mainCode(plan),
  ];
  return `${blocks.join('\n\n\n')}\n`;
}

function head({ config: { dataset }, data, outputs, seeds, steps, measureEvery }: Plan): string {
  const digits = 'name' in dataset && dataset.name === 'digits';
  return `"""Trains what a figure of Activation Lab trains, and writes the same table.

The data, the split, the initial weights, the batches and whatever else is drawn come from the same
random streams, and sums run in the same order: float32 rounds each of them, and training amplifies
that. Networks of straight-lined activations are the same to the last bit; the other activations
are PyTorch's own. --float64 computes in double precision by PyTorch's own sums: it is faster, and
gives another curve where training amplifies rounding.

    python3 program.py --out curve.csv
"""

import argparse
import csv
import math
import struct
import sys
from functools import lru_cache

import torch
${digits ? 'from sklearn.datasets import load_digits\n' : ''}from torch import nn

SEEDS = [${seeds.join(', ')}]
STEPS, MEASURE_EVERY = ${steps}, ${measureEvery}
N_INPUTS, N_OUTPUTS = ${data.inputs}, ${outputs}`;
}
