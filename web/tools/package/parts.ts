// What packaged pages are made of: the pages, styles and icon of the built site, and their scripts.

import { existsSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../../src/i18n/index.ts';
import { classicScript } from '../site/bundle.ts';
import { lessonSlugs } from '../site/lessons.ts';
import { root, siteDir } from '../site/paths.ts';

export { LANGUAGES, type Language };

export const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  version: string;
};

/** The pages of a language that packages hold, by their paths in the site. */
export interface CoursePages {
  start: string;
  glossary: string;
  lessons: readonly { slug: string; path: string }[];
}

export const pagesOf = (language: Language): CoursePages => ({
  start: `${language}/`,
  glossary: `${language}/glossary/`,
  lessons: lessonSlugs().map((slug) => ({ slug, path: `${language}/${slug}/` })),
});

export const readPage = (path: string) => readFileSync(`${siteDir}/${path}index.html`, 'utf8');

/** The title of a lesson, as its page has it. */
export function titleOf(path: string): string {
  const title = /<h1>([^<]+)<\/h1>/.exec(readPage(path))?.[1];
  if (!title) throw new Error(`${path}index.html has no plain <h1>`);
  return title;
}

const dataUrl = (type: string, data: Buffer) => `data:${type};base64,${data.toString('base64')}`;

/** A style sheet of the site, with its fonts inside. */
function styleSheet(file: string): string {
  const text = readFileSync(`${siteDir}/assets/${file}`, 'utf8');
  return text.replace(/url\((['"]?)([^)'"]+)\1\)/g, (found, _quote, address: string) => {
    if (address.startsWith('data:')) return found;
    const font = `${siteDir}/assets/${address.replace(/^\.\//, '')}`;
    if (!address.endsWith('.woff2') || !existsSync(font)) {
      throw new Error(`${file}: ${address} is no font of the site`);
    }
    return `url(${dataUrl('font/woff2', readFileSync(font))})`;
  });
}

export interface Parts {
  /** The script of a page with figures and questions, and that of all others. */
  scripts: { figures: string; plain: string };
  theme: string;
  /** The address of the icon. */
  icon: string;
  /** A style sheet by the name of its file in the site. */
  style(file: string): string;
}

export async function readParts(): Promise<Parts> {
  const styles = new Map<string, string>();
  return {
    scripts: {
      figures: await classicScript(`${root}/web/src/site/packaged.ts`),
      plain: await classicScript(`${root}/web/src/site/packaged-plain.ts`),
    },
    theme: readFileSync(`${siteDir}/theme.js`, 'utf8'),
    icon: dataUrl('image/svg+xml', readFileSync(`${siteDir}/icons/icon.svg`)),
    style(file) {
      if (!styles.has(file)) styles.set(file, styleSheet(file));
      return styles.get(file)!;
    },
  };
}
