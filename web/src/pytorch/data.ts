// The engine's data sets (wasm/src/data) as Python: the same rows in the same order.

import { isOwn } from '../engine/config.ts';
import { EngineError } from '../engine/errors.ts';
import type {
  CurveDataset,
  PlaneDataset,
  ResolvedDatasetConfig,
  ResolvedOwnDatasetConfig,
} from '../engine/types.ts';
import { list, py } from './python.ts';

/** Own data are written into the program up to so many numbers, about 1 MB. */
const MOST_NUMBERS = 100_000;
const DIGITS = 1437;

/** One point of each set in the plane: of class `label`, the share `t` along its class. */
const PLANES: Record<PlaneDataset, string> = {
  circle: `    radius = 0.5 * stream.uniform() if label else 0.7 + 0.3 * stream.uniform()
    angle = 2 * math.pi * stream.uniform()
    return radius * math.cos(angle), radius * math.sin(angle)`,
  xor: `    x, y = 0.05 + 0.95 * stream.uniform(), 0.05 + 0.95 * stream.uniform()
    side = 1 if stream.word() >> 31 else -1
    return side * x, -side * y if label else side * y`,
  gauss: `    return (1, 1) if label else (-1, -1)`,
  spiral: `    radius, angle = 0.05 + 0.95 * t, math.pi * (3.5 * t + label)
    return radius * math.cos(angle), radius * math.sin(angle)`,
  moons: `    x, y = math.cos(math.pi * t), math.sin(math.pi * t)
    return (1 - x, 0.5 - y) if label else (x, y)`,
};

const CURVES: Record<CurveDataset, string> = {
  abs: 'abs(x)',
  square: 'x * x',
  sin: 'math.sin(math.pi * x)',
  step: '0 if x < 0 else 1',
};

const STANDARDIZED = `def standardized(x, rows):
    """Columns of mean 0 and variance 1 as measured over some rows; a constant one becomes 0."""
    x = x.double()
    mean, variance = x[rows].mean(dim=0), x[rows].var(dim=0, unbiased=False)
    return ((x - mean) * torch.where(variance > 0, variance.rsqrt(), 0 * variance)).float()`;

const held = (tests: number) => `def held_out(seed, n):
    """Which rows are for testing."""
    test = torch.zeros(n, dtype=torch.bool)
    test[Stream(seed, "split").permutation(n)[:${tests}]] = True
    return test`;

const SPLIT = '    return x[~test], y[~test], x[test], y[test]';

/** What a network is for, as the code around the data needs it. */
export interface Data {
  /** Defines `data(seed)`: inputs and targets of the training rows, then of the test rows. */
  code: string;
  inputs: number;
  /** 0 for regression. */
  classes: number;
  /** Values a row, for regression. */
  targets: number;
  trainRows: number;
  testRows: number;
}

export function dataOf(dataset: ResolvedDatasetConfig): Data {
  if (isOwn(dataset)) return own(dataset);
  if (dataset.name === 'digits') return digits(dataset.size);
  const { name, size, noise } = dataset;
  const tests = testRows(size, dataset.testFraction);
  const common = { trainRows: size - tests, testRows: tests, targets: 1 };
  if (name in PLANES) {
    const points = PLANES[name as PlaneDataset];
    return { ...common, code: plane(points, size, noise, tests), inputs: 2, classes: 2 };
  }
  const formula = CURVES[name as CurveDataset];
  return { ...common, code: curve(formula, size, noise, tests), inputs: 1, classes: 0 };
}

const testRows = (rows: number, fraction: number) => Math.floor(fraction * rows + 0.5);

function plane(point: string, size: number, noise: number, tests: number): string {
  return `def point(label, t, stream):
${point}


${STANDARDIZED}


${held(tests)}


@lru_cache(None)
def data(seed):
    stream, points = Stream(seed, "data"), []
    for row in range(${size}):
        label, member = row % 2, row // 2
        members = (${size} + 1 - label) // 2
        x, y = point(label, member / max(members - 1, 1), stream)
        points.append((x + ${py(noise)} * stream.normal(), y + ${py(noise)} * stream.normal()))
    x = standardized(torch.tensor(points), slice(None))
    y = torch.arange(${size}) % 2
    test = held_out(seed, ${size})
${SPLIT}`;
}

function curve(formula: string, size: number, noise: number, tests: number): string {
  return `def curve(x):
    return ${formula}


${held(tests)}


@lru_cache(None)
def data(seed):
    stream = Stream(seed, "data")
    points = [-1 + 2 * row / ${size - 1} for row in range(${size})]
    x = torch.tensor([[x] for x in points])
    y = torch.tensor([[curve(x) + ${py(noise)} * stream.normal()] for x in points])
    test = held_out(seed, ${size})
${SPLIT}`;
}

function digits(size: number): Data {
  const fewer = `    place = torch.tensor(Stream(seed, "split").permutation(int((~test).sum())))
    train = (~test).nonzero().flatten()[place < ${size}]
    return x[train], y[train], x[test], y[test]`;
  const code = `@lru_cache(None)
def data(seed):
    images, labels = load_digits(return_X_y=True)
    x = (torch.tensor(images, dtype=torch.float32) / 16 - 0.3052) / 0.3763
    y = torch.tensor(labels)
    test = torch.arange(len(x)) % 5 == 0
${size < DIGITS ? fewer : SPLIT}`;
  return { code, inputs: 64, classes: 10, targets: 1, trainRows: size, testRows: 360 };
}

function own(dataset: ResolvedOwnDatasetConfig): Data {
  const { inputs, targets, inputSize, targetSize, classes, testFraction, standardize } = dataset;
  const numbers = inputs.length + targets.length;
  if (numbers > MOST_NUMBERS) {
    throw new EngineError('too-large', 'dataset: numbers in a program', numbers, MOST_NUMBERS);
  }
  const rows = inputs.length / inputSize;
  const tests = testRows(rows, testFraction);
  const labels =
    classes > 0
      ? 'torch.tensor(TARGETS)'
      : `torch.tensor(TARGETS, dtype=torch.float32).view(-1, ${targetSize})`;
  const code = `INPUTS = ${list(inputs)}
TARGETS = ${list(targets)}

${standardize ? `\n${STANDARDIZED}\n\n` : ''}
${held(tests)}


@lru_cache(None)
def data(seed):
    x, y = torch.tensor(INPUTS, dtype=torch.float32).view(-1, ${inputSize}), ${labels}
    test = held_out(seed, ${rows})
${standardize ? '    x = standardized(x, ~test)\n' : ''}${SPLIT}`;
  return {
    code,
    inputs: inputSize,
    classes,
    targets: targetSize,
    trainRows: rows - tests,
    testRows: tests,
  };
}
