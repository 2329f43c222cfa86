// `activation-lab/engine`: the public surface.

export type { ActivationId } from './catalog.ts';
export { FailureEvent, FrameEvent, TrainingSession } from './client.ts';
export { resolveConfig, resolveDataset } from './config.ts';
export {
  type CsvData,
  CsvError,
  type CsvProblem,
  type CsvProblemKind,
  parseCsv,
} from './csv.ts';
export { loadEngine } from './engine.ts';
export { EngineError, type ErrorCode } from './errors.ts';
export type { Frame, Learned, Pace, RacerFrame, SessionOptions, View } from './protocol.ts';
export type * from './types.ts';
