// The script of the builder's page.

import { Builder } from './builder.ts';

const root = document.querySelector<HTMLElement>('[data-builder]')!;
void new Builder(root).start();
