// Chinese messages of predictions and quiz questions.

import type { en } from '../en.ts';

export const question: (typeof en)['question'] = {
  predict: '先猜一猜',
  quiz: '自测',
  choose: '先选一个答案。',
  enter: '先填一个范围内的数。',
  number: (min, max) => `你估计的数（${min} 到 ${max}）`,
  draw: '先画一条曲线。',
  drawHint:
    '用鼠标、触控笔或手指来画，还没画到的地方跟着走。用键盘时，← → 选一个点，↑ ↓ 移动它，Page Up 和 Page Down 移动得快些。',
  drawAgain: '重新画',
  curve: '你预想的损失曲线',
  curvePoint: (step) => `第 ${step} 步的损失`,
  curveValue: (loss, step) => `第 ${step} 步，损失 ${loss}`,
  stepAxis: (step) => `第 ${step} 步`,
  lossAxis: '损失（对数刻度）',
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
