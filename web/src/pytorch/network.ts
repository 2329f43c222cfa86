// The networks of a program: their table, their modules, and what they start from.

import {
  branchesOf,
  layerCode,
  modulesIn,
  outputScheme,
  scaleCode,
  scaleFunctions,
} from './activations.ts';
import { BATCH_NORM, LINEAR, PRELU } from './arithmetic.ts';
import type { Plan } from './plan.ts';
import { py, text } from './python.ts';

/** Definitions, each a block of its own; the last ones are of `network(racer, seed)` and, if need
 * be, of `lsuv(net, racer, h)` and `start_off(net)`. */
export function networkCode(plan: Plan): string[] {
  const { config, choices, hiddenBias } = plan;
  const { batchNorm, dropout, init, initScale } = config.network;
  const table = tableOf(plan);
  return [
    LINEAR,
    ...(dropout > 0 ? [dropoutModule(dropout)] : []),
    ...(choices.some(({ id }) => id === 'rrelu') ? [RRELU] : []),
    ...(choices.some(({ id }) => id === 'prelu') ? [PRELU] : []),
    ...(batchNorm ? [BATCH_NORM] : []),
    ...modulesIn(table),
    ...scaleFunctions(choices, init),
    table,
    ...(init === 'zeros' ? [] : [init === 'uniform' ? UNIFORM : NORMAL]),
    affine(init === 'zeros'),
    network(plan),
    ...(init === 'lsuv' ? [ORTHONORMALIZE, lsuv(initScale, batchNorm)] : []),
    ...(hiddenBias === 0 ? [] : [startOff(hiddenBias)]),
  ];
}

const dropoutModule = (p: number) => `class Dropout(nn.Module):
    """Drops a unit of a row if its number, uniform in [0, 1), is below ${py(p)}."""

    def __init__(self, seed, layer):
        super().__init__()
        self.seed, self.layer, self.step = seed, layer, 0

    def forward(self, h):
        if not self.training:
            return h
        numbers = Stream(self.seed, "dropout", self.step, self.layer).uniforms(h.numel())
        self.step += 1
        return h * ((numbers.view_as(h) >= ${py(p)}) * ${py(kept(p))})`;

/** What the other units are multiplied by, as float32 has it. */
const kept = (p: number) => Math.fround(1 / Math.fround(1 - Math.fround(p)));

const RRELU = `class RReLU(nn.Module):
    """Draws a slope for negative inputs in each step for each row and unit."""

    def __init__(self, lower, upper, seed, layer):
        super().__init__()
        self.lower, self.range, self.mean = lower, f32(f32(upper) - f32(lower)), (lower + upper) / 2
        self.seed, self.layer, self.step = seed, layer, 0

    def forward(self, z):
        slope = self.mean
        if self.training:
            numbers = Stream(self.seed, "rrelu", self.step, self.layer).uniforms(z.numel())
            slope = self.lower + self.range * numbers.view_as(z)
            self.step += 1
        return torch.where(z > 0, z, slope * z)`;

function tableOf({ racers, config }: Plan): string {
  const rows = racers.map(({ label, choices, widths }) => {
    const layers = choices.map((choice, i) => {
      const activation = `lambda width, seed, layer: ${layerCode(choice, true)}`;
      const scale = scaleCode(choice, config.network.init);
      return `(${widths[i]}, ${branchesOf(choice)}, ${activation}, ${scale})`;
    });
    const alike = layers.length > 1 && layers.every((layer) => layer === layers[0]);
    const value = alike
      ? `${layers.length} * [\n        ${layers[0]},\n    ]`
      : `[${layers.map((layer) => `\n        ${layer},`).join('')}\n    ]`;
    return `    ${text(label)}: ${value},`;
  });
  return `# Hidden layers: units, pre-activations of a unit, activation, scale of the initial weights.
RACERS = {
${rows.join('\n')}
}`;
}

const draws = (what: string, number: string) => `@lru_cache(None)
def draws(seed, layer, branch, n_in, units):
    """${what}: the same for every activation."""
    stream = Stream(seed, "init", layer, branch)
    numbers = [${number} for _ in range(n_in * units)]
    return torch.tensor(numbers).view(n_in, units).T`;

const NORMAL = draws('Standard normal numbers', 'stream.normal()');
const UNIFORM = draws('Numbers uniform in [-1, 1)', '2 * stream.uniform() - 1');

const affine = (zeros: boolean) => `def affine(seed, layer, n_in, units, branches, scale):
    linear = Linear(n_in, branches * units)
${
  zeros
    ? '    nn.init.zeros_(linear.weight)'
    : `    parts = [draws(seed, layer, branch, n_in, units) for branch in range(branches)]
    linear.weight.data = scale * torch.cat(parts)`
}
    nn.init.zeros_(linear.bias)
    return linear`;

function network(plan: Plan): string {
  const { init, initScale, batchNorm, dropout, outputActivation } = plan.config.network;
  const gain = initScale === 1 ? '' : `${py(initScale)} * `;
  const hiddenScale = init === 'lsuv' ? '1' : `${gain}scale(n_in, width)`;
  const outputScale = `${outputScheme(init)}(n_in, N_OUTPUTS)`;
  const module = { identity: '', sigmoid: 'nn.Sigmoid()', tanh: 'nn.Tanh()' }[outputActivation];
  const lines = [
    'def network(racer, seed):',
    '    layers, n_in = [], N_INPUTS',
    '    for layer, (width, branches, activation, scale) in enumerate(RACERS[racer]):',
    `        linear = affine(seed, layer, n_in, width, branches, ${hiddenScale})`,
    ...(batchNorm
      ? [
          '        # Batch norm subtracts the bias again: its gradient is nothing but rounding.',
          '        linear.bias.register_hook(torch.zeros_like)',
        ]
      : []),
    '        parts = [linear]',
    ...(batchNorm ? ['        parts.append(BatchNorm(branches * width))'] : []),
    '        parts.append(activation(width, seed, layer))',
    ...(dropout > 0 ? ['        parts.append(Dropout(seed, layer))'] : []),
    '        layers.append(nn.Sequential(*parts))',
    '        n_in = width',
    `    layers.append(affine(seed, len(layers), n_in, N_OUTPUTS, 1, ${outputScale}))`,
    ...(module ? [`    layers.append(${module})`] : []),
    '    return nn.Sequential(*layers)',
  ];
  return lines.join('\n');
}

const ORTHONORMALIZE = `def orthonormalize(weight):
    """Gram and Schmidt's process on the shorter side, rounded to float32 after each vector."""
    vectors = weight.T if weight.shape[1] <= weight.shape[0] else weight
    for i in range(len(vectors)):
        vector = vectors[i].double()
        for other in vectors[:i].double():
            vector = (vector - (vector @ other) * other).float().double()
        vectors[i] = vector / vector.norm()`;

const lsuv = (gain: number, batchNorm: boolean) => `@torch.no_grad()
def lsuv(net, racer, h):
    """Orthonormal weights, scaled to pre-activations of variance 1 (Mishkin and Matas 2016)."""
    net.eval()
    for layer, (_, branches, _, _) in zip(net, RACERS[racer]):
        weight = layer[0].weight
        for part in weight.chunk(branches):
            orthonormalize(part)
        for _ in range(10):
            variance = layer[:${batchNorm ? 2 : 1}](h).double().var(unbiased=False).item()
            if not variance > 0 or abs(variance - 1) < 0.1:
                break
            weight.copy_(weight.double() / math.sqrt(variance))
${gain === 1 ? '' : `        weight.copy_(weight.double() * ${py(gain)})\n`}        h = layer(h)`;

const startOff = (bias: number) => `def start_off(net, racer):
    """Sets the biases of the hidden layers, which are 0 otherwise."""
    for layer, _ in zip(net, RACERS[racer]):
        nn.init.constant_(layer[0].bias, ${py(bias)})`;
