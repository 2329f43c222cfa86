// What packages are made with: pages whose links lead only to what a package holds, manifests, and
// archives that depend on their content alone.

import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { manifest } from '../../../web/tools/package/manifest.ts';
import { element, packagePage } from '../../../web/tools/package/page.ts';
import { zip } from '../../../web/tools/package/zip.ts';

const page = (body: string) => `<!doctype html>
<html lang="en" data-base="../../">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<script  src="../../theme.js"></script>
<link rel="icon" href="../../icons/icon.svg">
<link rel="manifest" href="../../en.webmanifest">
<link rel="modulepreload" href="../../assets/figure-1.js" crossorigin>
<link rel="stylesheet" href="../../assets/site-12345678.css">
<script type="module" crossorigin src="../../assets/page-1.js"></script>
</head>
<body><main id="content">${body}</main></body>
</html>
`;

/** What the package holds. */
const held: Record<string, Record<string, string>> = {
  'en/02-second/': { href: 'second.html' },
  'en/glossary/': { href: 'glossary.html', target: '_blank' },
};

const packaged = (body: string, lms?: Record<string, string>) =>
  packagePage(page(body), {
    path: 'en/01-first/',
    link: (path) => held[path],
    deliver: (styles) => ({
      policy: "default-src 'none'",
      theme: element('script', {}, 'theme()'),
      styles: styles.map((file) => element('style', {}, `/* ${file} */`)),
      script: element('script', {}, 'page(a < b && c)'),
    }),
    icon: 'data:image/svg+xml,x',
    ...(lms ? { lms } : {}),
  });

test('styles, scripts and policy are those of the package', async () => {
  const html = await packaged('<p>1 &lt; 2</p>');
  expect(html.replace(/\n+/g, '\n')).toBe(`<!doctype html>
<html lang="en" data-base="./">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<script>theme()</script>
<link rel="icon" href="data:image/svg+xml,x" type="image/svg+xml">
<style>/* site-12345678.css */</style></head>
<body><main id="content"><p>1 &lt; 2</p></main><script>page(a < b && c)</script></body>
</html>
`);
});

test.each([
  [
    'a link to a page that is there',
    '<a href="../02-second/?a=1&amp;b=2#x">2</a>',
    '<a href="second.html?a=1&amp;b=2#x">2</a>',
  ],
  [
    'its other attributes',
    '<a class="term" href="../glossary/#loss">loss</a>',
    '<a class="term" href="glossary.html#loss" target="_blank">loss</a>',
  ],
  ['a place on the same page', '<a href="../01-first/#figure">f</a>', '<a href="#figure">f</a>'],
  [
    'a preset',
    '<a class="preset" href="?depth=3#figure">3</a>',
    '<a class="preset" href="?depth=3#figure">3</a>',
  ],
  [
    'another site',
    '<a href="https://arxiv.org/abs/1">a</a>',
    '<a href="https://arxiv.org/abs/1">a</a>',
  ],
  [
    'a link to a page that is not',
    '<a class="c" href="../03-third/"><b>3</b></a>',
    '<span class="c"><b>3</b></span>',
  ],
  [
    'one that is of no use as words',
    '<td><a class="run" href="../../embed/x/?a=1">Run</a></td>',
    '<td></td>',
  ],
  [
    'navigation that leads nowhere',
    '<nav><ol><li><a href="../03-third/">3</a></li></ol></nav>',
    '',
  ],
  [
    'navigation that leads somewhere',
    '<nav><a href="../02-second/">2</a></nav>',
    '<nav><a href="second.html">2</a></nav>',
  ],
  ['what only a served site has', '<p data-served>offline</p>', ''],
])('%s', async (_, body, expected) => {
  expect(/<main id="content">(.*)<\/main>/s.exec(await packaged(body))?.[1]).toBe(expected);
});

test('a lesson for an LMS has a place for what it says of it', async () => {
  const html = await packaged('', { failed: 'it said “{reason}”, "twice"' });
  expect(html).toContain(
    '<main id="content"><p class="lms" role="status" data-lms="" data-failed="it said “{reason}”, &quot;twice&quot;"></p></main>',
  );
});

test('a manifest has an item and a resource a lesson, and all files', () => {
  const text = manifest(
    'course',
    'A &amp; B',
    [
      { slug: '01-a', title: 'A', href: '01-a.html' },
      { slug: '02-b', title: 'B', href: '02-b.html' },
    ],
    ['page.js'],
  );
  expect(text).toContain('<schemaversion>1.2</schemaversion>');
  expect(text).toContain('<title>A &amp; B</title>');
  expect([...text.matchAll(/identifierref="(sco-[^"]+)"/g)].map(([, id]) => id)).toEqual([
    'sco-01-a',
    'sco-02-b',
  ]);
  expect([...text.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '01-a.html',
    '02-b.html',
    'page.js',
  ]);
});

test('an archive depends on its files alone, not on their order, the day or the place', () => {
  const files: [string, string][] = [
    ['b/页.txt', 'two'],
    ['a.txt', 'one'],
  ];
  const first = zip(new Map(files));
  vi.stubEnv('TZ', 'Pacific/Auckland');
  const second = zip(new Map(files.reverse()));
  vi.unstubAllEnvs();
  expect(second).toEqual(first);
  const read = Object.entries(unzipSync(first)).map(([name, data]) => [name, strFromU8(data)]);
  expect(read).toEqual([
    ['a.txt', 'one'],
    ['b/页.txt', 'two'],
  ]);
});
