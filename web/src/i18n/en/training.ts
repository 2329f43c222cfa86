// English words of the control bar of a training, for the figures that have one.

export const training = {
  start: 'Start',
  pause: 'Pause',
  resume: 'Continue',
  again: 'Run again',
  stepByLabel: (n: number) => (n === 1 ? 'Advance 1 step' : `Advance ${n} steps`),
  reset: 'Reset',
  resetLabel: 'Reset to the same start',
  newSeed: 'New seed',
  progress: (step: string, steps: string) => `Step ${step} of ${steps}`,
  progressLabel: 'Progress of the training',
  preparing: 'Preparing the networks…',
  wasReset: 'A setting changed, so the networks are drawn anew and stand at step 0.',
  workerDied: (reason: string) => `The training process stopped: ${reason}`,
  restart: 'Restart',
  failed: (reason: string) => `This training cannot run: ${reason}`,
  announce: {
    started: 'Training has started.',
    paused: (step: string) => `Paused at step ${step}.`,
    finished: (step: string) => `Finished at step ${step}.`,
    reset: 'Back at the start.',
  },
};
