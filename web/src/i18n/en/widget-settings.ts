// What the settings that all figures share do, in English: for the documentation, not for pages.

export const widgetSettings = {
  theme: 'Colours: those of the page, light, or dark.',
  lang: 'Language: that of the page, English, or Chinese.',
  poster:
    'When the figure loads: once it is in view, once the reader clicks it, or at once (none: no poster).',
  heading: 'A heading over the figure, and its accessible name; empty: our own.',
  caption: 'A line under the figure.',
  ask: 'A question before the figure.',
  answers: 'The answers to that question, separated by |; without any, the question is only shown.',
  right: 'The place of the right answer, from 1; 0: none is right or wrong.',
  required: 'The figure cannot be used before the question is answered.',
  lock: 'Settings and parts that the reader sees but cannot change or use.',
  hide: 'Settings whose controls are not shown, and parts that are left out.',
  hideControls: 'Shows the figure without any controls.',
  link: 'Keeps the address of the page in step with the figure, so that it can be shared.',
  frozen:
    'The version and the checksum that a frozen link was made with; after the run, the figure says whether its numbers are the same.',
};
