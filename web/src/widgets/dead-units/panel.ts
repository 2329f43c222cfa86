// The controls of both modes.

import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../label.ts';
import { curveClass } from '../palette.ts';
import { SettingControls, type SettingsHost } from '../setting-controls.ts';
import { CHOICES, type DeadUnitsSettings, deadUnitsSchema } from './settings.ts';

type Host = SettingsHost<DeadUnitsSettings, keyof typeof deadUnitsSchema.settings>;

const SLIDERS = {
  learningRate: { logarithmic: true },
  bias: { step: 0.5, from: -10, to: 2 },
  // A slider over all seeds could not be aimed; the field takes any.
  seed: { to: 100 },
} as const;
const LABELS = Object.fromEntries(CHOICES.map((id) => [id, labelOf(id)]));

const controlsOf = (host: Host) =>
  new SettingControls(deadUnitsSchema, host, host.messages.deadUnits.settings, SLIDERS);

/** The switch between the modes, and what a reader changes first. */
export function renderControls(host: Host): TemplateResult {
  const { mode, activation } = host.settings;
  const controls = controlsOf(host);
  const first =
    mode === 'born'
      ? controls.numbers('bornWidth', 'bornDepth')
      : [
          controls.choice('activation', LABELS),
          activation === 'leaky-relu' ? controls.number('slope') : nothing,
          controls.number('learningRate', { accent: curveClass(activation) }),
          controls.number('bias'),
        ];
  return html`<div class="controls">
    ${controls.segments('mode', host.messages.deadUnits.modes)} ${first}
  </div>`;
}

/** What is folded until wanted. */
export function renderMore(host: Host): TemplateResult {
  const controls = controlsOf(host);
  return html`<div class="controls">
    ${
      host.settings.mode === 'training'
        ? controls.numbers('width', 'depth', 'batchSize', 'steps', 'seed')
        : controls.numbers('networks', 'seed')
    }
  </div>`;
}
