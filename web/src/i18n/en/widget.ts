// English messages that every figure shares.

export const widget = {
  loading: 'Loading the engine…',
  loadFailed: (reason: string) => `The engine could not be loaded: ${reason}`,
  retry: 'Try again',
  showTable: 'Data table',
  takeAway: 'Take away',
  help: 'Help',
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
