// Chinese messages of the activation plot.

import type { en } from '../en.ts';

export const plot: (typeof en)['plot'] = {
  title: '激活函数及其导数',
};
