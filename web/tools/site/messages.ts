// Refuses a catalogue in which one language has a message that another lacks.

import { LANGUAGES, MESSAGES } from '../../src/i18n/index.ts';

function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    if (value === '' || value === undefined) throw new Error(`message ${path} is empty`);
    return [path];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    keys(inner, path ? `${path}.${name}` : name),
  );
}

export function requireTwins(): void {
  const paths = LANGUAGES.map((language) => new Set(keys(MESSAGES[language])));
  const all = new Set(paths.flatMap((set) => [...set]));
  for (const [i, language] of LANGUAGES.entries()) {
    const missing = [...all].filter((path) => !paths[i]?.has(path));
    if (missing.length > 0) {
      throw new Error(`web/src/i18n/${language}.ts: missing ${missing.join(', ')}`);
    }
  }
}
