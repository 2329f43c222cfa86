// The Chinese catalogue; its type demands every message that the English one has.

import type { en } from './en.ts';
import { builder } from './zh/builder.ts';
import { deadUnits } from './zh/dead-units.ts';
import { digitPad } from './zh/digit-pad.ts';
import { divergenceMap } from './zh/divergence-map.ts';
import { gatePlot } from './zh/gate-plot.ts';
import { layerFlow } from './zh/layer-flow.ts';
import { maxoutFit } from './zh/maxout-fit.ts';
import { packages } from './zh/package.ts';
import { plot } from './zh/plot.ts';
import { plotMore } from './zh/plot-more.ts';
import { plotSettings } from './zh/plot-settings.ts';
import { problems } from './zh/problems.ts';
import { question } from './zh/question.ts';
import { race } from './zh/race.ts';
import { site } from './zh/site.ts';
import { slopeTracks } from './zh/slope-tracks.ts';
import { speedMeter } from './zh/speed-meter.ts';
import { takeAway } from './zh/take-away.ts';
import { teacher } from './zh/teacher.ts';
import { weights } from './zh/weights.ts';
import { widget } from './zh/widget.ts';
import { widgetSettings } from './zh/widget-settings.ts';
import { zigzagPath } from './zh/zigzag-path.ts';

export const zh: typeof en = {
  widget,
  widgetSettings,
  takeAway,
  plot,
  plotMore,
  plotSettings,
  builder,
  deadUnits,
  digitPad,
  gatePlot,
  divergenceMap,
  layerFlow,
  packages,
  problems,
  question,
  race,
  site,
  slopeTracks,
  teacher,
  zigzagPath,
  maxoutFit,
  speedMeter,
  weights,
};
