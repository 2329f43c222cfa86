// Defines `<predict-run>`.

import { PredictRun } from './element.ts';

export { PredictRun };

if (!customElements.get('predict-run')) customElements.define('predict-run', PredictRun);
