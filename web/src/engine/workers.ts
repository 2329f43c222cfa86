// The engine's workers, from files beside the engine that may come from another origin than the
// page's. The one-file bundle takes `inline-workers.ts` in its place.

// The bundler looks for the expression `new Worker(new URL(…, import.meta.url))`, so the constructor
// is wrapped and not the call.
const Worker = class {
  constructor(url: URL, options: WorkerOptions) {
    // biome-ignore lint/correctness/noConstructorReturn: stands in for the constructor it wraps
    return new globalThis.Worker(fromHere(url), options);
  }
} as unknown as typeof globalThis.Worker;

const imports = new Map<string, URL>();

/** A worker's script must be of the page's origin: a script of another one is imported by a Blob. */
function fromHere(url: URL): URL {
  if (typeof location === 'undefined' || url.origin === location.origin) return url;
  const { href } = url;
  if (!imports.has(href)) {
    const script = new Blob([`import ${JSON.stringify(href)};`], { type: 'text/javascript' });
    imports.set(href, new URL(URL.createObjectURL(script)));
  }
  return imports.get(href)!;
}

export function raceWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

export function speedWorker(): Worker {
  return new Worker(new URL('./speed/speed-worker.ts', import.meta.url), { type: 'module' });
}
