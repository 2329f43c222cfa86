// Chinese messages of the digit pad.

import type { en } from '../en.ts';
import { training } from './training.ts';

export const digitPad: (typeof en)['digitPad'] = {
  title: '手写板',
  tagline: '写一个数字，让几个只有激活函数不同的网络来认。',
  setup: (depth, width, rate, batch, seed) =>
    `${depth} × ${width} 个隐藏单元，普通 SGD，学习率 ${rate}，批大小 ${batch}，种子 ${seed}。`,

  ...training,
  more: '更多设置',
  badImage: '64 个十七进制数字（0 到 g），逐行每个像素一个；也可以留空',

  pad: {
    draw: '在这里写',
    shown: '图像',
    hint: '用鼠标、触控笔或手指写一个数字',
    label: '手写的内容；用键盘时请到 8×8 像素的图像里操作',
    emptyLabel: '空白的手写区；用键盘时请到 8×8 像素的图像里操作',
  },
  image: {
    title: '网络得到的图像',
    label: '8×8 像素的图像',
    editLabel:
      '8×8 像素的图像。方向键移动，空格涂黑或擦掉一个像素，按住 Shift 再按方向键连着涂，加号和减号改变深浅。',
    cell: (row, column, level) => `第 ${row} 行第 ${column} 列：深浅 ${level}，最深 16`,
  },
  undo: '撤销',
  clear: '清除',
  previous: '‹ 测试图像',
  next: '测试图像 ›',
  source: {
    blank: '还没有写。',
    drawn: '你写的数字，已按数据集的做法摆正、缩放、居中。',
    painted: '逐个像素涂出的图像。',
    example: (number, count, label) => `测试图像第 ${number} 张，共 ${count} 张，标签是 ${label}。`,
  },

  says: (digit, confidence) => `${digit}，${confidence}`,
  noImage: '没有图像',
  diverged: (step) => `第 ${step} 步发散，给不出答案。`,
  right: '与标签相同',
  wrong: '与标签不同',
  atStep: (step) => `第 ${step} 步`,
  accuracy: (accuracy) => `测试准确率 ${accuracy}`,
  stopped: (step) => `停在第 ${step} 步`,
  barsLabel: (activation, answer) =>
    `${activation}：${answer}。这里是 0 到 9 各个数字的概率，数值见数据表。`,
  barsNote: '条的高度是 softmax 给这个数字的概率，从 0 到 100 %。',
  truthNote: '带框的是真实标签。',
  honest:
    '这些网络只见过 13 个人在表格上写的数字的扫描图。你在这里写的字虽然也处理成同样的样子（摆正、缩放、调整笔画粗细、按小块计数），但毕竟出自另一只手、另一支笔：出错会比测试准确率所说的多，有时还错得很有把握。',

  verdict: {
    none: '写一个数字，或者取一张测试图像，各网络马上作答。',
    right: (right, all, label) => `${all} 个网络中有 ${right} 个认得与标签 ${label} 相同。`,
    agree: (all, digit) =>
      all === 1 ? `这个网络认作 ${digit}。` : `${all} 个网络都认作 ${digit}。`,
    differ: (digits) =>
      digits === 1 ? '有的网络给不出答案。' : `各网络意见不一，共给出 ${digits} 个不同的数字。`,
  },
  readerSummary: (activation, answer) => `${activation}：${answer}`,
  summary: (image, step, answers) => `${image}第 ${step} 步。${answers.join('；')}。`,
  table: {
    caption: (step) => `第 ${step} 步时各个数字的概率`,
    digit: '数字',
  },
  help: [
    '用鼠标、触控笔或手指写。用键盘时到 8×8 像素的图像里去：方向键移动，空格涂黑或擦掉一个像素，按住 Shift 再按方向键连着涂，+ 和 − 改变深浅。“撤销”收回一笔或一个像素。',
    '数据集的图像原来是 32×32 像素，按 4×4 的小块计数得到。NIST 的程序事先把它们摆正（最末一行最左边的墨迹与第一行的对齐），缩放到宽 20、高 32 像素，并使墨迹的总量大致相同。这里写的字也走同样的步骤。',
    '点“开始”训练各网络，训练到哪一步，就按那一步作答。第一步之前，答案出自随机的权重。哪个网络的各条总在 10 % 上下，它对每张图像的回答都一样，什么也没学到。',
  ],

  settings: {
    racers: { label: '激活函数', description: '隐藏层的激活函数，每种一个网络。' },
    example: {
      label: '测试图像',
      description: '显示第几张测试图像，0 为不显示；若另有图像，以后者为准。',
    },
    image: {
      label: '图像',
      description: '自己的图像：64 个十七进制数字，逐行每个像素一个；留空则没有。',
    },
    depth: { label: '隐藏层数', description: '隐藏层的层数。' },
    width: { label: '每层单元数', description: '每个隐藏层的单元数。' },
    learningRate: { label: '学习率', description: '普通梯度下降的步长。' },
    steps: { label: '步数', description: '训练到第几步为止。' },
    seed: { label: '种子', description: '所有随机抽取的种子；种子相同，结果相同。' },
    autoplay: { label: '自动开始', description: '图一进入视野就开始训练。' },
  },
};
