// English words of the packages: what a lesson in an LMS says of its reports, and the texts beside
// packaged lessons.

export const packages = {
  lms: {
    connected: 'Your answers are reported to the course and kept there.',
    absent: 'No course platform was found around this page: your answers stay in this browser.',
    unreadable:
      'The course platform kept answers that this lesson cannot read. It starts clean; your next answer takes their place.',
    looking: 'You are looking at a finished attempt: new answers are not reported.',
    failed:
      'The course platform did not take the last report ({reason}). The next answer tries again.',
  },

  readme: {
    title: (version: string) => `Activation Lab ${version}, to take along`,
    start:
      'start.html opens the lessons from this folder in any browser: no network, no server, nothing to install.',
    lessons:
      'lessons/ holds one file a lesson. Each is complete in itself and may be copied or sent alone.',
    site: 'site/ is the same as a website, with the figures to embed in your own pages. Copy this folder to any web server; any path will do.',
    progress: 'Answers are kept in the browser of the device, under the address of the file.',
    licence: 'MIT licence.',
  },
};
