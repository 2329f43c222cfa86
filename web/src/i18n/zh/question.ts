// Chinese messages of predictions and quiz questions.

import type { en } from '../en.ts';

export const question: (typeof en)['question'] = {
  predict: '先猜一猜',
  quiz: '自测',
  choose: '先选一个答案。',
  enter: '先填一个范围内的数。',
  number: (min, max) => `你估计的数（${min} 到 ${max}）`,
  commit: '就这么猜',
  check: '核对',
  skip: '不猜，直接运行',
  kept: '你的猜测已经记下。现在去运行，再回来看解释。',
  skipped: '这一题你没有猜，直接运行了。',
  yours: '你猜的是：',
  right: '正确。',
  wrong: '不对。',
  earlier: '你上次的回答：',
  reveal: '实验结果',
  toFigure: '去看图',
  run: '运行',
  locked: '这张图要等你先猜：拿定主意再看，猜错了也比直接看学得多。',
  back: '回到题目',
};
