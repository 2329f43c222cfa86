// The folded panel in which a reader changes the experiment: one native control a setting.

import { css, html, nothing, type TemplateResult } from 'lit';
import { SettingControls, type SettingsHost } from '../setting-controls.ts';
import { dataKind } from './config.ts';
import { feedsPerUnit } from './network-size.ts';
import { type RaceSettings, raceSchema, type SettingKey } from './settings.ts';

const SLIDERS = {
  learningRate: { step: 0.05, logarithmic: true },
  initScale: { step: 0.05, logarithmic: true },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
  size: { step: 10 },
  dropout: { step: 0.05 },
  weightDecay: { step: 0.001 },
  clipNorm: { step: 0.5, to: 20 },
  shift: { step: 0.1 },
  slopeRate: { step: 1 },
} as const;

function group(title: string, ...controls: unknown[]): TemplateResult | typeof nothing {
  if (controls.every((control) => control === nothing)) return nothing;
  return html`<fieldset class="group">
    <legend>${title}</legend>
    ${controls}
  </fieldset>`;
}

/** All controls; `ownData` is shown with the data when own data are chosen. */
export function renderPanel(
  host: SettingsHost<RaceSettings, SettingKey>,
  ownData: unknown,
): TemplateResult {
  const { settings, messages } = host;
  const { groups, more, options, auto: word } = messages.race;
  const controls = new SettingControls(raceSchema, host, messages.race.settings, SLIDERS);
  // What was chosen for one data set rarely suits another.
  const changeDataset = (dataset: string) =>
    host.change({ dataset, size: 'auto', noise: 'auto' } as Partial<RaceSettings>);
  const maxout = settings.racers.includes('maxout');
  const several = settings.racers.some((id) => feedsPerUnit(id, 2) > 1);
  const own = settings.dataset === 'own';
  const synthetic = !own && dataKind(settings.dataset) !== 'images';
  const rare = [
    controls.flag('batchNorm'),
    controls.number('dropout'),
    controls.number('weightDecay'),
    controls.number('clipNorm'),
    controls.number('shift'),
    settings.racers.includes('prelu') ? controls.number('slopeRate') : nothing,
  ];
  return html`<div class="panel">
    <div class="group wide">${controls.activations('racers')}</div>
    ${group(
      groups.data,
      controls.choice('dataset', options.dataset, changeDataset),
      own ? nothing : controls.number('size', { auto: { word, start: 500 } }),
      synthetic ? controls.number('noise', { auto: { word, start: 0.15 } }) : nothing,
      own ? ownData : nothing,
    )}
    ${group(
      groups.network,
      controls.number('depth'),
      controls.number('width'),
      controls.choice('init', options.init),
      controls.number('initScale'),
      maxout ? controls.number('pieces') : nothing,
      several ? controls.choice('budget', options.budget) : nothing,
    )}
    ${group(
      groups.training,
      controls.choice('optimizer', options.optimizer),
      controls.number('learningRate'),
      controls.number('batchSize'),
      controls.number('steps'),
      controls.seed('seed'),
      controls.number('seeds'),
    )}
    ${
      rare.every((control) => control === nothing)
        ? nothing
        : html`<details class="more">
            <summary>${more}</summary>
            <div class="group">${rare}</div>
          </details>`
    }
  </div>`;
}

export const panelStyles = css`
  .panel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 0.75rem 1.75rem;
    padding: 0.75rem 0 0.25rem;
  }
  .panel .wide,
  .panel .more {
    grid-column: 1 / -1;
  }
  .panel .group {
    display: flex;
    flex-direction: column;
    gap: 0.625rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .panel .more .group {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr));
    gap: 0.75rem 1.75rem;
    align-items: end;
    padding-block: 0.5rem;
  }
  .panel legend {
    padding: 0;
  }
  .panel .group > legend {
    margin-block-end: 0.5rem;
    font-weight: 600;
  }
  .panel .slider {
    flex: none;
    max-width: none;
  }
  .panel select {
    width: 100%;
  }
  .panel .seed input {
    width: 100%;
    text-align: start;
  }
  .with-auto {
    display: grid;
    gap: 0.25rem;
  }
  .with-auto .control-label {
    display: none;
  }
`;
