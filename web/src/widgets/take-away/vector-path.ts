// A path that a canvas can draw and that SVG can write.

export class VectorPath extends Path2D {
  constructor(readonly d: string) {
    super(d);
  }
}
