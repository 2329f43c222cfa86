// The line that says of a file where it comes from.

import { VERSION } from '../../engine/version.ts';

/** The name, the version, what it is of, where to find that, and what computed it. */
export function citation(name: string, ...where: readonly string[]): string {
  return [`Activation Lab ${VERSION}`, name, ...where, `engine ${VERSION}`].join(' · ');
}
