// A PyTorch program that fits the same function from the same start.

import type { Fit } from './fit.ts';
import type { FitSettings } from './settings.ts';

export function program({ targets, units, history, pieces }: Fit, settings: FitSettings): string {
  const { learningRate, steps } = settings;
  const start = Array.from(history.subarray(0, 2 * pieces * units));
  const rows = (values: readonly number[], width: number) =>
    Array.from(
      { length: Math.ceil(values.length / width) },
      (_, i) => `    [${values.slice(i * width, (i + 1) * width).join(', ')}],`,
    ).join('\n');
  return `import torch

torch.set_default_dtype(torch.float64)

STEPS, LEARNING_RATE = ${steps}, ${learningRate}
# For each unit its weights, then its biases; a second unit is subtracted.
START = [
${rows(start, pieces)}
]
TARGET = sum([
${rows(Array.from(targets), 6)}
], [])

x = torch.arange(-100, 101) / 100
target = torch.tensor(TARGET)
parameters = torch.tensor(START, requires_grad=True)
optimizer = torch.optim.Adam([parameters], lr=LEARNING_RATE)


def model():
    units = [
        (weights.outer(x) + biases[:, None]).max(dim=0).values
        for weights, biases in zip(parameters[0::2], parameters[1::2])
    ]
    return units[0] - sum(units[1:])


for step in range(STEPS + 1):
    loss = (model() - target).square().mean()
    if step % max(1, STEPS // 20) == 0:
        print(step, loss.item())
    optimizer.zero_grad()
    loss.backward()
    if step < STEPS:
        optimizer.step()
for weights, biases in zip(parameters[0::2].tolist(), parameters[1::2].tolist()):
    print("weights", *weights)
    print("biases", *biases)
`;
}
