// Formulas that KaTeX rendered at build time, for use inside a shadow root.

import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { FORMULA_FONTS, FORMULA_RULES, FORMULAS } from '../../../../build/generated/formulas.ts';
import { fontSource } from '../../engine/bytes.ts';

let all = FORMULAS;
let rules = FORMULA_RULES;
let sheet: CSSStyleSheet | undefined;

/** KaTeX's rules, shared by all roots; its fonts are registered on the document once. */
export function formulaSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join(''));
    const fonts = FORMULA_FONTS.map(({ family, weight, style, url }) => {
      const font = new FontFace(family, fontSource(url), { weight, style });
      document.fonts.add(font);
      return font.load();
    });
    void showWith(sheet, fonts);
  }
  return sheet;
}

/** Formulas come with their fonts, or without those that cannot be had: nothing moves meanwhile. */
async function showWith(styles: CSSStyleSheet, fonts: Promise<FontFace>[]): Promise<void> {
  styles.insertRule('.katex { visibility: hidden }');
  await Promise.allSettled(fonts);
  styles.deleteRule(0);
}

/** The formula's HTML with its MathML; the LaTeX itself failing that. */
export function formula(latex: string): unknown {
  return unsafeHTML(all[latex] ?? latex);
}

/** Gets the formulas of those functions that a plot does not start with. */
export async function loadFormulas(latex: readonly string[]): Promise<void> {
  if (latex.every((source) => source in all)) return;
  const more = await import('../../../../build/generated/formulas-more.ts');
  // Another plot may have been faster.
  if (all !== FORMULAS) return;
  all = { ...FORMULAS, ...more.FORMULAS };
  rules = [...FORMULA_RULES, ...more.FORMULA_RULES];
  for (const rule of more.FORMULA_RULES) sheet?.insertRule(rule, sheet.cssRules.length);
}
