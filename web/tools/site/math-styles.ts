// Collects the rules that the formulas of all pages need, in one stylesheet.

import { readFileSync, writeFileSync } from 'node:fs';
import { PALETTE, PALETTE_IDS } from '../../src/widgets/palette.ts';
import { generatedDir } from './paths.ts';

export class MathStyles {
  private readonly rules = new Set<string>();

  add(css: string): void {
    for (const rule of css.split('\n').filter(Boolean)) this.rules.add(rule);
  }

  write(): void {
    const katex = readFileSync(`${generatedDir}/katex.css`, 'utf8');
    writeFileSync(
      `${generatedDir}/lesson.css`,
      `${katex}${[...this.rules].join('\n')}\n${curves()}`,
    );
  }
}

/** The mark before the name of an activation in prose: the colour and the pattern of its curve. */
function curves(): string {
  return PALETTE_IDS.map((id) => {
    const { light, dark, dash } = PALETTE[id];
    const pattern = dash.length === 0 ? 'solid' : dash[0]! <= 3 ? 'dotted' : 'dashed';
    return `.curve-${id}::before{border-color:light-dark(${light},${dark});border-style:${pattern}}\n`;
  }).join('');
}
