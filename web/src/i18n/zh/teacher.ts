// Chinese messages of what a teacher adds to a figure: a question, a poster, a frozen link.

import type { en } from '../en.ts';

export const teacher: (typeof en)['teacher'] = {
  load: '加载图',
  waiting: '请先回答上面的问题，再使用这个图。',
  frozen: {
    waits: (engine) => `这是冻结链接：运行结束后，会把数值与生成链接时的（引擎 ${engine}）比较。`,
    same: (engine) => `数值与生成此链接时完全相同（引擎 ${engine}）。`,
    differs: (then, now) =>
      `数值与生成此链接时不同。链接由引擎 ${then} 生成，本页使用的是引擎 ${now}。`,
    unfinished: '运行结束后才能生成冻结链接。',
    ownData: '自己的数据不包含在链接中，因此没有冻结链接。',
    noPage: '这个图没有可供链接指向的独立页面。',
    timed: '计时结果每次都不同，因此没有冻结链接。',
  },
};
