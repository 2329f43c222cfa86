// A context that writes SVG: svgcanvas, but text and paths are written here. Of text it reads the
// font from an inline style, which strict policies forbid, and it knows no paths given as text.

import { Context } from 'svgcanvas/dist/svgcanvas.esm.js';
import { VectorPath } from './vector-path.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Digits after the point: a hundredth of a pixel. */
const DIGITS = 2;

export interface SvgPaper {
  context: CanvasRenderingContext2D;
  /** Everything drawn so far as a document. */
  finish(title: string, description: string): SVGSVGElement;
}

export function svgPaper(width: number, height: number): SvgPaper {
  const canvas = new Context({ width, height });
  const root = canvas.getSvg();
  const scratch = document.createElement('canvas').getContext('2d')!;

  /** Puts an element where the next one belongs, with the transform and the colours in force. */
  function place(name: 'text' | 'path', how: 'fill' | 'stroke'): SVGElement {
    canvas.save();
    if (how === 'fill') canvas.fillRect(0, 0, 1, 1);
    else canvas.strokeRect(0, 0, 1, 1);
    const rects = root.querySelectorAll('rect');
    const rect = rects[rects.length - 1]!;
    const element = document.createElementNS(SVG, name);
    for (const { name: key, value } of rect.attributes) {
      if (!['x', 'y', 'width', 'height'].includes(key)) element.setAttribute(key, value);
    }
    // svgcanvas scales the width itself, and the transform would do so again.
    if (how === 'stroke') element.setAttribute('stroke-width', String(canvas.lineWidth));
    rect.replaceWith(element);
    canvas.restore();
    return element;
  }

  function write(how: 'fill' | 'stroke', text: string, x: number, y: number): void {
    const element = place('text', how);
    // As a canvas understands the font: style, weight, size and family.
    scratch.font = canvas.font;
    const [, slant, weight, size, family] =
      /^(italic )?(?:(bold|\d+) )?([\d.]+)px (.*)$/.exec(scratch.font) ?? [];
    element.setAttribute('font-family', (family ?? 'sans-serif').replaceAll('"', "'"));
    element.setAttribute('font-size', size ?? '12');
    if (slant) element.setAttribute('font-style', 'italic');
    if (weight) element.setAttribute('font-weight', weight);
    const anchors: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };
    const anchor = anchors[canvas.textAlign];
    if (anchor) element.setAttribute('text-anchor', anchor);
    element.setAttribute('x', String(x));
    element.setAttribute('y', String(y + baseline(text)));
    element.textContent = text;
  }

  /** From the line that the text is placed by down to the one it stands on. */
  function baseline(text: string): number {
    if (canvas.textBaseline === 'alphabetic') return 0;
    scratch.textBaseline = 'alphabetic';
    const alphabetic = scratch.measureText(text).actualBoundingBoxAscent;
    scratch.textBaseline = canvas.textBaseline;
    return alphabetic - scratch.measureText(text).actualBoundingBoxAscent;
  }

  const paths = (how: 'fill' | 'stroke') => (path?: VectorPath) => {
    if (path instanceof VectorPath) place('path', how).setAttribute('d', path.d);
    else canvas[how]();
  };
  const ours: Record<PropertyKey, unknown> = {
    fillText: (text: string, x: number, y: number) => write('fill', text, x, y),
    strokeText: (text: string, x: number, y: number) => write('stroke', text, x, y),
    fill: paths('fill'),
    stroke: paths('stroke'),
    arc: (...[x, y, radius, from, to, back]: Parameters<CanvasRenderingContext2D['arc']>) => {
      // svgcanvas leaves a gap in a circle, which is lost when digits are.
      const whole = Math.abs(to - from) >= 2 * Math.PI;
      if (whole) canvas.arc(x, y, radius, from, from + Math.PI, back);
      canvas.arc(x, y, radius, whole ? from + Math.PI : from, to, back);
    },
  };
  const context = new Proxy(canvas, {
    get(_, name) {
      if (Object.hasOwn(ours, name)) return ours[name as string];
      const value = Reflect.get(canvas, name);
      return typeof value === 'function' ? value.bind(canvas) : value;
    },
    set: (_, name, value) => Reflect.set(canvas, name, value),
  });

  return {
    context,
    finish(title, description) {
      tidy(root);
      root.setAttribute('viewBox', `0 0 ${width} ${height}`);
      root.setAttribute('role', 'img');
      const named = (name: string, text: string) => {
        const element = document.createElementNS(SVG, name);
        element.textContent = text;
        return element;
      };
      root.prepend(named('title', title), named('desc', description));
      return root;
    },
  };
}

/** Takes out what changes nothing, what is said twice, and digits that nobody sees. */
function tidy(root: SVGSVGElement): void {
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const idle =
        value === '' ||
        value === 'matrix(1 0 0 1 0 0)' ||
        name === 'paint-order' ||
        (name === 'stroke' && value === 'none');
      if (idle) element.removeAttribute(name);
      else if (/^(d|x|y|width|height|transform|stroke-width)$/.test(name)) {
        element.setAttribute(name, rounded(value));
      }
    }
    // A path that was neither filled nor stroked.
    if (element.nodeName === 'path' && !element.hasAttribute('d')) element.remove();
  }
  // Innermost first.
  for (const group of [...root.querySelectorAll('g')].reverse()) {
    if (group.attributes.length === 0 || group.childNodes.length === 0) {
      group.replaceWith(...group.childNodes);
    }
  }
  shareClips(root);
  const [text] = root.querySelectorAll('text');
  const family = text?.getAttribute('font-family');
  if (family) root.setAttribute('font-family', family);
  for (const element of root.querySelectorAll('text')) {
    if (element.getAttribute('font-family') === family) element.removeAttribute('font-family');
  }
}

/** Equal ones are one, and called by their number: equal pictures are equal files. */
function shareClips(root: SVGSVGElement): void {
  const ids = new Map<string, string>();
  const renamed = new Map<string, string>();
  for (const clip of root.querySelectorAll('clipPath')) {
    const known = ids.get(clip.innerHTML);
    const id = known ?? `clip-${ids.size + 1}`;
    renamed.set(`url(#${clip.id})`, `url(#${id})`);
    ids.set(clip.innerHTML, id);
    if (known) clip.remove();
    else clip.id = id;
  }
  for (const element of root.querySelectorAll('[clip-path]')) {
    element.setAttribute('clip-path', renamed.get(element.getAttribute('clip-path')!)!);
  }
}

function rounded(text: string): string {
  return text
    .trim()
    .replace(/-?\d+\.\d+(e-?\d+)?/g, (number) =>
      String(Number(Number(number).toFixed(DIGITS)) + 0),
    );
}
