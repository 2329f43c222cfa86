// The service worker: one verified copy of the whole site, replaced as a whole and on consent.
/// <reference lib="webworker" />

/** Written by the build: every file of the site, and how its SHA-256 must begin, in base64. */
declare const PRECACHE: Readonly<Record<string, string>>;
/** Written by the build: the hash of the list. */
declare const VERSION: string;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const root = new URL('./', worker.location.href);
const prefix = `activation-lab ${root.pathname} `;
const cacheName = prefix + VERSION;

worker.addEventListener('install', (event) => {
  event.waitUntil(precache());
});

async function precache(): Promise<void> {
  const cache = await caches.open(cacheName);
  const queue = Object.entries(PRECACHE);
  const fetchNext = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, hash] = next;
      const url = new URL(path, root);
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      if (!(await hashOf(response.clone())).startsWith(hash)) {
        throw new Error(`${url}: it is not the file that was built`);
      }
      await cache.put(url, response);
    }
  };
  try {
    await Promise.all([fetchNext(), fetchNext(), fetchNext(), fetchNext()]);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches());
});

async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function deleteOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

worker.addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(root.href)) return;
  const path = url.pathname.slice(root.pathname.length);
  if (request.mode === 'navigate') {
    const folder = path.replace(/index\.html$/, '');
    if (folder in PRECACHE) event.respondWith(fromCache(folder, request));
    else if (`${folder}/` in PRECACHE) {
      // Relative links need the closing slash.
      event.respondWith(Response.redirect(`${root}${folder}/${url.search}`, 301));
    }
  } else if (path in PRECACHE) {
    event.respondWith(fromCache(path, request));
  }
});

/** Queries hold the state of a figure, never a different file. */
async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(new URL(path, root))) ?? fetch(request);
}
