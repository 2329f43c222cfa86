// A sibling frame sends what only the parent may, and keeps any answer.
globalThis.answers = [];
addEventListener('message', ({ data }) => globalThis.answers.push(data));
globalThis.attack = () => {
  const commands = [
    { command: 'play' },
    { command: 'setState', state: { version: 1, settings: { steps: 7 } } },
    { command: 'getState', id: 1 },
    { command: 'explode', id: 2 },
  ];
  for (const command of commands) {
    parent.frames.race.postMessage({ target: 'activation-lab', version: 1, ...command }, '*');
  }
};
