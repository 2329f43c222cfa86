// Finds the programs that the project builds and tests with.
// @ts-check
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Every file on the PATH by one of these names that can be run. */
function candidates(/** @type {string[]} */ names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    });
}

/** The first program on the PATH by one of these names. */
export function findProgram(/** @type {string[]} */ ...names) {
  return candidates(names)[0];
}

/** Whether a dotted version is at least another. */
export function atLeast(/** @type {string} */ version, /** @type {string} */ minimum) {
  const have = version.split('.').map(Number);
  for (const [i, want] of minimum.split('.').map(Number).entries()) {
    const difference = (have[i] ?? 0) - want;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The version that a program states; undefined if it does not run. */
export function versionOf(/** @type {string} */ program, args = ['--version']) {
  try {
    const output = execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+(\.\d+)+|^\d+$/m.exec(output)?.[0];
  } catch {
    return undefined;
  }
}

/** The first program on the PATH that is at least of this version. */
export function findVersion(
  /** @type {string[]} */ names,
  /** @type {string} */ minimum,
  /** @type {string[] | undefined} */ args = undefined,
) {
  for (const program of new Set(candidates(names))) {
    const version = versionOf(program, args);
    if (version && atLeast(version, minimum)) return { program, version };
  }
  return undefined;
}

export const minimumEmscripten = '3.1.6';

/** The first em++ on the PATH that is new enough. */
export const findEmscripten = () => findVersion(['em++'], minimumEmscripten);

const findNative = (/** @type {string[]} */ ...names) => findVersion(names, '10', ['-dumpversion']);
export const findGcc = () => findNative('g++');
export const findClang = () => findNative('clang++');
/** A native C++20 compiler, in the order in which CMake looks. */
export const findCompiler = () => findNative('c++', 'g++', 'clang++');
export const findCmake = () => findVersion(['cmake'], '3.21');
export const findChromium = () =>
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
export const findFirefox = () => findProgram('firefox-esr', 'firefox');

const pytorchVersion =
  'from importlib.metadata import version as v; v("scikit-learn"); print(v("torch"))';
/** The first Python on the PATH that has PyTorch and scikit-learn; another may hide the system's. */
export const findPytorch = () => findVersion(['python3'], '1.13', ['-c', pytorchVersion]);

/** Whether a font covers Chinese, so that the Chinese pages can be drawn. */
export function hasChineseFont() {
  const fontList = findProgram('fc-list');
  if (!fontList) return false;
  return execFileSync(fontList, [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
}

/** The first of these folders that holds `file`. */
export function folderWith(/** @type {string} */ file, /** @type {string[]} */ ...folders) {
  return folders.find((folder) => existsSync(join(folder, file)));
}

/**
 * The environment in which Emscripten compiles. Debian's compiler looks for its JavaScript parser
 * where Debian's Node would find it, so another Node is told the place.
 * @param {{ program: string }} emscripten
 * @returns {NodeJS.ProcessEnv}
 */
export function emscriptenEnvironment({ program }) {
  const modules = '/usr/share/nodejs';
  const debian = realpathSync(program).startsWith('/usr/share/emscripten/');
  const nodePath = [process.env.NODE_PATH, debian && existsSync(modules) && modules];
  return {
    ...process.env,
    PATH: `${dirname(program)}${delimiter}${process.env.PATH}`,
    NODE_PATH: nodePath.filter(Boolean).join(delimiter),
  };
}
