// The codes that put a figure on a page of somebody else: link, iframe, element, Markdown and LMS.

import { type Schema, type SettingValue, toAttributes, toLinkQuery, toQuery } from '../schema.ts';

export const EMBED_KINDS = ['link', 'iframe', 'element', 'markdown', 'lms'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

export type FigureValues = Readonly<Record<string, SettingValue>>;

export interface EmbedPlace {
  /** The root of the site, with its closing slash: absolute, but for documents of the site itself. */
  site: string;
  /** Names the figure where it cannot be seen: the title of a frame, the words of a link. */
  title: string;
  /** Pins the element's script to a release; without it, the newest one answers. */
  version?: string;
  /** What the figure speaks unless its settings say so; without it, what its reader's browser asks. */
  language?: string;
  /** Of a frame, in CSS pixels, until or unless it can tell its own. */
  height?: number;
}

/** Of each figure with its defaults, 720 pixels wide. */
const HEIGHTS: Readonly<Record<string, number>> = {
  'activation-plot': 900,
  'dead-units': 950,
  'digit-pad': 1200,
  'gate-plot': 1250,
  'divergence-map': 1300,
  'layer-flow': 1650,
  'zigzag-path': 1100,
  'maxout-fit': 1100,
  'slope-tracks': 1300,
  'speed-meter': 950,
  'training-race': 2350,
};
const OTHER_HEIGHT = 800;

export function frameHeight(figure: string): number {
  return HEIGHTS[figure] ?? OTHER_HEIGHT;
}

function spoken(values: FigureValues, { language }: EmbedPlace): FigureValues {
  const chosen = values.lang !== undefined && values.lang !== 'auto';
  return language === undefined || chosen ? values : { ...values, lang: language };
}

/** The address of the figure's own page. */
export function figureAddress(schema: Schema, values: FigureValues, place: EmbedPlace): string {
  return addressWith(toQuery(schema, spoken(values, place) as never), schema, place);
}

function addressWith(query: string, schema: Schema, place: EmbedPlace): string {
  const address = `${place.site}embed/${schema.name}/${query && '?'}${query}`;
  // Allowed in addresses, but they end a link in Markdown, or a quotation.
  return address.replace(/[()'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** For an attribute in double quotes: no line ends inside, which would end a block of Markdown. */
function escapeAttribute(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"\t\n\r]/g, (sign) => named[sign] ?? `&#${sign.charCodeAt(0)};`);
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`,
  );
  return `<${name}${written.join('')}></${name}>`;
}

// `frameborder` and not a style: policies and editors refuse styles.
function frame(schema: Schema, values: FigureValues, place: EmbedPlace): string {
  return tag('iframe', frameAttributes(schema, values, place));
}

function frameAttributes(schema: Schema, values: FigureValues, place: EmbedPlace) {
  return {
    src: figureAddress(schema, values, place),
    title: place.title,
    width: '100%',
    height: place.height ?? frameHeight(schema.name),
    frameborder: 0,
    loading: 'lazy',
    allow: 'clipboard-write',
  };
}

/** Gives every frame of ours the height that the page in it reports, however often it is pasted. */
function resizeScript(site: string): string {
  const pages = JSON.stringify(`${site}embed/`).replaceAll('<', '\\u003c');
  return [
    '<script>',
    "addEventListener('message', ({ data, source }) => {",
    "  if (data?.source !== 'activation-lab' || data.type !== 'height') return;",
    "  for (const frame of document.getElementsByTagName('iframe')) {",
    `    const ours = frame.src.startsWith(${pages});`,
    '    if (ours && frame.contentWindow === source) frame.height = Number(data.height);',
    '  }',
    '});',
    '</script>',
  ].join('\n');
}

/** Every sign that Markdown may read as its own, as itself. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&~|!$]/g, '\\$&');
}

const CODES: Readonly<
  Record<EmbedKind, (schema: Schema, values: FigureValues, place: EmbedPlace) => string>
> = {
  // Who hands a link on says what it was made with.
  link: (schema, values, place) =>
    addressWith(toLinkQuery(schema, spoken(values, place) as never), schema, place),

  iframe: (schema, values, place) => `${frame(schema, values, place)}\n${resizeScript(place.site)}`,

  element: (schema, values, place) => {
    const folder = place.version === undefined ? 'embed' : `embed/${place.version}`;
    const script = tag('script', {
      type: 'module',
      src: `${place.site}${folder}/activation-lab.js`,
    });
    return `${script}\n${tag(schema.name, toAttributes(schema, spoken(values, place) as never))}`;
  },

  // Where HTML is taken out, the link stays.
  markdown: (schema, values, place) =>
    `${frame(schema, values, place)}\n\n` +
    `[${escapeMarkdown(place.title)}](${figureAddress(schema, values, place)})`,

  // Editors take scripts out, and sizes from styles.
  lms: (schema, values, place) => {
    const attributes = frameAttributes(schema, values, place);
    const style = `width: 100%; height: ${attributes.height}px`;
    return tag('iframe', { ...attributes, style });
  },
};

/** What to paste so that a page shows the figure with these settings. */
export function embedCode(
  kind: EmbedKind,
  schema: Schema,
  values: FigureValues,
  place: EmbedPlace,
): string {
  return CODES[kind](schema, values, place);
}
