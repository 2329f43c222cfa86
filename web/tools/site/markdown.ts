// Markdown of the lessons: figures, textbook sentences, predictions, measured numbers, math.

import { container } from '@mdit/plugin-container';
import { katex } from '@mdit/plugin-katex';
import MarkdownIt from 'markdown-it';
import type { RenderRule } from 'markdown-it/lib/renderer.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { type Language, MESSAGES } from '../../src/i18n/index.ts';
import { PALETTE_IDS } from '../../src/widgets/palette.ts';
import { accuracyTable } from './accuracy-table.ts';
import { formatClaim, type Measured } from './claims.ts';
import { escapeHtml, FIGURES, parseAttributes, placeFigure } from './figures.ts';
import { renderMath } from './katex.ts';
import { errorAt, type PageEnv } from './lesson-source.ts';
import { presetLink } from './preset-links.ts';

/** The tag of a language in HTML and Intl. */
export const LOCALES: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

const VERDICTS = ['right', 'half', 'wrong'] as const;

/** A renderer of lessons; `addCss` receives the rules that its formulas need. */
export function createMarkdown(addCss: (css: string) => void): MarkdownIt {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // The plugin reads the formulas; it would print what is wrong with one and go on.
  md.use(katex, { delimiters: 'dollars' });
  const math =
    (displayMode: boolean): RenderRule =>
    (tokens, i, _options, env: PageEnv) => {
      try {
        const { html, css } = renderMath(tokens[i]!.content, displayMode);
        addCss(css);
        return displayMode ? `<p class="math">${html}</p>\n` : html;
      } catch (error) {
        throw errorAt(env, tokens[i], (error as Error).message);
      }
    };
  md.renderer.rules.math_inline = math(false);
  md.renderer.rules.math_inline_double = math(true);
  md.renderer.rules.math_block = math(true);
  for (const figure of FIGURES) md.use(container, figureContainer(figure));
  md.use(container, textbookContainer());
  md.use(container, predictContainer(md));
  md.use(container, accuracyContainer());
  md.core.ruler.push('stray-container', refuseStrayContainers);
  md.inline.ruler.before('emphasis', 'claim', claimRule);
  md.renderer.rules.claim = renderClaim;
  md.renderer.rules.heading_open = renderHeading;
  md.renderer.rules.link_open = renderLink;
  md.renderer.rules.link_close = (tokens, i, options, _env, self) =>
    tokens[i]?.meta === 'activation' ? '</span>' : self.renderToken(tokens, i, options);
  md.renderer.rules.table_open = (_tokens, _i, _options, env: PageEnv) =>
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(env.heading ?? '')}"><table>`;
  md.renderer.rules.table_close = () => '</table></div>';
  return md;
}

const infoOf = (token: Token | undefined, name: string) =>
  (token?.info ?? '').trim().slice(name.length).trim();

/** `::: activation-plot functions="relu"`, its caption inside. */
function figureContainer(figure: string) {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const token = tokens[i];
    try {
      const attributes = parseAttributes(infoOf(token, figure));
      const placed = placeFigure(figure, attributes, MESSAGES[env.language].site.needsScript);
      const linked = placed.values.link === true;
      if (linked && env.linked) throw new Error('only one figure of a page can have “link”');
      if (linked) env.linked = placed;
      return `<figure class="figure"${linked ? ' id="figure"' : ''}>${placed.html}<figcaption>`;
    } catch (error) {
      throw errorAt(env, token, (error as Error).message);
    }
  };
  return { name: figure, openRender, closeRender: () => '</figcaption></figure>\n' };
}

/** `::: textbook half`: a sentence as textbooks put it, its verdict, and the evidence. */
function textbookContainer() {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const verdict = VERDICTS.find((name) => name === infoOf(tokens[i], 'textbook'));
    if (!verdict) throw errorAt(env, tokens[i], `a verdict is one of ${VERDICTS.join(', ')}`);
    const { verdicts, textbook } = MESSAGES[env.language].site;
    return (
      `<section class="textbook textbook-${verdict}">` +
      `<p class="textbook-label"><span>${textbook}</span> <strong>${verdicts[verdict]}</strong></p>`
    );
  };
  return { name: 'textbook', openRender, closeRender: () => '</section>\n' };
}

/** `::: predict`: a question, a list of answers, and below it what the run shows. */
function predictContainer(md: MarkdownIt) {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const { predict } = MESSAGES[env.language].site;
    const end = tokens.findIndex((t, at) => at > i && t.type === 'container_predict_close');
    const open = tokens.findIndex((t, at) => at > i && t.type === 'bullet_list_open');
    const close = tokens.findIndex((t, at) => at > open && t.type === 'bullet_list_close');
    if (open < 0 || close > end || close < 0) {
      throw errorAt(env, tokens[i], 'a prediction needs a list of answers');
    }
    const name = `predict-${i}`;
    let answer = 0;
    for (const token of tokens.slice(open, close + 1)) {
      if (token.type === 'bullet_list_open') token.type = 'predict_answers_open';
      else if (token.type === 'bullet_list_close') token.type = 'predict_answers_close';
      else if (token.type === 'list_item_open') {
        token.type = 'predict_answer_open';
        token.meta = { name, value: answer++ };
      } else if (token.type === 'list_item_close') token.type = 'predict_answer_close';
      else if (token.type.startsWith('paragraph_')) token.hidden = true;
    }
    return `<form class="predict" data-choose="${predict.choose}"><p class="predict-label">${predict.title}</p>`;
  };
  md.renderer.rules.predict_answers_open = (_tokens, _i, _options, env: PageEnv) =>
    `<div class="predict-answers" role="radiogroup" aria-label="${MESSAGES[env.language].site.predict.title}">`;
  md.renderer.rules.predict_answers_close = (_tokens, _i, _options, env: PageEnv) => {
    const { predict } = MESSAGES[env.language].site;
    return (
      `<button type="submit">${predict.commit}</button></div>` +
      `<p class="predict-hint" role="status"></p>` +
      `<details class="predict-reveal"><summary>${predict.reveal}</summary>`
    );
  };
  md.renderer.rules.predict_answer_open = (tokens, i) => {
    const { name, value } = tokens[i]!.meta as { name: string; value: number };
    return `<label><input type="radio" name="${name}" value="${value}"> <span>`;
  };
  md.renderer.rules.predict_answer_close = () => '</span></label>\n';
  return { name: 'predict', openRender, closeRender: () => '</details></form>\n' };
}

/** `::: accuracy`: the error of every activation. */
function accuracyContainer() {
  const openRender: RenderRule = (_tokens, _i, _options, env: PageEnv) =>
    accuracyTable(env.language, env.heading ?? '');
  return { name: 'accuracy', openRender, closeRender: () => '' };
}

/** A container with a misspelt name would otherwise read as text. */
const refuseStrayContainers: Parameters<MarkdownIt['core']['ruler']['push']>[1] = (state) => {
  const stray = state.tokens.find((t) => t.type === 'inline' && t.content.startsWith(':::'));
  if (stray) throw errorAt(state.env, stray, `unknown block “${stray.content.split('\n')[0]}”`);
};

/** `{{ id }}`: the value of a claim. */
const claimRule: Parameters<MarkdownIt['inline']['ruler']['before']>[2] = (state, silent) => {
  const found = /^\{\{\s*([\w-]+)\s*\}\}/.exec(state.src.slice(state.pos));
  if (!found) return false;
  if (!silent) {
    const token = state.push('claim', '', 0);
    token.content = found[1] ?? '';
    token.map = null;
  }
  state.pos += found[0].length;
  return true;
};

const renderClaim: RenderRule = (tokens, i, _options, env: PageEnv) => {
  const id = tokens[i]?.content ?? '';
  const measured = env.claims.find((claim) => claim.id === id);
  if (!measured) {
    throw errorAt(env, undefined, `no claim “${id}” (see ${env.lesson.file.split('/').at(-1)})`);
  }
  return renderMeasured(measured, env.language);
};

export function renderMeasured(measured: Measured, language: Language): string {
  const text = formatClaim(measured, LOCALES[language]);
  return `<data class="claim" value="${measured.value}" data-claim="${measured.id}">${text}</data>`;
}

const renderHeading: RenderRule = (tokens, i, options, env: PageEnv, self) => {
  const text = tokens[i + 1]?.content ?? '';
  env.heading = text;
  const id = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  tokens[i]?.attrSet('id', id);
  return self.renderToken(tokens, i, options);
};

/** `preset:name` links to a state of the page's figure, `activation:id` names an activation. */
const renderLink: RenderRule = (tokens, i, options, env: PageEnv, self) => {
  const token = tokens[i]!;
  const href = token.attrGet('href') ?? '';
  if (href.startsWith('activation:')) {
    const id = PALETTE_IDS.find((known) => known === href.slice('activation:'.length));
    if (!id) throw errorAt(env, undefined, `no activation “${href}”`);
    const close = tokens.slice(i).find((t) => t.type === 'link_close' && t.level === token.level);
    if (close) close.meta = 'activation';
    return `<span class="activation curve-${id}">`;
  }
  if (href.startsWith('preset:')) {
    token.attrSet('href', presetLink(env, href.slice('preset:'.length)));
    token.attrSet('class', 'preset');
  } else if (/^https?:/.test(href)) {
    token.attrSet('rel', 'external noopener');
  }
  return self.renderToken(tokens, i, options);
};
