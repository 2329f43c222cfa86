// A native number field that keeps to its limits, and says so when it does.

import { css, html, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/index.ts';

/** What is said beside a number field whose text was not taken as it was. */
export type FieldWords = Messages['widget']['field'];

export interface NumberFieldOptions {
  label: string;
  /** The value in force, as the field shows it. */
  shown: string;
  min: number;
  max: number;
  /** Whether what is typed is rounded. */
  whole: boolean;
  disabled: boolean;
  words: FieldWords;
  onChange: (value: number) => void;
}

/** A native number field that says when it could not take what was typed. */
export function numberField(options: NumberFieldOptions): TemplateResult {
  const { label, shown, min, max, whole } = options;
  return html`<span class="number-field">
    <input
      type="number"
      inputmode=${whole ? 'numeric' : 'decimal'}
      aria-label=${label}
      min=${min}
      max=${max}
      step=${whole ? 1 : 'any'}
      .value=${shown}
      ?disabled=${options.disabled}
      @input=${(event: Event) => clearNote((event.target as HTMLInputElement).parentElement!)}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const { value, text, invalid } = readNumber(input.valueAsNumber, options);
        input.value = value === undefined ? shown : String(value);
        say(input, text, invalid);
        if (value !== undefined) options.onChange(value);
      }}
    /><span class="field-note" role="status"></span>
  </span>`;
}

/** The value to take, if any, and what to say of it. */
export function readNumber(
  typed: number,
  {
    shown,
    min,
    max,
    whole,
    words,
  }: Pick<NumberFieldOptions, 'shown' | 'min' | 'max' | 'whole' | 'words'>,
): { value?: number; text: string; invalid?: boolean } {
  if (!Number.isFinite(typed)) return { text: words.notNumber(shown), invalid: true };
  if (typed < min) return { value: min, text: words.tooSmall(String(min)) };
  if (typed > max) return { value: max, text: words.tooLarge(String(max)) };
  return { value: whole ? Math.round(typed) : typed, text: '' };
}

function say(input: HTMLInputElement, text: string, invalid = false): void {
  input.nextElementSibling!.textContent = text;
  if (invalid) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Once the value is changed, what was said of it is past. */
export function clearNote(holder: Element): void {
  const input = holder.querySelector<HTMLInputElement>('input[type="number"]');
  if (input) say(input, '');
}

export const numberFieldStyles = css`
  .number-field {
    display: contents;
  }
  .field-note {
    flex-basis: 100%;
    color: var(--_warning);
    font-size: 0.8125rem;
  }
  /* Takes no room, yet stays in the accessibility tree, so that its text is announced. */
  .field-note:empty {
    position: absolute;
  }
`;
