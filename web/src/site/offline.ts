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

export function startOffline(): void {
  if (!navigator.serviceWorker || import.meta.env.DEV) {
    show('unavailable');
    return;
  }
  show();
  addEventListener('online', () => show());
  addEventListener('offline', () => show());
  // Another page accepted an update: the version that this page came from is gone.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener('controllerchange', reload);
  }
  navigator.serviceWorker.register(new URL('sw.js', base), { updateViaCache: 'none' }).then(
    (registration) => {
      if (registration.active) {
        show('ready');
        registration.update().catch((error: unknown) => console.info(`No update: ${error}`));
      }
      if (registration.waiting) offerUpdate(registration.waiting);
      if (registration.installing) follow(registration.installing, registration);
      registration.addEventListener('updatefound', () => {
        if (registration.installing) follow(registration.installing, registration);
      });
    },
    (error: unknown) => {
      console.info(`No offline copy: ${error}`);
      show(navigator.serviceWorker.controller ? 'ready' : 'unavailable');
    },
  );
}
