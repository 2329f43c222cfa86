// One file a page, with everything inside: it works from a disk, without a server and a network.

import { createHash } from 'node:crypto';
import { type Delivery, element, packagePage } from './page.ts';
import { LANGUAGES, type Parts, pagesOf, readPage } from './parts.ts';

/** `en/03-saturation/` as `en-03-saturation.html`; the root of the site as `index.html`. */
const fileName = (path: string) =>
  `${path.replace(/\/$/, '').replaceAll('/', '-') || 'index'}.html`;

/** Text that ends no script element and begins no comment in one. */
const inScript = (code: string) =>
  code.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3c!--');

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Everything inside the page: nothing of elsewhere is let in. */
function inside(script: string, theme: string, styles: readonly string[]): Delivery {
  return {
    policy: [
      "default-src 'none'",
      `script-src ${hash(theme)} ${hash(script)} 'wasm-unsafe-eval'`,
      `style-src ${styles.map(hash).join(' ')}`,
      'img-src data: blob:',
      'font-src data:',
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    theme: element('script', {}, theme),
    styles: styles.map((text) => element('style', {}, text)),
    script: element('script', {}, script),
  };
}

const deliver =
  ({ scripts, theme, style }: Parts, kind: keyof Parts['scripts']) =>
  (styles: readonly string[]) =>
    inside(inScript(scripts[kind]), inScript(theme), styles.map(style));

/** All pages of the course, by the names of their files. */
export async function htmlPages(parts: Parts): Promise<Map<string, string>> {
  const courses = LANGUAGES.map(pagesOf);
  const kinds = new Map<string, keyof Parts['scripts']>([['', 'plain']]);
  for (const { start, glossary, lessons } of courses) {
    for (const path of [start, ...lessons.map((lesson) => lesson.path)]) kinds.set(path, 'figures');
    kinds.set(glossary, 'plain');
  }
  const pages = new Map<string, string>();
  for (const [path, kind] of kinds) {
    const page = await packagePage(readPage(path), {
      path,
      link: (to) => (kinds.has(to) ? { href: fileName(to) } : undefined),
      deliver: deliver(parts, kind),
      icon: parts.icon,
    });
    pages.set(fileName(path), page);
  }
  return pages;
}

/** The page that leads to those of a folder beside it. */
export function startPage(parts: Parts, folder: string): Promise<string> {
  return packagePage(readPage(''), {
    path: '',
    link: (to) => ({ href: `${folder}/${fileName(to)}` }),
    deliver: deliver(parts, 'plain'),
    icon: parts.icon,
  });
}
