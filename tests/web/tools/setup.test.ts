// Setting up: versions, what counts as installed, and what is said where nothing can be installed.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requirements } from '../../../web/tools/requirements.mjs';
import { instructions, packagesAreCurrent } from '../../../web/tools/setup.mjs';
import { atLeast, findEmscripten } from '../../../web/tools/toolchain.mjs';

const path = process.env.PATH;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

function fakeProgram(name: string, output: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, name, 'em++');
  writeFileSync(file, `#!/bin/sh\necho '${output}'\n`);
  chmodSync(file, 0o755);
  return join(folder, name);
}

/** setup.mjs where the PATH is one folder. */
function runSetup(...args: string[]) {
  return spawnSync(process.execPath, ['web/tools/setup.mjs', ...args], {
    env: { PATH: folder, HOME: '/nonexistent' },
    encoding: 'utf8',
  });
}

test.each([
  ['3.1.6', '3.1.6', true],
  ['3.1.64', '3.1.6', true],
  ['3.1.5', '3.1.6', false],
  ['4.0', '3.1.6', true],
  ['3.1', '3.1.6', false],
  ['12', '10', true],
])('version %s is at least %s: %s', (version, minimum, expected) => {
  expect(atLeast(version, minimum)).toBe(expected);
});

test('the first em++ on the PATH that is new enough is taken', () => {
  const line = (version: string) => `emcc (Emscripten gcc/clang-like replacement) ${version} (abc)`;
  const old = fakeProgram('old', line('2.0.34'));
  const broken = fakeProgram('broken', 'no version');
  const current = fakeProgram('current', line('4.0.10'));
  process.env.PATH = `${old}:${broken}:${current}:/usr/bin:/bin`;
  expect(findEmscripten()).toEqual({ program: join(current, 'em++'), version: '4.0.10' });
});

test('without apt-get, each missing part is named with the command that gets it', () => {
  const { status, stderr } = runSetup('--for', 'test');
  expect(status).toBe(1);
  expect(stderr).toContain('- Emscripten 3.1.6 or newer (em++)');
  expect(stderr).toContain('git clone https://github.com/emscripten-core/emsdk');
  expect(stderr).toContain('- Chromium (chromium)');
  expect(stderr).not.toContain('    at ');
});

test('with apt-get, the packages of what is missing are named', () => {
  symlinkSync('/bin/true', join(folder, 'apt-get'));
  process.env.PATH = folder;
  const missing = requirements.filter(({ name }) => /Emscripten|Chromium/.test(name));
  const text = instructions(missing, 'Get it with:');
  expect(text).toContain('- Emscripten 3.1.6 or newer (em++)');
  expect(text).toMatch(/apt-get install -y --no-install-recommends emscripten chromium$/);
});

test('an unknown purpose is refused', () => {
  const { status, stderr } = runSetup('--for', 'fun');
  expect(status).toBe(1);
  expect(stderr).toBe('setup --for fun: must be one of build, test, lint\n');
});

test('node_modules is current when it holds what the lock file asks for', () => {
  const lock = (version: string, more = {}) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, ...more } });
  const other = { 'node_modules/other-system': { version: '1.0.0', optional: true } };
  mkdirSync(join(folder, 'node_modules'));
  const record = join(folder, 'node_modules/.package-lock.json');
  writeFileSync(join(folder, 'package-lock.json'), lock('1.0.0', other));
  expect(packagesAreCurrent(folder)).toBe(false);
  writeFileSync(record, lock('1.0.0'));
  expect(packagesAreCurrent(folder)).toBe(true);
  writeFileSync(record, lock('1.0.1'));
  expect(packagesAreCurrent(folder)).toBe(false);
  writeFileSync(record, lock('1.0.0', { 'node_modules/b': { version: '1.0.0' } }));
  expect(packagesAreCurrent(folder)).toBe(false);
});
