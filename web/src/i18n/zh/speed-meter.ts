// Chinese messages of the speed meter.

import type { en } from '../en.ts';

export const speedMeter: (typeof en)['speedMeter'] = {
  title: '激活函数要花多少时间',
  tagline: '用本站的引擎，在你自己的机器上实测。',
  setup: (network, batch, elements) =>
    `单个元素：对内存中的 ${elements} 个数算一遍。单步：在手写数字上训练 ${network} 个隐藏单元，批大小 ${batch}，走一步。`,

  start: '开始',
  again: '重新测量',
  stop: '停止',
  reset: '重置',
  progressLabel: '已完成的轮数',
  progress: (done, rounds) => `第 ${done} 轮，共 ${rounds} 轮`,
  states: {
    ready: '尚未测量。',
    preparing: '正在加载并预热……',
    running: '正在测量。',
    resting: '不在视野内，暂歇。',
    stopped: '已停止。',
    finished: '已完成。',
    failed: '测量失败。',
  },
  failed: (reason) => `无法测量：${reason}`,
  more: '更多设置',

  work: '测量对象',
  works: { value: 'f', both: 'f 与 f′', step: '训练一步' },
  workTitles: {
    value: '算一个函数值 f(x) 的时间',
    both: '算一个函数值 f(x) 连同导数 f′(x) 的时间',
    step: '训练一步的时间',
  },
  variants: { simd: '使用 SIMD', baseline: '不用 SIMD' },
  scale: '坐标轴',
  scales: { linear: '线性', log: '对数' },
  columns: {
    activation: '激活函数',
    variant: '模块',
    work: '测量对象',
    time: '时间',
    ratio: '÷ ReLU',
    share: '占一步的比例',
    low: '下四分位数',
    high: '上四分位数',
    bar: '中位数与居中一半',
  },
  shareNote: '该比例是单独计算全部隐藏单元的函数值与导数所需的时间，与训练一步的时间之比。',
  none: '–',
  nanoseconds: (text) => `${text} ns`,
  microseconds: (text) => `${text} µs`,
  times: (text) => `${text} 倍`,

  verdict: (name, variant, element, step, slower) =>
    `${name}（${variant}）：单个元素所需时间是 ReLU 的 ${element} 倍，训练一步却只是 ${step} 倍${
      slower ? '，因为一步的时间大多花在矩阵乘法上' : ''
    }。`,
  gain: (gain) => `不用 SIMD 时，算一个函数值所需时间是使用时的 ${gain} 倍（中位数）。`,
  spread: (share) => `时间的上下四分位数之差约为中位数的 ${share}。`,
  noisy: '这个差距偏大：机器正忙于别的事。请关闭其他页面，等机器空闲后再测一次。',
  clock: (resolution, slice, place) =>
    `这里的时钟只能分辨 ${resolution}，所以每看一次时钟，大约做 ${slice}的运算${
      place === 'page' ? '；未能启用工作线程，页面本身会干扰测量' : ''
    }。`,
  milliseconds: (text) => `${text} 毫秒`,
  tableCaption: '目前的时间中位数与四分位数',
  units: { element: 'ns，每个元素', step: 'µs，每步' },
  summary: (state, verdict) => `${state}${verdict}`,
  help: [
    '按“开始”后，全部测量在工作线程中进行：每项工作轮流运行几毫秒，每一轮的次序重新随机排列，因此机器一时变慢对各项的影响大致相同。横条是各轮的中位数，细线是居中一半的范围；比值先在每一轮内求出，再取中位数。',
    '测量之前先预热，因为浏览器会对常用的代码重新编译；第一轮不计。若机器变频或正忙，测得的时间仍会不同，比值则稳定得多。',
    '缓冲区放得进单个核的缓存。f 与 f′ 像训练时那样一次算出。Maxout 与门控单元由多个输入得到一个输出，只能比较训练一步的时间，而且它们的权重更多。',
    '不用 SIMD 的模块算出的每一位都相同，只是前者一次算四个数，它一次算一个，还要绕些弯路，所以可能慢不止四倍。只有测量时才会为本图加载它。',
  ],
  settings: {
    activations: {
      label: '激活函数',
      description: '依次测量哪些激活函数；ReLU 作为比较的基准，总是要测。',
    },
    variants: {
      label: '模块',
      description: '使用 SIMD 指令的引擎模块、不用的模块，或两者都测。',
    },
    work: { label: '测量对象', description: '显示函数值、函数值连同导数，还是整个训练步的时间。' },
    scale: { label: '坐标轴', description: '时间轴用线性还是对数刻度。' },
    rounds: { label: '轮数', description: '每项工作测量多少次。' },
    depth: { label: '隐藏层数', description: '训练一步所用网络的隐藏层数。' },
    width: { label: '每层单元数', description: '该网络每个隐藏层的单元数。' },
    batchSize: { label: '批大小', description: '每步所用的训练图像数。' },
  },
};
