// Chinese messages of the divergence map.

import type { en } from '../en.ts';

export const divergenceMap: (typeof en)['divergenceMap'] = {
  title: '发散地图',
  tagline: '哪种激活函数在多大的学习率下学得会，学不会时又是怎样失败的。',
  setup: (network, dataset, steps, batch, seeds) =>
    `隐藏单元 ${network}，数据为${dataset}，普通 SGD 走 ${steps} 步，批大小 ${batch}，种子 ${
      seeds[0] === seeds[1] ? seeds[0] : `${seeds[0]}–${seeds[1]}`
    }。`,
  datasets: {
    digits: '手写数字',
    moons: '双月',
    spiral: '双螺旋',
    circle: '圆盘与圆环',
    xor: '异或',
    gauss: '两个高斯分布',
  },

  start: '开始',
  pause: '暂停',
  resume: '继续',
  finished: '已完成',
  cancel: '取消',
  reset: '重置',
  progressLabel: '已完成的运行',
  progress: (done, runs, complete, cells) =>
    `已完成 ${done} 次运行，共 ${runs} 次；${cells} 格中已填满 ${complete} 格`,
  left: (seconds) =>
    seconds < 60
      ? `大约还需 ${Math.max(1, Math.round(seconds))} 秒`
      : `大约还需 ${Math.round(seconds / 60)} 分钟`,
  workers: (count) => `${count} 个工作线程`,
  states: {
    ready: '尚未开始。',
    running: '正在运行。',
    resting: '不在视野内，暂歇。',
    paused: '已暂停。',
    cancelled: '已取消：已有结果保留，按“继续”可填完其余各格。',
    finished: '已全部完成。',
    failed: '因故障停止。',
  },
  failed: (reason) => `无法填完这张图：${reason}`,
  retry: '再试一次',
  swapped: '最低学习率高于最高学习率，已将两者对调。',
  more: '更多设置',

  outcomes: {
    converged: '收敛',
    slow: '缓慢',
    stalled: '停滞',
    dead: '死亡',
    erratic: '失控',
    diverged: '发散',
  },
  meanings: (goal, low, high) => ({
    converged: `训练损失低于 ${goal}`,
    slow: `损失低于 ${low}：在学，但还没学好`,
    stalled: `损失在 ${low} 与 ${high} 之间：相当于瞎猜`,
    dead: `损失不低于 ${low}，且多数单元已死亡`,
    erratic: `数值有限，但损失高于 ${high}：还不如瞎猜`,
    diverged: '数值变成无穷大或 NaN',
  }),
  legend: '一次运行的结局',
  mixed: '分段：各种子结局不同',
  partial: '小格：种子尚未跑完',
  activation: '激活函数',
  rate: '学习率',
  gridLabel: '各激活函数在各学习率下的结局',
  count: (count, runs, outcome) => `${runs} 次中${outcome} ${count} 次`,
  cell: (name, rate, text) => `${name}，学习率 ${rate}：${text}`,
  list: (parts) => parts.join('，'),
  notRun: '尚未运行',
  seedsSoFar: (done, seeds) => `${seeds} 个种子已跑 ${done} 个`,

  details: '选中的格子',
  columns: {
    activation: '激活函数',
    rate: '学习率',
    seed: '种子',
    outcome: '结局',
    trainLoss: '训练损失',
    testAccuracy: '测试准确率',
    deadShare: '死亡单元',
    step: '步数',
    divergedAt: '发散于第几步',
  },
  atStep: (step) => `第 ${step} 步`,
  openRace: '作为赛跑打开',
  newTab: '（新标签页）',
  range: {
    converged: (low, high) =>
      low === high
        ? `学习率为 ${low} 时所有种子都收敛`
        : `学习率从 ${low} 到 ${high}，所有种子都收敛`,
    never: '没有哪个学习率能让所有种子都收敛',
    diverged: (rate) => `从 ${rate} 起多数发散`,
    finite: '学习率最高时多数仍不发散',
    row: (name, converged, diverged) => `${name}：${converged}；${diverged}。`,
  },
  tableCaption: '已完成的每次运行',
  summary: (progress, counts) => `${progress}。${counts}`,
  help: [
    '每一格是一种激活函数配一个学习率，用若干种子各训练一次。按“开始”，本机所有处理器核一起填图：先用一个种子把全图跑一遍，整数量级的学习率优先。离开视野时暂歇。结果与工作线程的多少无关。',
    '点选一格，或用方向键、Home、End、Page Up、Page Down 移动，即可查看该格的各次运行。“作为赛跑打开”可以逐步观看这些运行及其梯度。',
    '如果一个单元在每个训练样本上导数都恰好为零，它就是死亡的。有界函数的单元若被推得太远，导数舍入成零，也算在内。',
    '结局以最后一步为准。缓慢的运行多走几步也许能到，失控的也许会平静下来。',
  ],
  settings: {
    activations: { label: '激活函数', description: '各行的激活函数，自上而下。' },
    rateFrom: { label: '最低学习率', description: '第一列的学习率。' },
    rateTo: { label: '最高学习率', description: '最后一列的学习率。' },
    perDecade: { label: '每个数量级的列数', description: '学习率每增大十倍所分的列数。' },
    seeds: { label: '每格种子数', description: '每格运行的次数，种子相邻。' },
    dataset: { label: '数据', description: '学习的对象：手写数字，或平面上的点。' },
    depth: { label: '隐藏层数', description: '隐藏层的数目。' },
    width: { label: '每层单元数', description: '每个隐藏层的单元数。' },
    steps: { label: '步数', description: '每次运行的优化步数。' },
    batchSize: { label: '批大小', description: '每步所用的训练样本数。' },
    pieces: { label: 'Maxout 分段数', description: '每个 maxout 单元的仿射分段数。' },
    goal: { label: '收敛的界限', description: '训练损失低于此值即算收敛。' },
    seed: { label: '第一个种子', description: '每格第一次运行的种子。' },
  },
};
