// The table at the end of a lesson: every number in it, how it was measured, and its bound.

import { ACTIVATIONS } from '../../src/engine/catalog.ts';
import { MESSAGES } from '../../src/i18n/index.ts';
import { raceSeeds } from '../../src/widgets/training-race/config.ts';
import { claimSettings, type Measured } from './claims.ts';
import { escapeHtml } from './figures.ts';
import type { PageEnv } from './lesson-source.ts';
import type { Claim, CurveClaim, RunClaim } from './lessons.ts';
import { LOCALES, renderMeasured } from './markdown.ts';
import { presetLink } from './preset-links.ts';

type Words = (typeof MESSAGES)['en']['site']['claims'];

function label(id: string): string {
  return ACTIVATIONS.find((activation) => activation.id === id)?.label ?? id;
}

function quantity(claim: Claim, words: Words): string {
  const { measures, across } = words;
  const named = measures[claim.measure as keyof Words['measures']];
  if (named === undefined) throw new Error(`no words for the measurement “${claim.measure}”`);
  if (!('curve' in claim)) {
    const { accuracy = 0 } = claim;
    const words = typeof named === 'string' ? named : named(`${100 * accuracy} %`, '');
    return `${words} (${across[claim.across]})`;
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

function setting(env: PageEnv, claim: RunClaim, words: Words): string {
  const { dataset, depth, width, learningRate, steps, seed, seeds } = claimSettings(
    env.lesson,
    claim,
  );
  const { race } = MESSAGES[env.language];
  const all = raceSeeds(seed, seeds);
  return [
    claim.racers.map(label).join(', '),
    race.datasets[dataset],
    `${depth}×${width}`,
    words.rate(`${learningRate}`),
    words.steps(steps),
    words.seeds(all[0]!, all.at(-1)!),
  ].join(' · ');
}

function row(env: PageEnv, measured: Measured, words: Words): string {
  const { claim } = measured;
  const cells = [quantity(claim, words), 'curve' in claim ? '' : setting(env, claim, words)];
  const link =
    'curve' in claim
      ? ''
      : `<a class="preset" href="${escapeHtml(
          presetLink(env, claim.preset, { ...claim.set, racers: claim.racers }),
        )}">${words.run}</a>`;
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
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.title)}">` +
    `<table lang="${LOCALES[env.language]}"><thead><tr>` +
    `${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${env.claims.map((measured) => row(env, measured, words)).join('')}</tbody>` +
    `</table></div></details>`
  );
}
