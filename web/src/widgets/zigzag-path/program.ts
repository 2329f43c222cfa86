// A PyTorch program that draws the same points and takes the same steps.

import { UNIFORM } from '../take-away/python.ts';
import { POINTS } from './descent.ts';
import type { Run } from './runs.ts';
import type { ZigzagSettings } from './settings.ts';

export function program(runs: readonly Run[], settings: ZigzagSettings): string {
  const { weights, batch, steps, seed } = settings;
  const size = batch === 'all' ? POINTS : Number(batch);
  const rates = runs.map(({ kind, learningRate }) => `    "${kind}": ${learningRate},`);
  return `import torch

torch.set_default_dtype(torch.float64)

POINTS, WEIGHTS, BATCH, STEPS, SEED = ${POINTS}, ${weights}, ${size}, ${steps}, ${seed}
LEARNING_RATES = {
${rates.join('\n')}
}


${UNIFORM}


def batches():
    """The rows of each update: an order drawn anew for each pass over the points."""
    if BATCH >= POINTS:
        while True:
            yield list(range(POINTS))
    draw, order = uniform(SEED, 2), list(range(POINTS))
    while True:
        for i in range(POINTS - 1, 0, -1):
            j = int(next(draw) * (i + 1))
            order[i], order[j] = order[j], order[i]
        for start in range(0, POINTS, BATCH):
            yield order[start : start + BATCH]


target = torch.tensor([1.0 if j % 2 == 0 else -1.0 for j in range(WEIGHTS)])
for kind, learning_rate in LEARNING_RATES.items():
    draw = uniform(SEED, 1)
    x = torch.tensor([[next(draw) for _ in range(WEIGHTS)] for _ in range(POINTS)])
    if kind == "centred":
        x = x - x.mean(dim=0)
    y = x @ target
    w = torch.zeros(WEIGHTS, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=learning_rate)
    print(kind)
    for step, rows in zip(range(STEPS + 1), batches()):
        distance = (w.detach() - target).norm() / target.norm()
        print(step, *w.tolist(), distance.item())
        if not 1e-9 < distance <= 1000:
            break
        optimizer.zero_grad()
        (0.5 * (x[rows] @ w - y[rows]).square().mean()).backward()
        optimizer.step()
`;
}
