// The recipes of tests/hosts/README.md are what the module for codes writes.

import { expect, test } from 'vitest';
import { embedCode } from '../../../web/src/widgets/take-away/embed-code.ts';
import { schemaOf } from '../../../web/tools/site/figures.ts';
import { recipes } from '../../hosts/build.mjs';

const race = schemaOf('training-race')!;
const values = {
  racers: ['sigmoid', 'relu'],
  dataset: 'moons',
  size: 200,
  depth: 2,
  width: 8,
  steps: 60,
  charts: ['loss'],
};
const place = { site: 'https://your.site/', title: 'Sigmoid against ReLU', height: 1100 };
const code = (kind: 'link' | 'iframe' | 'element' | 'lms') => embedCode(kind, race, values, place);

test('every recipe holds the code that the builder writes, indented as its language wants', () => {
  const flat = (text: string) => text.replace(/^ +/gm, '');
  const known = recipes();
  const expected: [string, string][] = [
    ['element', code('element')],
    ['frame', code('iframe')],
    ['reveal-script', code('element').split('\n')[0]!],
    ['vitepress-config', code('iframe').split('<script>')[1]!.split('</script>')[0]!],
    ['vitepress-page', code('element').split('\n')[1]!],
    ['vitepress-page', code('iframe').split('\n')[0]!],
    ['mkdocs-page', code('element')],
    ['mkdocs-page', code('iframe')],
    ['sphinx-page', code('element')],
    ['sphinx-page', code('iframe')],
    ['notebook-element', code('element')],
    ['notebook-frame', code('iframe')],
    ['lms-frame', code('lms')],
    ['lms-link', code('link').replaceAll('&', '&amp;')],
  ];
  for (const [name, text] of expected) expect(flat(known.get(name) ?? '')).toContain(flat(text));
});
