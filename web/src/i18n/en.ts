// The English catalogue: one area a file. A message is a string, or a function of what it inserts.

import { builder } from './en/builder.ts';
import { deadUnits } from './en/dead-units.ts';
import { digitPad } from './en/digit-pad.ts';
import { divergenceMap } from './en/divergence-map.ts';
import { gatePlot } from './en/gate-plot.ts';
import { layerFlow } from './en/layer-flow.ts';
import { maxoutFit } from './en/maxout-fit.ts';
import { packages } from './en/package.ts';
import { plot } from './en/plot.ts';
import { plotMore } from './en/plot-more.ts';
import { plotSettings } from './en/plot-settings.ts';
import { problems } from './en/problems.ts';
import { question } from './en/question.ts';
import { race } from './en/race.ts';
import { site } from './en/site.ts';
import { slopeTracks } from './en/slope-tracks.ts';
import { speedMeter } from './en/speed-meter.ts';
import { takeAway } from './en/take-away.ts';
import { teacher } from './en/teacher.ts';
import { weights } from './en/weights.ts';
import { widget } from './en/widget.ts';
import { widgetSettings } from './en/widget-settings.ts';
import { zigzagPath } from './en/zigzag-path.ts';

export const en = {
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
