// Builds the site: `build-site.mjs [--generate | --pages] [--out folder]`.
// `--generate` writes only what the sources import, `--pages` also Eleventy's pages.
// @ts-check
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

const { values } = parseArgs({
  options: {
    generate: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

register();
const { buildPages, buildSite, generate } = await import('./site/build.ts');
try {
  if (values.generate) generate();
  else if (values.pages) await buildPages();
  else await buildSite(values.out);
} catch (/** @type {any} */ error) {
  // Eleventy wraps what a lesson got wrong in errors of its own.
  let cause = error;
  while (cause?.originalError ?? cause?.cause) cause = cause.originalError ?? cause.cause;
  const known = ['LessonError', 'AddressError'].includes(cause?.name);
  console.error(known ? cause.message : error);
  process.exitCode = 1;
}
