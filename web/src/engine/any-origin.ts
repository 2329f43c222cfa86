// A `Worker` whose script may come from another origin than the page's. The bundler looks for the
// expression `new Worker(new URL(…, import.meta.url))`, so the constructor is wrapped, not the call:
// give it the name `Worker` where it is used.

export const WorkerFromHere = class {
  constructor(url: URL, options: WorkerOptions) {
    // biome-ignore lint/correctness/noConstructorReturn: stands in for the constructor it wraps
    return new globalThis.Worker(fromHere(url), options);
  }
} as unknown as typeof Worker;

/** A worker's script must be of the page's origin: a script of another one is imported by a Blob. */
function fromHere(url: URL): URL {
  if (typeof location === 'undefined' || url.origin === location.origin) return url;
  const script = new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' });
  return new URL(URL.createObjectURL(script));
}
