// What a page for an iframe does: one figure with the settings of its URL, its height for the
// parent, and the commands of that parent (protocol.md).

import { toLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import type { FigureElement } from '../widgets/base.ts';
import { type FigureName, loadFigure } from '../widgets/index.ts';

export const PROTOCOL = { source: 'activation-lab', version: 1 } as const;

/** Sends the parent a message of a type. */
export type Post = (type: string, detail: object) => void;

/** Names the only origin that the parent may have; no setting of a figure. */
const PARENT_ORIGIN = 'parent-origin';

/** The origin as browsers write it; `null` if it is none. */
function toOrigin(text: string): string | null {
  return URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '')
    ? new URL(text).origin
    : null;
}

export async function openFrame(): Promise<void> {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const language = toLanguage(query.get('lang')) ?? toLanguage(navigator.language) ?? 'en';
  root.lang = language === 'zh' ? 'zh-CN' : language;

  const wanted = query.get(PARENT_ORIGIN);
  query.delete(PARENT_ORIGIN);
  const origin = wanted === null ? undefined : toOrigin(wanted);

  const name = root.dataset.figure as FigureName;
  await Promise.all([loadFigure(name), loadWords(name, language)]);
  const figure = document.createElement(name) as unknown as FigureElement;
  figure.readQuery(query.toString());
  const main = document.createElement('main');
  main.append(figure);
  document.body.append(main);

  if (origin === null) {
    const { problems } = await loadWords('problems', language);
    console.error(problems.notAllowed(PARENT_ORIGIN, wanted!, problems.allowed.origin));
    return;
  }
  if (parent === window) return;

  // Any page may embed us, and what we tell it is what it shows: settings, steps, and the answers
  // to its own questions. Whoever wants less names the origin of the parent.
  const post: Post = (type, detail) =>
    parent.postMessage({ ...PROTOCOL, type, ...detail }, origin ?? '*');

  function reportHeight(): void {
    post('height', { height: Math.ceil(main.getBoundingClientRect().height) });
  }
  new ResizeObserver(reportHeight).observe(main);
  // Browsers hold observers back in frames off screen; a first height must not wait for them.
  void figure.updateComplete.then(reportHeight);
  addEventListener('load', reportHeight);

  const { listen } = await import('./protocol.ts');
  listen(figure, post, origin);
}
