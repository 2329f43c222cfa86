// What the elements of the package offer to scripts: types alone, which need no other package. What
// each element adds, its settings, is written by `web/tools/lib/declarations.ts`.

import type { NamedParameters } from '../engine/types.ts';

/** The versioned state of a figure, for saving; JSON. */
export interface FigureState {
  /** The element's tag. */
  widget: string;
  /** Of its settings. */
  version: number;
  /** The version of the engine that it was made with. */
  engine: string;
  /** What differs from the defaults. */
  settings: Record<string, number | string | boolean | readonly string[]>;
}

export interface FigureFinished {
  step: number;
  /** What has come of it, in words. */
  summary: string;
}

export interface FigureProblem {
  code: string;
  message: string;
  /** The setting at fault. */
  field?: string;
}

export interface FigureAnswer {
  name: string;
  value: string;
  right?: boolean;
}

export interface FigureEvents extends HTMLElementEventMap {
  'figure-loaded': CustomEvent<void>;
  'settings-change': CustomEvent<FigureState>;
  'figure-finished': CustomEvent<FigureFinished>;
  'figure-error': CustomEvent<FigureProblem>;
  'question-answered': CustomEvent<FigureAnswer>;
}

export interface Figure<Settings extends object> extends HTMLElement {
  /** Every setting with its value in force. */
  readonly settings: Readonly<Settings>;
  /** Changes settings; what is not allowed is shown in the figure and changes nothing. */
  assign(values: Partial<Settings>): void;
  /** Back to what the attributes say. */
  resetSettings(): void;
  /** Assigning one replaces all settings; those of older versions are understood. */
  state: FigureState;
  /** The settings as a query, without `?`. */
  readonly query: string;
  readQuery(query: string): void;

  /** Those of a figure that does not run end in a `figure-error` event, code `not-supported`. */
  play(): void;
  pause(): void;
  step(n?: number): void;
  reset(): void;
  readonly running: boolean;

  addEventListener<K extends keyof FigureEvents>(
    type: K,
    listener: (this: this, event: FigureEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** A figure whose networks train in a session. */
export interface TrainingFigure<Settings extends object> extends Figure<Settings> {
  /** What every network has learned by now, of each activation and seed. */
  weights(): Promise<NamedParameters[]>;
}
