// Defines `<take-away>`.

import { TakeAwayPanel } from './panel.ts';

if (!customElements.get('take-away')) customElements.define('take-away', TakeAwayPanel);
