// The command line of npm run bench.

import { parseArgs } from 'node:util';
import { CommandError } from '../../web/tools/process.mjs';
import type { Rounds } from './contest.ts';
import { PAGE } from './frames.ts';
import { OURS, type Work } from './works.ts';

export interface Options extends Rounds {
  works: readonly Work[];
  /** Whether the page is watched too. */
  page: boolean;
}

const MOST_ROUNDS = 1000;

/** The words of `--name a,b --name c`, each of which has to be known. */
function chosen(name: string, given: readonly string[], known: readonly string[]): Set<string> {
  const words = given.flatMap((text) => text.split(','));
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) {
    throw new CommandError(`--${name} ${unknown}: must be one of ${known.join(', ')}`);
  }
  return new Set(words.length > 0 ? words : known);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        against: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

export function readOptions(args: readonly string[], all: readonly Work[]): Options {
  const { only, against, rounds, quick } = parse(args);
  if (rounds !== undefined && (!/^\d+$/.test(rounds) || +rounds < 1 || +rounds > MOST_ROUNDS)) {
    throw new CommandError(`--rounds ${rounds}: must be a whole number from 1 to ${MOST_ROUNDS}`);
  }
  const works = chosen('only', only, [...all.map(({ id }) => id), PAGE]);
  const entries = all.flatMap((work) => work.entries.map(({ id }) => id));
  const peers = chosen(
    'against',
    against,
    [...new Set(entries)].filter((id) => id !== OURS),
  );
  return {
    works: all
      .filter(({ id }) => works.has(id))
      .map((work) => ({
        ...work,
        entries: work.entries.filter(({ id }) => id === OURS || peers.has(id)),
      })),
    page: works.has(PAGE),
    rounds: rounds === undefined ? (quick ? 3 : 9) : Number(rounds),
    milliseconds: quick ? 100 : 300,
  };
}
