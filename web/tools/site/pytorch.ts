// Writes the PyTorch program that trains what a preset trains: the same data set, widths, initial
// scales, optimizer and number of steps, in the words that PyTorch's users know. It draws by
// PyTorch's generators; the one that repeats a training number by number is web/src/pytorch.

import { resolveConfig } from '../../src/engine/config.ts';
import type { ActivationChoice, InitName, ResolvedTrainingConfig } from '../../src/engine/types.ts';
import {
  branchesOf,
  infoOf,
  layerCode,
  modulesIn,
  outputScheme,
  scaleCode,
  scaleFunctions,
} from '../../src/pytorch/activations.ts';
import { py } from '../../src/pytorch/python.ts';
import { defaults, fromAttributes } from '../../src/widgets/schema.ts';
import { experimentOf, TRAINING_FIGURES } from '../../src/widgets/session/experiments.ts';
import { schemaOf } from './figures.ts';
import type { Preset } from './lessons.ts';
import { datasetCode } from './pytorch-data.ts';

interface Racer {
  choice: ActivationChoice;
  config: ResolvedTrainingConfig;
}

/** The program for a preset; `set` changes settings, such as the racers. */
export function pytorchProgram(
  preset: Preset,
  set: readonly (readonly [string, string])[],
): string {
  const schema = schemaOf(preset.figure)!;
  if (!TRAINING_FIGURES.includes(schema.name)) {
    const known = TRAINING_FIGURES.join('>, <');
    throw new Error(`only presets of <${known}> can be written as a program`);
  }
  const { given, problems } = fromAttributes(schema, set);
  const [problem] = problems;
  if (problem) throw new Error(`a program cannot have ${problem.name} “${problem.value}”`);
  const settings = { ...defaults(schema), ...preset.settings, ...given };
  if (settings.dataset === 'own') throw new Error('a program needs a data set of its own');
  const experiment = experimentOf(schema.name, { ...settings, seeds: 1 });
  if (!experiment) throw new Error('a program needs something to train');
  const { runs, steps, hiddenBias = 0 } = experiment;
  const racers = runs.map((run): Racer => {
    const config = resolveConfig(run.config);
    return { choice: [config.network.activation].flat()[0] as ActivationChoice, config };
  });
  const [{ config }] = racers as [Racer, ...Racer[]];
  const blocks = [
    head(config),
    datasetCode(config.dataset),
    modules(racers),
    scales(racers, config.network.init),
    table(racers),
    network(config, hiddenBias),
    ...(config.network.init === 'lsuv' ? [lsuv(config)] : []),
    training(racers, steps),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function head({ seed, dataset }: ResolvedTrainingConfig): string {
  const digits = 'name' in dataset && dataset.name === 'digits';
  const imports = [
    'import math\n',
    'import torch',
    ...(digits ? ['from sklearn.datasets import load_digits'] : []),
    'from torch import nn',
  ];
  return `${imports.join('\n')}\n\ntorch.manual_seed(${seed})`;
}

/** Definitions, each after an empty line more than the blocks have. */
const blocksOf = (definitions: readonly string[]) =>
  definitions.map((source) => `\n${source}`).join('\n\n');

const modules = (racers: readonly Racer[]) =>
  blocksOf(modulesIn(racers.map(({ choice }) => layerCode(choice)).join(' ')));

const scales = (racers: readonly Racer[], init: InitName) =>
  blocksOf(
    scaleFunctions(
      racers.map(({ choice }) => choice),
      init,
    ),
  );

function table(racers: readonly Racer[]): string {
  const rows = racers.map((racer) => {
    const { choice, config } = racer;
    const width = config.network.hidden[0];
    const activation = `lambda width: ${layerCode(choice)}`;
    const scale = scaleCode(choice, config.network.init);
    return `    "${infoOf(choice.id).label}": (${width}, ${branchesOf(choice)}, ${activation}, ${scale}),`;
  });
  return `\nRACERS = {\n${rows.join('\n')}\n}`;
}

function network({ network: net }: ResolvedTrainingConfig, hiddenBias: number): string {
  const { hidden, batchNorm, dropout, initScale, init } = net;
  const draw =
    init === 'uniform'
      ? 'nn.init.uniform_(layer.weight, -scale, scale)'
      : 'nn.init.normal_(layer.weight, 0.0, scale)';
  const extra = [
    ...(batchNorm ? ['        layers.append(nn.BatchNorm1d(branches * width))'] : []),
    '        layers.append(activation(width))',
    ...(dropout > 0 ? [`        layers.append(nn.Dropout(${py(dropout)}))`] : []),
  ];
  const gain = initScale === 1 || init === 'lsuv' ? '' : `${py(initScale)} * `;
  return `
def linear(n_in, n_out, scale${hiddenBias === 0 ? '' : ', bias=0.0'}):
    layer = nn.Linear(n_in, n_out)
    ${draw}
    ${hiddenBias === 0 ? 'nn.init.zeros_(layer.bias)' : 'nn.init.constant_(layer.bias, bias)'}
    return layer


def network(width, branches, activation, scale):
    layers, n_in = [], N_INPUTS
    for _ in range(${hidden.length}):
        layers.append(linear(n_in, branches * width, ${gain}scale(n_in, width)${hiddenBias === 0 ? '' : `, bias=${py(hiddenBias)}`}))
${extra.join('\n')}
        n_in = width
    layers.append(linear(n_in, N_OUTPUTS, ${outputScheme(init)}(n_in, N_OUTPUTS)))
    return nn.Sequential(*layers)`;
}

function lsuv({ network: { initScale } }: ResolvedTrainingConfig): string {
  const gain = initScale === 1 ? '' : `\n            layer.weight.mul_(${py(initScale)})`;
  return `
@torch.no_grad()
def lsuv(net, branches, h):
    net.eval()
    for layer in net[:-1]:
        if isinstance(layer, nn.Linear):
            for part in layer.weight.chunk(branches):
                nn.init.orthogonal_(part)
            for _ in range(10):
                variance = layer(h).var(unbiased=False)
                if variance == 0 or abs(variance - 1) < 0.1:
                    break
                layer.weight.div_(variance.sqrt())${gain}
        h = layer(h)`;
}

function optimizer(racers: readonly Racer[]): string {
  const { optimizer: o } = racers[0]!.config;
  const { slopeRate = 1 } = o as { slopeRate?: number };
  const decay = o.weightDecay > 0 ? `, weight_decay=${py(o.weightDecay)}` : '';
  const rate = `lr=${py(o.learningRate)}`;
  const special =
    racers.some(({ choice }) => choice.id === 'prelu') && (decay !== '' || slopeRate !== 1);
  const name = { sgd: 'SGD', momentum: 'SGD', nesterov: 'SGD', rmsprop: 'RMSprop', adam: 'Adam' };
  const own = {
    sgd: '',
    momentum: `, momentum=${py(o.momentum)}`,
    nesterov: `, momentum=${py(o.momentum)}, nesterov=True`,
    rmsprop: `, alpha=${py(o.beta2)}, eps=${py(o.epsilon)}`,
    adam: `, betas=(${py(o.beta1)}, ${py(o.beta2)}), eps=${py(o.epsilon)}`,
  }[o.name];
  const options = `${rate}${own}${decay}`;
  if (!special) return `    optimizer = torch.optim.${name[o.name]}(net.parameters(), ${options})`;
  const groupRate = slopeRate === 1 ? '' : `, "lr": ${py(slopeRate * o.learningRate)}`;
  return `    slopes = [p for m in net.modules() if isinstance(m, nn.PReLU) for p in m.parameters()]
    others = [p for p in net.parameters() if all(p is not s for s in slopes)]
    groups = [{"params": others}, {"params": slopes, "weight_decay": 0.0${groupRate}}]
    optimizer = torch.optim.${name[o.name]}([g for g in groups if g["params"]], ${options})`;
}

function training(racers: readonly Racer[], steps: number): string {
  const { config } = racers[0]!;
  const { batchSize, loss, optimizer: o, network: net } = config;
  const start =
    net.init === 'lsuv'
      ? `    lsuv(net, branches, x_train[torch.randperm(len(x_train))[:${batchSize}]])\n`
      : '';
  const clip =
    o.clipNorm > 0
      ? `            nn.utils.clip_grad_norm_(net.parameters(), ${py(o.clipNorm)})\n`
      : '';
  const criterion = loss === 'mse' ? 'nn.MSELoss()' : 'nn.CrossEntropyLoss()';
  const accuracy =
    loss === 'mse'
      ? ''
      : `
        accuracy = (net(x_test).argmax(dim=1) == y_test).float().mean().item()`;
  const shown =
    loss === 'mse'
      ? 'print(f"{name:12} training loss {loss:.4g}")'
      : 'print(f"{name:12} training loss {loss:.4g}, test accuracy {accuracy:.3f}")';
  return `
criterion = ${criterion}
for name, (width, branches, activation, scale) in RACERS.items():
    net = network(width, branches, activation, scale)
${start}${optimizer(racers)}
    net.train()
    step = 0
    while step < ${steps}:
        for batch in torch.randperm(len(x_train)).split(${batchSize}):
            if step == ${steps}:
                break
            optimizer.zero_grad()
            criterion(net(x_train[batch]), y_train[batch]).backward()
${clip}            optimizer.step()
            step += 1
    net.eval()
    with torch.no_grad():
        loss = criterion(net(x_train), y_train).item()${accuracy}
    ${shown}`;
}
