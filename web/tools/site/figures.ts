// Figures in pages: every setting that a lesson writes goes through the widget's own schema.

import { type Language, MESSAGES, type Messages } from '../../src/i18n/index.ts';
import { plotSchema } from '../../src/widgets/activation-plot/settings.ts';
import { deadUnitsSchema } from '../../src/widgets/dead-units/settings.ts';
import { padSchema } from '../../src/widgets/digit-pad/settings.ts';
import { mapSchema } from '../../src/widgets/divergence-map/settings.ts';
import { gateSchema } from '../../src/widgets/gate-plot/settings.ts';
import { flowSchema } from '../../src/widgets/layer-flow/settings.ts';
import { fitSchema } from '../../src/widgets/maxout-fit/settings.ts';
import { describeProblem } from '../../src/widgets/problems.ts';
import {
  defaults,
  fromAttributes,
  type Schema,
  type SettingValue,
  toAttributes,
} from '../../src/widgets/schema.ts';
import { slopesSchema } from '../../src/widgets/slope-tracks/settings.ts';
import { speedSchema } from '../../src/widgets/speed-meter/settings.ts';
import { raceSchema } from '../../src/widgets/training-race/settings.ts';
import { zigzagSchema } from '../../src/widgets/zigzag-path/settings.ts';

export const SCHEMAS = [
  plotSchema,
  deadUnitsSchema,
  padSchema,
  gateSchema,
  mapSchema,
  flowSchema,
  zigzagSchema,
  fitSchema,
  slopesSchema,
  speedSchema,
  raceSchema,
] as unknown as readonly Schema[];

export const FIGURES: readonly string[] = SCHEMAS.map(({ name }) => name);

const TITLES: Readonly<Record<string, (messages: Messages) => string>> = {
  'activation-plot': (m) => m.plot.title,
  'dead-units': (m) => m.deadUnits.title,
  'digit-pad': (m) => m.digitPad.title,
  'divergence-map': (m) => m.divergenceMap.title,
  'gate-plot': (m) => m.gatePlot.title,
  'layer-flow': (m) => m.layerFlow.title,
  'maxout-fit': (m) => m.maxoutFit.title,
  'slope-tracks': (m) => m.slopeTracks.title,
  'speed-meter': (m) => m.speedMeter.title,
  'training-race': (m) => m.race.title,
  'zigzag-path': (m) => m.zigzagPath.title,
};

/** What a figure is called in lists of figures. */
export function figureTitle(figure: string, language: Language): string {
  const title = TITLES[figure];
  if (!title) throw new Error(`web/tools/site/figures.ts: <${figure}> has no title`);
  return title(MESSAGES[language]);
}

export function schemaOf(figure: string): Schema | undefined {
  return SCHEMAS.find(({ name }) => name === figure);
}

/** A figure as a page places it: its element, and its settings over the defaults. */
export interface PlacedFigure {
  schema: Schema;
  values: Record<string, SettingValue>;
  html: string;
}

/** Splits `functions="relu tanh" link` into names and texts. */
export function parseAttributes(text: string): [string, string][] {
  const attributes: [string, string][] = [];
  const rest = text.replace(
    /\s*([a-z][a-z0-9-]*)(?:=(?:"([^"]*)"|([^\s"]+)))?(?=\s|$)/giy,
    (_, name: string, quoted?: string, bare?: string) => {
      attributes.push([name, quoted ?? bare ?? '']);
      return '';
    },
  );
  if (rest.trim() !== '') throw new Error(`cannot read the settings from “${rest.trim()}” on`);
  return attributes;
}

/** Checks the settings of a figure and writes its element; throws what is wrong, in words. */
export function placeFigure(
  figure: string,
  attributes: Iterable<readonly [string, string]>,
  fallback: string,
): PlacedFigure {
  const schema = schemaOf(figure);
  if (!schema) throw new Error(`no figure “${figure}” (there are: ${FIGURES.join(', ')})`);
  const { given, problems } = fromAttributes(schema, attributes);
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => describeProblem(problem, MESSAGES.en)).join(' '));
  }
  const written = Object.entries(toAttributes(schema, given))
    .map(([name, text]) => ` ${name}="${escapeHtml(text)}"`)
    .join('');
  return {
    schema,
    values: { ...defaults(schema), ...given } as Record<string, SettingValue>,
    html: `<${figure}${written}><noscript>${escapeHtml(fallback)}</noscript></${figure}>`,
  };
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
