// The control bar and the settings that are folded until wanted.

import { html, type TemplateResult } from 'lit';
import { button } from '../controls.ts';
import { SettingControls, type SettingsHost } from '../setting-controls.ts';
import type { MapFill } from './fill.ts';
import { type MapSettings, mapSchema } from './settings.ts';

export interface PanelHost extends SettingsHost<MapSettings, keyof typeof mapSchema.settings> {
  fill: MapFill;
}

export function renderTransport({ fill, messages }: PanelHost): TemplateResult {
  const words = messages.divergenceMap;
  const { phase, busy, done } = fill;
  const first = busy
    ? { label: words.pause, onClick: () => fill.pause() }
    : {
        label:
          { ready: words.start, finished: words.finished, failed: words.retry }[phase as string] ??
          words.resume,
        onClick: () => fill.play(),
      };
  return html`<div class="transport">
    ${button({ ...first, primary: true, disabled: phase === 'finished' })}
    ${button({
      label: words.cancel,
      disabled: !fill.cancellable,
      onClick: () => fill.cancel(),
    })}
    ${button({ label: words.reset, disabled: done === 0 && !busy, onClick: () => fill.reset() })}
  </div>`;
}

const RATE = { step: 0.25, logarithmic: true } as const;
/** Sliders over all that is allowed could not be aimed; the field takes any. */
const SLIDERS = {
  rateFrom: RATE,
  rateTo: RATE,
  steps: { to: 1000 },
  batchSize: { to: 256 },
  seed: { to: 100 },
  goal: { to: 1 },
} as const;

export function renderMore(host: PanelHost): TemplateResult {
  const words = host.messages.divergenceMap;
  const controls = new SettingControls(mapSchema, host, words.settings, SLIDERS);
  return html`${controls.activations('activations')}
    <div class="controls">
      ${controls.numbers('rateFrom', 'rateTo')} ${controls.choice('dataset', words.datasets)}
      ${controls.numbers('perDecade', 'seeds', 'depth', 'width', 'steps')}
      ${controls.numbers('batchSize', 'pieces', 'goal', 'seed')}
    </div>`;
}
