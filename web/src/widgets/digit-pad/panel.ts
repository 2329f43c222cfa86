// What is folded until wanted: the networks and their training.

import { html, type TemplateResult } from 'lit';
import { SettingControls, type SettingsHost } from '../setting-controls.ts';
import { type PadSettings, padSchema } from './settings.ts';

const SLIDERS = {
  learningRate: { step: 0.05, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
} as const;

export function renderPanel(
  host: SettingsHost<PadSettings, keyof typeof padSchema.settings>,
): TemplateResult {
  const controls = new SettingControls(padSchema, host, host.messages.digitPad.settings, SLIDERS);
  return html`<div class="controls">
    ${controls.activations('racers')}
    ${controls.numbers('depth', 'width', 'learningRate', 'steps')} ${controls.seed('seed')}
  </div>`;
}
