// What networks have learned, as a zip: each parameter as NumPy's `.npy`, all of them as JSON, and how
// to load them. Knows nothing of the page.

import { strToU8, type Zippable, zipSync } from 'fflate';
import { toNpy } from '../../engine/npy.ts';
import type { NamedParameters } from '../../engine/types.ts';
import type { Messages } from '../../i18n/language.ts';

/** In every file, so that the same weights give the same bytes. */
const TIME = new Date(1980, 0, 1);

/** `source` says where the weights come from, in a line of its own. */
export function weightsZip(
  networks: readonly NamedParameters[],
  source: string,
  words: Messages['weights'],
): Uint8Array {
  const files: Zippable = {};
  for (const network of networks) {
    for (const { name, shape, values } of network.parameters) {
      files[`${folderOf(network)}/${name}.npy`] = toNpy(shape, values);
    }
  }
  const first = networks[0];
  files['README.txt'] = strToU8(words.readme(source, first ? folderOf(first) : ''));
  files['weights.json'] = strToU8(weightsJson(networks, source));
  return zipSync(files, { mtime: TIME });
}

const folderOf = ({ activation, seed }: NamedParameters) => `${activation}/seed-${seed}`;

export function weightsJson(networks: readonly NamedParameters[], source: string): string {
  const all = networks.map((network) => ({
    ...network,
    parameters: network.parameters.map((parameter) => ({
      ...parameter,
      values: Array.from(parameter.values, jsonNumber),
    })),
  }));
  return `${JSON.stringify({ source, networks: all })}\n`;
}

/** JSON has no NaN and no infinities: Python's `float` reads these texts. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
