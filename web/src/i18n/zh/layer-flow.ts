// Chinese messages of the flow through the layers.

import type { en } from '../en.ts';
import { training } from './training.ts';

export const layerFlow: (typeof en)['layerFlow'] = {
  title: '逐层传播',
  tagline: '信号逐层向前，梯度逐层往回，一路上各会怎样？',
  digits: '手写数字',
  summary: (setup, step, findings) => `${setup}。训练 ${step} 步后：${findings}`,
  setup: {
    rate: (rate) => `SGD，学习率 ${rate}`,
    batch: (size) => `批大小 ${size}`,
    batchNorm: '批归一化',
    clipNorm: (norm) => `梯度裁剪阈值 ${norm}`,
    seed: (seed) => `种子 ${seed}`,
  },

  ...training,
  start: '训练',
  again: '重新训练',
  experiment: '更多设置',

  compareWith: '对照',
  nothingElse: '无',
  settings: {
    activations: { label: '激活函数', description: '隐藏层的激活函数，可再选一个作对照。' },
    init: {
      label: '初始化',
      description: '权重的抽取方式：各用各的推荐方案，或指定一种。',
    },
    initScale: {
      label: '增益',
      description: '隐藏层全部初始权重所乘的倍数，一改动就重新初始化。',
    },
    depth: { label: '隐藏层数', description: '隐藏层的数目。' },
    width: { label: '每层单元数', description: '每个隐藏层的单元数。' },
    batchNorm: { label: '批归一化', description: '对每个预激活值做归一化。' },
    learningRate: { label: '学习率', description: 'SGD 的学习率。' },
    batchSize: { label: '批大小', description: '每批的样本数；超过训练样本总数即为全批量。' },
    clipNorm: { label: '梯度裁剪阈值', description: '全局梯度范数的上限；0 表示不裁剪。' },
    steps: { label: '步数', description: '优化器一共走多少步。' },
    seed: { label: '随机种子', description: '批次与初始值的随机种子。' },
    layer: { label: '查看的层', description: '显示哪一个隐藏层的数值。' },
    theory: {
      label: '无限宽理论值',
      description: '细实线：平均场理论对起点的预测。',
    },
    charts: { label: '图', description: '显示哪些图。' },
    autoplay: { label: '自动开始', description: '图进入视野后自动开始。' },
  },
  inits: {
    recommended: '各用推荐方案',
    xavier: 'Xavier',
    he: 'He',
    lecun: 'LeCun',
    normal: '正态，σ = 0.01',
    uniform: '均匀 ± 1/√n',
    lsuv: 'LSUV',
  },

  readLayer: '查看第几层',
  readStep: '查看第几步',
  latest: '最新',
  layerAxis: '隐藏层',
  preActivationAxis: '预激活值 z',
  charts: {
    spread: { title: '输出的均值与离散程度', subtitle: '均值 ± 标准差' },
    rms: { title: '前向：信号的大小', subtitle: '输出的均方根，对数刻度' },
    'output-gradient': { title: '反向：梯度的大小', subtitle: '一批样本上 ∂L/∂h 的范数，对数刻度' },
    'weight-gradient': { title: '权重的梯度', subtitle: '一批样本上 ∂L/∂W 的范数，对数刻度' },
    saturation: { title: '饱和', subtitle: '饱和的（单元, 样本）对所占百分比' },
    histogram: { title: '选定层的预激活值', subtitle: '各区间所占百分比' },
  },
  histogramOf: (layer) => `第 ${layer} 层：各区间所占百分比`,
  notes: {
    spread: '线：对全部单元和训练样本取的均值；色带：上下各一个标准差。',
    rms: '均方根对全部单元和训练样本计算。',
    outputGradient: '请从右往左看：h 是该层的输出，L 是损失。',
    saturation: '饱和：|f′| 不到其最大值的 1 %。',
    histogram: '超出 ±8 的值计入最外侧的区间。',
  },
  sentences: (sentences) => sentences.join(''),
  faint: '浅色线：第 0 步。',
  thin: '细实线：各层无限宽时，理论对第 0 步的预测。',
  allDiverged: '到这一步，所有网络都已发散，请回看更早的步。',
  diverged: '已发散',
  findings: {
    forward: ({ label, depth, from, to, factor }) =>
      `${label}：从第 1 层到第 ${depth} 层，均方根由 ${from} 变为 ${to}${factor ? `，平均每层 × ${factor}` : ''}；`,
    backward: ({ depth, from, to, factor }) =>
      `从第 ${depth} 层回传到第 1 层，梯度由 ${from} 变为 ${to}${factor ? `，平均每层 × ${factor}` : ''}。`,
    loss: (loss, accuracy) => `训练损失 ${loss}，测试准确率 ${accuracy}。`,
    diverged: (label, step) =>
      `${label} 在第 ${step} 步发散：出现了无穷大或无意义的数。可以回看更早的步，或减小增益、降低学习率、裁剪梯度。`,
  },
  table: {
    caption: (step) => `训练 ${step} 步后各隐藏层的数值（与计算引擎所得完全一致）`,
    columns: [
      '激活函数',
      '层',
      '均值',
      '标准差',
      '均方根',
      '∂L/∂h 的范数',
      '∂L/∂W 的范数',
      '饱和比例',
    ],
  },
  help: [
    '拖动增益：网络立即重新初始化并测量，此时尚未训练。然后点“训练”，看各层如何变化。',
    '在图上移动指针，或拖动选层的滑块，各图就都显示该层的数值，直方图画的也是这一层。拖动选步的滑块，可以回看先前的情形。',
    '信号及其离散程度在全部训练样本上测量，梯度在最近一批样本上测量（尚未训练时为第一批）。设置与种子相同，在任何设备上结果都相同。',
  ],
};
