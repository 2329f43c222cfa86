// Chinese messages of the figure of slopes on the negative side.

import type { en } from '../en.ts';
import { training } from './training.ts';

export const slopeTracks: (typeof en)['slopeTracks'] = {
  title: '负半轴斜率',
  taglines: {
    learned: 'PReLU 的单元逐层学到了什么。',
    draws: 'RReLU 抽到的斜率，与 PReLU 学到的对照。',
  },
  modes: { learned: 'PReLU 学习', draws: 'RReLU 抽取' },
  summary: (setup, step, findings) => `${setup}。训练 ${step} 步后：${findings.join('')}`,
  setup: {
    size: (rows) => `${rows} 个样本`,
    start: (slope) => `斜率从 ${slope} 开始`,
    rate: (rate) => `SGD，学习率 ${rate}`,
    slopeRate: (factor) => `斜率的学习率 × ${factor}`,
    batch: (size) => `批大小 ${size}`,
    seed: (seed) => `种子 ${seed}`,
  },

  ...training,
  start: '训练',
  again: '重新训练',
  experiment: '更多设置',

  settings: {
    mode: { label: '显示', description: 'PReLU 学到的斜率，或与之对照的 RReLU 抽到的斜率。' },
    depth: { label: '隐藏层数', description: '隐藏层的数目。' },
    width: { label: '每层单元数', description: '每个隐藏层的单元数。' },
    learningRate: { label: '学习率', description: 'SGD 的学习率。' },
    slopeRate: {
      label: '斜率学习率的倍数',
      description: 'PReLU 斜率的学习率再乘以这个倍数；0 表示斜率不变。',
    },
    startSlope: { label: '起始斜率', description: 'PReLU 所有单元开始时的斜率。' },
    compare: {
      label: '损失与谁比较',
      description: '用同样的抽样训练的其他激活函数，比较它们的损失。',
    },
    dataset: { label: '数据', description: '手写数字，或平面上的两类点。' },
    size: {
      label: '数据量',
      description: '手写数字的训练图像数，或平面上点的总数。',
    },
    init: {
      label: '初始化',
      description: '权重怎样抽取：每种激活函数各用推荐方案，或统一用一种。',
    },
    batchSize: { label: '批大小', description: '每批的训练样本数。' },
    steps: { label: '步数', description: '优化器运行的步数。' },
    seed: { label: '随机种子', description: '批次、初始权重与抽取斜率的随机种子。' },
    layer: { label: '查看的层', description: '显示哪一层的离散程度。' },
    unit: { label: '查看的单元', description: '显示首层哪一个单元的斜率。' },
    autoplay: { label: '自动开始', description: '图进入视野后自动开始。' },
  },
  choices: {
    digits: '手写数字',
    moons: '双月',
    spiral: '双螺旋',
    recommended: '推荐的初始化',
    xavier: 'Xavier',
    he: 'He',
    lecun: 'LeCun',
  },

  readStep: '查看第几步',
  latest: '最新',
  drawAgain: '再抽一次',
  drawnIn: (step) => `训练第 ${step} 步抽到的`,
  stepAxis: '步',
  layerAxis: '隐藏层',
  rowAxis: '批中的样本',
  slopeAxis: '斜率 a',
  layer: (layer) => `第 ${layer} 层`,
  charts: {
    tracks: {
      title: '斜率随训练的变化',
      subtitle: (layer) => `各层单元的均值；色带：第 ${layer} 层居中的一半单元`,
    },
    layers: { title: '每个单元', subtitle: '各单元的斜率与每层的均值' },
    loss: { title: '损失', subtitle: '训练损失，交叉熵，对数刻度' },
    unit: {
      title: '一个单元的一步',
      subtitle: (unit, rows) => `首层第 ${unit} 个单元对 ${rows} 个样本各用的斜率`,
    },
    histogram: { title: '全部斜率', subtitle: '各区间所占百分比' },
  },
  notes: {
    tracks: (start) => `点线：起始斜率 ${start}。`,
    layers: '一个点是一个单元，同层的单元左右排开。点线：起始斜率。',
    loss: (chance) => `在全部训练样本上、以评估模式计算。点线：瞎猜，${chance}。`,
    unit: '色带：RReLU 抽取的上下限 1/8 与 1/3。PReLU 的线对每个样本都一样。',
    histogram: (drawn, learned) =>
      `RReLU：这一步为首层抽到的 ${drawn} 个斜率。PReLU：各层共 ${learned} 个斜率。`,
  },
  meanOfAll: '全部单元的均值',
  negative: '小于 0',
  countOf: (count, all) => `${all} 个中有 ${count} 个`,
  rreluMean: 'RReLU，此处均值',
  rreluTest: 'RReLU，测试时',
  preluUnit: 'PReLU，这个单元',
  range: (label) => `${label}，从最小到最大`,
  fromTo: (from, to) => `${from} … ${to}`,
  lossAndAccuracy: (loss, accuracy) => `${loss}，测试准确率 ${accuracy}`,
  diverged: '已发散',
  allDiverged: '到这一步，PReLU 网络已经发散。请查看更早的一步。',
  findings: {
    learned: (v) =>
      `PReLU 的平均斜率在第 1 层是 ${v.first}，在第 ${v.depth} 层是 ${v.last}；单个单元在 ${v.min} 与 ${v.max} 之间。`,
    single: (mean, min, max) => `PReLU 的平均斜率是 ${mean}；单个单元在 ${min} 与 ${max} 之间。`,
    drawn: (v) =>
      `RReLU 在训练第 ${v.step} 步抽了 ${v.count} 个斜率，在 ${v.min} 与 ${v.max} 之间，均值 ${v.mean}。不训练时，每个单元都用 ${v.test}。`,
    loss: (label, loss, accuracy) => `${label}：训练损失 ${loss}，测试准确率 ${accuracy}。`,
    diverged: (label, step) =>
      `${label} 在第 ${step} 步发散：有数变成了无穷大或不是数。请减小学习率或斜率的倍数。`,
  },
  table: {
    caption: (step) => `第 ${step} 步时 PReLU 各层的斜率`,
    columns: ['层', '均值', '最小', '下四分位数', '中位数', '上四分位数', '最大'],
    drawsCaption: (unit, step) => `首层第 ${unit} 个单元的斜率，训练第 ${step} 步抽取`,
    drawsColumns: ['样本', 'RReLU', 'PReLU'],
  },
  help: [
    'PReLU 是负半轴斜率可以学习的 ReLU，每个单元一个斜率。点“训练”，看斜率往哪里走；在以步为横轴的图上移动指针，可以查看较早的一步。',
    'RReLU 的斜率从均匀分布中抽取，每一训练步、每个单元、每个样本都重新抽。“再抽一次”取下一步的抽样。不训练时，它用上下限的平均值。',
    'RReLU 的抽样出自引擎：从同样宽度、同样种子的一层的真实训练步中读出。设置与种子相同，任何设备上的数都相同。',
  ],
};
