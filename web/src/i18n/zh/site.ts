// Chinese messages of the site shell.

import type { en } from '../en.ts';

export const site: (typeof en)['site'] = {};
