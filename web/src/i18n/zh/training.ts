// Chinese words of the control bar of a training, for the figures that have one.

import type { training as en } from '../en/training.ts';

export const training: typeof en = {
  start: '开始',
  pause: '暂停',
  resume: '继续',
  again: '再跑一次',
  stepByLabel: (n) => `前进 ${n} 步`,
  reset: '重置',
  resetLabel: '回到同一起点',
  newSeed: '换个种子',
  progress: (step, steps) => `第 ${step} 步，共 ${steps} 步`,
  progressLabel: '训练进度',
  preparing: '正在准备网络……',
  wasReset: '设置已更改，网络重新初始化，回到第 0 步。',
  workerDied: (reason) => `训练进程已停止：${reason}`,
  restart: '重新启动',
  failed: (reason) => `无法进行这次训练：${reason}`,
  announce: {
    started: '训练开始。',
    paused: (step) => `已在第 ${step} 步暂停。`,
    finished: (step) => `训练结束，共 ${step} 步。`,
    reset: '已回到起点。',
  },
};
