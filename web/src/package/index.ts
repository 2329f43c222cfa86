// `activation-lab`: defines every figure that the page holds, now and later.

import { loadFigures } from '../widgets/index.ts';

export { VERSION as version } from '../engine/version.ts';
export { loadFigure } from '../widgets/index.ts';

if (globalThis.document) loadFigures();
