// KaTeX at build time, without the inline styles that a strict Content Security Policy blocks.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import katex from 'katex';

const require = createRequire(import.meta.url);
export const katexStylesheet = require.resolve('katex/dist/katex.min.css');

export interface Rendered {
  html: string;
  css: string;
}

/** Replaces every style attribute by a class named after its declarations. */
export function inlineStylesToClasses(html: string): Rendered {
  const rules = new Map<string, string>();
  const replaced = html.replace(/<[a-z][^<>]*\sstyle="[^"]*"[^<>]*>/gi, (tag) => {
    let name = '';
    const withoutStyle = tag.replace(/\sstyle="([^"]*)"/i, (_, style: string) => {
      name = `k-${createHash('sha256').update(style).digest('hex').slice(0, 8)}`;
      rules.set(name, important(style));
      return '';
    });
    return /\sclass="/i.test(withoutStyle)
      ? withoutStyle.replace(/\sclass="([^"]*)"/i, ` class="$1 ${name}"`)
      : withoutStyle.replace(/^<([a-z][\w-]*)/i, `<$1 class="${name}"`);
  });
  const css = [...rules].map(([name, style]) => `.${name}{${style}}`).join('\n');
  return { html: replaced, css };
}

/** A style attribute wins over every rule of a stylesheet; so must the class that replaces it. */
function important(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter(Boolean)
    .map((declaration) => `${declaration}!important`)
    .join(';');
}

/** Of a stylesheet without nested rules, the rules that can apply within some HTML. */
export function rulesFor(html: string, css: string): string {
  const classes = (text: string) => text.match(/(?<=\.)[a-z][\w-]*/gi) ?? [];
  const used = new Set(html.match(/(?<=class=")[^"]*/g)?.flatMap((names) => names.split(' ')));
  const rules = css.match(/[^{}]+\{[^{}]*\}/g) ?? [];
  return rules
    .filter((rule) =>
      rule
        .slice(0, rule.indexOf('{'))
        .split(',')
        .some((selector) => classes(selector).every((name) => used.has(name))),
    )
    .join('');
}

/** Throws what KaTeX finds wrong. */
export function renderMath(latex: string, displayMode: boolean): Rendered {
  return inlineStylesToClasses(
    katex.renderToString(latex, {
      output: 'htmlAndMathml',
      throwOnError: true,
      displayMode,
      // The one extension to LaTeX that we write ourselves: see `markBranches`.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => command === '\\htmlData',
    }),
  );
}

/** Wraps what belongs to one branch of a piecewise formula into `data-branch`: the rows of `cases`
 * by their order, the terms of `max` and `min` in the order in which they are written. */
export function markBranches(latex: string): string {
  const mark = (branch: number, part: string) => `\\htmlData{branch=${branch}}{${part}}`;
  return latex
    .replace(/(?<=\\begin\{cases\}).*?(?=\\end\{cases\})/s, (rows) =>
      rows
        .split('\\\\')
        .map((row, i) => {
          const cells = row.split('&');
          return cells.map((cell) => mark(i, cell)).join('&');
        })
        .join('\\\\'),
    )
    .replace(
      /\\max\\bigl\(([^,]+),\\min\(([^,]+),(\\[,;])(.+)\)\\bigr\)/,
      (_, a: string, b: string, space: string, c: string) =>
        `\\max\\bigl(${mark(0, a)},\\min(${mark(1, b)},${space}${mark(2, c)})\\bigr)`,
    )
    .replace(
      /\\max\(([^,]+),(\\,)([^)]+)\)/,
      (_, a: string, space: string, b: string) => `\\max(${mark(0, a)},${space}${mark(1, b)})`,
    );
}

/** One formula for the middle of a line, fractions at full size. */
export function renderFormula(latex: string): Rendered {
  return renderMath(`\\displaystyle ${latex}`, false);
}

export interface FontFace {
  family: string;
  weight: string;
  style: string;
  /** File name below katex/dist/fonts. */
  file: string;
}

/** KaTeX's stylesheet taken apart: its rules, and its fonts as WOFF2 alone. */
export function katexParts(): { rules: string; fonts: FontFace[] } {
  const css = readFileSync(katexStylesheet, 'utf8');
  const fonts: FontFace[] = [];
  const rules = css.replace(/@font-face\{[^}]*\}/g, (face) => {
    const find = (pattern: RegExp) => {
      const found = pattern.exec(face)?.[1];
      if (!found) throw new Error(`KaTeX's stylesheet has a font face without ${pattern}: ${face}`);
      return found;
    };
    fonts.push({
      family: find(/font-family:"?([^";]+)"?/),
      weight: find(/font-weight:([^;}]+)/),
      style: find(/font-style:([^;}]+)/),
      file: find(/url\(fonts\/([^)]+\.woff2)\)/),
    });
    return '';
  });
  return { rules, fonts };
}
