// KaTeX without style attributes: nothing of the picture may be lost on the way.

import { expect, test } from 'vitest';
import { ACTIVATIONS } from '../../../web/src/engine/catalog.ts';
import { inlineStylesToClasses, katexParts, renderFormula } from '../../../web/tools/site/katex.ts';

test('a style becomes a class that wins like a style', () => {
  const { html, css } = inlineStylesToClasses(
    '<span class="a" style="height:1em;top:-2em;">x</span><i style="height:1em;top:-2em;"></i>',
  );
  const name = /k-[0-9a-f]{8}/.exec(html)?.[0];
  expect(html).toBe(`<span class="a ${name}">x</span><i class="${name}"></i>`);
  expect(css).toBe(`.${name}{height:1em!important;top:-2em!important}`);
});

test('what is not a style attribute stays', () => {
  const html = '<mstyle displaystyle="true"><p title="style=&quot;x&quot;">style="y"</p></mstyle>';
  expect(inlineStylesToClasses(html)).toEqual({ html, css: '' });
});

test.each(ACTIVATIONS.flatMap(({ latex, latexDerivative }) => [latex, latexDerivative]))(
  '%s renders with MathML and without styles',
  (latex) => {
    const { html, css } = renderFormula(latex);
    expect(html).toContain('<math');
    expect(html).not.toMatch(/\sstyle="/);
    for (const [, name] of html.matchAll(/\b(k-[0-9a-f]{8})\b/g))
      expect(css).toContain(`.${name}{`);
  },
);

test('bad LaTeX fails', () => {
  expect(() => renderFormula('\\frac{1}')).toThrow(/KaTeX/);
});

test('KaTeX’s stylesheet comes apart into rules and twenty fonts', () => {
  const { rules, fonts } = katexParts();
  expect(rules).not.toContain('@font-face');
  expect(fonts).toHaveLength(20);
});
