// What is pasted says what was chosen, in every kind of code and for any text.

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import {
  defineSchema,
  fromAttributes,
  fromQuery,
  type Schema,
} from '../../../web/src/widgets/schema.ts';
import {
  type EMBED_KINDS,
  embedCode,
  type FigureValues,
  figureAddress,
  frameHeight,
} from '../../../web/src/widgets/take-away/embed-code.ts';
import { SCHEMAS, schemaOf } from '../../../web/tools/site/figures.ts';

const race = schemaOf('training-race')!;
const place = { site: 'https://your.site/lab/', title: 'Training race', version: '0.1.0' };

/** One setting of each type, as odd as they come. */
const probe = defineSchema({
  name: 'probe-figure',
  version: 2,
  settings: {
    text: { type: 'string', maxLength: 200, default: '', description: () => '', hideable: true },
    list: {
      type: 'list',
      values: ['a', 'b', 'c'],
      minItems: 0,
      maxItems: 3,
      default: ['a'],
      description: () => '',
      lockable: true,
    },
    rate: {
      type: 'number',
      min: -100,
      max: 100,
      auto: true,
      default: 'auto',
      description: () => '',
      lockable: true,
      hideable: true,
    },
    flag: { type: 'boolean', default: true, description: () => '' },
  },
}) as unknown as Schema;

const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((t) => !t.includes('\0'));
const values: fc.Arbitrary<FigureValues> = fc.record(
  {
    text,
    list: fc.shuffledSubarray(['a', 'b', 'c']),
    rate: fc.oneof(
      fc.constant('auto'),
      fc.double({ min: -100, max: 100, noNaN: true }).map((x) => x + 0),
    ),
    flag: fc.boolean(),
    lock: fc.shuffledSubarray(['list', 'rate']),
    hide: fc.shuffledSubarray(['text', 'rate']),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    lang: fc.constantFrom('auto', 'en', 'zh'),
  },
  { requiredKeys: [] },
);

/** The attributes of the first tag of a name, as an HTML parser reads them. */
function attributesOf(html: string, name: string): Record<string, string> {
  const [, inside] = new RegExp(`<${name}((?: [a-z-]+="[^"]*")*)>`).exec(html) ?? [];
  if (inside === undefined) throw new Error(`no <${name}> in ${html}`);
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  const decode = (value: string) =>
    value.replace(/&(?:#(\d+)|(\w+));/g, (_, code, sign) =>
      code ? String.fromCharCode(Number(code)) : signs[sign]!,
    );
  return Object.fromEntries(
    [...inside.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decode(value!)]),
  );
}

const differing = (schema: Schema, given: FigureValues) =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => `${value}` !== `${schema.settings[name]!.default}`,
    ),
  );

const ofAddress = (address: string) => {
  const url = new URL(address);
  expect(url.pathname).toBe('/lab/embed/probe-figure/');
  return fromQuery(probe, url.searchParams);
};

test('any values come back from each kind of code as they were', () => {
  fc.assert(
    fc.property(values, text, (chosen, title) => {
      const code = (kind: (typeof EMBED_KINDS)[number]) =>
        embedCode(kind, probe, chosen, { ...place, title });
      const wanted = { given: differing(probe, chosen), problems: [] };
      expect(ofAddress(code('link'))).toEqual(wanted);
      for (const kind of ['iframe', 'lms', 'markdown'] as const) {
        const { src, title: named } = attributesOf(code(kind), 'iframe');
        expect(ofAddress(src!)).toEqual(wanted);
        expect(named).toBe(title);
      }
      const element = attributesOf(code('element'), 'probe-figure');
      expect(fromAttributes(probe, Object.entries(element))).toEqual(wanted);
    }),
  );
});

test('Markdown gives one frame and one link, whatever the title', () => {
  fc.assert(
    fc.property(values, text, (chosen, title) => {
      const code = embedCode('markdown', probe, chosen, { ...place, title });
      const html = new MarkdownIt({ html: true }).render(code);
      expect(html.match(/<iframe /g)).toHaveLength(1);
      expect(html.match(/<a href=/g)).toHaveLength(1);
      const { href } = attributesOf(html, 'a');
      expect(ofAddress(href!).given).toEqual(differing(probe, chosen));
      const plain = new MarkdownIt({ html: false }).render(code);
      expect(plain).toContain('<a href="https://your.site/lab/embed/probe-figure/');
    }),
  );
});

test('a frame names itself, keeps its room, waits for its turn and needs no style', () => {
  const frame = attributesOf(embedCode('iframe', race, { depth: 8 }, place), 'iframe');
  expect(frame).toEqual({
    src: 'https://your.site/lab/embed/training-race/?depth=8',
    title: 'Training race',
    width: '100%',
    height: String(frameHeight('training-race')),
    frameborder: '0',
    loading: 'lazy',
    allow: 'clipboard-write',
  });
  const tall = embedCode('iframe', race, {}, { ...place, height: 1234 });
  expect(attributesOf(tall, 'iframe').height).toBe('1234');
});

test('what an editor of an LMS takes out is not there', () => {
  for (const schema of SCHEMAS) {
    const code = embedCode('lms', schema, {}, place);
    expect(code).not.toMatch(/<script|\son\w+=/);
    const { style, height } = attributesOf(code, 'iframe');
    expect(style).toBe(`width: 100%; height: ${height}px`);
    expect(code.split('\n')).toHaveLength(1);
  }
});

test('the element comes with the script of a release, or with that of today', () => {
  expect(embedCode('element', race, { depth: 8, lock: ['depth'] }, place)).toBe(
    '<script type="module" src="https://your.site/lab/embed/0.1.0/activation-lab.js"></script>\n' +
      '<training-race depth="8" lock="depth"></training-race>',
  );
  const { version: _, ...today } = place;
  expect(embedCode('element', race, {}, today)).toContain('lab/embed/activation-lab.js"');
});

test('a language given is that of figures that choose none', () => {
  const chinese = { ...place, language: 'zh' };
  expect(figureAddress(race, {}, chinese)).toMatch(/\?lang=zh$/);
  expect(figureAddress(race, { lang: 'auto' }, chinese)).toMatch(/\?lang=zh$/);
  expect(figureAddress(race, { lang: 'en' }, chinese)).toMatch(/\?lang=en$/);
  expect(figureAddress(race, {}, place)).toBe('https://your.site/lab/embed/training-race/');
});

test('a site with odd signs cannot end the script', () => {
  const code = embedCode('iframe', race, {}, { ...place, site: 'https://x/</script>"/' });
  expect(code.match(/<\/script>/g)).toHaveLength(1);
});

test('every figure has a height of its own', () => {
  for (const schema of SCHEMAS) {
    expect(frameHeight(schema.name), schema.name).not.toBe(frameHeight('no-figure'));
  }
});
