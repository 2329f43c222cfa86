// The controls: those that the figure is about in view, the others folded away.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationId } from '../../engine/types.ts';
import { select } from '../controls.ts';
import { labelOf } from '../label.ts';
import { curveClass, PALETTE_IDS } from '../palette.ts';
import { SettingControls, type SettingsHost } from '../setting-controls.ts';
import { type FlowSettings, flowSchema, type SettingKey } from './settings.ts';

type Host = SettingsHost<FlowSettings, SettingKey>;

const SLIDERS = {
  initScale: { step: 0.01, logarithmic: true, from: 0.1, to: 10 },
  learningRate: { step: 0.05, logarithmic: true },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
  clipNorm: { step: 0.5, to: 20 },
} as const;

const NONE = 'none';

const controlsOf = (host: Host) =>
  new SettingControls(flowSchema, host, host.messages.layerFlow.settings, SLIDERS);

/** One list for the activation, and one for what it is compared with, if anything. */
function activations(
  controls: SettingControls<typeof flowSchema.settings>,
): TemplateResult | typeof nothing {
  const { settings, change, hidden, messages } = controls.host;
  if (hidden('activations')) return nothing;
  const { compareWith, nothingElse } = messages.layerFlow;
  const [first, second] = settings.activations as readonly ActivationId[];
  const named = (but: ActivationId | undefined) =>
    PALETTE_IDS.filter((id) => id !== but).map((value) => ({ value, label: labelOf(value) }));
  const common = controls.common('activations');
  return html`<div class=${curveClass(first!)}>
      ${select({
        ...common,
        value: first!,
        options: named(second),
        onChange: (id) => change({ activations: second ? [id, second] : [id] }),
      })}
    </div>
    <div>
      ${select<ActivationId | typeof NONE>({
        ...common,
        label: compareWith,
        value: second ?? NONE,
        options: [{ value: NONE, label: nothingElse }, ...named(first)],
        onChange: (id) => change({ activations: id === NONE ? [first!] : [first!, id] }),
      })}
    </div>`;
}

export function renderMainControls(host: Host): TemplateResult {
  const controls = controlsOf(host);
  return html`<div class="main-controls">
    ${activations(controls)} ${controls.choice('init', host.messages.layerFlow.inits)}
    ${controls.numbers('initScale', 'depth')}
  </div>`;
}

export function renderPanel(host: Host): TemplateResult {
  const controls = controlsOf(host);
  return html`<div class="panel">
    ${controls.numbers('width', 'learningRate', 'batchSize', 'clipNorm', 'steps')}
    ${controls.seed('seed')} ${controls.flag('batchNorm')} ${controls.flag('theory')}
  </div>`;
}
