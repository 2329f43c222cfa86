// Chinese messages of the page that builds embed codes.

import type { en } from '../en.ts';

export const builder: (typeof en)['builder'] = {
  title: '把图放进你的网页',
  menu: '嵌入代码',
  lead: '把图调成你要的样子，决定读者能改什么，再把代码复制到课程网页里。所有设置都记在本页的网址中，可以分享，也可以用“后退”撤销。',
  needsScript: '这个页面要在浏览器里绘图并检查设置，需要启用 JavaScript。',
  figure: '图',
  loading: '正在加载这张图……',
  loadFailed: (reason) => `这张图加载失败：${reason}`,
  retry: '重试',

  groups: {
    settings: '图的设置',
    texts: '文字与提问',
    look: '语言、配色与行为',
  },
  changed: (count) => `${count} 处改动`,
  lock: '锁定',
  hide: '隐藏',
  lockLabel: (name) => `锁定 ${name}：读者看得到，但不能改`,
  hideLabel: (name) => `隐藏 ${name}：不显示它的控件`,
  alsoHide: '另外隐藏',
  alsoLock: '另外锁定',
  reset: '还原',
  resetLabel: (name) => `还原 ${name}`,
  resetAll: '全部还原',
  byDefault: (value) => `默认：${value}`,
  empty: '空',
  on: '开',
  off: '关',
  notAllowed: (value, allowed) => `不能填“${value}”。可填：${allowed}。预览仍用上一个有效值。`,
  values: {
    auto: '自动',
    light: '浅色',
    dark: '深色',
    en: 'English',
    zh: '中文',
    visible: '进入视野时',
    click: '点击之后',
    none: '立即',
    transport: '开始、暂停、单步、重置',
    'data-table': '数据表',
    'take-away': '带走',
    help: '帮助',
  },

  preview: '预览',
  width: '宽度',
  widths: { page: '网页', phone: '手机（390 像素）' },
  colours: '配色',
  colourChoices: { auto: '按设置', light: '浅色', dark: '深色' },
  phoneTitle: (title) => `${title}（手机宽度）`,
  differs: '你在预览里直接改了设置。',
  adopt: '采用改动',
  undoPreview: '撤销',

  code: '要复制的代码',
  kinds: {
    link: {
      label: '链接',
      text: '单独打开这张图，适合放进邮件、幻灯片或二维码。',
    },
    iframe: {
      label: 'iframe',
      text: '用于自己编写的网页。其中的一小段脚本让框架与图同高。',
    },
    element: {
      label: '标签',
      text: '把图直接放进网页，不用框架。一页里有多少张图都只需一段脚本。',
    },
    markdown: {
      label: 'Markdown',
      text: '一个框架，外加一个链接；Markdown 去掉 HTML 时，链接仍在。',
    },
    lms: {
      label: '教学平台',
      text: '粘贴到 Moodle、Canvas 等平台编辑器的 HTML 视图里。这些平台会删掉脚本，所以不带脚本，高度固定。',
    },
  },
  copy: '复制',
  copied: '已复制',
  copyFailed: '浏览器不允许复制。文字已选中，请按 Ctrl+C（或 ⌘C）。',
  tryLink: '在新标签页中打开',
  height: '高度（像素）',
  heightHelp: (height) =>
    `图报告自己的高度之前用它；不能运行脚本的地方则一直用它。留空为 ${height}。`,
  badHeight: '请填 1 到 10000 的整数。仍用上一个有效高度。',
  fit: '与预览同高',

  open: {
    title: '打开已有的链接或代码',
    label: '链接、iframe 或标签',
    button: '打开',
    empty: '请先粘贴链接或代码。',
    nothing: '这段文字里没有我们的图：没有含 /embed/ 的网址，没有 iframe，也没有标签。',
    unknown: (figure) => `没有名为“${figure}”的图。`,
    done: (title) => `已打开：${title}。`,
    problems: '下面这些没有读懂，已略去：',
  },
};
