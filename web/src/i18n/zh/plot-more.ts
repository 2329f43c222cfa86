// Chinese messages of what the activation plot loads when it is wanted: a layer's pre-activations
// below the curves, formulas whose branches light up, how exact the values are.

import type { plotMore as en } from '../en/plot-more.ts';

export const plotMore: typeof en = {
  accuracy: {
    exact: '无误差',
    relative: (ulp) => `不超过 ${ulp} ULP`,
    either: (ulp, absolute) => `不超过 ${ulp} ULP，或不超过 ${absolute}`,
    explanation:
      '取默认参数，在全部 32 位浮点数 x 上测得的最大误差。ULP（末位单位）是相邻两个浮点数之差，约为数值本身的 0.00001%。后一个数是绝对误差：数值太接近零时，ULP 已没有多少意义，就以它为准。',
  },
  branches: {
    group: (name, which) => `公式的分支：${name}，${which}`,
    stretch: (from, to) => `x 从 ${from} 到 ${to}`,
    or: '，或',
    holds: '游标处用这一支',
  },
  layer: {
    title: (layer, depth, state) => `第 ${layer} 隐藏层（共 ${depth} 层）的预激活值，${state}`,
    fresh: '未训练',
    trained: (steps) => `已训练 ${steps} 步`,
    unit: '各区间所占百分比；颜色深处，函数是平的',
    flat: (share) => `${share} 的值落在 |f′| 不到其最大值百分之一的地方`,
    slope: (mean, largest) => `|f′| 平均为 ${mean}，最大为 ${largest}`,
    diverged: (step) => `在第 ${step} 步发散，没有数值可画`,
    working: '正在计算……',
    left: (names) => `未画出：${names}。`,
    leftReason: {
      several: 'maxout 和带门的单元有不止一个预激活值。',
      most: (most) => `最多叠画 ${most} 个。`,
    },
    beyondDepth: (layer, depth) => `没有第 ${layer} 层：网络只有 ${depth} 层，图中是最后一层。`,
    note: '每个函数各有一个认手写数字的网络。超出 ±8 的值计入最外侧的区间。',
    controls: {
      layer: '第几层',
      depth: '隐藏层数',
      initScale: '初始权重倍数',
      steps: '训练步数',
    },
    reset: '恢复原样',
  },
};
