// Pictures of charts that are made anew, in whatever theme, from what the figure shows.

import { labelOf } from '../label.ts';
import type { Theme } from '../theme.ts';
import type { ChartSpec } from '../training-race/charts.ts';
import type { LegendEntry, Picture } from './types.ts';

export interface TitledChart {
  title: string;
  spec: ChartSpec;
  full?: boolean;
  size?: { width: number; height: number };
}

const HALF = { width: 444, height: 300 };
const FULL = { width: 912, height: 340 };

/** A picture for each chart that has anything to show. */
export function chartPictures(
  theme: Theme,
  make: (theme: Theme) => readonly TitledChart[],
): Picture[] {
  return make(theme).flatMap(
    ({ title, spec, full = false, size = full ? FULL : HALF }, i): Picture[] => {
      if (spec.empty) return [];
      const { subtitle, note } = spec;
      return [
        {
          title,
          subtitle,
          ...(note ? { note } : {}),
          ...size,
          paint(_, colors, { chart }) {
            const { options, series, cursor } = make(colors)[i]!.spec;
            chart({ options, series, ...(cursor === undefined ? {} : { cursor }) });
          },
          legend: (colors) => legendOf(make(colors)[i]!.spec),
        },
      ];
    },
  );
}

/** The lines that are read; of several readings of one line, the first tells which it is. */
function legendOf({ readings }: ChartSpec): LegendEntry[] {
  const lines = readings.flatMap(({ line, label }) => (line ? [{ label, ...line }] : []));
  const ids = readings.filter(({ line }) => !line).map(({ id }) => id);
  const activations = [...new Set(ids)].map((id) => ({ label: labelOf(id), activation: id }));
  return [...activations, ...lines];
}
