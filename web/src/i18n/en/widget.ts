// English messages that every figure shares.

export const widget = {
  loading: 'Loading the engine…',
  loadFailed: (reason: string) => `The engine could not be loaded: ${reason}`,
  retry: 'Try again',
  showTable: 'Data table',
  takeAway: 'Take away',
  help: 'Help',
  ignoredVersion: (value: string, known: number) =>
    `This link was made by a newer version (${value}; this page knows up to ${known}). What it understands is shown.`,
  wrongWidget: (value: string, known: string) =>
    `This state is of “${value}”, not of “${known}”; it was ignored.`,
  unknownSetting: (name: string) => `There is no setting “${name}”; it was ignored.`,
  invalidSetting: (name: string, value: string, allowed: string, fallback: string) =>
    `“${name}” cannot be “${value}”. Allowed: ${allowed}. Using ${fallback} instead.`,
  fallbackNothing: 'the defaults',
  allowed: {
    number: (min: string, max: string) => `a number from ${min} to ${max}`,
    integer: (min: string, max: string) => `a whole number from ${min} to ${max}`,
    orAuto: (allowed: string) => `${allowed}, or auto`,
    boolean: 'true or false',
    oneOf: (values: string) => `one of ${values}`,
    listOf: (values: string, min: number, max: number) =>
      min === 0 ? `up to ${max} of ${values}` : `${min} to ${max} of ${values}`,
    text: (maxLength: number) => `text of at most ${maxLength} characters`,
    answers: (most: number) => `2 to ${most} answers separated by |`,
    frozen: 'a version and a checksum, such as 0.1.0~0123456789abcdef',
  },
  field: {
    notNumber: (kept: string) => `That is not a number; ${kept} was kept.`,
    tooSmall: (min: string) => `The smallest value is ${min}.`,
    tooLarge: (max: string) => `The largest value is ${max}.`,
  },
  playback: {
    play: 'Play',
    pause: 'Pause',
    again: 'Play again',
    step: 'One step',
    reset: 'Reset',
    position: (last: string) => `Step (of ${last})`,
  },
  locked: 'Set by the author of this page',
};
