// The offline copy: says how it stands, and asks before a new version takes over.

type OfflineState = 'saving' | 'ready' | 'unavailable' | 'failed' | 'disconnected';

const base = new URL(document.documentElement.dataset.base ?? './', location.href);
let state: OfflineState = 'saving';

function show(next: OfflineState = state): void {
  state = next;
  const place = document.querySelector<HTMLElement>('[data-offline]');
  if (!place) return;
  const shown = state === 'ready' && !navigator.onLine ? 'disconnected' : state;
  const words = place.dataset[shown] ?? '';
  if (place.textContent !== words) place.textContent = words;
  place.dataset.state = shown;
}

let reloading = false;
function reload(): void {
  if (reloading) return;
  reloading = true;
  location.reload();
}

/** Offers the version that waits; nothing changes until the reader accepts. */
function offerUpdate(waiting: ServiceWorker): void {
  const banner = document.querySelector<HTMLElement>('[data-update]');
  if (!banner) return;
  banner.hidden = false;
  const on = (name: string, act: () => void) => {
    const button = banner.querySelector<HTMLButtonElement>(`[data-${name}]`);
    if (button) button.onclick = act;
  };
  on('later', () => {
    banner.hidden = true;
  });
  on('accept', () => {
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') reload();
    });
    waiting.postMessage({ type: 'skip-waiting' });
  });
}

function follow(worker: ServiceWorker, registration: ServiceWorkerRegistration): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration.active && registration.active !== worker) {
      offerUpdate(worker);
    }
    if (worker.state === 'activated') show('ready');
    if (worker.state === 'redundant') show(registration.active ? 'ready' : 'failed');
  });
}

function watchRegistration(registration: ServiceWorkerRegistration): void {
  if (registration.active) show('ready');
  if (registration.waiting) offerUpdate(registration.waiting);
  if (registration.installing) follow(registration.installing, registration);
  registration.addEventListener('updatefound', () => {
    if (registration.installing) follow(registration.installing, registration);
  });
}

/** What is registered is known at once, whereas registering waits for an update under way. */
async function register(workers: ServiceWorkerContainer): Promise<void> {
  const known = await workers.getRegistration(base);
  if (known?.scope === base.href) {
    watchRegistration(known);
    if (navigator.onLine) await known.update();
  } else {
    watchRegistration(await workers.register(new URL('sw.js', base), { updateViaCache: 'none' }));
  }
}

export function startOffline(): void {
  const { serviceWorker: workers } = navigator;
  if (!workers || import.meta.env.DEV) {
    show('unavailable');
    return;
  }
  show();
  addEventListener('online', () => show());
  addEventListener('offline', () => show());
  // Another page accepted an update: the version that this page came from is gone.
  if (workers.controller) workers.addEventListener('controllerchange', reload);
  register(workers).catch((error: unknown) => {
    console.info(`No offline copy, or no new one: ${error}`);
    if (!workers.controller) show('unavailable');
  });
}
