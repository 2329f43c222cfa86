// Chinese messages of what a reader takes away from a figure.

import type { en } from '../en.ts';

export const takeAway: (typeof en)['takeAway'] = {
  picture: '图片',
  ground: '背景',
  grounds: { white: '白色', dark: '深色' },
  png: '用于幻灯片和文档的图片，分辨率为屏幕的三倍',
  svg: '用于印刷的矢量图，可缩放、可编辑',
  numbers: '数据与设置',
  csv: '图中画出的全部数据，保留所有位数，可用表格软件或程序打开',
  settings: '设置',
  json: 'JSON 格式的设置：可在此处、命令行或脚本中重新打开本图',
  program: 'PyTorch',
  programTitle: '功能相同的 PyTorch 程序',
  page: '链接与打印',
  link: '链接',
  copyLink: '复制链接',
  linkCopied: '链接已复制，打开后即为本图当前的设置。',
  linkManual: '浏览器不允许本页写入剪贴板，请手动复制链接：',
  linkOwnData: '链接中不含自己的数据。',
  noLink: '本图没有自己的网页，请改为导出设置',
  print: '打印',
  noPrint: '外层网页不允许此框架打印，请改为保存图片',
  defaults: '全部为默认值。',
  saved: (name) => `已保存为 ${name}。`,
  blocked: (name) => `外层网页不允许此框架保存文件。请从下面复制 ${name}，图片可用右键菜单保存：`,
  perhapsBlocked: '如果浏览器没有保存任何文件，请从下面取用：',
  noProgram: '这些设置没有对应的程序。',
  failed: (reason) => `操作失败：${reason}`,
};
