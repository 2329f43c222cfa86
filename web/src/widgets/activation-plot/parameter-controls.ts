// Sliders for the parameters of the functions shown.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { button, slider } from '../controls.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import {
  type ChosenParams,
  completeParams,
  MAX_PIECES,
  MIN_PIECES,
  type ParameterSpec,
  parameterSpecs,
  readParameter,
  withParameter,
  withPieces,
} from './parameters.ts';

interface ParametersContext {
  infos: readonly ActivationInfo[];
  chosen: ChosenParams;
  messages: Messages;
  locked: boolean;
  onChange: (chosen: ChosenParams) => void;
}

/** The parameters of more functions than this are folded away until wanted. */
const UNFOLDED = 4;

export function renderParameters(context: ParametersContext): TemplateResult | typeof nothing {
  const { infos, chosen, messages, locked, onChange } = context;
  const { plot } = messages;
  const adjustable = infos.filter((info) => parameterSpecs(info, chosen).length > 0);
  if (adjustable.length === 0) return nothing;
  const reset = () => {
    const kept = Object.entries(chosen).filter(([id]) => !adjustable.some((i) => i.id === id));
    onChange(Object.fromEntries(kept));
  };
  return html`<details class="parameters" part="parameters" ?open=${adjustable.length <= UNFOLDED}>
    <summary>${plot.parameters}</summary>
    <div class="parameter-groups">
      ${adjustable.map((info) => renderGroup(info, context))}
      <div class="restore">
        ${button({ label: plot.resetParameters, disabled: locked, onClick: reset })}
      </div>
    </div>
  </details>`;
}

function renderGroup(info: ActivationInfo, context: ParametersContext): TemplateResult {
  const { chosen, messages, locked, onChange } = context;
  const { plot, widget } = messages;
  const specs = parameterSpecs(info, chosen);
  const params = completeParams(info, chosen);
  const note = plot.notes[info.id as keyof typeof plot.notes];
  const wide = info.kind !== 'elementwise';
  return html`<fieldset class="group ${curveClass(info.id)} ${wide ? 'wide' : ''}" data-function=${info.id}>
    <legend>${swatch(info.id)}${info.label}</legend>
    ${note ? html`<p class="note">${note}</p>` : nothing}
    ${specs.map((spec) =>
      slider({
        label: parameterName(spec, plot),
        value: readParameter(params, spec),
        min: spec.min,
        max: spec.max,
        step: spec.step,
        disabled: locked,
        words: widget.field,
        ...(locked ? { title: widget.locked } : {}),
        onInput: (value) => onChange(withParameter(info, chosen, spec, value)),
      }),
    )}
    ${info.kind === 'maxout' ? renderPieces(info, context) : nothing}
  </fieldset>`;
}

function parameterName({ name, index }: ParameterSpec, plot: Messages['plot']): string {
  const subscript = index === undefined ? '' : ('₁₂₃₄'[index] ?? '');
  return `${plot.parameterNames[name]}${subscript}`;
}

function renderPieces(info: ActivationInfo, context: ParametersContext): TemplateResult {
  const { chosen, messages, locked, onChange } = context;
  const pieces = completeParams(info, chosen).weights?.length ?? 0;
  const change = (by: number) => () => onChange(withPieces(info, chosen, pieces + by));
  return html`<div class="pieces">
    ${button({
      label: messages.plot.addPiece,
      disabled: locked || pieces >= MAX_PIECES,
      onClick: change(1),
    })}
    ${button({
      label: messages.plot.removePiece,
      disabled: locked || pieces <= MIN_PIECES,
      onClick: change(-1),
    })}
  </div>`;
}
