// A PyTorch program that prints the functions of the plot and their derivatives.

import type { ActivationId, ActivationParams } from '../../../engine/types.ts';
import type { Plot } from '../parts.ts';

const POINTS = 21;

type Numbers = Required<Omit<ActivationParams, 'weights' | 'biases'>>;

/** A number as Python reads it. */
const py = (value: number) => String(value).replace('e+', 'e');
/** `factor * x + term`. */
const affine = (factor: number, term: number) => `${py(factor)} * x + ${py(term)}`;

/** Each as an expression of x. */
const EXPRESSIONS: Record<ActivationId, (params: ActivationParams & Numbers) => string> = {
  identity: () => 'x.clone()',
  step: () => '(x >= 0).float() + 0 * x',
  sigmoid: () => 'torch.sigmoid(x)',
  tanh: () => 'torch.tanh(x)',
  'hard-sigmoid': ({ slope }) => `(${affine(slope, 0.5)}).clamp(0, 1)`,
  'hard-tanh': () => 'F.hardtanh(x)',
  softsign: () => 'F.softsign(x)',
  relu: () => 'F.relu(x)',
  'leaky-relu': ({ slope }) => `F.leaky_relu(x, ${py(slope)})`,
  prelu: ({ slope }) => `F.prelu(x, torch.tensor([${py(slope)}]))`,
  rrelu: ({ lower, upper }) => `F.rrelu(x, ${py(lower)}, ${py(upper)}, training=False)`,
  elu: ({ alpha }) => `F.elu(x, ${py(alpha)})`,
  selu: () => 'F.selu(x)',
  softplus: () => 'F.softplus(x)',
  swish: ({ beta }) => (beta === 1 ? 'F.silu(x)' : `x * torch.sigmoid(${py(beta)} * x)`),
  gelu: () => 'F.gelu(x)',
  mish: () => 'F.mish(x)',
  maxout: ({ weights = [], biases = [] }) =>
    `torch.stack([${weights.map((w, i) => affine(w, biases[i]!)).join(', ')}]).max(dim=0).values`,
  glu: ({ weight, bias, gateWeight, gateBias }) =>
    `(${affine(weight, bias)}) * torch.sigmoid(${affine(gateWeight, gateBias)})`,
  gtu: ({ weight, bias, gateWeight, gateBias }) =>
    `torch.tanh(${affine(weight, bias)}) * torch.sigmoid(${affine(gateWeight, gateBias)})`,
};

export function program({ infos, params, window }: Plot): string {
  const functions = infos.map((info) => {
    const expression = EXPRESSIONS[info.id](params(info) as ActivationParams & Numbers);
    return `    "${info.label}": lambda x: ${expression},`;
  });
  return `import torch
import torch.nn.functional as F

FUNCTIONS = {
${functions.join('\n')}
}

x = torch.linspace(${py(window.min)}, ${py(window.max)}, ${POINTS}, requires_grad=True)
for name, f in FUNCTIONS.items():
    y = f(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    print(f"\\n{name}\\n{'x':>12} {'f(x)':>14} {'derivative':>14}")
    for row in zip(x.tolist(), y.tolist(), slope.tolist()):
        print("{:12.6g} {:14.7g} {:14.7g}".format(*row))
`;
}
