// What the figure hands to the parts that it loads when they are wanted: what they do not import
// from it need not be a script of its own.

import { messageOf } from '../../engine/errors.ts';
import type { Evaluator } from '../../engine/evaluator.ts';
import type { ActivationInfo, ActivationParams } from '../../engine/types.ts';
import type { Messages } from '../../i18n/language.ts';
import type { LineChart } from '../chart.ts';
import type { Theme } from '../theme.ts';
import type { AccuracyView } from './accuracy/view.ts';
import type { BranchLight } from './branches/light.ts';
import { loadFormulas } from './formulas.ts';
import type { ChartActions, Window } from './interaction.ts';
import type { LayerView } from './layer/view.ts';
import type { SampledActivation } from './sampling.ts';
import type { PlotSettings } from './settings.ts';

/** The state of the figure now, and what a part may do with it. */
export interface Plot {
  root: ShadowRoot;
  settings: PlotSettings;
  /** As the page's author wrote them. */
  authored: PlotSettings;
  messages: Messages;
  infos: readonly ActivationInfo[];
  /** Every parameter of a function, chosen or not. */
  params: (info: ActivationInfo) => ActivationParams;
  window: Window;
  cursor: number;
  colors: Theme;
  actions: ChartActions;
  /** Makes a chart of a part answer as the figure's own do; returns the undoing. */
  attach: (frame: HTMLElement, chart: LineChart) => () => void;
  /** Pixels of the vertical axis, the same for all charts. */
  axisSize: number;
  limits: (name: 'depth' | 'initScale' | 'steps') => { min: number; max: number };
  sample: (info: ActivationInfo) => SampledActivation;
  engine: Evaluator;
  isLocked: (name: keyof PlotSettings) => boolean;
  isHidden: (name: keyof PlotSettings) => boolean;
  set: (values: Partial<PlotSettings>) => void;
  /** Draws the figure anew. */
  changed: () => void;
}

export class PlotParts {
  accuracy: AccuracyView | undefined;
  branches: BranchLight | undefined;
  layer: LayerView | undefined;
  /** Why a part could not be had; the figure goes on without it. */
  missing = '';

  private readonly asked = new Set<string>();

  constructor(private readonly plot: () => Plot) {}

  showAccuracy(): void {
    void this.load('accuracy', async () => {
      const { AccuracyView } = await import('./accuracy/view.ts');
      this.accuracy = new AccuracyView(this.plot);
    });
  }

  lightBranches(): void {
    void this.load('branches', async () => {
      const { BranchLight } = await import('./branches/light.ts');
      this.branches = new BranchLight(this.plot);
    });
  }

  showLayer(): void {
    void this.load('layer', async () => {
      const { LayerView } = await import('./layer/view.ts');
      this.layer = new LayerView(this.plot);
    });
  }

  /** Of the functions shown, unless they are there. */
  showFormulas(): Promise<void> {
    const latex = this.plot().infos.map((info) => info.latex);
    return this.load(`formulas of ${latex.join()}`, () => loadFormulas(latex));
  }

  private async load(name: string, load: () => Promise<void>): Promise<void> {
    if (this.asked.has(name)) return;
    this.asked.add(name);
    try {
      await load();
    } catch (error) {
      this.missing = messageOf(error);
    }
    this.plot().changed();
  }
}
