// Formulas that KaTeX rendered at build time, for use inside a shadow root.

import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { FORMULA_CSS, FORMULA_FONTS, FORMULAS } from '../../../../build/generated/formulas.ts';

let sheet: CSSStyleSheet | undefined;

/** KaTeX's rules, shared by all roots; its fonts are registered on the document once. */
export function formulaSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(FORMULA_CSS);
    for (const { family, weight, style, url } of FORMULA_FONTS) {
      const source = `url("${new URL(url, import.meta.url).href}") format("woff2")`;
      document.fonts.add(new FontFace(family, source, { weight, style, display: 'swap' }));
    }
  }
  return sheet;
}

/** The formula's HTML with its MathML; the LaTeX itself failing that. */
export function formula(latex: string): unknown {
  return unsafeHTML(FORMULAS[latex] ?? latex);
}
