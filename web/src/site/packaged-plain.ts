// The one script of a packaged page that has neither figures nor questions.

import { startShell } from './shell.ts';

startShell();
