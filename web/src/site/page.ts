// The one script of a page of the site: its figures, theme and language switches, the menu, the
// offline copy, and what only some pages have.

import './lesson.ts';
import './progress-panel.ts';
import './start.ts';
import { afterFirstFigure, loadFigures } from '../widgets/index.ts';
import { startOffline } from './offline.ts';
import { startShell } from './shell.ts';

const LONGEST_WAIT = 6000;

loadFigures();
startShell();
// Saving the site takes the network, which the first figure needs more.
afterFirstFigure(startOffline, LONGEST_WAIT);
