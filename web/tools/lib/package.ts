// Builds what the package is made of beside `engine.js`: entries that need nothing but themselves,
// for any bundler, any page and Node, and the types of each.

import { writeFileSync } from 'node:fs';
import { TRAINING_FIGURES } from '../../src/widgets/session/experiments.ts';
import { bundle, inside } from '../site/bundle.ts';
import { SCHEMAS } from '../site/figures.ts';
import { root } from '../site/paths.ts';
import { elementDeclaration, indexDeclaration, plainDeclaration } from './declarations.ts';

const source = `${root}/web/src`;
const noDom = `${source}/package/no-dom.ts`;

/** Elements without settings. */
const PLAIN = ['predict-run', 'quiz-question'];
const ELEMENTS = [...SCHEMAS.map(({ name }) => name), ...PLAIN].sort();

const input = {
  index: `${source}/package/index.ts`,
  'engine.inline': `${source}/engine/index.ts`,
  cli: `${source}/cli/main.ts`,
  ...Object.fromEntries(ELEMENTS.map((name) => [name, `${source}/widgets/${name}/index.ts`])),
};

export async function buildPackage(folder: string): Promise<void> {
  await bundle(input, inside, {
    build: {
      outDir: folder,
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        external: /^node:/,
        preserveEntrySignatures: 'strict',
        transform: {
          inject: {
            HTMLElement: [noDom, 'HTMLElement'],
            document: [noDom, 'document'],
            customElements: [noDom, 'customElements'],
          },
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What is large is loaded by those alone that need it.
          codeSplitting: { groups: [{ name: 'files', test: /engine\/files\.ts/ }] },
        },
      },
    },
  });
  writeDeclarations(folder);
}

function writeDeclarations(folder: string): void {
  for (const schema of SCHEMAS) {
    const text = elementDeclaration(schema, TRAINING_FIGURES.includes(schema.name));
    writeFileSync(`${folder}/${schema.name}.d.ts`, text);
  }
  for (const name of PLAIN) writeFileSync(`${folder}/${name}.d.ts`, plainDeclaration(name));
  writeFileSync(`${folder}/index.d.ts`, indexDeclaration(SCHEMAS, PLAIN));
}
