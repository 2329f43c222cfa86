// Tells the browser, in the head of each page, all that the page's figures will load: otherwise it
// would find out one script after the other, with a round trip each.

import type { Plugin } from 'vite';
import { root } from './paths.ts';

interface Needs {
  /** Whose scripts, with all that they import, the page runs; `*` is its language. */
  modules: readonly string[];
  /** What the page fetches. */
  assets?: readonly string[];
  /** What a worker of the page loads: it finds this in the browser's cache. */
  later?: (html: string) => readonly string[];
}

const FIGURES: Record<string, Needs> = {
  'activation-plot': {
    modules: [
      'web/src/widgets/activation-plot/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/plot.ts',
      'build/wasm-simd/engine-simd.mjs',
    ],
    assets: ['engine-simd.wasm'],
  },
  'zigzag-path': {
    modules: [
      'web/src/widgets/zigzag-path/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/zigzag-path.ts',
    ],
  },
  'gate-plot': {
    modules: [
      'web/src/widgets/gate-plot/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/gate-plot.ts',
      'build/wasm-simd/engine-simd.mjs',
    ],
    assets: ['engine-simd.wasm'],
  },
  'layer-flow': {
    modules: [
      'web/src/widgets/layer-flow/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/layer-flow.ts',
      'build/wasm-simd/engine-simd.mjs',
    ],
    assets: ['engine-simd.wasm'],
    later: () => ['worker.js', 'digits.bin'],
  },
  'dead-units': {
    modules: [
      'web/src/widgets/dead-units/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/dead-units.ts',
    ],
    later: () => ['worker.js', 'engine-simd.js', 'engine-simd.wasm', 'digits.bin'],
  },
  'divergence-map': {
    modules: [
      'web/src/widgets/divergence-map/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/divergence-map.ts',
    ],
    later: () => ['worker.js', 'engine-simd.js', 'engine-simd.wasm', 'digits.bin'],
  },
  'digit-pad': {
    modules: [
      'web/src/widgets/digit-pad/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/digit-pad.ts',
    ],
    later: () => ['worker.js', 'engine-simd.js', 'engine-simd.wasm', 'digits.bin'],
  },
  'maxout-fit': {
    modules: [
      'web/src/widgets/maxout-fit/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/maxout-fit.ts',
    ],
  },
  'slope-tracks': {
    modules: [
      'web/src/widgets/slope-tracks/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/slope-tracks.ts',
      'build/wasm-simd/engine-simd.mjs',
    ],
    assets: ['engine-simd.wasm'],
    later: () => ['worker.js', 'digits.bin'],
  },
  'speed-meter': {
    modules: [
      'web/src/widgets/speed-meter/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/speed-meter.ts',
    ],
  },
  'training-race': {
    modules: [
      'web/src/widgets/training-race/index.ts',
      'web/src/i18n/*/widget.ts',
      'web/src/i18n/*/race.ts',
    ],
    later: (html) => [
      'worker.js',
      'engine-simd.js',
      'engine-simd.wasm',
      // Other data are made, not loaded.
      ...(/<training-race(?![^>]*\sdataset=)/.test(html) ? ['digits.bin'] : []),
    ],
  },
};

type Bundle = NonNullable<
  Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1]
>;

/** A chunk and all that it imports, by file name. */
function withImports(bundle: Bundle, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const chunk = bundle[file];
  if (chunk?.type === 'chunk') for (const next of chunk.imports) withImports(bundle, next, found);
  return found;
}

function chunkOf(bundle: Bundle, module: string): string {
  const found = Object.values(bundle).find(
    (chunk) => chunk.type === 'chunk' && chunk.facadeModuleId === module,
  );
  if (!found) throw new Error(`${module} is not a script of its own`);
  return found.fileName;
}

/** `name.type` as the bundler wrote it: `assets/name-hash.type`. */
function fileOf(bundle: Bundle, name: string): string {
  const [stem, type] = name.split('.');
  const found = Object.keys(bundle).find((file) =>
    new RegExp(`/${stem}-[\\w-]{8}\\.${type}$`).test(file),
  );
  if (!found) throw new Error(`${name} is not part of the site`);
  return found;
}

export const preloadFigures: Plugin = {
  name: 'preload-figures',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, path }) {
      const language = /<html lang="(\w\w)/.exec(html)?.[1] ?? 'en';
      const place = (name: string) =>
        html.search(new RegExp(`<${name}[\\s>]|data-figure="${name}"`));
      const placed = Object.keys(FIGURES)
        .filter((name) => place(name) >= 0)
        .sort((a, b) => place(a) - place(b));
      const toRoot = '../'.repeat(path.split('/').length - 2) || './';
      const link = (rel: string, file: string, attrs: Record<string, string | boolean> = {}) => ({
        tag: 'link',
        attrs: { rel, href: `${toRoot}${file}`, ...attrs },
        injectTo: 'head' as const,
      });
      const scripts = new Set<string>();
      const fetched = new Set<string>();
      const later = new Set<string>();
      for (const figure of placed) {
        const needs = FIGURES[figure]!;
        for (const module of needs.modules) {
          const source = `${root}/${module.replace('*', language)}`;
          withImports(bundle!, chunkOf(bundle!, source), scripts);
        }
        // The browser complains of a preload that waits for the reader to scroll.
        const now = figure === placed[0] ? fetched : later;
        for (const name of needs.assets ?? []) now.add(fileOf(bundle!, name));
        for (const name of needs.later?.(html) ?? []) later.add(fileOf(bundle!, name));
      }
      return [
        ...[...scripts]
          .filter((file) => !html.includes(file))
          .map((file) => link('modulepreload', file, { crossorigin: true })),
        ...[...fetched].map((file) => link('preload', file, { as: 'fetch', crossorigin: true })),
        ...[...later]
          .filter((file) => !scripts.has(file) && !fetched.has(file))
          .map((file) => link('prefetch', file)),
      ];
    },
  },
};
