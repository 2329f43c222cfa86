// The folded panel in which a reader changes the experiment: one native control a setting.

import { css, html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/index.ts';
import { checkbox, chips, select, slider } from '../controls.ts';
import { numberField } from '../number-field.ts';
import { curveClass } from '../palette.ts';
import type { NumberSetting } from '../schema.ts';
import { swatch } from '../swatch.ts';
import { dataKind } from './config.ts';
import { feedsPerUnit } from './network-size.ts';
import { type RaceSettings, raceSchema, type SettingKey } from './settings.ts';

export interface PanelHost {
  settings: RaceSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<RaceSettings>) => void;
}

type NumberKey = {
  [K in SettingKey]: (typeof raceSchema.settings)[K] extends NumberSetting ? K : never;
}[SettingKey];
type ChoiceKey = 'dataset' | 'init' | 'optimizer' | 'budget';

/** How a slider moves; the settings themselves declare the limits. */
const SLIDERS: Partial<Record<NumberKey, { step: number; logarithmic?: boolean; max?: number }>> = {
  learningRate: { step: 0.05, logarithmic: true },
  initScale: { step: 0.05, logarithmic: true },
  batchSize: { step: 0.02, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
  size: { step: 10 },
  noise: { step: 0.01 },
  dropout: { step: 0.05 },
  weightDecay: { step: 0.001 },
  clipNorm: { step: 0.5, max: 20 },
  shift: { step: 0.1 },
  slopeRate: { step: 1 },
};

/** Where a slider starts once a reader leaves `auto`. */
const MANUAL: Partial<Record<NumberKey, number>> = { size: 500, noise: 0.15 };

class Controls {
  constructor(private readonly host: PanelHost) {}

  private common(name: SettingKey) {
    const { label, description } = this.host.messages.race.settings[name as 'size'];
    const disabled = this.host.locked(name);
    return { label, disabled, title: disabled ? this.host.messages.widget.locked : description };
  }

  number(name: NumberKey): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden(name)) return nothing;
    const { type, min, max, auto } = raceSchema.settings[name] as NumberSetting;
    const value = settings[name];
    const shape = SLIDERS[name] ?? { step: 1 };
    const common = this.common(name);
    const automatic = auto
      ? checkbox({
          ...common,
          label: `${common.label}: ${messages.race.auto}`,
          checked: value === 'auto',
          onChange: (on) => change({ [name]: on ? 'auto' : (MANUAL[name] ?? min) }),
        })
      : nothing;
    if (value === 'auto') return html`<div class="with-auto">${automatic}</div>`;
    const whole = (v: number) => (type === 'integer' ? Math.round(v) : Number(v.toPrecision(6)));
    const control = slider({
      ...common,
      value,
      min,
      max: Math.max(value, shape.max ?? max),
      step: shape.step,
      words: messages.widget.field,
      ...(shape.logarithmic ? { logarithmic: true } : {}),
      onInput: (v) => change({ [name]: whole(v) }),
    });
    return auto ? html`<div class="with-auto">${automatic}${control}</div>` : control;
  }

  /** A number too large for a slider. */
  seed(): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden('seed')) return nothing;
    const { min, max } = raceSchema.settings.seed;
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

  choice(name: ChoiceKey): TemplateResult | typeof nothing {
    const { settings, change, hidden, messages } = this.host;
    if (hidden(name)) return nothing;
    const words = messages.race.options[name] as Readonly<Record<string, string>>;
    const options = raceSchema.settings[name].values.map((value) => ({
      value: value as string,
      label: words[value] ?? value,
    }));
    return select({
      ...this.common(name),
      value: settings[name] as string,
      options,
      // What was chosen for one data set rarely suits another.
      onChange: (value) =>
        change({
          [name]: value,
          ...(name === 'dataset' ? { size: 'auto', noise: 'auto' } : {}),
        } as Partial<RaceSettings>),
    });
  }

  flag(name: 'batchNorm'): TemplateResult | typeof nothing {
    const { settings, change, hidden } = this.host;
    if (hidden(name)) return nothing;
    const onChange = (checked: boolean) => change({ [name]: checked });
    return checkbox({ ...this.common(name), checked: settings[name], onChange });
  }

  racers(): TemplateResult | typeof nothing {
    const { settings, change, hidden } = this.host;
    if (hidden('racers')) return nothing;
    const { minItems, maxItems } = raceSchema.settings.racers;
    const options = ACTIVATIONS.map(({ id, label }) => ({
      value: id,
      label,
      accent: curveClass(id),
      swatch: swatch(id),
    }));
    return chips({
      ...this.common('racers'),
      selected: settings.racers,
      options,
      minItems,
      maxItems,
      onChange: (racers) => change({ racers }),
    });
  }
}

function group(title: string, ...controls: unknown[]): TemplateResult | typeof nothing {
  if (controls.every((control) => control === nothing)) return nothing;
  return html`<fieldset class="group">
    <legend>${title}</legend>
    ${controls}
  </fieldset>`;
}

/** All controls; `ownData` is shown with the data when own data are chosen. */
export function renderPanel(host: PanelHost, ownData: unknown): TemplateResult {
  const { settings, messages } = host;
  const { groups, more } = messages.race;
  const controls = new Controls(host);
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
    <div class="group wide">${controls.racers()}</div>
    ${group(
      groups.data,
      controls.choice('dataset'),
      own ? nothing : controls.number('size'),
      synthetic ? controls.number('noise') : nothing,
      own ? ownData : nothing,
    )}
    ${group(
      groups.network,
      controls.number('depth'),
      controls.number('width'),
      controls.choice('init'),
      controls.number('initScale'),
      maxout ? controls.number('pieces') : nothing,
      several ? controls.choice('budget') : nothing,
    )}
    ${group(
      groups.training,
      controls.choice('optimizer'),
      controls.number('learningRate'),
      controls.number('batchSize'),
      controls.number('steps'),
      controls.seed(),
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
