// A small seeded generator for figures that compute on their own: the same seed and stream give the
// same numbers in every browser.

/** Mulberry32 (public domain, T. Ettinger): uniform in [0, 1), in steps of 2⁻³². */
export function uniform(seed: number, stream: number): () => number {
  let state = (seed + Math.imul(stream, 0x9e3779b9)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Very nearly a standard normal draw: twelve uniform ones less 6, exact in every browser. */
export function normal(next: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += next();
  return sum;
}
