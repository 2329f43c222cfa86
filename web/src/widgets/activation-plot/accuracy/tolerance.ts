// How exact the engine is, in words.

import type { Tolerance } from '../../../engine/types.ts';
import type { Messages } from '../../../i18n/index.ts';
import { formatNumber } from '../../format.ts';

export function toleranceInWords(
  { ulp, absolute }: Tolerance,
  words: Messages['plotMore']['accuracy'],
): string {
  if (ulp === 0 && absolute === 0) return words.exact;
  return absolute === 0
    ? words.relative(formatNumber(ulp))
    : words.either(formatNumber(ulp), formatNumber(absolute));
}
