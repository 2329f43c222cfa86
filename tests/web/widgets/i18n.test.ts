// The catalogues: the same messages in both languages, none of them empty or left in English.

import { describe, expect, it } from 'vitest';
import { MESSAGES, toLanguage } from '../../../web/src/i18n/index.ts';

type Leaf = [path: string, message: unknown];

function leaves(node: unknown, path: string): Leaf[] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) =>
    leaves(child, path ? `${path}.${key}` : key),
  );
}

const en = leaves(MESSAGES.en, '');
const zh = new Map(leaves(MESSAGES.zh, ''));

describe('messages', () => {
  it('have the same keys in the same order', () => {
    expect([...zh.keys()]).toEqual(en.map(([path]) => path));
  });

  it('say something, and of the same kind', () => {
    const wrong = en.filter(([path, message]) => {
      const other = zh.get(path);
      if (typeof message === 'function') {
        // A message may leave out what its language does not need, but takes nothing more.
        return typeof other !== 'function' || other.length > message.length;
      }
      return [message, other].some((text) => typeof text !== 'string' || text.trim() === '');
    });
    expect(wrong).toEqual([]);
  });
});

describe('toLanguage', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['ZH', 'zh'],
    ['en-GB', 'en'],
    ['fr', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (tag, language) => {
    expect(toLanguage(tag)).toBe(language);
  });
});
