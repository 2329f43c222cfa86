// The controls: those that the figure is about in view, the others folded away.

import { html, type TemplateResult } from 'lit';
import { activationOptions, SettingControls, type SettingsHost } from '../setting-controls.ts';
import { OTHERS, type SettingKey, type SlopesSettings, slopesSchema } from './settings.ts';

export type PanelHost = SettingsHost<SlopesSettings, SettingKey>;

const SLIDERS = {
  learningRate: { step: 0.05, logarithmic: true },
  slopeRate: { step: 0.5 },
  startSlope: { step: 0.05 },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
} as const;

export const controlsOf = (host: PanelHost) =>
  new SettingControls(slopesSchema, host, host.messages.slopeTracks.settings, SLIDERS);

export function renderMainControls(host: PanelHost): TemplateResult {
  const controls = controlsOf(host);
  return html`${controls.segments('mode', host.messages.slopeTracks.modes)}
    <div class="main-controls">
      ${controls.numbers('learningRate', 'slopeRate', 'startSlope')}
    </div>`;
}

export function renderPanel(host: PanelHost): TemplateResult {
  const controls = controlsOf(host);
  const { choices } = host.messages.slopeTracks;
  return html`<div class="panel">
    ${controls.numbers('depth', 'width')} ${controls.choice('dataset', choices)}
    ${controls.number('size')} ${controls.choice('init', choices)}
    ${controls.numbers('batchSize', 'steps')} ${controls.seed('seed')}
    ${controls.several('compare', activationOptions(OTHERS))}
  </div>`;
}
