// English messages about settings and commands that a figure cannot take.

export const problems = {
  ignoredVersion: (value: string, known: number) =>
    `This link was made by a newer version (${value}; this page knows up to ${known}). What it understands is shown.`,
  wrongWidget: (value: string, known: string) =>
    `This state is of “${value}”, not of “${known}”; it was ignored.`,
  unknownSetting: (name: string) => `There is no setting “${name}”; it was ignored.`,
  invalidSetting: (name: string, value: string, allowed: string, fallback: string) =>
    `“${name}” cannot be “${value}”. Allowed: ${allowed}. Using ${fallback} instead.`,
  notAllowed: (name: string, value: string, allowed: string) =>
    `“${name}” cannot be “${value}”. Allowed: ${allowed}.`,
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
    id: 'a number, or text of at most 100 characters',
    state: 'an object { widget, version, engine, settings }',
    origin: 'an origin such as https://your.site',
    frozen: 'a version and a checksum, such as 0.1.0~0123456789abcdef',
  },
  refused: {
    'not-supported': (_n: string) => 'This figure cannot do that.',
    locked: (_n: string) => 'The question before this figure has not been answered yet.',
    'invalid-value': (n: string) => `“n” cannot be “${n}”. Allowed: a whole number from 1 on.`,
  },
};
