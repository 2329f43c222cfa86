// The controls of both modes.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { segmented, select, slider } from '../controls.ts';
import { curveClass } from '../palette.ts';
import {
  CHOICES,
  type DeadUnitsSettings,
  deadUnitsSchema,
  MODES,
  type SettingKey,
} from './settings.ts';

export interface PanelHost {
  settings: DeadUnitsSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<DeadUnitsSettings>) => void;
}

type NumberKey = {
  [K in SettingKey]: DeadUnitsSettings[K] extends number ? K : never;
}[SettingKey];

export const labelOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!.label;

/** The switch between the modes, and what a reader changes first. */
export function renderControls(host: PanelHost): TemplateResult {
  const { settings, messages, change } = host;
  const words = messages.deadUnits;
  const training = settings.mode === 'training';
  return html`<div class="controls">
    ${
      host.hidden('mode')
        ? nothing
        : segmented('mode', {
            ...common(host, 'mode'),
            value: settings.mode,
            options: MODES.map((value) => ({ value, label: words.modes[value] })),
            onChange: (mode) => change({ mode }),
          })
    }
    ${training ? renderTrainingControls(host) : renderNumbers(host, ['bornWidth', 'bornDepth'])}
  </div>`;
}

function renderTrainingControls(host: PanelHost): TemplateResult {
  const { settings, change } = host;
  return html`${
    host.hidden('activation')
      ? nothing
      : select({
          ...common(host, 'activation'),
          value: settings.activation,
          options: CHOICES.map((value) => ({ value, label: labelOf(value) })),
          onChange: (activation) => change({ activation }),
        })
  }
  ${settings.activation === 'leaky-relu' ? renderNumber(host, 'slope', { step: 0.01 }) : nothing}
  ${renderNumber(host, 'learningRate', {
    step: 0.01,
    logarithmic: true,
    accent: curveClass(settings.activation),
  })}
  ${renderNumber(host, 'bias', { step: 0.5, from: -10, to: 2 })}`;
}

/** What is folded until wanted. */
export function renderMore(host: PanelHost): TemplateResult {
  const names: readonly NumberKey[] =
    host.settings.mode === 'training'
      ? ['width', 'depth', 'batchSize', 'steps', 'seed']
      : ['networks', 'seed'];
  return html`<div class="controls">${renderNumbers(host, names)}</div>`;
}

function renderNumbers(host: PanelHost, names: readonly NumberKey[]): unknown[] {
  // A slider over all seeds could not be aimed; the field takes any.
  return names.map((name) => renderNumber(host, name, name === 'seed' ? { to: 100 } : {}));
}

interface Range {
  step?: number;
  logarithmic?: boolean;
  accent?: string;
  /** Narrower limits than the setting's, widened to hold the value in force. */
  from?: number;
  to?: number;
}

function renderNumber(host: PanelHost, name: NumberKey, range: Range) {
  if (host.hidden(name)) return nothing;
  const { settings, messages, change } = host;
  const { min, max } = deadUnitsSchema.settings[name] as { min: number; max: number };
  const value = settings[name];
  return slider({
    ...common(host, name),
    value,
    min: Math.min(value, range.from ?? min),
    max: Math.max(value, range.to ?? max),
    step: range.step ?? 1,
    words: messages.widget.field,
    ...(range.logarithmic ? { logarithmic: true } : {}),
    ...(range.accent === undefined ? {} : { accent: range.accent }),
    onInput: (next) => change({ [name]: next }),
  });
}

function common({ messages, locked }: PanelHost, name: SettingKey) {
  const disabled = locked(name);
  const { label } = messages.deadUnits.settings[name];
  return { label, disabled, ...(disabled ? { title: messages.widget.locked } : {}) };
}
