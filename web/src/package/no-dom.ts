// What the scripts of figures find where there is no DOM, as on a server: the bundler puts these in
// place of the globals, so that importing a figure does nothing there.

export const HTMLElement = globalThis.HTMLElement ?? class {};

export const document = globalThis.document ?? { scripts: [], createTreeWalker() {} };

export const customElements = globalThis.customElements ?? { get: () => HTMLElement, define() {} };
