// What the settings of the activation plot do, in Chinese: for the documentation, not for pages.

import type { plotSettings as en } from '../en/plot-settings.ts';

export const plotSettings: typeof en = {
  functions: '所画的激活函数（用 id 表示），按顺序排列。',
  view: 'f 与 f′ 同图、分图，或只画其一。',
  layout: '所有函数合为一图，或每个函数一个小图。',
  axes: '各小图共用同一纵轴，还是按各自的曲线取刻度。',
  xMin: 'x 轴左端。',
  xMax: 'x 轴右端。',
  yMin: 'y 轴下端；auto 表示按曲线自动选取。',
  yMax: 'y 轴上端；auto 表示按曲线自动选取。',
  params: '与默认值不同的参数，例如 leaky-relu.slope:0.2。',
  tangents: '在游标处画出每条曲线的切线。',
  autoplay: '游标自动来回移动；若读者的系统设为减少动态效果，则不移动。',
  cursor: '读取精确数值处的 x。',
  layer: '在曲线下面画出手写数字网络第几个隐藏层的预激活值，从 1 数起；0 表示不画。',
  depth: '该网络的隐藏层数。',
  width: '该网络每个隐藏层的单元数。',
  init: '该网络的权重怎样抽取；recommended 按激活函数取合适的方案。',
  initScale: '该网络初始权重的倍数。',
  steps: '该网络已训练的步数，每批 64 个样本。',
  learningRate: '这些步用普通梯度下降，这是学习率。',
  seed: '权重和批次的种子。',
};
