// The styles of questions on pages that are not ours.

import text from './question.css?inline';

let sheet: CSSStyleSheet | undefined;

export function addStyles(root: DocumentOrShadowRoot = document): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
