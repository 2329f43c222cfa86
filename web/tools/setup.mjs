// Brings a machine to where the project builds, tests or lints: `setup.mjs [--for build|test|lint]`.
// Does nothing when nothing is missing, and says what it does otherwise.
// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, command, root, run, runOnTerminal, say, step } from './process.mjs';
import { requirements } from './requirements.mjs';
import { atLeast, findProgram } from './toolchain.mjs';

/** @typedef {import('./requirements.mjs').Purpose} Purpose */
/** @typedef {import('./requirements.mjs').Requirement} Requirement */

const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

function checkNode() {
  const minimum = readJson('package.json').engines.node.replace('>=', '');
  if (!atLeast(process.versions.node, minimum)) {
    throw new CommandError(
      `Node ${minimum} or newer is needed, and this is ${process.versions.node}: ` +
        'get one from https://nodejs.org/en/download',
    );
  }
}

/** How this user gains the right to install; undefined where that cannot be had. */
function gainRoot() {
  if (process.getuid?.() === 0) return { program: 'env', args: [], asks: false };
  const sudo = findProgram('sudo');
  if (!sudo) return undefined;
  try {
    execFileSync(sudo, ['-n', 'true'], { stdio: 'ignore' });
    return { program: sudo, args: ['-n', 'env'], asks: false };
  } catch {
    return process.stdin.isTTY ? { program: sudo, args: ['env'], asks: true } : undefined;
  }
}

/**
 * What to tell a reader whom we cannot install for.
 * @param {Requirement[]} missing
 * @param {string} reason
 */
export function instructions(missing, reason) {
  const lines = ['This is missing:', ...missing.map(({ name }) => `  - ${name}`), reason];
  if (findProgram('apt-get')) {
    const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
    const packages = missing.flatMap(({ debian }) => debian).join(' ');
    lines.push(
      `  ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages}`,
    );
  } else {
    for (const { name, elsewhere } of missing) lines.push(`  ${name}:`, `    ${elsewhere}`);
  }
  return lines.join('\n');
}

async function installPackages(/** @type {Requirement[]} */ missing) {
  if (!findProgram('apt-get')) {
    throw new CommandError(
      instructions(missing, 'Only systems with apt-get can be set up automatically. Get it with:'),
    );
  }
  const right = gainRoot();
  if (!right) {
    throw new CommandError(
      instructions(missing, 'Installing needs root or sudo, and neither is at hand. Get it with:'),
    );
  }
  const packages = missing.flatMap(({ debian }) => debian);
  say(`setup: missing ${missing.map(({ name }) => name).join(', ')}`);
  const apt = async (/** @type {string} */ title, /** @type {string[]} */ args) => {
    const words = [
      ...right.args,
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ];
    if (right.asks) {
      say(title);
      return runOnTerminal(right.program, words);
    }
    return step(title, () => run(right.program, words, { log: `build/logs/setup-${args[0]}.log` }));
  };
  try {
    await apt('setup: apt-get update', ['update']);
    await apt(`setup: apt-get install ${packages.join(' ')}`, [
      'install',
      '-y',
      '--no-install-recommends',
      ...packages,
    ]);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(
      `${error.message}\n${instructions(missing, 'apt-get did not succeed. Try it by hand:')}`,
    );
  }
  const still = missing.filter(({ found }) => !found());
  if (still.length > 0) {
    throw new CommandError(
      instructions(still, `Still missing after installing ${packages.join(' ')}. Try:`),
    );
  }
}

/**
 * Whether node_modules holds what the lock file asks for, by npm's own record of its last install.
 */
export function packagesAreCurrent(folder = root) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const same = (/** @type {string} */ path) => {
    const [want, have] = [wanted[path], installed[path]];
    if (!have) return Boolean(want.optional || want.peerOptional);
    return have.version === want?.version && have.integrity === want?.integrity;
  };
  return [...Object.keys(wanted), ...Object.keys(installed)]
    .filter((path) => path !== '')
    .every(same);
}

/** Sets up what is missing for these purposes; whether anything was. */
export async function setup(/** @type {Purpose[]} */ purposes) {
  checkNode();
  const missing = requirements.filter(
    (requirement) =>
      requirement.for.some((purpose) => purposes.includes(purpose)) && !requirement.found(),
  );
  if (missing.length > 0) await installPackages(missing);
  const stale = !packagesAreCurrent();
  if (stale) {
    await step('setup: npm ci', () => run('npm', ['ci'], { log: 'build/logs/setup-npm.log' }));
  }
  return missing.length > 0 || stale;
}

command(import.meta, async (args) => {
  const names = args.flatMap((word) => word.replace(/^--for=?/, '').split(',')).filter(Boolean);
  const known = ['build', 'test', 'lint'];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) {
    throw new CommandError(`setup --for ${unknown}: must be one of ${known.join(', ')}`);
  }
  const purposes = /** @type {Purpose[]} */ (names.length > 0 ? names : ['build']);
  if (!(await setup(purposes))) say(`setup: nothing is missing for ${purposes.join(' and ')}`);
});
