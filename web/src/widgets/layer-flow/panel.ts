// The controls: those that the figure is about in view, the others folded away.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { checkbox, select, slider } from '../controls.ts';
import { numberField } from '../number-field.ts';
import { curveClass, PALETTE_IDS } from '../palette.ts';
import type { NumberSetting } from '../schema.ts';
import { type FlowSettings, flowSchema, type SettingKey } from './settings.ts';

export interface PanelHost {
  settings: FlowSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<FlowSettings>) => void;
}

type NumberKey = {
  [K in SettingKey]: (typeof flowSchema.settings)[K] extends NumberSetting ? K : never;
}[SettingKey];

/** How a slider moves; the settings themselves declare the limits. */
const SLIDERS: Partial<
  Record<NumberKey, { step: number; logarithmic?: boolean; max?: number; min?: number }>
> = {
  initScale: { step: 0.01, logarithmic: true, min: 0.1, max: 10 },
  learningRate: { step: 0.05, logarithmic: true },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
  clipNorm: { step: 0.5, max: 20 },
};

const NONE = 'none';

class Controls {
  constructor(private readonly host: PanelHost) {}

  private common(name: SettingKey) {
    const { messages, locked } = this.host;
    const { label, description } = messages.layerFlow.settings[name as 'init'];
    const disabled = locked(name);
    return { label, disabled, title: disabled ? messages.widget.locked : description };
  }

  number(name: NumberKey): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden(name)) return nothing;
    const { type, min, max } = flowSchema.settings[name] as NumberSetting;
    const shape = SLIDERS[name] ?? { step: 1 };
    const value = settings[name];
    const whole = (v: number) => (type === 'integer' ? Math.round(v) : Number(v.toPrecision(6)));
    return slider({
      ...this.common(name),
      value,
      min: Math.min(value, shape.min ?? min),
      max: Math.max(value, shape.max ?? max),
      step: shape.step,
      words: messages.widget.field,
      ...(shape.logarithmic ? { logarithmic: true } : {}),
      onInput: (v) => change({ [name]: whole(v) }),
    });
  }

  /** A number too large for a slider. */
  seed(): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden('seed')) return nothing;
    const { min, max } = flowSchema.settings.seed;
    const { label, disabled, title } = this.common('seed');
    return html`<div class="control seed" title=${title}>
      <span class="control-label" aria-hidden="true">${label}</span>
      ${numberField({
        label,
        shown: String(settings.seed),
        min,
        max,
        whole: true,
        disabled,
        words: messages.widget.field,
        onChange: (seed) => change({ seed }),
      })}
    </div>`;
  }

  init(): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden('init')) return nothing;
    const words = messages.layerFlow.inits;
    const options = flowSchema.settings.init.values.map((value) => ({
      value,
      label: words[value],
    }));
    const onChange = (init: FlowSettings['init']) => change({ init });
    return select({ ...this.common('init'), value: settings.init, options, onChange });
  }

  flag(name: 'batchNorm' | 'theory'): TemplateResult | typeof nothing {
    const { settings, change, hidden } = this.host;
    if (hidden(name)) return nothing;
    const onChange = (checked: boolean) => change({ [name]: checked });
    return checkbox({ ...this.common(name), checked: settings[name], onChange });
  }

  /** One list for the activation, and one for what it is compared with, if anything. */
  activations(): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden('activations')) return nothing;
    const { compareWith, nothingElse } = messages.layerFlow;
    const [first, second] = settings.activations as readonly ActivationId[];
    const named = (but: ActivationId | undefined) =>
      PALETTE_IDS.filter((id) => id !== but).map((value) => ({
        value,
        label: ACTIVATIONS.find(({ id }) => id === value)!.label,
      }));
    const common = this.common('activations');
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
}

export function renderMainControls(host: PanelHost): TemplateResult {
  const controls = new Controls(host);
  return html`<div class="main-controls">
    ${controls.activations()} ${controls.init()} ${controls.number('initScale')}
    ${controls.number('depth')}
  </div>`;
}

export function renderPanel(host: PanelHost): TemplateResult {
  const controls = new Controls(host);
  return html`<div class="panel">
    ${controls.number('width')} ${controls.number('learningRate')} ${controls.number('batchSize')}
    ${controls.number('clipNorm')} ${controls.number('steps')} ${controls.seed()}
    ${controls.flag('batchNorm')} ${controls.flag('theory')}
  </div>`;
}
