// Refuses pages that their own Content Security Policy, or a folder below the root, would break.

import { readFileSync } from 'node:fs';
import { filesBelow } from './paths.ts';

const FAULTS: readonly [RegExp, string][] = [
  [/\sstyle="/, 'a style attribute'],
  [/<style\b/, 'an inline style sheet'],
  [/<script\b(?![^>]*\ssrc=)/, 'an inline script'],
  [/\son[a-z]+="/, 'an inline event handler'],
  [/\s(?:src|href)="\/(?!\/)/, 'an absolute URL'],
  [/<(?:script|img|iframe)\b[^>]*\ssrc="(?:https?:)?\/\//, 'a resource of another origin'],
  [
    /<link\b(?![^>]*rel="(?:external|canonical|alternate))[^>]*\shref="(?:https?:)?\/\//,
    'a foreign link',
  ],
];

export function checkPages(folder: string): void {
  for (const file of filesBelow(folder, '.html')) {
    const html = readFileSync(`${folder}/${file}`, 'utf8');
    if (!html.includes('Content-Security-Policy')) throw new Error(`${file}: no policy`);
    for (const [pattern, name] of FAULTS) {
      const found = pattern.exec(html);
      if (found) {
        throw new Error(`${file}: ${name}: …${html.slice(found.index, found.index + 120)}…`);
      }
    }
  }
}
