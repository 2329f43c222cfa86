// Chinese messages of the training race.

import type { en } from '../en.ts';

export const race: (typeof en)['race'] = {};
