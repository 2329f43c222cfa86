// Chinese messages about settings and commands that a figure cannot take.

import type { en } from '../en.ts';

export const problems: (typeof en)['problems'] = {
  ignoredVersion: (value, known) =>
    `此链接由较新的版本生成（${value}，本页最高支持 ${known}），已显示其中能识别的部分。`,
  wrongWidget: (value, known) => `这份状态属于“${value}”，不属于“${known}”，已忽略。`,
  unknownSetting: (name) => `没有名为“${name}”的设置，已忽略。`,
  invalidSetting: (name, value, allowed, fallback) =>
    `“${name}”不能取“${value}”，应为${allowed}。现改用 ${fallback}。`,
  notAllowed: (name, value, allowed) => `“${name}”不能取“${value}”，应为${allowed}。`,
  fallbackNothing: '默认值',
  allowed: {
    number: (min, max) => `${min} 到 ${max} 之间的数`,
    integer: (min, max) => `${min} 到 ${max} 之间的整数`,
    orAuto: (allowed) => `${allowed}，或 auto`,
    boolean: ' true 或 false',
    oneOf: (values) => `以下之一：${values}`,
    listOf: (values, min, max) =>
      min === 0
        ? `以下各项中的至多 ${max} 项：${values}`
        : `以下各项中的 ${min} 至 ${max} 项：${values}`,
    text: (maxLength) => `不超过 ${maxLength} 个字符的文本`,
    answers: (most) => `2 到 ${most} 个答案，用 | 隔开`,
    id: '一个数，或不超过 100 个字符的文本',
    state: '形如 { widget, version, engine, settings } 的对象',
    origin: '形如 https://your.site 的来源',
    frozen: '版本号与校验和，例如 0.1.0~0123456789abcdef',
  },
  refused: {
    'not-supported': () => '这个图不支持该操作。',
    locked: () => '图前面的问题还没有回答。',
    'invalid-value': (n) => `“n”不能取“${n}”，应为不小于 1 的整数。`,
  },
};
