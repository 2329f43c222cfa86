// The form of a figure: one field a setting, made from its declaration, with lock, hide and reset.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Messages } from '../../i18n/language.ts';
import { describeAllowed } from '../../widgets/problems.ts';
import {
  formatText,
  parseText,
  type Schema,
  type Setting,
  SHARED_NAMES,
  settingName,
  toKebab,
} from '../../widgets/schema.ts';
import type { FigureValues } from '../../widgets/take-away/embed-code.ts';
import { valueLabel } from './choices.ts';

export interface FormHost {
  schema: Schema;
  values: FigureValues;
  /** Those that the builder starts with. */
  base: FigureValues;
  /** What stands in fields that are being typed in, by name; it may not be allowed. */
  drafts: ReadonlyMap<string, string>;
  messages: Messages;
  /** `done` once the reader has left the field. */
  edit: (name: string, text: string, done: boolean) => void;
  /** Puts one of a figure's lists, such as `lock`, with or without an item. */
  toggle: (list: string, item: string, on: boolean) => void;
  reset: (name: string) => void;
}

const TEXTS = ['heading', 'caption', 'ask', 'answers', 'right', 'required'];
/** Written by the fields of what they lock and hide. */
const LISTS = ['lock', 'hide'];
const LONG_TEXT = 120;

export type GroupName = keyof Messages['builder']['groups'];

/** The settings of a figure by group, in the order of their declaration. */
export function groupsOf(schema: Schema): [GroupName, string[]][] {
  const names = Object.keys(schema.settings).filter((name) => !LISTS.includes(name));
  const shared = names.filter((name) => SHARED_NAMES.includes(name));
  return [
    ['settings', names.filter((name) => !shared.includes(name))],
    ['texts', shared.filter((name) => TEXTS.includes(name))],
    ['look', shared.filter((name) => !TEXTS.includes(name))],
  ];
}

function isChanged({ values, base, drafts }: FormHost, name: string): boolean {
  const listed = LISTS.some((list) => (values[list] as string[]).includes(toKebab(name)));
  return listed || drafts.has(name) || formatText(values[name]!) !== formatText(base[name]!);
}

export function renderGroup(host: FormHost, group: GroupName, names: string[]): TemplateResult {
  const { builder } = host.messages;
  const count = names.filter((name) => isChanged(host, name)).length;
  // On a phone what one came for is further down.
  const open = group === 'settings' && matchMedia('(min-width: 64rem)').matches;
  return html`<details class="group" ?open=${open} data-group=${group}>
    <summary>
      <h2>${builder.groups[group]}</h2>
      ${count > 0 ? html`<span class="count">${builder.changed(count)}</span>` : nothing}
    </summary>
    ${names.map((name) => renderField(host, name))}
    ${group === 'look' ? LISTS.map((list) => renderRest(host, list)) : nothing}
  </details>`;
}

/** What the list may hold. */
function itemsOf(schema: Schema, list: string): readonly string[] {
  const setting = schema.settings[list];
  return setting?.type === 'list' ? setting.values : [];
}

/** Parts of the figure that can be locked or hidden and are no settings. */
function renderRest(host: FormHost, list: string): TemplateResult | typeof nothing {
  const rest = itemsOf(host.schema, list).filter((item) => !settingName(host.schema, item));
  if (rest.length === 0) return nothing;
  const { builder } = host.messages;
  const chosen = host.values[list] as readonly string[];
  return html`<fieldset class="field">
    <legend>${list === 'hide' ? builder.alsoHide : builder.alsoLock}</legend>
    <div class="chips">
      ${rest.map((item) =>
        chip(valueLabel(host.schema.name, list, item, host.messages), chosen.includes(item), (on) =>
          host.toggle(list, item, on),
        ),
      )}
    </div>
  </fieldset>`;
}

function renderField(host: FormHost, name: string): TemplateResult {
  const { schema, messages, drafts } = host;
  const { builder } = messages;
  const setting = schema.settings[name]!;
  const attribute = toKebab(name);
  const draft = drafts.get(name);
  const wrong = draft !== undefined && parseText(setting, draft) === undefined;
  const changed = isChanged(host, name);
  const tools = html`<span class="tools">
    ${renderMark(host, 'lock', attribute)} ${renderMark(host, 'hide', attribute)}
    <button
      type="button"
      class="reset"
      aria-label=${builder.resetLabel(attribute)}
      ?hidden=${!changed}
      @click=${() => host.reset(name)}
    >${builder.reset}</button>
  </span>`;
  const below = html`<p class="about" id="about-${attribute}">
      ${setting.description(messages)} <span class="allowed">${hint(setting, messages)}</span>
    </p>
    <p class="wrong" id="wrong-${attribute}" role="alert" ?hidden=${!wrong}>${
      wrong ? builder.notAllowed(draft, describeAllowed(setting, messages, draft)) : nothing
    }</p>`;
  const classes = `field ${setting.type} ${changed ? 'changed' : ''} ${wrong ? 'bad' : ''}`;
  if (setting.type === 'list') {
    return html`<fieldset class=${classes} data-setting=${attribute}
      aria-describedby="about-${attribute} wrong-${attribute}">
      <legend><code>${attribute}</code></legend>
      ${tools} ${renderList(host, name, setting.values)} ${below}
    </fieldset>`;
  }
  return html`<div class=${classes} data-setting=${attribute}>
    <label for="field-${attribute}"><code>${attribute}</code></label>
    ${renderInput(host, name, setting, wrong)} ${tools} ${below}
  </div>`;
}

function hint(setting: Setting, messages: Messages): string {
  const { builder } = messages;
  const allowed = ['number', 'integer', 'string'].includes(setting.type)
    ? [describeAllowed(setting, messages)]
    : [];
  const shown =
    setting.type === 'boolean'
      ? builder[setting.default ? 'on' : 'off']
      : formatText(setting.default) || builder.empty;
  return [...allowed, builder.byDefault(shown)].join(' · ');
}

function renderMark(host: FormHost, list: 'lock' | 'hide', attribute: string) {
  if (!itemsOf(host.schema, list).includes(attribute)) return nothing;
  const { builder } = host.messages;
  const label = list === 'lock' ? builder.lockLabel(attribute) : builder.hideLabel(attribute);
  return html`<label class="mark" title=${label}>
    <input
      type="checkbox"
      aria-label=${label}
      .checked=${live((host.values[list] as string[]).includes(attribute))}
      @change=${(event: Event) =>
        host.toggle(list, attribute, (event.target as HTMLInputElement).checked)}
    />${builder[list]}
  </label>`;
}

function chip(text: string, checked: boolean, onChange: (on: boolean) => void): TemplateResult {
  return html`<label class="chip">
    <input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />${text}
  </label>`;
}

/** Chosen ones keep the order in which they were chosen. */
function renderList(host: FormHost, name: string, values: readonly string[]): TemplateResult {
  const text = host.drafts.get(name) ?? formatText(host.values[name]!);
  const chosen = text.split(' ').filter(Boolean);
  const choose = (value: string, on: boolean) => {
    const rest = chosen.filter((each) => each !== value);
    host.edit(name, (on ? [...rest, value] : rest).join(' '), true);
  };
  return html`<div class="chips">
    ${values.map((value) =>
      chip(valueLabel(host.schema.name, name, value, host.messages), chosen.includes(value), (on) =>
        choose(value, on),
      ),
    )}
  </div>`;
}

function renderInput(
  host: FormHost,
  name: string,
  setting: Exclude<Setting, { type: 'list' }>,
  wrong: boolean,
): TemplateResult {
  const attribute = toKebab(name);
  const id = `field-${attribute}`;
  const about = `about-${attribute} wrong-${attribute}`;
  const text = host.drafts.get(name) ?? formatText(host.values[name]!);
  const typed = (event: Event) =>
    host.edit(name, (event.target as HTMLInputElement).value, event.type === 'change');
  switch (setting.type) {
    case 'boolean':
      return html`<input
        id=${id}
        type="checkbox"
        aria-describedby=${about}
        .checked=${live(text === 'true')}
        @change=${(event: Event) =>
          host.edit(name, String((event.target as HTMLInputElement).checked), true)}
      />`;
    case 'enum':
      return html`<select id=${id} aria-describedby=${about} @change=${typed}>
        ${setting.values.map(
          (value) =>
            html`<option value=${value} .selected=${live(value === text)}>${valueLabel(
              host.schema.name,
              name,
              value,
              host.messages,
            )}</option>`,
        )}
      </select>`;
    case 'string':
      if (setting.maxLength > LONG_TEXT) {
        return html`<textarea
          id=${id}
          rows="2"
          aria-describedby=${about}
          aria-invalid=${wrong ? 'true' : nothing}
          .value=${live(text)}
          @input=${typed}
          @change=${typed}
        ></textarea>`;
      }
      break;
  }
  return html`<input
    id=${id}
    type="text"
    inputmode=${setting.type === 'string' ? 'text' : setting.type === 'integer' ? 'numeric' : 'decimal'}
    autocomplete="off"
    spellcheck="false"
    aria-describedby=${about}
    aria-invalid=${wrong ? 'true' : nothing}
    .value=${live(text)}
    @input=${typed}
    @change=${typed}
  />`;
}
