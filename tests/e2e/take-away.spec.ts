// What a reader takes away from each figure of the built site: every kind of file, checked for what
// is in it.

import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import Papa from 'papaparse';
import { defaults } from '../../web/src/widgets/schema.ts';
import { racePlan } from '../../web/src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../web/src/widgets/training-race/settings.ts';
import { watch } from './helpers.ts';

type Row = Record<string, string>;

interface Case {
  query: string;
  /** Presses the primary button, and waits until the figure has this phase. */
  until?: string;
  /** Words that the picture has to hold. */
  words: readonly string[];
  /** The least number of lines and areas, and of rows of the table. */
  paths: number;
  rows: number;
  /** A line of its program. */
  program?: string;
  check?: (rows: readonly Row[]) => Promise<void>;
}

const RACE = {
  dataset: 'moons',
  racers: ['relu', 'prelu'],
  depth: 2,
  width: 8,
  steps: 20,
} as const;

const CASES: Record<string, Case> = {
  'activation-plot': {
    query: 'functions=relu,tanh,maxout,gelu&x-min=-3&x-max=2',
    words: ['Values f(x)', 'ReLU', 'GELU', 'x', '−2'],
    paths: 8,
    rows: 501,
    program: 'F.gelu(x)',
    check: async (rows) => {
      const engine = await loadEngine();
      const x = Float32Array.from(rows, (row) => Number(row.x));
      for (const id of ['relu', 'tanh', 'gelu'] as const) {
        const [f, slope] = [engine.evaluate(id, x), engine.derivative(id, x)];
        expect(rows.map((row) => Number(row[`${id}_f`]))).toEqual([...f]);
        expect(rows.map((row) => Number(row[`${id}_derivative`]))).toEqual([...slope]);
      }
      // The kink itself is a row.
      expect(rows.map((row) => row.x)).toContain('0');
    },
  },
  'training-race': {
    query: 'dataset=moons&racers=relu,prelu&depth=2&width=8&steps=20&charts=loss,gradients,outputs',
    until: 'finished',
    words: ['Loss', 'PReLU', 'Optimizer step'],
    paths: 6,
    rows: 42,
    check: async (rows) => {
      const engine = await loadEngine();
      const plan = racePlan({ ...defaults(raceSchema), ...RACE } as RaceSettings);
      for (const entry of plan.entries) {
        const training = engine.createTraining(plan.config(entry, 1));
        for (const row of rows.filter(({ activation }) => activation === entry.id)) {
          training.step(Number(row.step) - training.status().step);
          const { trainLoss, testAccuracy, layers } = training.metrics();
          expect([row.train_loss, row.test_accuracy, row.layer_1_gradient_norm]).toEqual(
            [trainLoss, testAccuracy, layers[0]!.gradientNorm].map(String),
          );
        }
        training.dispose();
      }
    },
  },
  'zigzag-path': {
    query: 'steps=40',
    words: ['All positive: U(0, 1)', 'w₁', 'best weights', 'update'],
    paths: 12,
    rows: 82,
    program: 'def uniform(seed, stream):',
  },
  'maxout-fit': {
    query: 'target=abs&steps=50',
    words: ['|x|', 'what the model gives', 'MSE'],
    paths: 8,
    rows: 252,
    program: 'torch.optim.Adam',
  },
  'gate-plot': {
    query: 'value=1&gate=-1',
    words: ['GLU', 'gate b', 'output f', 'Slope ∂f/∂a, at b = −1'],
    paths: 20,
    rows: 121 * 121,
    program: 'a * torch.sigmoid(b)',
  },
  'layer-flow': {
    query: 'depth=3&width=8&activations=relu,tanh&steps=20',
    words: ['ReLU', 'Tanh'],
    paths: 4,
    rows: 2,
    program: 'import torch',
  },
  'dead-units': {
    query: 'depth=2&width=8&steps=20',
    until: 'finished',
    words: ['Hidden layer 1', 'Loss'],
    paths: 2,
    rows: 2,
    program: 'import torch',
  },
  'slope-tracks': {
    query: 'depth=2&width=8&steps=20',
    until: 'finished',
    words: ['PReLU'],
    paths: 3,
    rows: 2,
    program: 'import torch',
  },
  'digit-pad': { query: 'steps=20', until: 'finished', words: ['ReLU'], paths: 2, rows: 2 },
  'divergence-map': {
    query: 'activations=relu,maxout&dataset=moons&depth=2&width=8&steps=10&seeds=1&per-decade=1',
    until: 'finished',
    words: ['Maxout', 'Learning rate'],
    // Its cells are rectangles.
    paths: 1,
    rows: 10,
  },
  'speed-meter': {
    query: 'activations=relu,tanh&rounds=5',
    until: 'finished',
    words: ['Tanh', 'ReLU'],
    paths: 4,
    rows: 4,
  },
};

async function open(page: Page, name: string, query: string): Promise<Locator> {
  await page.goto(`embed/${name}/?lang=en&${query}`);
  const figure = page.locator(name);
  await expect(figure.locator('.figure[data-phase=ready]')).toBeAttached();
  return figure;
}

async function openPanel(figure: Locator): Promise<Locator> {
  await figure.getByText('Take away', { exact: true }).click();
  const panel = figure.locator('take-away');
  await expect(panel.getByRole('button', { name: 'CSV' })).toBeVisible();
  return panel;
}

async function take(panel: Locator, button: string): Promise<{ name: string; content: Buffer }> {
  const page = panel.page();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    content: await readFile((await download.path())!),
  };
}

const choose = (panel: Locator, ground: 'White' | 'Dark') =>
  panel.locator('.segments label', { hasText: ground }).click();

/** Size, the colour of a corner and the number of colours of a PNG, as a browser reads it. */
function look(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colors = new Set(new Uint32Array(data.buffer));
    return {
      width: image.width,
      height: image.height,
      corner: [...data.subarray(0, 3)],
      colors: colors.size,
    };
  }, png.toString('base64'));
}

/** What an SVG holds, or why it is not one. */
function parse(page: Page, svg: string) {
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const all = [...root.querySelectorAll('text')].map((element) => element.textContent);
    const drawn = [...root.querySelectorAll('path')].filter((path) => {
      const visible = path.hasAttribute('stroke') || path.getAttribute('fill') !== 'none';
      return visible && path.closest('clipPath') === null;
    });
    return {
      root: root.nodeName,
      wrong: root.querySelector('parsererror')?.textContent ?? '',
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      text: all.join('\n'),
      paths: drawn.length,
      families: root.getAttribute('font-family') ?? '',
    };
  }, svg);
}

for (const [name, one] of Object.entries(CASES)) {
  test(`${name}: every file holds what is shown`, async ({ page, baseURL, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // The page that would be printed, instead of a dialogue.
    await page.addInitScript(() => {
      window.print = () => {
        (top as unknown as { printed: string[] }).printed = [
          document.body.innerHTML,
          document.title,
        ];
      };
    });
    const problems = watch(page, baseURL!);
    const figure = await open(page, name, one.query);
    if (one.until) {
      await figure.locator('button.primary').click();
      await expect(figure.locator(`[data-phase=${one.until}]`)).toBeAttached();
    }
    const panel = await openPanel(figure);

    // Pictures.
    const white = await take(panel, 'PNG');
    const svg = await take(panel, 'SVG');
    await choose(panel, 'Dark');
    const dark = await take(panel, 'PNG');
    expect(white.name).toMatch(new RegExp(`^activation-lab-${name}-[0-9a-f]{6}\\.png$`));
    expect(dark.name).toBe(white.name.replace('.png', '-dark.png'));
    const vector = await parse(page, svg.content.toString());
    expect(vector).toMatchObject({ root: 'svg', wrong: '' });
    for (const word of [...one.words, `Activation Lab `, ` · ${name} · `]) {
      expect(vector.text).toContain(word);
    }
    expect(vector.paths).toBeGreaterThanOrEqual(one.paths);
    expect(vector.families).toContain('sans-serif');
    const [light, night] = [await look(page, white.content), await look(page, dark.content)];
    const size = { width: 3 * vector.width, height: 3 * vector.height };
    expect(light).toMatchObject({ ...size, corner: [255, 255, 255] });
    expect(night).toMatchObject({ ...size, corner: [22, 25, 31] });
    expect(Math.min(light.colors, night.colors)).toBeGreaterThan(50);

    // Numbers.
    const csv = (await take(panel, 'CSV')).content.toString();
    expect(csv).toMatch(/^# Activation Lab \d/);
    const { data, errors, meta } = Papa.parse<Row>(csv, {
      header: true,
      comments: '#',
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    for (const field of meta.fields!) expect(field).toMatch(/^[a-z0-9_]+$/);
    expect(data.length).toBeGreaterThanOrEqual(one.rows);
    await one.check?.(data);

    // Settings, program, link and paper.
    const state = JSON.parse((await take(panel, 'Settings')).content.toString());
    expect(state).toMatchObject({ widget: name, version: 1 });
    if (one.program) {
      const program = (await take(panel, 'PyTorch')).content.toString();
      expect(program).toContain(one.program);
    }
    await panel.getByRole('button', { name: 'Copy link' }).click();
    await expect(panel).toContainText('The link was copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const query = await queryOf(figure);
    await panel.getByRole('button', { name: 'Print' }).click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { printed?: string[] }).printed))
      .toBeDefined();
    const [body, title] = await page.evaluate(
      () => (window as unknown as { printed: string[] }).printed,
    );
    expect(body).toContain(`<h1`);
    expect(body).toContain(title);
    expect(body).toContain('<svg');
    expect(body).toContain(`Activation Lab `);
    expect(body!.match(/<tr/g)!.length).toBeGreaterThanOrEqual(3);
    expect(problems).toEqual([]);

    await page.goto(link);
    await expect(figure.locator('.figure[data-phase=ready]')).toBeAttached();
    expect(await queryOf(figure)).toBe(query);
    const again = await open(page, name, '');
    await again.evaluate((element, given) => {
      (element as unknown as { state: unknown }).state = given;
    }, state);
    expect(await queryOf(figure)).toBe(query);
  });
}

const queryOf = (figure: Locator) =>
  figure.evaluate((element) => (element as unknown as { query: string }).query);

// Frames that forbid what taking away needs.

test('in a sandbox that saves nothing, the files are shown to be copied', async ({ page }) => {
  await page.goto('en/');
  await page.evaluate(() => {
    document.body.innerHTML = `<iframe id="frame" sandbox="allow-scripts" width="900" height="1400"
      src="../embed/zigzag-path/?lang=en&steps=20"></iframe>`;
  });
  const figure = page.frameLocator('#frame').locator('zigzag-path');
  await expect(figure.locator('.figure[data-phase=ready]')).toBeAttached();
  const panel = await openPanel(figure);
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click();
  await press('Settings');
  await expect(panel.getByRole('status')).toContainText('does not let it save files');
  const state = JSON.parse(await panel.getByRole('textbox').inputValue());
  expect(state).toMatchObject({ widget: 'zigzag-path', settings: { steps: 20 } });
  await press('PNG');
  const image = panel.getByRole('img');
  await expect(image).toBeVisible();
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(2400);
  await press('Print');
  await expect(panel.getByRole('alert')).toContainText('does not let it print');
  await press('Copy link');
  await expect(panel.getByRole('textbox')).toHaveValue(/embed\/zigzag-path\/\?.*steps=20/);
});
