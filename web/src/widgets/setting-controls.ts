// The controls of settings, made from their schema: one native control a setting, with its words,
// its limits, and what the teacher has locked or hidden.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationId } from '../engine/types.ts';
import type { Messages } from '../i18n/index.ts';
import { checkbox, chips, segmented, select, slider } from './controls.ts';
import { labelOf } from './label.ts';
import { numberField } from './number-field.ts';
import { curveClass } from './palette.ts';
import type { NumberSetting, Schema, Settings, Values } from './schema.ts';
import { swatch } from './swatch.ts';

/** What the controls of a figure are drawn from, and what they change. */
export interface SettingsHost<Wanted, Name extends string> {
  settings: Wanted;
  messages: Messages;
  locked: (name: Name) => boolean;
  hidden: (name: Name) => boolean;
  change: (values: Partial<Wanted>) => void;
}

/** How a slider moves; the settings themselves declare the limits. */
export interface SliderShape {
  /** 1 for whole numbers, else 0.01; in decades if logarithmic. */
  step?: number;
  logarithmic?: boolean;
  /** Narrower limits than the setting's, as one over all that is allowed could not be aimed; they
   * widen to hold the value in force, and the field beside takes any. */
  from?: number;
  to?: number;
  /** What is the most at the moment; no control is shown if that leaves no choice. */
  most?: number;
  /** For a number that may be `auto`: its word, and where the slider starts once a reader leaves it. */
  auto?: { word: string; start: number };
  accent?: string;
}

interface Owner<Wanted> {
  settings: Wanted;
  isLocked(name: string): boolean;
  isHidden(name: string): boolean;
  assign(values: Partial<Wanted>): void;
}

export function settingsHost<Wanted>(
  figure: Owner<Wanted>,
  messages: Messages,
): SettingsHost<Wanted, string> {
  return {
    settings: figure.settings,
    messages,
    locked: (name) => figure.isLocked(name),
    hidden: (name) => figure.isHidden(name),
    change: (values) => figure.assign(values),
  };
}

type Shown = TemplateResult | typeof nothing;
type Labels = Readonly<Record<string, string>>;

/** Activations to choose from, with the colour and the line of each. */
export function activationOptions(ids: readonly ActivationId[]) {
  return ids.map((value) => ({
    value,
    label: labelOf(value),
    accent: curveClass(value),
    swatch: swatch(value),
  }));
}

export class SettingControls<S extends Settings> {
  constructor(
    private readonly schema: Schema<S>,
    readonly host: SettingsHost<Values<Schema<S>>, keyof S & string>,
    private readonly words: Readonly<Record<string, { label: string; description: string }>>,
    private readonly shapes: { readonly [N in keyof S]?: SliderShape } = {},
  ) {}

  /** What every kind of control takes. */
  common(name: keyof S & string) {
    const { label, description } = this.words[name]!;
    const disabled = this.host.locked(name);
    return { label, disabled, title: disabled ? this.host.messages.widget.locked : description };
  }

  number(name: Named<S, 'number' | 'integer'>, more: SliderShape = {}): Shown {
    if (this.host.hidden(name)) return nothing;
    const { type, min, max } = this.schema.settings[name] as unknown as NumberSetting;
    const integer = type === 'integer';
    const {
      step = integer ? 1 : 0.01,
      from = min,
      to = max,
      most,
      auto,
      ...look
    } = {
      ...this.shapes[name],
      ...more,
    };
    if (most === min) return nothing;
    const value = this.value(name) as number | 'auto';
    const common = this.common(name);
    const automatic = auto
      ? checkbox({
          ...common,
          label: `${common.label}: ${auto.word}`,
          checked: value === 'auto',
          onChange: (on) => this.set(name, on ? 'auto' : auto.start),
        })
      : nothing;
    if (value === 'auto') return html`<div class="with-auto">${automatic}</div>`;
    const control = slider({
      ...common,
      ...look,
      value: Math.min(value, most ?? value),
      min: Math.min(value, from),
      max: most ?? Math.max(value, to),
      step,
      words: this.host.messages.widget.field,
      onInput: (v) => this.set(name, integer ? Math.round(v) : Number(v.toPrecision(6))),
    });
    return auto ? html`<div class="with-auto">${automatic}${control}</div>` : control;
  }

  numbers(...names: Named<S, 'number' | 'integer'>[]): Shown[] {
    return names.map((name) => this.number(name));
  }

  /** A number too large for a slider. */
  seed(name: Named<S, 'integer'>): Shown {
    if (this.host.hidden(name)) return nothing;
    const { min, max } = this.schema.settings[name] as unknown as NumberSetting;
    const { label, disabled, title } = this.common(name);
    return html`<div class="control seed" title=${title}>
      <span class="control-label" aria-hidden="true">${label}</span>
      ${numberField({
        label,
        shown: String(this.value(name)),
        min,
        max,
        whole: true,
        disabled,
        words: this.host.messages.widget.field,
        onChange: (seed) => this.set(name, seed),
      })}
    </div>`;
  }

  flag(name: Named<S, 'boolean'>): Shown {
    if (this.host.hidden(name)) return nothing;
    const onChange = (checked: boolean) => this.set(name, checked);
    return checkbox({ ...this.common(name), checked: this.value(name) as boolean, onChange });
  }

  /** A list to choose one from; `onChange` replaces the plain change. */
  choice(name: Named<S, 'enum'>, labels: Labels, onChange?: (value: string) => void): Shown {
    return this.host.hidden(name) ? nothing : select(this.oneOf(name, labels, onChange));
  }

  /** The same in view as a row of buttons. */
  segments(name: Named<S, 'enum'>, labels: Labels): Shown {
    return this.host.hidden(name) ? nothing : segmented(name, this.oneOf(name, labels));
  }

  activations(name: Named<S, 'list'>): Shown {
    const { values } = this.schema.settings[name] as { values: readonly ActivationId[] };
    return this.several(name, activationOptions(values));
  }

  several<V extends string>(
    name: Named<S, 'list'>,
    options: readonly { value: V; label: string }[],
  ): Shown {
    if (this.host.hidden(name)) return nothing;
    const { minItems, maxItems } = this.schema.settings[name] as {
      minItems: number;
      maxItems: number;
    };
    return chips<V>({
      ...this.common(name),
      selected: this.value(name) as readonly V[],
      options,
      minItems,
      maxItems,
      onChange: (chosen) => this.set(name, chosen),
    });
  }

  private oneOf(name: Named<S, 'enum'>, labels: Labels, onChange?: (value: string) => void) {
    const { values } = this.schema.settings[name] as { values: readonly string[] };
    return {
      ...this.common(name),
      value: this.value(name) as string,
      options: values.map((value) => ({ value, label: labels[value] ?? value })),
      onChange: onChange ?? ((value: string) => this.set(name, value)),
    };
  }

  private value(name: keyof S): unknown {
    return this.host.settings[name as never];
  }

  private set(name: keyof S & string, value: unknown): void {
    this.host.change({ [name]: value } as never);
  }
}

/** The names of the settings of a type. */
type Named<S extends Settings, T> = {
  [N in keyof S]: S[N]['type'] extends T ? N : never;
}[keyof S] &
  string;
