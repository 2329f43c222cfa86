// English messages of what a teacher adds to a figure: a question, a poster, a frozen link.

export const teacher = {
  load: 'Load the figure',
  waiting: 'The figure waits for your answer.',
  frozen: {
    waits: (engine: string) =>
      `This link is frozen: once the run has ended, its numbers are compared with those of when the link was made (engine ${engine}).`,
    same: (engine: string) => `The same numbers as when this link was made (engine ${engine}).`,
    differs: (then: string, now: string) =>
      `These are not the numbers of when this link was made. It was made with engine ${then}; this page runs engine ${now}.`,
    unfinished: 'A frozen link can be made once the run has ended.',
    ownData: 'There is no frozen link of own data: they are not part of a link.',
    noPage: 'This figure has no page of its own that a link could lead to.',
    timed: 'There is no frozen link of times: they differ from one run to the next.',
  },
};
