// Chinese messages of the figure of dead units.

import type { en } from '../en.ts';
import { training } from './training.ts';

export const deadUnits: (typeof en)['deadUnits'] = {
  title: '死亡单元',
  tagline: '网络学习手写数字，一个格子就是一个隐藏单元。',
  setup: (depth, width, batch, seed) =>
    `${depth} × ${width} 个隐藏单元，普通 SGD，批大小 ${batch}，种子 ${seed}。`,
  bornTitle: '先天死亡',
  bornTagline: '有多少网络在训练开始之前就已经死了？',

  ...training,
  stepBy: (n) => `+${n}`,
  drawByLabel: (n) => `抽取 ${n} 个网络`,
  drawn: (count, networks) => `已抽取 ${count} 个网络，共 ${networks} 个`,
  progressLabel: '进度',
  preparing: '正在准备网络……',
  more: '更多设置',

  states: {
    alive: '存活',
    inactive: '本批未激活',
    dead: '在训练集上死亡',
    revived: '复活',
  },
  stateNotes: {
    alive: '在下一批的某些图像上导数不为零；颜色越深，有响应的训练图像越多。',
    inactive: '在下一批的所有图像上导数为零，但并非在全部训练图像上都如此。',
    dead: '在每一幅训练图像上导数都恰好为零。',
    revived: '在之前的某次测量中已死亡，现在又有了非零导数。',
  },
  legend: '格子的含义与单元数目',
  layer: (layer) => `第 ${layer} 个隐藏层`,
  layerCounts: (dead, count) => `${count} 个单元中死亡 ${dead} 个`,
  pickUnit: (layer) => `第 ${layer} 个隐藏层的单元`,
  unit: (layer, unit, state, train, batch) =>
    `第 ${layer} 层第 ${unit} 个单元：${state}。导数非零的图像占训练集的 ${train}，占下一批的 ${batch}。`,
  unitDied: (step) => `第 ${step} 步测得死亡。`,
  unitRevived: (step) => `第 ${step} 步测得复活。`,
  unitHint: '把指针移到格子上，或用方向键选中格子，即可查看该单元。',

  charts: {
    units: '单元占比',
    loss: '交叉熵',
    step: '步数',
    networks: '已抽取的网络数',
    share: '先天死亡的比例',
    unitsTitle: '训练中的单元状态',
    lossTitle: '损失',
    shareTitle: '累计比例',
  },
  readings: {
    trainLoss: '训练损失',
    testLoss: '测试损失',
    testAccuracy: '测试准确率',
    formula: '公式',
    simulated: '模拟',
    error: (error) => `± ${error}（一个标准误差）`,
  },

  verdicts: {
    layer: (layer, output) => (output ? '输出层' : `第 ${layer} 个隐藏层`),
    diverged: (step, place, unit, reason) =>
      `网络在第 ${step} 步发散：${place}${unit && `第 ${unit} 个单元`}的${reason}不再是有限值。此后各单元的状态已无从谈起，图中保留发散前最后一次测量的结果。`,
    reasons: { activation: '激活值', loss: '损失', gradient: '梯度', parameter: '参数' },
    cut: (layer, loss) =>
      `第 ${layer} 个隐藏层的单元全部死亡：无论输入哪幅图像，这一层的输出都一样，梯度也传不过去，因此这一层及其之前的参数再也不会改变；只有后面的层还能学，而它们能学到的只有各类别的频率。训练损失为 ${loss}，随机猜测为 ln 10 = 2.303。`,
    units: (_, dead, all, share, accuracy) =>
      `${all} 个单元中有 ${dead} 个（${share}）在训练集上死亡；测试准确率 ${accuracy}。`,
    faint: (share) =>
      `另外，在全部“单元–训练图像”组合中，有 ${share} 的导数虽不为零，却不到最大值的 1%：单元没有死，但几乎学不到东西。`,
    revived: (_, count) => `另有 ${count} 个单元复活。`,
  },

  born: {
    settings: (width, depth) =>
      `每层 ${width} 个单元，${depth} 个 ReLU 隐藏层，无偏置，权重关于零对称分布，一个输入。`,
    latest: '最近一个网络',
    none: '尚未抽取网络。每行代表一层，自上而下从输入到输出。',
    alive: '信号能传到最后一层。',
    deadAt: (layer) => `第 ${layer} 层整层关闭：前向信号与反向梯度都过不去，网络先天死亡。`,
    cells: '最近一个网络的各个单元，每行一层：实心表示激活，空心表示关闭。',
    on: '激活',
    off: '关闭',
    deadRow: '整层关闭',
    verdict: (dead, count, share, error, formula) =>
      `${count} 个网络中有 ${dead} 个先天死亡，比例为 ${share} ± ${error}；公式给出 ${formula}。`,
    formula: '1 − (1 − 2⁻ᴺ)ᴸ',
  },

  table: {
    caption: (step) => `第 ${step} 步时各层的单元状态`,
    layer: '层',
    all: '合计',
    bornCaption: '累计比例',
    networks: '网络数',
    share: '先天死亡的比例',
    error: '标准误差',
    formula: '公式',
  },

  summary: (state, verdict) => `${state}。${verdict}`,
  help: [
    '一个全连接网络用普通梯度下降学习手写数字，每个隐藏单元对应一个格子。“开始”连续训练，+1 至 +100 前进若干步，“重置”回到同一起点。',
    '若一个单元在每一幅训练图像上的导数都恰好为零，就说它死亡了。这时梯度传不到它，只有前面的层改变了它的输入，它才可能复活。第一层的输入固定不变，所以第一层的单元一旦死亡就不会复活。',
    '按这个定义，只有存在严格平坦区间的激活函数才有死亡单元。斜率为 0.01，或像 GELU 在 −10 处那样只有 10⁻²² 量级，都不算死亡，但可能同样学不到东西，请对照损失来看。',
  ],
  bornHelp: [
    '每个网络有 L 个 ReLU 隐藏层，每层 N 个单元，无偏置，权重关于零对称分布，输入随机抽取一个。每个单元关闭的概率为 ½，因此整层关闭的概率为 2⁻ᴺ。',
    '实线是到目前为止抽取的网络中先天死亡的比例，色带为一个标准误差，虚线为精确概率。',
  ],

  settings: {
    mode: {
      label: '实验',
      description: '选择实验：训练中的单元，或从一开始就死亡的网络。',
    },
    activation: { label: '激活函数', description: '隐藏层的激活函数。' },
    slope: {
      label: 'x < 0 时的斜率',
      description: 'Leaky ReLU 负半轴的斜率，对其他激活函数无效。',
    },
    learningRate: { label: '学习率', description: '普通梯度下降的步长。' },
    bias: {
      label: '隐藏层偏置的初值',
      description: '所有隐藏层偏置的初值；取 −10 时，所有 ReLU 单元都处于关闭状态。',
    },
    width: { label: '每层单元数', description: '每个隐藏层的单元数。' },
    depth: { label: '隐藏层数', description: '隐藏层的层数。' },
    batchSize: { label: '批大小', description: '每一步使用的训练图像数。' },
    steps: { label: '总步数', description: '训练到第几步结束。' },
    bornWidth: { label: '宽度 N', description: '“先天死亡”实验中每层的单元数。' },
    bornDepth: { label: '隐藏层数 L', description: '“先天死亡”实验中隐藏层的层数。' },
    networks: { label: '网络数', description: '“先天死亡”实验抽取的随机网络总数。' },
    seed: { label: '种子', description: '所有随机数的种子；种子相同，结果就相同。' },
  },
  modes: { training: '训练', born: '先天死亡' },
};
