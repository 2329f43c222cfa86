// The same in one file with everything inside, as a classic script: for pages that must load
// nothing else, such as files, sandboxed frames and hosts without CORS.

import { loadFigure, loadFigures, version } from './embed.ts';
import { openFrame } from './frame.ts';

const api = { version, loadFigure, loadFigures, openFrame };

declare global {
  var ActivationLab: typeof api;
}

globalThis.ActivationLab = api;
