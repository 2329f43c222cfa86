// Chinese messages that every figure shares.

import type { en } from '../en.ts';

export const widget: (typeof en)['widget'] = {
  loading: '正在加载计算引擎……',
  loadFailed: (reason) => `计算引擎加载失败：${reason}`,
  retry: '重试',
  showTable: '数据表',
  takeAway: '带走',
  help: '使用说明',
  field: {
    notNumber: (kept) => `输入的不是数，仍为 ${kept}。`,
    tooSmall: (min) => `最小值为 ${min}。`,
    tooLarge: (max) => `最大值为 ${max}。`,
  },
  playback: {
    play: '播放',
    pause: '暂停',
    again: '重新播放',
    step: '单步',
    reset: '复位',
    position: (last) => `步数（共 ${last} 步）`,
  },
  locked: '由本页作者设定',
};
