// What the settings that all figures share do, in English: for the documentation, not for pages.

export const widgetSettings = {
  theme: 'Colours: those of the page, light, or dark.',
  lang: 'Language: that of the page, English, or Chinese.',
  lock: 'Settings that the reader sees but cannot change.',
  hide: 'Settings whose controls are not shown.',
  hideControls: 'Shows the figure without any controls.',
  link: 'Keeps the address of the page in step with the figure, so that it can be shared.',
};
