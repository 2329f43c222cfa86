// The controls: those that the figure is about in view, the others folded away.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/index.ts';
import { chips, segmented, select, slider } from '../controls.ts';
import { numberField } from '../number-field.ts';
import { curveClass } from '../palette.ts';
import type { NumberSetting } from '../schema.ts';
import { swatch } from '../swatch.ts';
import { OTHERS, type SettingKey, type SlopesSettings, slopesSchema } from './settings.ts';

export interface PanelHost {
  settings: SlopesSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<SlopesSettings>) => void;
}

type NumberKey = {
  [K in SettingKey]: (typeof slopesSchema.settings)[K] extends NumberSetting ? K : never;
}[SettingKey];
type Words = keyof Messages['slopeTracks']['settings'];

/** How a slider moves; the settings themselves declare the limits. */
const SLIDERS: Partial<Record<NumberKey, { step: number; logarithmic?: boolean }>> = {
  learningRate: { step: 0.05, logarithmic: true },
  slopeRate: { step: 0.5 },
  startSlope: { step: 0.05 },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
};

export class Controls {
  constructor(private readonly host: PanelHost) {}

  private common(name: Words) {
    const { messages, locked } = this.host;
    const { label, description } = messages.slopeTracks.settings[name];
    const disabled = locked(name);
    return { label, disabled, title: disabled ? messages.widget.locked : description };
  }

  number(name: NumberKey & Words, most?: number): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden(name)) return nothing;
    const { type, min, max } = slopesSchema.settings[name] as NumberSetting;
    if (most === min) return nothing;
    const shape = SLIDERS[name] ?? { step: 1 };
    const whole = (v: number) => (type === 'integer' ? Math.round(v) : Number(v.toPrecision(6)));
    return slider({
      ...this.common(name),
      value: Math.min(settings[name], most ?? max),
      min,
      max: most ?? max,
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
    const { min, max } = slopesSchema.settings.seed;
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

  mode(): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden('mode')) return nothing;
    const { modes } = messages.slopeTracks;
    return segmented('mode', {
      ...this.common('mode'),
      value: settings.mode,
      options: slopesSchema.settings.mode.values.map((value) => ({ value, label: modes[value] })),
      onChange: (mode) => change({ mode }),
    });
  }

  choice(name: 'dataset' | 'init'): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden(name)) return nothing;
    const words = messages.slopeTracks.choices;
    return select<keyof typeof words>({
      ...this.common(name),
      value: settings[name],
      options: slopesSchema.settings[name].values.map((value) => ({
        value,
        label: words[value],
      })),
      onChange: (value) => change({ [name]: value }),
    });
  }

  compare(): TemplateResult | typeof nothing {
    const { settings, change, hidden } = this.host;
    if (hidden('compare')) return nothing;
    return chips({
      ...this.common('compare'),
      selected: settings.compare,
      options: OTHERS.map((value) => ({
        value,
        label: ACTIVATIONS.find(({ id }) => id === value)!.label,
        accent: curveClass(value),
        swatch: swatch(value),
      })),
      onChange: (compare) => change({ compare }),
    });
  }
}

export function renderMainControls(host: PanelHost): TemplateResult {
  const controls = new Controls(host);
  return html`${controls.mode()}
    <div class="main-controls">
      ${controls.number('learningRate')} ${controls.number('slopeRate')}
      ${controls.number('startSlope')}
    </div>`;
}

export function renderPanel(host: PanelHost): TemplateResult {
  const controls = new Controls(host);
  return html`<div class="panel">
    ${controls.number('depth')} ${controls.number('width')} ${controls.choice('dataset')}
    ${controls.number('size')}
    ${controls.choice('init')} ${controls.number('batchSize')} ${controls.number('steps')}
    ${controls.seed()} ${controls.compare()}
  </div>`;
}
