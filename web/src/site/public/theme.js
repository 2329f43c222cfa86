// Sets the theme before the first paint: what the address asks for, else what the reader chose,
// else what the system says. A classic script, because modules run after the first paint.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const known = (name) => (['auto', 'light', 'dark'].includes(name) ? name : undefined);

  function chosen() {
    const asked = known(new URLSearchParams(location.search).get('theme'));
    if (asked) return asked;
    try {
      return known(localStorage.getItem('activation-lab:theme')) ?? 'auto';
    } catch {
      return 'auto'; // Storage is blocked: the system decides.
    }
  }

  function apply() {
    const name = chosen();
    root.dataset.theme = name === 'auto' ? (system.matches ? 'dark' : 'light') : name;
  }

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('activation-lab:theme', apply);
})();
