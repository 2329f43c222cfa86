// Paints SVG on a context, with the looks that the styles of a figure give it.

import { render, type TemplateResult } from 'lit';
import { VectorPath } from './vector-path.ts';

/** Puts the template into the figure for as long as its styles are read. */
export function paintSvg(
  context: CanvasRenderingContext2D,
  template: TemplateResult,
  size: { width: number; height: number },
  place: HTMLElement,
): void {
  const holder = document.createElement('div');
  holder.hidden = true;
  place.append(holder);
  try {
    render(template, holder);
    paintElement(context, holder.querySelector('svg')!, size);
  } finally {
    holder.remove();
  }
}

function paintElement(
  context: CanvasRenderingContext2D,
  svg: SVGSVGElement,
  size: { width: number; height: number },
): void {
  const box = svg.viewBox.baseVal;
  const width = box?.width || svg.width.baseVal.value;
  const height = box?.height || svg.height.baseVal.value;
  const scale = Math.min(size.width / width, size.height / height);
  context.save();
  context.scale(scale, scale);
  context.translate(-(box?.x ?? 0), -(box?.y ?? 0));
  for (const child of svg.children) paintNode(context, child, scale);
  context.restore();
}

function paintNode(context: CanvasRenderingContext2D, node: Element, scale: number): void {
  if (!(node instanceof SVGGraphicsElement)) return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  context.save();
  const matrix = node.transform.baseVal.consolidate()?.matrix;
  if (matrix) context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  context.globalAlpha *= Number(style.opacity);
  clip(context, node);
  if (node instanceof SVGGElement) {
    for (const child of node.children) paintNode(context, child, scale);
  } else if (node instanceof SVGTextElement) {
    paintText(context, node, style);
  } else if (node instanceof SVGGeometryElement) {
    const path = new VectorPath(pathOf(node));
    fill(context, style, () => context.fill(path));
    stroke(context, style, scale, () => context.stroke(path));
  }
  context.restore();
}

/** Only rectangles are used to clip. */
function clip(context: CanvasRenderingContext2D, node: Element): void {
  const id = /url\("?#([^")]+)"?\)/.exec(node.getAttribute('clip-path') ?? '')?.[1];
  if (id === undefined) return;
  const rect = (node.getRootNode() as ParentNode).querySelector<SVGRectElement>(
    `#${CSS.escape(id)} rect`,
  )!;
  const [x, y, width, height] = lengths(rect.x, rect.y, rect.width, rect.height);
  context.beginPath();
  context.rect(x!, y!, width!, height!);
  context.clip();
}

function fill(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  paint: () => void,
): void {
  if (!visible(style.fill)) return;
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * Number(style.fillOpacity);
  context.fillStyle = plain(style.fill);
  paint();
  context.globalAlpha = alpha;
}

function stroke(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  scale: number,
  paint: () => void,
): void {
  if (!visible(style.stroke)) return;
  const alpha = context.globalAlpha;
  const unit = style.vectorEffect === 'non-scaling-stroke' ? 1 / scale : 1;
  const dashes = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/);
  context.globalAlpha = alpha * Number(style.strokeOpacity);
  context.strokeStyle = plain(style.stroke);
  context.lineWidth = Number.parseFloat(style.strokeWidth) * unit;
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  context.setLineDash(dashes.map((dash) => Number.parseFloat(dash) * unit));
  if (context.lineWidth > 0) paint();
  context.globalAlpha = alpha;
}

function paintText(
  context: CanvasRenderingContext2D,
  node: SVGTextElement,
  style: CSSStyleDeclaration,
): void {
  const text = node.textContent.replace(/\s+/g, ' ').trim();
  const [x, y] = [node.x, node.y].map(({ baseVal }) =>
    baseVal.numberOfItems > 0 ? baseVal.getItem(0).value : 0,
  ) as [number, number];
  const aligned = { start: 'left', middle: 'center', end: 'right' } as const;
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = aligned[style.textAnchor as keyof typeof aligned] ?? 'left';
  context.textBaseline = 'alphabetic';
  // What lies under the letters comes first.
  stroke(context, style, 1, () => context.strokeText(text, x, y));
  fill(context, style, () => context.fillText(text, x, y));
}

const visible = (paint: string) => paint !== 'none' && !/^rgba\(.*, 0\)$|^transparent$/.test(paint);

/** `rgb()` with commas: other ways of writing colours are unknown to many readers of SVG. */
function plain(color: string): string {
  const given = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(color);
  if (!given) return color;
  const channels = given.slice(1, 4).map((share) => Math.round(255 * Number(share)));
  return `rgba(${[...channels, given[4] ?? 1].join(', ')})`;
}

const lengths = (...given: SVGAnimatedLength[]) => given.map(({ baseVal }) => baseVal.value);

function pathOf(node: SVGGeometryElement): string {
  if (node instanceof SVGRectElement) {
    const [x, y, width, height] = lengths(node.x, node.y, node.width, node.height);
    return `M${x} ${y}h${width}v${height}h${-width!}Z`;
  }
  if (node instanceof SVGCircleElement) {
    const [x, y, r] = lengths(node.cx, node.cy, node.r);
    return ellipse(x!, y!, r!, r!);
  }
  if (node instanceof SVGEllipseElement) {
    const [x, y, rx, ry] = lengths(node.cx, node.cy, node.rx, node.ry);
    return ellipse(x!, y!, rx!, ry!);
  }
  if (node instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = lengths(node.x1, node.y1, node.x2, node.y2);
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  if (node instanceof SVGPolylineElement) return `M${node.getAttribute('points')!.trim()}`;
  return node.getAttribute('d') ?? '';
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}
