// The data sets of the engine as Python: the same formulas, drawn by PyTorch's generator.

import type { ResolvedDatasetConfig } from '../../src/engine/types.ts';

/** Class 0 and class 1 of each set in the plane, `n` points each. */
const PLANES: Record<string, string> = {
  moons: `def points(n, label):
    t = math.pi * torch.linspace(0, 1, n)
    if label == 1:
        return torch.stack((1 - t.cos(), 0.5 - t.sin()), dim=1)
    return torch.stack((t.cos(), t.sin()), dim=1)`,
  spiral: `def points(n, label):
    t = torch.linspace(0, 1, n)
    angle = math.pi * (3.5 * t + label)
    return (0.05 + 0.95 * t)[:, None] * torch.stack((angle.cos(), angle.sin()), dim=1)`,
  circle: `def points(n, label):
    radius = 0.5 * torch.rand(n) if label == 1 else 0.7 + 0.3 * torch.rand(n)
    angle = 2 * math.pi * torch.rand(n)
    return radius[:, None] * torch.stack((angle.cos(), angle.sin()), dim=1)`,
  xor: `def points(n, label):
    p = 0.05 + 0.95 * torch.rand(n, 2)
    side = torch.randint(0, 2, (n,)) * 2.0 - 1
    return torch.stack((side * p[:, 0], (-side if label == 1 else side) * p[:, 1]), dim=1)`,
  gauss: `def points(n, label):
    return torch.full((n, 2), 1.0 if label == 1 else -1.0)`,
};

const CURVES: Record<string, string> = {
  abs: 'x.abs()',
  square: 'x**2',
  sin: 'torch.sin(math.pi * x)',
  step: '(x >= 0).float()',
};

function digits(size: number): string {
  const fewer =
    size < 1437
      ? `\nkept = torch.randperm(len(x_train))[:${size}]\nx_train, y_train = x_train[kept], y_train[kept]`
      : '';
  return `images, labels = load_digits(return_X_y=True)
x = torch.tensor((images / 16 - 0.3052) / 0.3763, dtype=torch.float32)
y = torch.tensor(labels)
test = torch.arange(len(x)) % 5 == 0
x_train, y_train, x_test, y_test = x[~test], y[~test], x[test], y[test]${fewer}
N_INPUTS, N_OUTPUTS = 64, 10`;
}

function split(testFraction: number): string {
  return `order = torch.randperm(len(x))
n_test = math.floor(${testFraction} * len(x) + 0.5)
x_test, y_test = x[order[:n_test]], y[order[:n_test]]
x_train, y_train = x[order[n_test:]], y[order[n_test:]]`;
}

/** Leaves x_train, y_train, x_test, y_test, N_INPUTS and N_OUTPUTS. */
export function datasetCode(dataset: ResolvedDatasetConfig): string {
  if (!('name' in dataset)) throw new Error('a program cannot hold the reader’s own data');
  const { name, size, noise, testFraction } = dataset;
  if (name === 'digits') return digits(size);
  const plane = PLANES[name];
  if (plane) {
    return `
${plane}


counts = (${Math.ceil(size / 2)}, ${Math.floor(size / 2)})
x = torch.cat([points(counts[label], label) for label in (0, 1)])
x = x + ${noise} * torch.randn_like(x)
x = (x - x.mean(dim=0)) / x.std(dim=0, unbiased=False)
y = torch.cat([torch.full((counts[label],), label) for label in (0, 1)])
${split(testFraction)}
N_INPUTS, N_OUTPUTS = 2, 2`;
  }
  return `x = torch.linspace(-1, 1, ${size})[:, None]
y = ${CURVES[name]} + ${noise} * torch.randn_like(x)
${split(testFraction)}
N_INPUTS, N_OUTPUTS = 1, 1`;
}
