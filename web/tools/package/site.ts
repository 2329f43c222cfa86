// The whole site to take along: lessons that open from a disk, and the site for a web server.

import { readFileSync } from 'node:fs';
import { MESSAGES } from '../../src/i18n/index.ts';
import { filesBelow, siteDir } from '../site/paths.ts';
import { startPage } from './html.ts';
import { LANGUAGES, type Parts, version } from './parts.ts';
import { zip } from './zip.ts';

/** In all languages, with the line ends that every editor knows. */
function readme(): string {
  const texts = LANGUAGES.map((language) => {
    const { title, ...paragraphs } = MESSAGES[language].packages.readme;
    return [title(version), ...Object.values(paragraphs)].join('\n\n');
  });
  return `${texts.join('\n\n\n')}\n`.replaceAll('\n', '\r\n');
}

/** `pages` are the self-contained ones. */
export async function siteArchive(
  parts: Parts,
  pages: ReadonlyMap<string, string>,
): Promise<{ name: string; data: Uint8Array }> {
  const top = `activation-lab-${version}`;
  const files = new Map<string, string | Uint8Array>([
    [`${top}/README.txt`, readme()],
    [`${top}/start.html`, await startPage(parts, 'lessons')],
  ]);
  for (const [name, page] of pages) files.set(`${top}/lessons/${name}`, page);
  for (const file of filesBelow(siteDir)) {
    files.set(`${top}/site/${file}`, readFileSync(`${siteDir}/${file}`));
  }
  return { name: `${top}.zip`, data: zip(files) };
}
