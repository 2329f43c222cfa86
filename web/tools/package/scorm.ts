// Packages for an LMS, SCORM 1.2: one a lesson, and one for the course. Their files are HTML, scripts
// and style sheets alone, which every LMS serves.

import { MESSAGES } from '../../src/i18n/index.ts';
import { escapeHtml } from '../site/figures.ts';
import { manifest, type Sco } from './manifest.ts';
import { type Delivery, element, packagePage } from './page.ts';
import { type Language, type Parts, pagesOf, readPage, titleOf } from './parts.ts';
import { type Files, zip } from './zip.ts';

const SCRIPTS = { figures: 'activation-lab.js', plain: 'page.js', theme: 'theme.js' } as const;
const GLOSSARY = 'glossary.html';

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'font-src data:',
  "worker-src 'self' blob:",
  "object-src 'none'",
].join('; ');

/** `lesson-DRVmuIXr.css` as `lesson.css`. */
const plainName = (file: string) => file.replace(/-[\w-]{8}(?=\.css$)/, '');

interface Course {
  language: Language;
  lessons: readonly Sco[];
  /** The files of a lesson, by the lesson's name. */
  pages: ReadonlyMap<string, string>;
  /** What all lessons have in common. */
  shared: ReadonlyMap<string, string>;
}

async function readCourse(parts: Parts, language: Language): Promise<Course> {
  const { glossary, lessons } = pagesOf(language);
  const shared = new Map<string, string>([
    [SCRIPTS.figures, parts.scripts.figures],
    [SCRIPTS.plain, parts.scripts.plain],
    [SCRIPTS.theme, parts.theme],
  ]);
  const deliver =
    (script: string) =>
    (styles: readonly string[]): Delivery => {
      for (const file of styles) {
        if (!shared.has(plainName(file))) shared.set(plainName(file), parts.style(file));
      }
      return {
        policy: POLICY,
        theme: element('script', { src: SCRIPTS.theme }),
        styles: styles.map((file) => element('link', { rel: 'stylesheet', href: plainName(file) })),
        script: element('script', { src: script }),
      };
    };
  // The LMS leads from lesson to lesson. Whoever looks up a word does not leave the lesson.
  const page = (path: string, script: string, lms?: Record<string, string>) =>
    packagePage(readPage(path), {
      path,
      link: (to) =>
        to === glossary && path !== glossary ? { href: GLOSSARY, target: '_blank' } : undefined,
      deliver: deliver(script),
      icon: parts.icon,
      ...(lms ? { lms } : {}),
    });
  shared.set(GLOSSARY, await page(glossary, SCRIPTS.plain));
  const { lms } = MESSAGES[language].packages;
  const pages = new Map<string, string>();
  for (const { slug, path } of lessons) pages.set(slug, await page(path, SCRIPTS.figures, lms));
  const scos = lessons.map(({ slug, path }) => ({
    slug,
    title: titleOf(path),
    href: `${slug}.html`,
  }));
  return { language, lessons: scos, pages, shared };
}

function packed(
  { language, pages, shared }: Course,
  name: string,
  title: string,
  scos: readonly Sco[],
) {
  const files = new Map<string, string | Uint8Array>(shared);
  for (const { slug, href } of scos) files.set(href, pages.get(slug)!);
  const identifier = `activation-lab-${language}-${name}`;
  files.set('imsmanifest.xml', manifest(identifier, title, scos, [...shared.keys()].sort()));
  return zip(files as Files);
}

/** All packages of a language, by the names of their files. */
export async function scormPackages(
  parts: Parts,
  language: Language,
): Promise<Map<string, Uint8Array>> {
  const course = await readCourse(parts, language);
  const { lessons } = course;
  const { name } = MESSAGES[language].site;
  return new Map([
    ...lessons.map((sco): [string, Uint8Array] => [
      `${language}-${sco.slug}.zip`,
      packed(course, sco.slug, sco.title, [sco]),
    ]),
    [`${language}-course.zip`, packed(course, 'course', escapeHtml(name), lessons)],
  ]);
}
