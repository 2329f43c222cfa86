// The sentences about a race: complete in both languages, with their numbers.

import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../web/src/engine/types.ts';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { type RaceSettings, raceSchema } from '../../../web/src/widgets/training-race/settings.ts';
import type { Verdict } from '../../../web/src/widgets/training-race/verdict.ts';
import {
  progressText,
  setupParts,
  verdictText,
} from '../../../web/src/widgets/training-race/words.ts';

const label = () => 'SELU';
const base = { id: 'selu', runs: 1 } as const;
const say = (verdict: Verdict, language: 'en' | 'zh' = 'en') =>
  verdictText(verdict, MESSAGES[language], label);

const diverged: Verdict = {
  ...base,
  kind: 'diverged',
  count: 1,
  seed: 4,
  layer: 3,
  output: false,
  unit: 12,
  step: 1234,
  reason: 'gradient',
};

describe('verdictText', () => {
  it('tells where a run diverged', () => {
    expect(say(diverged)).toMatch(
      /^SELU diverged: in step 1,234, a gradient in hidden layer 3, unit 12, /,
    );
    expect(say(diverged, 'zh')).toMatch(
      /^SELU 发散了：第 1,234 步，第 3 个隐藏层第 12 个单元的梯度/,
    );
  });

  it('tells of how many seeds, and which was first', () => {
    const several = { ...diverged, runs: 5, count: 2, output: true };
    expect(say(several)).toMatch(/^SELU diverged in 2 of 5 seeds: .* the output layer.*seed 4/);
    expect(say(several, 'zh')).toContain('5 个种子中有 2 个');
  });

  it('mentions a gradient ratio only where it is notable', () => {
    const stalled = {
      ...base,
      kind: 'stalled',
      count: 1,
      seed: 2,
      layer: 1,
      step: 1000,
      loss: 2.31,
    } as const;
    expect(say({ ...stalled, factor: 171.3 })).toContain('170 times less');
    expect(say({ ...stalled, factor: 1.2 })).not.toContain('times');
    expect(say({ ...stalled, factor: Number.NaN })).not.toContain('NaN');
    expect(say({ ...stalled, factor: 171.3 }, 'zh')).toContain('1/170');
    expect(say({ ...stalled, factor: 1 })).not.toContain('seed');
  });

  it('says whose loss it is when some of several seeds died or stalled', () => {
    for (const kind of ['dead', 'stalled'] as const) {
      const stop = { count: 1, runs: 3, seed: 2, layer: 1, step: 900, loss: 2.3, factor: 1 };
      const some = { ...base, kind, ...stop } as Verdict;
      expect(say(some)).toMatch(/in 1 of 3 seeds: .* at 2\.30 \(seed 2\)\.$/);
      expect(say(some, 'zh')).toMatch(/3 个种子中有 1 个.*2\.30（种子 2）。$/);
    }
  });

  it('names the data that an accuracy is of', () => {
    const learns = { ...base, kind: 'learns', step: 20, loss: 0.1, accuracy: 0.9 } as const;
    expect(say({ ...learns, tested: true })).toContain(', test accuracy 90 %');
    expect(say({ ...learns, tested: false })).toContain(', training accuracy 90 %');
    expect(say({ ...learns, tested: true }, 'zh')).toContain('测试准确率 90 %');
    expect(say({ ...learns, tested: false }, 'zh')).toContain('训练准确率 90 %');
  });

  it('has a sentence for every other verdict, in both languages', () => {
    const others: Verdict[] = [
      { ...base, kind: 'dead', count: 1, seed: 1, layer: 2, step: 10, loss: 2.3 },
      { ...base, kind: 'early', step: 5, loss: 2.3, chance: Math.LN10 },
      { ...base, kind: 'chance', step: 500, loss: 2.3, chance: Math.LN10, factor: 500 },
      { ...base, kind: 'dying', share: 0.4, layer: 2, loss: 0.5, accuracy: 0.81, tested: true },
      { ...base, kind: 'learns', step: 20, loss: 0.1, accuracy: 0.9, tested: true },
      { ...base, kind: 'learns', step: 20, loss: 0.1, accuracy: Number.NaN, tested: false },
      { ...base, kind: 'memorises', step: 20, train: 1, test: 0.4, guess: 0.5 },
    ];
    for (const verdict of others) {
      for (const language of ['en', 'zh'] as const) {
        const text = say(verdict, language);
        expect(text).toMatch(/^SELU.*[.。]$/);
        expect(text).not.toMatch(/NaN|undefined/);
      }
    }
    expect(say({ ...base, kind: 'ready' })).toBe('');
  });
});

describe('setupParts', () => {
  const parts = (settings: Partial<RaceSettings>, rows = 1437) =>
    setupParts(
      { ...defaults(raceSchema), ...settings } as RaceSettings,
      { count: rows + 100, trainCount: rows } as Dataset,
      MESSAGES.en,
    );

  it('keeps quiet about defaults', () => {
    expect(parts({})).toEqual([
      'Digits',
      '1,437 training rows, 100 for testing',
      '6 × 32',
      'SGD, rate 0.1',
      'batch 64',
      'seed 1',
    ]);
  });

  it('tells everything else that changes the numbers', () => {
    const changed = parts({
      dataset: 'moons',
      noise: 0.2,
      budget: 'parameters',
      initScale: 4,
      batchNorm: true,
      dropout: 0.5,
      weightDecay: 0.001,
      clipNorm: 1,
      shift: -0.5,
      slopeRate: 10,
    });
    for (const part of [
      'noise 0.2',
      MESSAGES.en.race.setup.budget,
      'weights × 4',
      'batch normalization',
      'dropout 0.5',
      'weight decay 0.001',
      'gradients clipped at 1',
      'f(z) − 0.5',
      'rate of the PReLU slopes × 10',
    ]) {
      expect(changed).toContain(part);
    }
    expect(parts({ noise: 0.2 })).not.toContain('noise 0.2');
  });

  it('never names a batch larger than the training set', () => {
    expect(parts({ batchSize: 4096 }, 40)).toContain('batch 40');
  });
});

describe('progressText', () => {
  it('counts steps only where there is a race', () => {
    const text = (phase: 'running' | 'without-data' | 'preparing' | 'refused', steps: number) =>
      progressText({ phase, step: 0, steps }, MESSAGES.en);
    expect(text('running', 1000)).toBe('Step 0 of 1,000');
    expect(text('without-data', 0)).toBe('No data yet');
    for (const phase of ['preparing', 'refused'] as const) {
      expect(text(phase, 0)).not.toMatch(/Step/);
    }
  });
});
