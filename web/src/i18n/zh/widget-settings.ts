// What the settings that all figures share do, in Chinese: for the documentation, not for pages.

import type { widgetSettings as en } from '../en/widget-settings.ts';

export const widgetSettings: typeof en = {
  theme: '配色：跟随页面、浅色或深色。',
  lang: '语言：跟随页面、英文或中文。',
  lock: '读者能看到但不能修改的设置。',
  hide: '不显示控件的设置。',
  hideControls: '只显示图，不显示任何控件。',
  link: '让网址与图保持同步，便于分享。',
};
