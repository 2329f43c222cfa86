// A page of the built site as a page of a package: what only a served site has is left out, links
// lead to what the package holds, styles and scripts are inside the page or beside it.

import posthtml from 'posthtml';

type Attributes = Record<string, string>;

interface Element {
  tag: string;
  attrs?: Attributes;
  content?: (Element | string)[];
}

/** The part of posthtml's tree that is used here: it calls back for every element that fits. */
interface Tree {
  match(
    what: { tag?: string; attrs?: Record<string, string | RegExp> },
    change: (element: Element) => Element | string,
  ): void;
}

/** How a page gets its styles and scripts. */
export interface Delivery {
  policy: string;
  theme: Element;
  styles: Element[];
  script: Element;
}

export interface Placing {
  /** Where the page is in the site, `en/03-saturation/`. */
  path: string;
  /** The attributes of a link to a page of the site; undefined if the package does not hold it. */
  link(path: string): Attributes | undefined;
  /** For the style sheets that the page asks for, by the names of their files. */
  deliver(styles: readonly string[]): Delivery;
  icon: string;
  /** What the page says of its reports to an LMS, by state. */
  lms?: Attributes;
}

export const element = (tag: string, attrs: Attributes, text = ''): Element => ({
  tag,
  attrs,
  content: text ? [text] : [],
});

const SITE = 'https://site/';

/** Links that are of no use as mere words. */
const ONLY_AS_LINK = /(?:^|\s)(?:language|run)(?:\s|$)/;

const holds = ({ content = [] }: Element, tag: string): boolean =>
  content.some((child) => typeof child !== 'string' && (child.tag === tag || holds(child, tag)));

/** Turns the links of a page into those of the package; one that leads nowhere becomes text. */
function placeLinks(tree: Tree, { path, link }: Placing): void {
  tree.match({ tag: 'a' }, ({ attrs = {}, content }) => {
    const { href = '', ...others } = attrs;
    if (/^(?:[#?]|https?:)/.test(href)) return { tag: 'a', attrs, content };
    const { pathname, search, hash } = new URL(href, SITE + path);
    const placed = link(pathname.slice(1));
    if (pathname.slice(1) === path && !search && hash) {
      return { tag: 'a', attrs: { ...others, href: hash }, content };
    }
    if (placed) {
      const to = { ...placed, href: `${placed.href}${search}${hash}` };
      return { tag: 'a', attrs: { ...others, ...to }, content };
    }
    if (ONLY_AS_LINK.test(others.class ?? '')) return '';
    return { tag: 'span', attrs: others.class ? { class: others.class } : {}, content };
  });
  tree.match({ tag: 'nav' }, (nav) => (holds(nav, 'a') ? nav : ''));
}

/** Styles, scripts and policy of the package in place of the site's. */
function replaceHead(tree: Tree, { deliver, icon }: Placing): void {
  const sheets: string[] = [];
  tree.match({ tag: 'link' }, ({ attrs = {} }) => {
    const { rel, href = '' } = attrs;
    if (rel === 'stylesheet') sheets.push(href.replace(/^.*\//, ''));
    return rel === 'icon' ? element('link', { rel, href: icon, type: 'image/svg+xml' }) : '';
  });
  const { policy, theme, styles, script } = deliver(sheets);
  tree.match({ tag: 'script' }, ({ attrs }) => (attrs?.src?.endsWith('theme.js') ? theme : ''));
  tree.match({ attrs: { 'http-equiv': 'Content-Security-Policy' } }, (meta) => ({
    ...meta,
    attrs: { ...meta.attrs, content: policy },
  }));
  const append = (tag: string, more: Element[]) =>
    tree.match({ tag }, (node) => ({ ...node, content: [...(node.content ?? []), ...more] }));
  append('head', styles);
  append('body', [script]);
}

function addLmsPlace(tree: Tree, words: Attributes): void {
  const data = Object.entries(words).map(([state, text]) => [`data-${state}`, text]);
  const place = { class: 'lms', role: 'status', 'data-lms': '', ...Object.fromEntries(data) };
  tree.match({ tag: 'main' }, (main) => ({
    ...main,
    content: [element('p', place), ...(main.content ?? [])],
  }));
}

export async function packagePage(html: string, placing: Placing): Promise<string> {
  const change = (tree: Tree) => {
    replaceHead(tree, placing);
    tree.match({ attrs: { 'data-served': /.*/ } }, () => '');
    placeLinks(tree, placing);
    tree.match({ tag: 'html' }, (root) => ({
      ...root,
      attrs: { ...root.attrs, 'data-base': './' },
    }));
    if (placing.lms) addLmsPlace(tree, placing.lms);
  };
  return (await posthtml([change as never]).process(html)).html;
}
