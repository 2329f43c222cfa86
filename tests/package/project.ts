// A project of somebody else with the packed package in its node_modules, without any registry.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Packed {
  /** Paths in the tarball. */
  files: string[];
  size: number;
  unpackedSize: number;
}

export interface Project {
  folder: string;
  packed: Packed;
  write(path: string, text: string): void;
  remove(): void;
}

export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  // The suite has built what `prepack` builds.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [report] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  execFileSync('tar', ['xzf', join(folder, report.filename), '-C', modules]);
  renameSync(join(modules, 'package'), join(modules, 'activation-lab'));
  const project: Project = {
    folder,
    packed: {
      files: report.files.map(({ path }: { path: string }) => path),
      size: report.size,
      unpackedSize: report.unpackedSize,
    },
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  project.write('package.json', '{ "name": "sample", "version": "1.0.0", "type": "module" }\n');
  return project;
}
