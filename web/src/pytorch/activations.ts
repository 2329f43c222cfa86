// The twenty activations as modules of PyTorch, and what their weights are drawn with.

import { ACTIVATIONS } from '../engine/catalog.ts';
import type {
  ActivationChoice,
  ActivationId,
  ActivationParams,
  InitName,
} from '../engine/types.ts';
import { py } from './python.ts';

export const infoOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!;

function parameter({ id, params }: ActivationChoice, name: keyof ActivationParams): number {
  const fallback = infoOf(id).parameters.find((declared) => declared.id === name)?.default;
  const value = (params?.[name] as number | undefined) ?? fallback;
  if (value === undefined) throw new Error(`${id} has no parameter ${name}`);
  return value;
}

/** Modules that PyTorch lacks, each for a program that needs it. */
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
        return z.view(len(z), self.pieces, -1).max(dim=1).values`,
  GTU: `class GTU(nn.Module):
    def forward(self, z):
        value, gate = z.chunk(2, dim=1)
        return torch.tanh(value) * torch.sigmoid(gate)`,
};

/** Those that this code needs. */
export function modulesIn(code: string): string[] {
  const used = Object.entries(MODULES).filter(([name]) => code.includes(`${name}(`));
  return used.map(([, source]) => source);
}

/** The activation of a layer, as an expression with `width` in scope. `exact`: by the modules of
 * `network.ts` where PyTorch's draw or round otherwise, with `seed` and `layer` in scope too. */
export function moduleOf(choice: ActivationChoice, exact = false): string {
  const get = (name: keyof ActivationParams) => py(parameter(choice, name));
  switch (choice.id) {
    case 'identity':
      return 'nn.Identity()';
    case 'step':
      return 'Lambda(lambda z: (z >= 0) + 0 * z)';
    case 'sigmoid':
      return 'nn.Sigmoid()';
    case 'tanh':
      return 'nn.Tanh()';
    case 'hard-sigmoid':
      return `Lambda(lambda z: nn.functional.hardtanh(${get('slope')} * z + 0.5, 0, 1))`;
    case 'hard-tanh':
      return 'nn.Hardtanh()';
    case 'softsign':
      return 'nn.Softsign()';
    case 'relu':
      return 'nn.ReLU()';
    case 'leaky-relu':
      return `nn.LeakyReLU(${get('slope')})`;
    case 'prelu':
      return `${exact ? '' : 'nn.'}PReLU(width, init=${get('slope')})`;
    case 'rrelu': {
      const bounds = `${get('lower')}, ${get('upper')}`;
      return exact ? `RReLU(${bounds}, seed, layer)` : `nn.RReLU(${bounds})`;
    }
    case 'elu':
      return `nn.ELU(${get('alpha')})`;
    case 'selu':
      return 'nn.SELU()';
    case 'softplus':
      return 'nn.Softplus()';
    case 'swish': {
      const beta = parameter(choice, 'beta');
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

/** The same with what is added to its value. */
export function layerCode(choice: ActivationChoice, exact = false): string {
  const module = moduleOf(choice, exact);
  const { shift = 0 } = choice;
  return shift === 0 ? module : `nn.Sequential(${module}, Lambda(lambda h: h + ${py(shift)}))`;
}

/** Pre-activations a unit. */
export function branchesOf(choice: ActivationChoice): number {
  if (choice.id === 'maxout') return parameter(choice, 'pieces');
  return infoOf(choice.id).kind === 'gated' ? 2 : 1;
}

export type Scheme = Exclude<InitName, 'auto'>;

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

export function schemeOf({ id }: ActivationChoice, init: InitName): Scheme {
  return init === 'auto' ? infoOf(id).init : init;
}

/** The scheme of the output layer. */
export function outputScheme(init: InitName): Scheme {
  return init === 'normal' || init === 'uniform' || init === 'zeros' ? init : 'xavier';
}

/** The functions that the layers of these activations and the output layer need. */
export function scaleFunctions(choices: readonly ActivationChoice[], init: InitName): string[] {
  const hidden = choices.map((choice) => schemeOf(choice, init));
  const needed = [...new Set([...hidden, outputScheme(init)])];
  return needed.map((scheme) => SCALES[scheme]).filter(Boolean);
}

/** The slope on the negative side that He's variance allows for. */
function negativeSlope(choice: ActivationChoice): number {
  if (choice.id === 'leaky-relu' || choice.id === 'prelu') return parameter(choice, 'slope');
  if (choice.id !== 'rrelu') return 0;
  return (parameter(choice, 'lower') + parameter(choice, 'upper')) / 2;
}

/** The scale of a layer's weights, as a function of its inputs and units. */
export function scaleCode(choice: ActivationChoice, init: InitName): string {
  const scheme = schemeOf(choice, init);
  const slope = scheme === 'he' ? negativeSlope(choice) : 0;
  if (scheme === 'lsuv') return 'xavier';
  return slope === 0 ? scheme : `lambda n_in, n_out: he(n_in, n_out, slope=${py(slope)})`;
}
