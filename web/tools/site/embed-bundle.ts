// Builds the bundle for pages of others: the module `activation-lab.js` with its files beside it,
// and `activation-lab.inline.js` with everything inside; each also in a folder of its version.

import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { VERSION } from '../../src/engine/version.ts';
import { bundle, classicScript } from './bundle.ts';
import { root } from './paths.ts';

const source = `${root}/web/src/site`;
const stage = `${root}/build/embed`;

export async function buildEmbedBundle(folder: string): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  await bundle(`${source}/embed.ts`, {
    build: {
      outDir: stage,
      rolldownOptions: { output: { entryFileNames: 'activation-lab.js' } },
    },
  });
  const inline = await classicScript(`${source}/embed-inline.ts`);
  writeFileSync(`${stage}/activation-lab.inline.js`, inline);
  for (const target of [folder, `${folder}/${VERSION}`]) cpSync(stage, target, { recursive: true });
}
