#!/usr/bin/env node
// `activation-lab`: runs in Node what a page runs, and writes what the page would save.

import { runCommand } from './command.ts';

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// Nothing has been written while anything is computed, and nothing is left half written.
process.on('SIGINT', () => process.exit(130));

process.exitCode = await runCommand(process.argv.slice(2), process);
