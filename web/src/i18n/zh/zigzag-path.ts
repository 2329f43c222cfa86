// Chinese messages of the zig-zag figure.

import type { en } from '../en.ts';

export const zigzagPath: (typeof en)['zigzagPath'] = {
  title: '两个权重在损失曲面上的路径',
  setup: (weights) =>
    weights === 2
      ? '不带偏置的单元 ŷ = w₁x₁ + w₂x₂，用 500 个样本学习 y = x₁ − x₂。'
      : `不带偏置、有 ${weights} 个权重的单元，用 500 个样本学习；图中画出 w₁ 与 w₂，等高线取其余权重都已到位时的截面。`,
  inputs: '输入',
  kinds: { positive: '全为正：U(0, 1)', centred: '已中心化：均值为 0' },
  shortKinds: { positive: '全正', centred: '中心化' },
  batch: '每次更新所用样本数',
  batches: { '1': '1', '4': '4', '16': '16', '64': '64', all: '全部 500' },
  rateUnit: '学习率',
  rateUnits: { limit: '按各自上限的比例', absolute: '两边取相同值' },
  rateShare: 'η 与 2/λmax 之比',
  learningRate: '学习率 η',
  limitMark: (kind, value) => `${kind}的 2/λmax：${value}`,
  fastMark: '½：η = 1/λmax',
  stableMark: '1：上限 2/λmax',
  more: '更多设置',
  weights: '权重个数',
  steps: '更新总次数',
  seed: '数据与批次的随机种子',
  legend: {
    same: '两个分量同号的更新',
    sameOfMany: '各分量全部同号的更新',
    mixed: '分量异号的更新',
    origin: '起点：w = 0',
    goal: '最优权重',
    contour: '与起点损失相等的各点',
  },
  distanceAxis: '到 w* 的距离',
  stepAxis: '更新次数',
  distanceTitle: '到最优权重的距离（以起点处的距离为 1）',
  rows: {
    condition: '条件数 λmax/λmin',
    limit: '学习率上限 2/λmax',
    rate: '学习率 η',
    share: '迄今同号更新所占比例',
    distance: '剩余距离',
    reached: '距离降到 1% 所需更新次数',
  },
  notReached: (steps) => `${steps} 次内未达到`,
  diverged: (step) => `第 ${step} 次时已发散`,
  none: '–',
  surfaceLabel: (kind, step, w1, w2) =>
    `${kind}：更新 ${step} 次后，w₁ = ${w1}，w₂ = ${w2}；最优权重为 1 和 −1。`,
  summary: (kind, condition, outcome, share) =>
    `${kind}：条件数为 ${condition}；${outcome}；分量同号的更新占 ${share}。`,
  outcome: {
    reached: (steps) => `更新 ${steps} 次后距离降到 1%`,
    notReached: (steps) => `更新 ${steps} 次后距离仍未降到 1%`,
    diverged: (steps) => `训练发散，更新 ${steps} 次后已远离最优权重`,
  },
  tableCaption: '每次更新后的权重',
  columns: { step: '更新次数', distance: '距离' },
  help: [
    '每个椭圆上的损失 ½ · mean (ŷ − y)² 相等。虚线椭圆经过起点，相邻椭圆的损失相差 4 倍。',
    '每次只用一个样本时，更新量是该样本输入的倍数。若输入全为正，两个分量必定同号：w₁ 与 w₂ 只能同升同降，而目标却要求一升一降，于是路径呈锯齿形。',
    '用全部样本做梯度下降时，学习率超过 2/λmax 就会发散，其中 λmax 是 Hessian 矩阵的最大特征值。每次只用少量样本时，远低于此也可能发散：学习率超过 2/‖x‖² 时，用单个样本 x 更新一步，该样本自身的误差反而变大；权重越多，‖x‖ 也越大。条件数 κ = λmax/λmin 表示谷底有多狭长：用全部样本且 η = 1/λmax 时，最慢的方向每次更新只缩小到原来的 1 − 1/κ。',
    'PyTorch 的 MSELoss 不含系数 ½，学习率减半即得到同样的路径。',
  ],
  settings: {
    inputs: '要比较的输入：U(0, 1) 的样本，以及减去均值后的同一批样本。',
    batch: '每次更新所用的样本数：1、4、16、64 或全部 500 个。',
    rateUnit: '学习率按各曲面上限的比例给出，还是两边取同一个值。',
    rateShare: '学习率与 2/λmax 之比（rate-unit 为 limit 时有效）。',
    learningRate: '学习率（rate-unit 为 absolute 时有效）。',
    weights: '权重个数，图中画出前两个。',
    steps: '更新总次数。',
    seed: '样本与批次顺序的随机种子。',
    autoplay: '进入视野后自动播放；若读者的系统设为减少动态效果，则不播放。',
  },
};
