// What the figure hands to the parts that it loads when they are wanted: what they do not import
// from it need not be a script of its own.

import type { ActivationInfo, ActivationParams } from '../../engine/types.ts';
import type { Messages } from '../../i18n/language.ts';
import type { LineChart } from '../chart.ts';
import type { Theme } from '../theme.ts';
import type { ChartActions, Window } from './interaction.ts';
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
  derivative: (info: ActivationInfo, x: Float32Array) => Float32Array;
  isLocked: (name: keyof PlotSettings) => boolean;
  isHidden: (name: keyof PlotSettings) => boolean;
  set: (values: Partial<PlotSettings>) => void;
  /** Draws the figure anew. */
  changed: () => void;
}
