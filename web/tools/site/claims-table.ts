// The table at the end of a lesson: every number in it, how it was measured, and its bound.

import { ACTIVATIONS } from '../../src/engine/catalog.ts';
import { MESSAGES } from '../../src/i18n/index.ts';
import { formatText, type Schema, type SettingValue } from '../../src/widgets/schema.ts';
import { type RaceSettings, raceSchema } from '../../src/widgets/training-race/settings.ts';
import { setupParts } from '../../src/widgets/training-race/words.ts';
import { claimSeeds, claimSettings, type Measured } from './claims.ts';
import { escapeHtml, schemaOf } from './figures.ts';
import type { PageEnv } from './lesson-source.ts';
import { type Claim, type CurveClaim, type PresetClaim, presetOf } from './lessons.ts';
import { LOCALES, renderMeasured } from './markdown.ts';
import { presetLink } from './preset-links.ts';

type Values = Record<string, SettingValue>;
type Words = (typeof MESSAGES)['en']['site']['claims'];

function label(id: string): string {
  return ACTIVATIONS.find((activation) => activation.id === id)?.label ?? id;
}

function quantity(claim: Claim, words: Words): string {
  const { measures, across } = words;
  const named = measures[claim.measure as keyof Words['measures']];
  if (named === undefined) throw new Error(`no words for the measurement “${claim.measure}”`);
  if (!('curve' in claim)) {
    const goal = claim.loss === undefined ? `${100 * (claim.accuracy ?? 0)} %` : `${claim.loss}`;
    const said = typeof named === 'string' ? named : named(goal, '');
    const details = [
      ...(claim.across ? [across[claim.across]] : []),
      ...(claim.finite ? [words.finite] : []),
    ];
    return details.length > 0 ? `${said} (${details.join(words.separator)})` : said;
  }
  const write = named as (name: string, other: string) => string;
  return write(curveName(claim), claim.against ? transformed(claim.against) : String(claim.x));
}

function curveName({ curve, params }: CurveClaim): string {
  const written = Object.entries(params ?? {}).map(([name, value]) => `${name} = ${value}`);
  return written.length > 0 ? `${label(curve)} [${written.join(', ')}]` : label(curve);
}

function transformed({ curve, in: scale, out, add }: NonNullable<CurveClaim['against']>): string {
  const inner = scale === undefined ? 'x' : `${scale}x`;
  const shift = add === undefined ? '' : add < 0 ? ` − ${-add}` : ` + ${add}`;
  return `${out ?? ''}${label(curve)}(${inner})${shift}`;
}

function bound({ above, below }: Claim, words: Words): string {
  if (above !== undefined && below !== undefined) return words.between(`${above}`, `${below}`);
  if (above !== undefined) return words.above(`${above}`);
  return below !== undefined ? words.below(`${below}`) : '';
}

/** On what it was measured: a race in words, any other figure by the settings that differ. */
function setting(env: PageEnv, claim: PresetClaim, words: Words): string {
  const { figure } = presetOf(env.lesson, claim.preset);
  const settings = claimSettings(env.lesson, claim);
  const seeds = claimSeeds(settings, claim);
  const [first, last] = [Math.min(...seeds), Math.max(...seeds)];
  const schema = schemaOf(figure)!;
  const drawn = 'seed' in schema.settings || claim.seeds ? [words.seeds(first, last)] : [];
  return [
    ...(figure === raceSchema.name
      ? raceSetting(settings as unknown as RaceSettings, env, words)
      : figureSetting(schema, settings, words)),
    ...drawn,
  ].join(' · ');
}

function raceSetting(settings: RaceSettings, env: PageEnv, words: Words): string[] {
  const { racers, steps } = settings;
  // The last part is the seed, which claims have their own words for.
  const setup = setupParts(settings, undefined, MESSAGES[env.language]).slice(0, -1);
  return [racers.map(label).join(', '), ...setup, words.steps(steps)];
}

/** Settings that no number depends on, or that say what the measurement already says. */
const UNSAID = [
  ...['seed', 'seeds', 'mode', 'compare', 'charts', 'cursor', 'view', 'show', 'rateUnit'],
  ...['xMin', 'xMax', 'rounds', 'work', 'scale', 'variants'],
];

/** Whether a setting names activations; they are said in any case. */
const namesActivations = (setting: string) => /^(activations?|functions|units)$/.test(setting);

/** What differs from the figure's defaults; network and activation in any case. */
function figureSetting(schema: Schema, settings: Values, words: Words): string[] {
  const { depth, width } = settings;
  const named = Object.entries(schema.settings)
    .filter(([name]) => ![...UNSAID, 'depth', 'width'].includes(name))
    .filter(
      ([name, { default: fallback }]) =>
        namesActivations(name) || `${settings[name]}` !== `${fallback}`,
    )
    .map(([name]) => settingText(name, settings[name]!, words));
  return [...(depth !== undefined && width !== undefined ? [`${depth}×${width}`] : []), ...named];
}

function settingText(name: string, value: SettingValue, words: Words): string {
  if (namesActivations(name)) return `${value}`.split(',').map(label).join(', ');
  if (name === 'steps') return words.steps(Number(value));
  const write = words.settings[name as keyof Words['settings']];
  if (!write) throw new Error(`no words for the setting “${name}” in a claim`);
  return write(formatText(value));
}

function runLink(env: PageEnv, claim: PresetClaim, words: Words): string {
  const racers: Record<string, SettingValue> = claim.racers ? { racers: claim.racers } : {};
  const { href, query } = presetLink(env, claim.preset, { ...claim.set, ...racers });
  const data = query === undefined ? '' : ` data-query="${escapeHtml(query)}"`;
  return `<a class="preset" href="${escapeHtml(href)}"${data}>${words.run}</a>`;
}

function row(env: PageEnv, measured: Measured, words: Words): string {
  const { claim } = measured;
  const curve = 'curve' in claim;
  const cells = [quantity(claim, words), curve ? '' : setting(env, claim, words)];
  const link = curve ? '' : runLink(env, claim, words);
  return (
    `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}` +
    `<td>${renderMeasured(measured, env.language)}</td>` +
    `<td>${escapeHtml(bound(claim, words))}</td><td class="run">${link}</td></tr>`
  );
}

export function claimsTable(env: PageEnv): string {
  if (env.claims.length === 0) return '';
  const words = MESSAGES[env.language].site.claims;
  const heads = [words.quantity, words.setting, words.value, words.bound, words.run];
  return (
    `<details class="claims"><summary>${words.title}</summary><p>${words.text}</p>` +
    `<div class="table-scroll" tabindex="0" role="group" aria-label="${escapeHtml(words.title)}">` +
    `<table lang="${LOCALES[env.language]}"><thead><tr>` +
    `${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${env.claims.map((measured) => row(env, measured, words)).join('')}</tbody>` +
    `</table></div></details>`
  );
}
