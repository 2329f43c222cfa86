// Defines every figure; a page that needs one loads that one's own module.

export { ActivationPlot } from './activation-plot/index.ts';
export * from './training-race/index.ts';
