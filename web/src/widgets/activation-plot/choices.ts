// The controls that choose what is drawn: quick picks, view, layout and single functions.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/index.ts';
import { button, type ChoiceOptions, chips, segmented, select } from '../controls.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { AXES, FAMILIES, type Family, LAYOUTS, type PlotSettings, VIEWS } from './settings.ts';

const CHOICES = ['functions', 'view', 'layout', 'axes'] as const;
type Choice = (typeof CHOICES)[number];

interface Choices {
  settings: PlotSettings;
  messages: Messages;
  set: (values: Partial<PlotSettings>) => void;
  isHidden: (name: Choice) => boolean;
  isLocked: (name: Choice) => boolean;
  /** Too narrow for choices side by side. */
  compact: boolean;
}

export function renderToolbar(choices: Choices): TemplateResult | typeof nothing {
  const { settings, messages, set, isHidden, compact } = choices;
  const { plot } = messages;
  if (CHOICES.every(isHidden)) return nothing;
  const choose = <V extends string>(name: Choice, options: ChoiceOptions<V>) => {
    if (isHidden(name)) return nothing;
    return compact ? select(options) : segmented(name, options);
  };
  return html`<div class="toolbar ${compact ? 'compact' : ''}" part="toolbar">
    ${isHidden('functions') ? nothing : renderPicks(choices)}
    ${choose('view', {
      label: plot.view,
      value: settings.view,
      options: VIEWS.map((value) => ({ value, label: plot.views[value] })),
      ...lock('view', choices),
      onChange: (view) => set({ view }),
    })}
    ${choose('layout', {
      label: plot.layout,
      value: settings.layout,
      options: LAYOUTS.map((value) => ({ value, label: plot.layouts[value] })),
      ...lock('layout', choices),
      onChange: (layout) => set({ layout }),
    })}
    ${
      settings.layout === 'panels'
        ? choose('axes', {
            label: plot.axes,
            value: settings.axes,
            options: AXES.map((value) => ({ value, label: plot.axesChoices[value] })),
            ...lock('axes', choices),
            onChange: (axes) => set({ axes }),
          })
        : nothing
    }
    ${isHidden('functions') ? nothing : renderChooser(choices)}
  </div>`;
}

function lock(name: Choice, { isLocked, messages }: Choices) {
  return isLocked(name) ? { disabled: true, title: messages.widget.locked } : {};
}

const OWN = 'own';

function renderPicks(choices: Choices): TemplateResult {
  const { settings, messages, set, compact } = choices;
  const { plot } = messages;
  const families = Object.keys(FAMILIES) as Family[];
  const chosen = families.find((family) => FAMILIES[family].join() === settings.functions.join());
  if (compact) {
    return select<Family | typeof OWN>({
      label: plot.quickPicks,
      value: chosen ?? OWN,
      options: [
        ...(chosen ? [] : [{ value: OWN, label: plot.ownChoice } as const]),
        ...families.map((family) => ({ value: family, label: plot.families[family] })),
      ],
      ...lock('functions', choices),
      onChange: (family) => {
        if (family !== OWN) set({ functions: FAMILIES[family] });
      },
    });
  }
  return html`<div class="control" role="group" aria-label=${plot.quickPicks}>
    <span class="control-label" aria-hidden="true">${plot.quickPicks}</span>
    <span class="chip-list">
      ${families.map((family) =>
        button({
          label: plot.families[family],
          pressed: family === chosen,
          ...lock('functions', choices),
          onClick: () => set({ functions: FAMILIES[family] }),
        }),
      )}
    </span>
  </div>`;
}

/** One chip a function, folded away until wanted. */
function renderChooser(choices: Choices): TemplateResult {
  const { settings, messages, set } = choices;
  const { plot } = messages;
  return html`<details class="choose">
    <summary>${plot.chosen(settings.functions.length, ACTIVATIONS.length)}</summary>
    ${chips({
      label: plot.functions,
      selected: settings.functions,
      minItems: 1,
      options: ACTIVATIONS.map(({ id, label }) => ({
        value: id,
        label,
        accent: curveClass(id),
        swatch: swatch(id),
      })),
      ...lock('functions', choices),
      onChange: (functions) => set({ functions }),
    })}
  </details>`;
}
