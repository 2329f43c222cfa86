// Starts the page of a frame. Modules need an origin; a page without one, as in a frame with
// `sandbox="allow-scripts"` or from a file, takes the classic script that has everything inside.
(() => {
  if (self.origin !== 'null') {
    document.head.append(document.querySelector('template').content);
    return;
  }
  const script = document.createElement('script');
  script.src = new URL('embed/activation-lab.inline.js', document.currentScript.src).href;
  script.onload = () => globalThis.ActivationLab.openFrame();
  document.head.append(script);
})();
