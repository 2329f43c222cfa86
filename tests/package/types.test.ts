// The packed types: complete in themselves, for every way of finding modules that knows exports.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { makeProject } from './project.ts';

const project = makeProject();
afterAll(() => project.remove());
project.write('sample.ts', readFileSync(new URL('sample.ts', import.meta.url), 'utf8'));

test.each([
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
])('%s', (_, module, moduleResolution) => {
  const program = ts.createProgram([join(project.folder, 'sample.ts')], {
    ...{ module, moduleResolution, target: ts.ScriptTarget.ES2022 },
    ...{ strict: true, noEmit: true, skipLibCheck: false, types: [] },
  });
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file?.fileName,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
  expect(problems).toEqual([]);
});
