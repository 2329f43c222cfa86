// The controls that choose what is drawn: quick picks, view, layout and single functions.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/index.ts';
import { button, chips, segmented } from '../controls.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { FAMILIES, type Family, type PlotSettings, VIEWS } from './settings.ts';

interface Choices {
  settings: PlotSettings;
  messages: Messages;
  set: (values: Partial<PlotSettings>) => void;
}

interface ToolbarChoices extends Choices {
  isHidden: (name: 'functions' | 'view' | 'layout') => boolean;
  isLocked: (name: 'functions' | 'view' | 'layout') => boolean;
}

export function renderToolbar(choices: ToolbarChoices): TemplateResult | typeof nothing {
  const { settings, messages, set, isHidden, isLocked } = choices;
  const { plot, widget } = messages;
  const lock = (name: 'functions' | 'view' | 'layout') =>
    isLocked(name) ? { disabled: true, title: widget.locked } : {};
  const names = ['functions', 'view', 'layout'] as const;
  if (names.every(isHidden)) return nothing;
  const same = (family: Family) => FAMILIES[family].join() === settings.functions.join();
  const picks = html`<div class="control" role="group" aria-label=${plot.quickPicks}>
    <span class="control-label" aria-hidden="true">${plot.quickPicks}</span>
    <span class="chip-list">
      ${(Object.keys(FAMILIES) as Family[]).map((family) =>
        button({
          label: plot.families[family],
          pressed: same(family),
          ...lock('functions'),
          onClick: () => set({ functions: FAMILIES[family] }),
        }),
      )}
    </span>
  </div>`;
  const view = segmented('view', {
    label: plot.view,
    value: settings.view,
    options: VIEWS.map((value) => ({ value, label: plot.views[value] })),
    ...lock('view'),
    onChange: (value) => set({ view: value }),
  });
  const layout = segmented('layout', {
    label: plot.layout,
    value: settings.layout,
    options: (['chart', 'panels'] as const).map((value) => ({
      value,
      label: plot.layouts[value],
    })),
    ...lock('layout'),
    onChange: (value) => set({ layout: value }),
  });
  return html`<div class="toolbar" part="toolbar">
    ${isHidden('functions') ? nothing : picks}${isHidden('view') ? nothing : view}
    ${isHidden('layout') ? nothing : layout}
  </div>`;
}

/** One chip a function, folded away until wanted. */
export function renderChooser(choices: Choices & { locked: boolean }): TemplateResult {
  const { settings, messages, set, locked } = choices;
  const { plot, widget } = messages;
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
      ...(locked ? { disabled: true, title: widget.locked } : {}),
      onChange: (functions) => set({ functions }),
    })}
  </details>`;
}
