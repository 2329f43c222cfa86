// The script of a page for an iframe.

import { openFrame } from './frame.ts';

void openFrame();
