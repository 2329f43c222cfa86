// What the settings that all figures share do, in Chinese: for the documentation, not for pages.

import type { widgetSettings as en } from '../en/widget-settings.ts';

export const widgetSettings: typeof en = {
  theme: '配色：跟随页面、浅色或深色。',
  lang: '语言：跟随页面、英文或中文。',
  poster: '何时加载：进入视野时（visible）、读者点击后（click）或立即（none，不显示占位图）。',
  heading: '图上方的标题，也是图的无障碍名称；留空则用默认的。',
  caption: '图下方的一行说明。',
  ask: '看图之前要回答的问题。',
  answers: '问题的备选答案，用 | 隔开；留空则只显示问题。',
  right: '正确答案的序号，从 1 开始；0 表示不分对错。',
  required: '回答问题之前不能使用图。',
  lock: '读者能看到但不能修改或使用的设置和部件。',
  hide: '不显示控件的设置，以及省去的部件。',
  hideControls: '只显示图，不显示任何控件。',
  link: '让网址与图保持同步，便于分享。',
  frozen: '生成冻结链接时的版本与校验和；运行结束后，图会说明数值是否一致。',
};
