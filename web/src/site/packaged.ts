// The one script of a page that was taken from the site into a package: its figures and questions,
// the controls around it, and, in an LMS, the reports.

import './lesson.ts';
import './progress-panel.ts';
import { loadFigures } from '../widgets/index.ts';
import { startScorm } from './scorm/index.ts';
import { startShell } from './shell.ts';

const lms = document.querySelector<HTMLElement>('[data-lms]');
if (lms) startScorm(lms);
loadFigures();
startShell();
