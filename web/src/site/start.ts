// On the start page: snippets to copy.

const site = new URL(document.documentElement.dataset.base ?? './', location.href).href;
for (const place of document.querySelectorAll('[data-site-url]')) place.textContent = site;

for (const snippet of document.querySelectorAll<HTMLElement>('[data-snippet]')) {
  const button = snippet.querySelector<HTMLButtonElement>('[data-copy]');
  const code = snippet.querySelector('code');
  if (!button || !code) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      button.textContent = snippet.dataset.copied ?? '';
    } catch {
      getSelection()?.selectAllChildren(code);
      button.textContent = snippet.dataset.failed ?? '';
    }
  });
}
