// English messages of the page that builds embed codes.

export const builder = {
  title: 'Put a figure on your page',
  menu: 'Embed a figure',
  lead: 'Set a figure up, decide what readers may change, and copy the code into your course page. The address of this page keeps it all: share it, or go back.',
  needsScript: 'The builder draws and checks the figure in your browser. It needs JavaScript.',
  figure: 'Figure',
  loading: 'Loading the figure…',
  loadFailed: (reason: string) => `The figure could not be loaded: ${reason}`,
  retry: 'Try again',

  groups: {
    settings: 'Settings of the figure',
    texts: 'Texts and question',
    look: 'Language, colours, behaviour',
  },
  changed: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  lock: 'Lock',
  hide: 'Hide',
  lockLabel: (name: string) => `Lock ${name}: readers see it but cannot change it`,
  hideLabel: (name: string) => `Hide ${name}: its control is not shown`,
  alsoHide: 'Hide more parts',
  alsoLock: 'Lock more parts',
  reset: 'Reset',
  resetLabel: (name: string) => `Reset ${name}`,
  resetAll: 'Reset everything',
  byDefault: (value: string) => `default: ${value}`,
  empty: 'empty',
  on: 'on',
  off: 'off',
  notAllowed: (value: string, allowed: string) =>
    `“${value}” is not allowed. Allowed: ${allowed}. The preview keeps the last good value.`,
  values: {
    auto: 'automatic',
    light: 'light',
    dark: 'dark',
    en: 'English',
    zh: '中文',
    visible: 'once in view',
    click: 'once clicked',
    none: 'at once',
    transport: 'Start, pause, step, reset',
    'data-table': 'Data table',
    'take-away': 'Take away',
    help: 'Help',
  },

  preview: 'Preview',
  width: 'Width',
  widths: { page: 'Page', phone: 'Phone, 390 px' },
  colours: 'Colours',
  colourChoices: { auto: 'As set', light: 'Light', dark: 'Dark' },
  phoneTitle: (title: string) => `${title}, at the width of a phone`,
  differs: 'Settings were changed in the preview itself.',
  adopt: 'Keep changes',
  undoPreview: 'Undo',

  code: 'Code to copy',
  kinds: {
    link: {
      label: 'Link',
      text: 'Opens the figure by itself on a page of its own: for mails, slides and QR codes.',
    },
    iframe: {
      label: 'iframe',
      text: 'For pages that you write yourself. The small script gives the frame the height of the figure.',
    },
    element: {
      label: 'Element',
      text: 'Puts the figure into the page itself, without a frame. One script serves any number of figures on a page.',
    },
    markdown: {
      label: 'Markdown',
      text: 'A frame, and a link for where Markdown drops HTML.',
    },
    lms: {
      label: 'LMS',
      text: 'For the HTML view of the editor in Moodle, Canvas and the like: no script, which they would remove, and hence a fixed height.',
    },
  },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser refuses to copy. The text is selected: press Ctrl+C, or ⌘C.',
  tryLink: 'Open it in a new tab',
  height: 'Height in pixels',
  heightHelp: (height: number) =>
    `The frame has this height until the figure tells its own, and keeps it where no script runs. Empty: ${height}.`,
  badHeight: 'A whole number from 1 to 10,000, please. The last good height is kept.',
  fit: 'As high as the preview',

  open: {
    title: 'Open an existing link or code',
    label: 'Link, iframe or element',
    button: 'Open',
    empty: 'Paste a link or a code first.',
    nothing:
      'There is no figure of ours in this text: no address with /embed/, no iframe, no element.',
    unknown: (figure: string) => `There is no figure “${figure}”.`,
    done: (title: string) => `Opened: ${title}.`,
    problems: 'Not understood, and left out:',
  },
};
