// For the page around a framed figure: commands, events, and a frame as high as what is in it.
// Import it from the site, or copy this file; the messages are described in protocol.md.
// @ts-check

/**
 * @typedef {{ widget: string, version: number, engine: string, settings: Record<string, unknown> }} State
 * @typedef {{ state: State, phase: string, step: number, running: boolean }} Standing
 * @typedef {'ready' | 'height' | 'state' | 'finished' | 'answered' | 'error'} EventName
 */

/** Why a command was not carried out. */
export class CommandError extends Error {
  /** @param {{ code: string, message: string, field?: string }} error */
  constructor({ code, message, field }) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.field = field;
  }
}

/**
 * Talks with the figure in a frame. Commands wait until the figure listens, and are answered in the
 * order in which they were given.
 * @param {HTMLIFrameElement} iframe
 */
export function connect(iframe) {
  /** @type {Map<number, { resolve: (standing: Standing) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Map<EventName, Set<(message: any) => void>>} */
  const listeners = new Map();
  let last = 0;
  /** @type {() => void} */
  let markReady = () => {};
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    markReady = resolve;
  });

  /** @param {object} message */
  function post(message) {
    // A sandboxed frame has no origin to name; only the frame itself gets this.
    const whole = { target: 'activation-lab', version: 1, ...message };
    iframe.contentWindow?.postMessage(whole, '*');
  }

  /** @param {MessageEvent} event */
  function onMessage({ data, source }) {
    if (source === null || source !== iframe.contentWindow) return;
    if (data?.source !== 'activation-lab' || data.version !== 1) return;
    if (data.type === 'height') iframe.style.height = `${Number(data.height)}px`;
    else markReady();
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'error') call?.reject(new CommandError(data));
    else call?.resolve(data);
    for (const tell of listeners.get(data.type) ?? []) tell(data);
  }

  /**
   * @param {string} command
   * @param {object} [rest]
   * @returns {Promise<Standing>}
   */
  async function send(command, rest = {}) {
    await ready;
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      post({ command, id, ...rest });
    });
  }

  addEventListener('message', onMessage);
  // It may have been there before us.
  post({ command: 'getState' });

  return {
    /** Resolves once the figure listens. */
    ready,
    /** Starts, goes on, or begins again once finished. */
    play: () => send('play'),
    pause: () => send('pause'),
    step: (n = 1) => send('step', { n }),
    reset: () => send('reset'),
    /** @param {State} state */
    setState: (state) => send('setState', { state }),
    getState: () => send('getState').then(({ state }) => state),
    /**
     * Returns what ends the listening.
     * @param {EventName} event
     * @param {(message: any) => void} listener
     */
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => all.delete(listener);
    },
    /** Stops listening; commands that wait for an answer fail. */
    dispose() {
      removeEventListener('message', onMessage);
      listeners.clear();
      for (const { reject } of waiting.values())
        reject(new Error('The connection has been closed.'));
      waiting.clear();
    },
  };
}
