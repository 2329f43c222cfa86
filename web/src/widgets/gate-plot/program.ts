// A PyTorch program for gated units: values and gradients at a point and along slices through it.

import type { Spot } from './plane.ts';
import { LIMIT, type Unit } from './settings.ts';

const FORMULAS: Record<Unit, string> = {
  glu: 'a * torch.sigmoid(b)',
  gtu: 'torch.tanh(a) * torch.sigmoid(b)',
};

/** A number that Python reads as a float. */
const float = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

export function program(units: readonly Unit[], { value, gate }: Spot, tied: boolean): string {
  const functions = units.map(
    (unit) => `    "${unit.toUpperCase()}": lambda a, b: ${FORMULAS[unit]},`,
  );
  const slices = tied
    ? ['    "a = b": lambda t: (t, t),']
    : [
        `    "along a at b = ${gate}": lambda t: (t, torch.full_like(t, ${gate})),`,
        `    "along b at a = ${value}": lambda t: (torch.full_like(t, ${value}), t),`,
      ];
  return `import torch

UNITS = {
${functions.join('\n')}
}
SLICES = {
${slices.join('\n')}
}

for name, f in UNITS.items():
    a = torch.tensor(${float(value)}, requires_grad=True)
    b = torch.tensor(${float(gate)}, requires_grad=True)
    y = f(a, b)
    by_a, by_b = torch.autograd.grad(y, (a, b))
    print(f"{name}: f = {y.item():.7g}, df/da = {by_a.item():.7g}, df/db = {by_b.item():.7g}")
    for title, along in SLICES.items():
        t = torch.linspace(-${LIMIT}, ${LIMIT}, 25, requires_grad=True)
        y = f(*along(t))
        (slope,) = torch.autograd.grad(y.sum(), t)
        print(f"\n{name} {title}\n{'t':>12} {'f':>14} {'slope':>14}")
        for row in zip(t.tolist(), y.tolist(), slope.tolist()):
            print("{:12.6g} {:14.7g} {:14.7g}".format(*row))
`;
}
