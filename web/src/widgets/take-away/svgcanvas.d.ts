// The parts of svgcanvas that are used here.

declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  export const Context: new (options: {
    width: number;
    height: number;
  }) => CanvasRenderingContext2D & { getSvg(): SVGSVGElement };
}
