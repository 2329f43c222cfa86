// A lesson in an LMS: its answers come from there and go there, and it says how that stands. On a
// page without an LMS they are kept in the browser, as everywhere else.

import { type KeptIn, PROGRESS_KEY, progress } from '../../widgets/question/progress.ts';
import { findApi, Lms, type ScormProblem } from './api.ts';
import { type Before, type LessonQuestions, reported, sessionTime } from './report.ts';
import { progressText, suspendData } from './suspend-data.ts';

/** Keeps texts as long as the page is open. */
function memory(text: string | undefined): KeptIn {
  const texts = new Map(text === undefined ? [] : [[PROGRESS_KEY, text]]);
  return {
    get length() {
      return texts.size;
    },
    key: (place) => [...texts.keys()][place] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}

const namesOf = (questions: string) =>
  [...document.querySelectorAll(questions)].map((question) => question.getAttribute('name') ?? '');

/** To be called before anything asks for the progress: from then on the LMS is where it is kept. */
export function startScorm(place: HTMLElement): void {
  /** Says the words of the page for a state. */
  const say = (state: string, reason = '') => {
    place.textContent = (place.dataset[state] ?? '').replace('{reason}', reason);
    place.dataset.state = state;
  };
  const api = findApi(window);
  if (!api) {
    say('absent');
    return;
  }
  let troubled = false;
  const onProblem = ({ call, reason }: ScormProblem) => {
    troubled = true;
    console.warn(`${call}: ${reason}`);
    say('failed', `${call}: ${reason}`);
  };
  const lms = new Lms(api, onProblem);
  if (!lms.initialize()) return;
  const began = Date.now();

  const questions: LessonQuestions = {
    lesson: document.documentElement.dataset.lesson ?? '',
    predictions: namesOf('predict-run'),
    quiz: namesOf('quiz-question'),
  };
  const { lesson } = questions;
  const mastery = lms.get('cmi.student_data.mastery_score', { optional: true });
  const before: Before = {
    status: lms.get('cmi.core.lesson_status'),
    mastery: mastery === '' ? undefined : Number(mastery),
  };
  const mode = lms.get('cmi.core.lesson_mode', { optional: true });
  const kept = lms.get('cmi.suspend_data', { optional: true });
  const storage = memory(kept === '' ? undefined : progressText(kept, lesson));
  const store = progress(() => storage);
  const unreadable = store.trouble.includes('kept-aside');
  if (unreadable) console.warn(`cmi.suspend_data cannot be read: ${kept}`);

  let ended = false;
  const close = () => {
    lms.set('cmi.core.session_time', sessionTime(Date.now() - began));
    lms.set('cmi.core.exit', 'suspend');
  };
  const report = () => {
    if (ended) return;
    troubled = false;
    const values = reported(store, questions, before);
    // What cannot be read stays until there is something to put in its place.
    if (Object.keys(store.answers).length > 0) {
      values['cmi.suspend_data'] = suspendData(store, lesson);
    }
    for (const [element, value] of Object.entries(values)) lms.set(element, value);
    close();
    lms.commit();
    if (!troubled) say(unreadable ? 'unreadable' : 'connected');
  };
  // Who looks at a finished attempt changes nothing about it.
  const looking = mode === 'review' || mode === 'browse';
  if (looking) say('looking');
  else {
    store.addEventListener('change', report);
    report();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') report();
    });
  }
  addEventListener('pagehide', () => {
    if (!looking && !ended) close();
    if (!ended) lms.finish();
    ended = true;
  });
  // Back from the browser’s memory: an LMS takes no more from a lesson that has finished.
  addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) location.reload();
  });
}
