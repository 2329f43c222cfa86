// The controls of every figure: native, labelled inputs that look alike. Each is a template that
// calls back with a value within its limits.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clearNote, type FieldWords, numberField, numberFieldStyles } from './number-field.ts';

interface ControlOptions {
  label: string;
  disabled?: boolean;
  /** Shown as a tooltip, for instance why it is disabled. */
  title?: string;
}

export interface SliderOptions extends ControlOptions {
  value: number;
  min: number;
  max: number;
  /** The number beside the slider takes any value within the limits. */
  step: number;
  /** Equal steps multiply; `step` is then in decades. */
  logarithmic?: boolean;
  /** A class that colours the slider, such as `curveClass(id)`. */
  accent?: string;
  words: FieldWords;
  onInput: (value: number) => void;
}

/** A slider with a number field beside it, which is left alone while somebody types. */
export function slider(options: SliderOptions): TemplateResult {
  const { label, value, min, max, step, logarithmic, disabled = false } = options;
  const toTrack = (v: number) => (logarithmic ? Math.log10(v) : v);
  const fromTrack = (v: number) => (logarithmic ? Number((10 ** v).toPrecision(3)) : v);
  // As many digits as the field has room for.
  const shown = String(Number(value.toPrecision(6)));
  const clamp = (v: number) => Math.min(max, Math.max(min, v));
  const commit = (v: number) => options.onInput(clamp(v));
  return html`<div class="control slider ${options.accent ?? ''}" title=${options.title ?? nothing}>
    <span class="control-label" aria-hidden="true">${label}</span>
    <span class="slider-row">
      <input
        type="range"
        aria-label=${label}
        aria-valuetext=${shown}
        min=${toTrack(min)}
        max=${toTrack(max)}
        step=${step}
        .value=${live(String(toTrack(value)))}
        ?disabled=${disabled}
        @input=${(event: Event) => {
          const track = event.target as HTMLInputElement;
          clearNote(track.parentElement!);
          commit(fromTrack(track.valueAsNumber));
        }}
      />
      ${numberField({
        label,
        shown,
        min,
        max,
        whole: !logarithmic && step >= 1,
        disabled,
        words: options.words,
        onChange: options.onInput,
      })}
    </span>
  </div>`;
}

export interface Option<V extends string> {
  value: V;
  label: string;
}

export interface ChoiceOptions<V extends string> extends ControlOptions {
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
}

export function select<V extends string>(options: ChoiceOptions<V>): TemplateResult {
  return html`<label class="control" title=${options.title ?? nothing}>
    <span class="control-label">${options.label}</span>
    <select
      ?disabled=${options.disabled ?? false}
      @change=${(event: Event) => options.onChange((event.target as HTMLSelectElement).value as V)}
    >
      ${options.options.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${live(value === options.value)}>${label}</option>`,
      )}
    </select>
  </label>`;
}

export interface CheckboxOptions extends ControlOptions {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function checkbox(options: CheckboxOptions): TemplateResult {
  return html`<label class="control checkbox" title=${options.title ?? nothing}>
    <input
      type="checkbox"
      .checked=${live(options.checked)}
      ?disabled=${options.disabled ?? false}
      @change=${(event: Event) => options.onChange((event.target as HTMLInputElement).checked)}
    />
    <span>${options.label}</span>
  </label>`;
}

/** A few exclusive choices side by side: a radio group. `name` is unique in the shadow root. */
export function segmented<V extends string>(
  name: string,
  options: ChoiceOptions<V>,
): TemplateResult {
  return html`<fieldset
    class="control segmented"
    title=${options.title ?? nothing}
    ?disabled=${options.disabled ?? false}
  >
    <legend class="control-label">${options.label}</legend>
    <span class="segments">
      ${options.options.map(
        ({ value, label }) => html`<label>
          <input
            type="radio"
            class="visually-hidden"
            name=${name}
            value=${value}
            .checked=${live(value === options.value)}
            @change=${() => options.onChange(value)}
          />
          <span>${label}</span>
        </label>`,
      )}
    </span>
  </fieldset>`;
}

export interface ChipOption<V extends string> extends Option<V> {
  /** A class on the chip, such as `curveClass(id)`. */
  accent?: string;
  /** Drawn before the label, such as a swatch of the line. */
  swatch?: unknown;
}

export interface ChipsOptions<V extends string> extends ControlOptions {
  selected: readonly V[];
  options: readonly ChipOption<V>[];
  onChange: (selected: V[]) => void;
  minItems?: number;
  maxItems?: number;
}

/** Any number of choices: checkboxes that look like chips. New ones go to the end. */
export function chips<V extends string>(options: ChipsOptions<V>): TemplateResult {
  const { selected, minItems = 0, maxItems = options.options.length } = options;
  return html`<fieldset
    class="control chips"
    title=${options.title ?? nothing}
    ?disabled=${options.disabled ?? false}
  >
    <legend class="control-label">${options.label}</legend>
    <span class="chip-list">
      ${options.options.map(({ value, label, accent, swatch }) => {
        const on = selected.includes(value);
        const full = on ? selected.length <= minItems : selected.length >= maxItems;
        const change = () =>
          options.onChange(on ? selected.filter((v) => v !== value) : [...selected, value]);
        return html`<label class="chip ${accent ?? ''}">
          <input
            type="checkbox"
            class="visually-hidden"
            value=${value}
            .checked=${live(on)}
            ?disabled=${full}
            @change=${change}
          />
          <span>${swatch ?? nothing}${label}</span>
        </label>`;
      })}
    </span>
  </fieldset>`;
}

export interface ButtonOptions extends ControlOptions {
  onClick: () => void;
  /** One a figure. */
  primary?: boolean;
  /** A toggle: announced as pressed or not. */
  pressed?: boolean;
  /** Shown instead of the label, which is then the accessible name. */
  icon?: unknown;
}

export function button(options: ButtonOptions): TemplateResult {
  const { label, icon } = options;
  return html`<button
    type="button"
    class="${options.primary ? 'primary' : ''} ${icon === undefined ? '' : 'icon'}"
    title=${options.title ?? (icon === undefined ? nothing : label)}
    aria-label=${icon === undefined ? nothing : label}
    aria-pressed=${options.pressed === undefined ? nothing : String(options.pressed)}
    ?disabled=${options.disabled ?? false}
    @click=${options.onClick}
  >
    ${icon ?? label}
  </button>`;
}

export const controlStyles = css`
  ${numberFieldStyles}
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem 1rem;
  }
  .control {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    font-size: 0.875rem;
  }
  .control-label {
    display: block;
    padding: 0;
    margin-block-end: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  input,
  select,
  button {
    font: inherit;
    color: inherit;
    min-height: 2rem;
  }
  select,
  input[type='number'],
  button {
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 6px;
    padding: 0.125rem 0.5rem;
    max-width: 100%;
  }
  select {
    text-overflow: ellipsis;
  }
  input[type='number'] {
    width: 5.5rem;
    flex: none;
    appearance: textfield;
    text-align: end;
  }
  input[type='range'] {
    flex: 1 1 6rem;
    min-width: 5rem;
    margin: 0;
    accent-color: var(--curve, var(--_accent));
  }
  input[type='checkbox'] {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--_accent);
  }
  .slider {
    flex: 1 1 14rem;
    max-width: 24rem;
  }
  .slider-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem;
  }
  .checkbox {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2rem;
    cursor: pointer;
  }
  button {
    cursor: pointer;
    padding: 0.125rem 0.75rem;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
  }
  button.icon {
    min-width: 2rem;
    padding: 0 0.375rem;
  }
  button:hover:not(:disabled),
  .segments label:hover span,
  .chip:hover > span {
    background: var(--_raised);
  }
  button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  :disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  fieldset:disabled :disabled,
  fieldset:disabled label {
    opacity: 1;
    cursor: not-allowed;
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    max-width: 100%;
    border: 1px solid var(--_control);
    border-radius: 6px;
    overflow: hidden;
  }
  .segments label {
    position: relative;
    display: flex;
    cursor: pointer;
  }
  .segments label + label {
    border-inline-start: 1px solid var(--_line);
  }
  .segments label > span {
    display: flex;
    align-items: center;
    min-height: 1.875rem;
    padding: 0 0.75rem;
  }
  .segments input:checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .segments input:focus-visible + span {
    outline: 2px solid var(--_text);
    outline-offset: -3px;
  }
  .chip-list {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chip {
    position: relative;
    display: inline-flex;
    cursor: pointer;
  }
  .chip > span {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 1.875rem;
    padding: 0 0.625rem;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_muted);
  }
  .chip input:checked + span {
    border-color: var(--curve, var(--_accent));
    box-shadow: inset 0 0 0 1px var(--curve, var(--_accent));
    color: var(--_text);
  }
  .chip input:focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .chip input:disabled + span {
    cursor: not-allowed;
  }
  @media (pointer: coarse) {
    input:not([type='checkbox']):not([type='radio']),
    select,
    button,
    button.icon,
    .checkbox,
    .segments label > span,
    .chip > span {
      min-height: 2.75rem;
    }
    button.icon {
      min-width: 2.75rem;
    }
  }
`;
