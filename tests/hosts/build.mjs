// Builds the pages of others with the tools that make such pages: build/hosts/<folder>.
// @ts-check
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenChanged } from '../../web/tools/build.mjs';
import { command, root, run } from '../../web/tools/process.mjs';

const HERE = 'tests/hosts';

/** The recipes: every fenced block of README.md that has a name after its language. */
export function recipes() {
  const text = readFileSync(join(root, HERE, 'README.md'), 'utf8');
  const blocks = text.matchAll(/^```\w+ ([\w-]+)\n(.*?)\n```$/gms);
  return new Map([...blocks].map(([, name = '', body = '']) => [name, body]));
}

/** A comment of the source's language that names the recipe to come in its place. */
const PLACE = /^( *)(?:<!--|\/\/|#|\.\.) recipe ([\w-]+)(?: -->)?$/gm;

function withRecipes(/** @type {string} */ text, /** @type {Map<string, string>} */ known) {
  return text.replace(PLACE, (_, indent, name) => {
    const recipe = known.get(name);
    if (recipe === undefined) throw new Error(`README.md has no recipe ${name}`);
    return recipe.replace(/^(?=.)/gm, indent);
  });
}

/**
 * A notebook whose code cells hold recipes, as Jupyter leaves it after they ran: what each shows is
 * the HTML between the triple quotes.
 */
function executed(/** @type {string} */ text, /** @type {Map<string, string>} */ known) {
  const notebook = JSON.parse(text);
  for (const cell of notebook.cells) {
    cell.source = withRecipes(cell.source, known);
    if (cell.cell_type !== 'code') continue;
    const html = /"""(.*)"""/s.exec(cell.source)?.[1];
    cell.outputs = [
      {
        output_type: 'execute_result',
        execution_count: 1,
        metadata: {},
        data: { 'text/html': html },
      },
    ];
  }
  return JSON.stringify(notebook);
}

/** The tool of each folder, run on its sources. @type {Record<string, (source: string, output: string) => Promise<unknown>>} */
const tools = {
  plain: copy,
  async reveal(source, output) {
    await copy(source, output);
    cpSync(join(root, 'node_modules/reveal.js/dist'), join(output, 'dist'), { recursive: true });
  },
  /** What Canvas keeps of it: no script, and of a frame these attributes. */
  async lms(source, output) {
    const page = readFileSync(join(source, 'index.html'), 'utf8');
    const kept = ['src', 'title', 'width', 'height', 'frameborder', 'style'];
    const cleaned = page
      .replace(/<script.*?<\/script>/gs, '')
      .replace(/<iframe[^>]*>/g, (frame) =>
        frame.replace(/ ([\w-]+)="[^"]*"/g, (text, name) => (kept.includes(name) ? text : '')),
      );
    writeFileSync(join(output, 'index.html'), cleaned);
  },
  vitepress: (source, output) =>
    tool('vitepress', [`${root}/node_modules/.bin/vitepress`, 'build', source, '--outDir', output]),
  mkdocs: (source, output) =>
    tool('mkdocs', ['mkdocs', 'build', '--strict', '-f', `${source}/mkdocs.yml`, '-d', output]),
  sphinx: (source, output) =>
    tool('sphinx', ['sphinx-build', '-W', '-q', '-d', `${source}/.doctrees`, source, output]),
  notebook: (source, output) =>
    tool('notebook', [
      ...['jupyter-nbconvert', '--to', 'html', '--output-dir', output],
      ...['--output', 'index.html', `${source}/week.ipynb`],
      // Debian's are files of this machine, others' come from afar; the page uses neither.
      ...['mathjax', 'require_js'].map(
        (name) => `--HTMLExporter.${name}_url=data:text/javascript,`,
      ),
    ]),
};

async function copy(/** @type {string} */ source, /** @type {string} */ output) {
  cpSync(source, output, { recursive: true });
}

function tool(/** @type {string} */ name, /** @type {string[]} */ [program = '', ...args]) {
  return run(program, args, { log: `build/logs/host-${name}.log` });
}

async function buildHost(/** @type {string} */ name) {
  const source = join(root, 'build/host-sources', name);
  const output = join(root, 'build/hosts', name);
  rmSync(source, { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  cpSync(join(root, HERE, name), source, { recursive: true });
  const known = recipes();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const text = readFileSync(file, 'utf8');
    const made = entry.name.endsWith('.ipynb') ? executed(text, known) : withRecipes(text, known);
    if (made !== text) writeFileSync(file, made);
  }
  await /** @type {(typeof tools)[string]} */ (tools[name])(source, output);
}

/** All of them, if any has changed. */
export const buildHosts = () =>
  whenChanged('hosts', {
    inputs: ['package-lock.json', HERE],
    output: 'build/hosts/notebook/index.html',
    work: () => Promise.all(Object.keys(tools).map(buildHost)),
  });

command(import.meta, buildHosts);
