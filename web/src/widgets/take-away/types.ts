// What a figure gives to be taken away. Each figure overrides what it has; the panel and everything
// that makes files of it are loaded once the reader opens "Take away".

import type { TemplateResult } from 'lit';
import type { ActivationId, NamedParameters } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../base.ts';
import type { ChartOptions, Series } from '../chart.ts';
import type { Marker } from '../palette.ts';
import type { Settings, SettingValue } from '../schema.ts';
import type { FigureSchema } from '../settings-element.ts';
import type { Theme } from '../theme.ts';

/** How a line, or the mark that stands for something else, is drawn. */
export interface LineLook {
  color: string;
  /** A line unless given. */
  shape?: 'line' | 'box' | 'dot' | 'ring';
  dash?: readonly number[];
  marker?: Marker;
  width?: number;
}

/** The line of an activation, another line, or an `<svg>` 28 wide and 12 high. */
export type LegendEntry = { label: string } & (
  | { activation: ActivationId }
  | { mark: TemplateResult }
  | LineLook
);

export interface ChartDrawing {
  options: ChartOptions;
  series: readonly Series[];
  /** A vertical line at x. */
  cursor?: number;
}

/** Draw on the context of the picture, in its theme, over all of its area. */
export interface Painters {
  chart(drawing: ChartDrawing): void;
  /** An `<svg>` with the looks that the figure's styles give it. */
  svg(template: TemplateResult): void;
}

/** One panel of a figure; what belongs to one heading, such as a chart. */
export interface Picture {
  title?: string;
  /** The quantity shown, below the title. */
  subtitle?: string;
  /** Below the picture. */
  note?: string;
  /** In CSS pixels; those that fit stand side by side on a sheet 912 wide: 444 is half of it. */
  width: number;
  height: number;
  /** Called once a file, with a canvas's context or with one that writes SVG: nothing but paths,
   * rectangles, text and `drawImage` of a canvas; `putImageData` and `Path2D` do not work there. */
  paint(context: CanvasRenderingContext2D, theme: Theme, draw: Painters): void;
  /** Entries that all pictures share are drawn once. */
  legend?(theme: Theme): readonly LegendEntry[];
}

/** Everything that is drawn: full precision, whatever the width and the language. */
export interface DrawnTable {
  /** Stable English names in snake_case. */
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export type Eventually<T> = T | Promise<T>;

/** What `FigureElement` may override; everything may be loaded when it is asked for. */
export interface TakeAway {
  /** No pictures unless given. */
  pictures?(): Eventually<readonly Picture[]>;
  /** The data table of the figure unless given. */
  drawn?(): Eventually<DrawnTable>;
  /** A PyTorch script that does the same; undefined where there is none. */
  program?(): Promise<string> | undefined;
  /** The parameters of every network that has been trained so far. */
  weights?(): Promise<readonly NamedParameters[]>;
  /** What is common to all pictures, in a line; the settings that are not the defaults unless
   * given. */
  setupLine?(): string;
}

/** What the panel asks of a figure. */
export interface TakenFigure extends HTMLElement, TakeAway {
  readonly schema: FigureSchema<Settings>;
  readonly settings: Readonly<Record<string, SettingValue>> & { readonly link: boolean };
  readonly authored: Readonly<Record<string, SettingValue>>;
  readonly state: unknown;
  readonly messages: Messages;
  readonly renderRoot: ShadowRoot;
  readonly updateComplete: Promise<boolean>;
  figureName(): string;
  summary(): string;
  dataTable(): DataTable | undefined;
}
