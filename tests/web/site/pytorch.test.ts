// The programs of the lessons: the same text for the same preset, with what the preset asks for.

import { expect, test } from 'vitest';
import { lessonSlugs, type Preset, readLesson } from '../../../web/tools/site/lessons.ts';
import { pytorchProgram } from '../../../web/tools/site/pytorch.ts';

const race = (settings = {}) => ({ figure: 'training-race', settings });

const trains = ({ figure, settings }: Preset) =>
  ['training-race', 'layer-flow', 'dead-units'].includes(figure) && settings.mode !== 'born';

test('every preset that trains gives the same program each time', () => {
  for (const slug of lessonSlugs()) {
    for (const preset of Object.values(readLesson(slug).presets)) {
      if (!trains(preset)) continue;
      const program = pytorchProgram(preset, []);
      expect(program).toBe(pytorchProgram(preset, []));
      expect(program).not.toMatch(/undefined|NaN|\[object|null/);
    }
  }
});

test('the racers, their draws and the training are those of the preset', () => {
  const program = pytorchProgram(
    race({ racers: ['sigmoid', 'prelu', 'maxout'], depth: 4, width: 24, steps: 700, seed: 9 }),
    [],
  );
  expect(program).toContain('torch.manual_seed(9)');
  expect(program).toContain('"Sigmoid": (24, 1, lambda width: nn.Sigmoid(), xavier)');
  expect(program).toContain(
    'nn.PReLU(width, init=0.25), lambda n_in, n_out: he(n_in, n_out, slope=0.25)',
  );
  expect(program).toContain('"Maxout": (24, 2, lambda width: Maxout(2), lecun)');
  expect(program).toContain('range(4)');
  expect(program).toContain('while step < 700');
  expect(program).toContain('load_digits');
});

test('settings may differ from the preset, and only what is needed is written', () => {
  const program = pytorchProgram(race({ dataset: 'moons', noise: 0.2 }), [
    ['racers', 'relu'],
    ['optimizer', 'nesterov'],
    ['clip-norm', '1'],
    ['batch-norm', 'true'],
    ['init-scale', '2'],
  ]);
  expect(program).toContain('momentum=0.9, nesterov=True');
  expect(program).toContain('clip_grad_norm_(net.parameters(), 1)');
  expect(program).toContain('nn.BatchNorm1d');
  expect(program).toContain('2 * scale(n_in, width)');
  expect(program).toContain('0.2 * torch.randn_like(x)');
  expect(program).not.toMatch(/class Maxout|def lecun|load_digits|Dropout/);
});

test('PReLU’s slopes do not decay', () => {
  const preset = race({ racers: ['prelu'], weightDecay: 0.01 });
  expect(pytorchProgram(preset, [])).toContain('{"params": slopes, "weight_decay": 0.0}');
});

test('a figure that starts every hidden unit off says so', () => {
  const preset = { figure: 'dead-units', settings: { bias: -10, activation: 'prelu' } };
  const program = pytorchProgram(preset, []);
  expect(program).toContain('nn.init.constant_(layer.bias, bias)');
  expect(program).toContain('bias=-10');
  expect(program).toContain('linear(n_in, N_OUTPUTS, xavier(n_in, N_OUTPUTS))');
});

test('the flow through layers trains its activations one after the other', () => {
  const preset = { figure: 'layer-flow', settings: { depth: 20, activations: ['tanh', 'selu'] } };
  const program = pytorchProgram(preset, []);
  expect(program).toContain('range(20)');
  expect(program).toMatch(/nn\.Tanh\(\).*nn\.SELU\(\)/s);
});

test.each([
  [
    { figure: 'activation-plot', settings: {} },
    [],
    /only presets of <training-race>, <layer-flow>/,
  ],
  [race({ dataset: 'own' }), [], /a data set of its own/],
  [{ figure: 'dead-units', settings: { mode: 'born' } }, [], /something to train/],
  [race(), [['depth', 'deep']], /depth “deep”/],
])('%j %j is refused', (preset, set, message) => {
  expect(() => pytorchProgram(preset as never, set as never)).toThrow(message as RegExp);
});
