// Commands the figures in its frames, and keeps what they say for the test.
import { connect } from 'https://your.site/embed/host.js';

globalThis.figures = {};
globalThis.heard = {};
for (const id of ['race', 'asked', 'gates']) {
  const figure = connect(document.getElementById(id));
  globalThis.figures[id] = figure;
  globalThis.heard[id] = [];
  for (const type of ['ready', 'state', 'finished', 'answered', 'error']) {
    figure.on(type, (message) => globalThis.heard[id].push(message));
  }
}
