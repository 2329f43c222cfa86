// Writes the experiment of a preset as a program in PyTorch: same data, networks, draws' scales,
// optimizer and batches, from the training configurations that the figure itself would run.

import { ACTIVATIONS, type ActivationId } from '../../src/engine/catalog.ts';
import { resolveConfig } from '../../src/engine/config.ts';
import type { ActivationParams, ResolvedTrainingConfig } from '../../src/engine/types.ts';
import { trainingConfig as deadUnitsConfig } from '../../src/widgets/dead-units/config.ts';
import { type DeadUnitsSettings, deadUnitsSchema } from '../../src/widgets/dead-units/settings.ts';
import { trainingConfig as flowConfig } from '../../src/widgets/layer-flow/config.ts';
import { type FlowSettings, flowSchema } from '../../src/widgets/layer-flow/settings.ts';
import { defaults, fromAttributes, type SettingValue } from '../../src/widgets/schema.ts';
import { racersOf, trainingConfig as slopesConfig } from '../../src/widgets/slope-tracks/config.ts';
import { type SlopesSettings, slopesSchema } from '../../src/widgets/slope-tracks/settings.ts';
import { racePlan } from '../../src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../src/widgets/training-race/settings.ts';
import { schemaOf } from './figures.ts';
import type { Preset } from './lessons.ts';
import { datasetCode } from './pytorch-data.ts';

type Values = Record<string, SettingValue>;

interface Racer {
  id: ActivationId;
  config: ResolvedTrainingConfig;
}

/** What a preset trains, of any figure that trains networks. */
interface Experiment {
  racers: Racer[];
  steps: number;
  hiddenBias: number;
}

const EXPERIMENTS: Record<string, (settings: Values) => Experiment> = {
  [raceSchema.name]: (values) => {
    const settings = values as unknown as RaceSettings;
    if (settings.dataset === 'own') throw new Error('a program needs a data set of its own');
    const plan = racePlan(settings);
    const racers = plan.entries.map((entry) => ({
      id: entry.id,
      config: resolveConfig(plan.config(entry, settings.seed)),
    }));
    return { racers, steps: settings.steps, hiddenBias: 0 };
  },
  [flowSchema.name]: (values) => {
    const settings = values as unknown as FlowSettings;
    const racers = settings.activations.map((id) => ({
      id,
      config: resolveConfig(flowConfig(settings, id)),
    }));
    return { racers, steps: settings.steps, hiddenBias: 0 };
  },
  [slopesSchema.name]: (values) => {
    const settings = values as unknown as SlopesSettings;
    const racers = racersOf(settings).map((id) => ({
      id,
      config: resolveConfig(slopesConfig(settings, id)),
    }));
    return { racers, steps: settings.steps, hiddenBias: 0 };
  },
  [deadUnitsSchema.name]: (values) => {
    const settings = values as unknown as DeadUnitsSettings;
    if (settings.mode !== 'training') throw new Error('a program needs something to train');
    const config = resolveConfig(deadUnitsConfig(settings, settings.seed));
    const racers = [{ id: settings.activation, config }];
    return { racers, steps: settings.steps, hiddenBias: settings.bias };
  },
};

/** The program for a preset; `set` changes settings, such as the racers. */
export function pytorchProgram(
  preset: Preset,
  set: readonly (readonly [string, string])[],
): string {
  const schema = schemaOf(preset.figure)!;
  const experiment = EXPERIMENTS[schema.name];
  if (!experiment) {
    const known = Object.keys(EXPERIMENTS).join('>, <');
    throw new Error(`only presets of <${known}> can be written as a program`);
  }
  const { given, problems } = fromAttributes(schema, set);
  const [problem] = problems;
  if (problem) throw new Error(`a program cannot have ${problem.name} “${problem.value}”`);
  const { racers, steps, hiddenBias } = experiment({
    ...defaults(schema),
    ...preset.settings,
    ...given,
  } as Values);
  const [{ config }] = racers as [Racer, ...Racer[]];
  const blocks = [
    head(config),
    datasetCode(config.dataset),
    modules(racers),
    scales(racers),
    table(racers),
    network(config, hiddenBias),
    ...(config.network.init === 'lsuv' ? [lsuv(config)] : []),
    training(racers, steps),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** A number as Python reads it. */
const py = (x: number) => (x === 1e-8 ? '1e-8' : String(x).replace('e+', 'e'));

const label = (id: ActivationId) => ACTIVATIONS.find((a) => a.id === id)!.label;

function choiceOf({ config }: Racer): { params: ActivationParams; shift: number } {
  const { activation } = config.network;
  const choice = (Array.isArray(activation) ? activation[0] : activation) as {
    params?: ActivationParams;
    shift?: number;
  };
  return { params: choice.params ?? {}, shift: choice.shift ?? 0 };
}

function parameter(racer: Racer, name: keyof ActivationParams): number {
  const declared = ACTIVATIONS.find((a) => a.id === racer.id)!.parameters;
  const given = choiceOf(racer).params[name] as number | undefined;
  const fallback = declared.find(({ id }) => id === name)?.default;
  const value = given ?? fallback;
  if (value === undefined) throw new Error(`${racer.id} has no parameter ${name}`);
  return value;
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

/** Modules that PyTorch lacks, each only if a racer needs it. */
const MODULES: Record<string, string> = {
  Lambda: `class Lambda(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, z):
        return self.function(z)`,
  Maxout: `class Maxout(nn.Module):
    def __init__(self, pieces):
        super().__init__()
        self.pieces = pieces

    def forward(self, z):
        return z.view(len(z), self.pieces, -1).amax(dim=1)`,
  GTU: `class GTU(nn.Module):
    def forward(self, z):
        value, gate = z.chunk(2, dim=1)
        return torch.tanh(value) * torch.sigmoid(gate)`,
};

/** The activation of a layer, as an expression with \`width\` in scope. */
function moduleOf(racer: Racer): string {
  const get = (name: keyof ActivationParams) => py(parameter(racer, name));
  switch (racer.id) {
    case 'identity':
      return 'nn.Identity()';
    case 'step':
      return 'Lambda(lambda z: (z >= 0).float())';
    case 'sigmoid':
      return 'nn.Sigmoid()';
    case 'tanh':
      return 'nn.Tanh()';
    case 'hard-sigmoid':
      return `Lambda(lambda z: (${get('slope')} * z + 0.5).clamp(0, 1))`;
    case 'hard-tanh':
      return 'nn.Hardtanh()';
    case 'softsign':
      return 'nn.Softsign()';
    case 'relu':
      return 'nn.ReLU()';
    case 'leaky-relu':
      return `nn.LeakyReLU(${get('slope')})`;
    case 'prelu':
      return `nn.PReLU(width, init=${get('slope')})`;
    case 'rrelu':
      return `nn.RReLU(${get('lower')}, ${get('upper')})`;
    case 'elu':
      return `nn.ELU(${get('alpha')})`;
    case 'selu':
      return 'nn.SELU()';
    case 'softplus':
      return 'nn.Softplus()';
    case 'swish': {
      const beta = parameter(racer, 'beta');
      return beta === 1 ? 'nn.SiLU()' : `Lambda(lambda z: z * torch.sigmoid(${py(beta)} * z))`;
    }
    case 'gelu':
      return 'nn.GELU()';
    case 'mish':
      return 'nn.Mish()';
    case 'maxout':
      return `Maxout(${get('pieces')})`;
    case 'glu':
      return 'nn.GLU(dim=1)';
    case 'gtu':
      return 'GTU()';
  }
}

function branches(racer: Racer): number {
  if (racer.id === 'maxout') return parameter(racer, 'pieces');
  return racer.id === 'glu' || racer.id === 'gtu' ? 2 : 1;
}

function layerCode(racer: Racer): string {
  const { shift } = choiceOf(racer);
  const module = moduleOf(racer);
  return shift === 0 ? module : `nn.Sequential(${module}, Lambda(lambda h: h + ${py(shift)}))`;
}

function modules(racers: readonly Racer[]): string {
  const code = racers.map(layerCode).join(' ');
  const used = Object.entries(MODULES).filter(([name]) => code.includes(`${name}(`));
  return used.map(([, source]) => `\n${source}`).join('\n\n');
}

type Scheme = 'he' | 'xavier' | 'lecun' | 'uniform' | 'normal' | 'zeros' | 'lsuv';

const SCALES: Record<Scheme, string> = {
  he: `def he(n_in, n_out, slope=0.0):
    return math.sqrt(2 / ((1 + slope**2) * n_in))`,
  xavier: `def xavier(n_in, n_out):
    return math.sqrt(2 / (n_in + n_out))`,
  lecun: `def lecun(n_in, n_out):
    return math.sqrt(1 / n_in)`,
  uniform: `def uniform(n_in, n_out):
    return math.sqrt(1 / n_in)`,
  normal: `def normal(n_in, n_out):
    return 0.01`,
  zeros: `def zeros(n_in, n_out):
    return 0.0`,
  lsuv: '',
};

function schemeOf({ id, config }: Racer): Scheme {
  const { init } = config.network;
  return init === 'auto' ? ACTIVATIONS.find((a) => a.id === id)!.init : init;
}

/** The slope on the negative side that He's variance allows for. */
function negativeSlope(racer: Racer): number {
  if (racer.id === 'leaky-relu' || racer.id === 'prelu') return parameter(racer, 'slope');
  if (racer.id !== 'rrelu') return 0;
  return (parameter(racer, 'lower') + parameter(racer, 'upper')) / 2;
}

const everywhere = (scheme: Scheme) => ['normal', 'uniform', 'zeros'].includes(scheme);

function scales(racers: readonly Racer[]): string {
  const schemes = new Set(racers.map(schemeOf));
  if (![...schemes].every(everywhere)) schemes.add('xavier');
  const functions = [...schemes].map((scheme) => SCALES[scheme]).filter(Boolean);
  return functions.map((source) => `\n${source}`).join('\n\n');
}

function scaleCode(racer: Racer): string {
  const scheme = schemeOf(racer);
  const slope = scheme === 'he' ? negativeSlope(racer) : 0;
  if (scheme === 'lsuv') return 'xavier';
  return slope === 0 ? scheme : `lambda n_in, n_out: he(n_in, n_out, slope=${py(slope)})`;
}

function table(racers: readonly Racer[]): string {
  const rows = racers.map((racer) => {
    const width = racer.config.network.hidden[0];
    const activation = `lambda width: ${layerCode(racer)}`;
    return `    "${label(racer.id)}": (${width}, ${branches(racer)}, ${activation}, ${scaleCode(racer)}),`;
  });
  return `\nRACERS = {\n${rows.join('\n')}\n}`;
}

function network({ network: net }: ResolvedTrainingConfig, hiddenBias: number): string {
  const { hidden, batchNorm, dropout, initScale, init } = net;
  const all = everywhere(init as Scheme);
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
    layers.append(linear(n_in, N_OUTPUTS, ${all ? init : 'xavier'}(n_in, N_OUTPUTS)))
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
  const special = racers.some(({ id }) => id === 'prelu') && (decay !== '' || slopeRate !== 1);
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
