// Markdown of the lessons: figures, textbook sentences, questions, measured numbers, math, programs.

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
import { readGlossary } from './glossary.ts';
import { renderMath } from './katex.ts';
import { errorAt, LessonError, type PageEnv } from './lesson-source.ts';
import { presetOf } from './lessons.ts';
import { presetLink } from './preset-links.ts';
import { pytorchProgram } from './pytorch.ts';
import {
  figureAnchors,
  gatherQuestions,
  type QuestionSource,
  renderQuestion,
} from './questions.ts';
import { textbookAnchors, VERDICTS, verdictTable } from './verdicts.ts';

/** The tag of a language in HTML and Intl. */
export const LOCALES: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

type CoreRule = Parameters<MarkdownIt['core']['ruler']['push']>[1];

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
        return displayMode ? `<p class="math">${html}</p>\n` : closedBy(tokens[i]!.meta, html);
      } catch (error) {
        throw errorAt(env, tokens[i], (error as Error).message);
      }
    };
  md.renderer.rules.math_inline = math(false);
  md.renderer.rules.math_inline_double = math(true);
  md.renderer.rules.math_block = math(true);
  for (const figure of FIGURES) md.use(container, figureContainer(figure));
  md.use(container, textbookContainer());
  md.use(container, { name: 'predict' });
  md.use(container, { name: 'quiz' });
  md.use(container, foldedContainer('teachers'));
  md.use(container, foldedContainer('derivation'));
  md.use(container, codeContainer());
  md.use(container, accuracyContainer());
  md.use(container, verdictsContainer(md));
  md.core.ruler.push('math-marks', keepMarksWithMath);
  md.core.ruler.push('stray-container', refuseStrayContainers);
  md.core.ruler.push('empty-heads', emptyHeads);
  md.core.ruler.push('figure-anchors', figureAnchors);
  md.core.ruler.push('textbook-anchors', textbookAnchors);
  md.core.ruler.push('questions', gatherQuestions);
  md.renderer.rules.question = (tokens, i, _options, env: PageEnv) =>
    renderQuestion(md, tokens[i]!.meta as QuestionSource, env);
  md.inline.ruler.before('emphasis', 'claim', claimRule);
  md.renderer.rules.claim = renderClaim;
  // A line does not break between a number and its per cent sign.
  md.renderer.rules.text = (tokens, i) =>
    escapeHtml(tokens[i]!.content).replace(/(\d) %/g, '$1\u00a0%');
  md.renderer.rules.heading_open = renderHeading;
  md.renderer.rules.link_open = renderLink;
  md.renderer.rules.link_close = (tokens, i, options, _env, self) =>
    tokens[i]?.meta === 'activation' ? '</span>' : self.renderToken(tokens, i, options);
  md.renderer.rules.table_open = (_tokens, _i, _options, env: PageEnv) =>
    `<div class="table-scroll" tabindex="0" role="group" aria-label="${escapeHtml(env.heading ?? '')}"><table>`;
  md.renderer.rules.table_close = () => '</table></div>';
  return md;
}

/** Moves the marks that close a formula in a sentence to it: browsers would break the line there. */
const keepMarksWithMath: CoreRule = ({ tokens }) => {
  for (const { children } of tokens) {
    children?.forEach((token, i) => {
      const next = children[i + 1];
      if (token.type !== 'math_inline' || next?.type !== 'text') return;
      const [marks = ''] = /^[,.;:!?)”’，。；：！？）、]+/.exec(next.content) ?? [];
      token.meta = marks;
      next.content = next.content.slice(marks.length);
    });
  }
};

/** A formula of at most two parts stays on one line with its marks. */
function closedBy(marks: string | null, html: string): string {
  if (!marks) return html;
  const parts = html.split('class="base"').length - 1;
  return parts > 2 ? `${html}${marks}` : `<span class="nowrap">${html}${marks}</span>`;
}

const infoOf = (token: Token | undefined, name: string) =>
  (token?.info ?? '').trim().slice(name.length).trim();

/** `::: activation-plot functions="relu"`, its caption inside. */
function figureContainer(figure: string) {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const token = tokens[i];
    try {
      const all = parseAttributes(infoOf(token, figure));
      const attributes = all.filter(([name]) => name !== 'still');
      const placed = placeFigure(figure, attributes, MESSAGES[env.language].site.needsScript);
      const linked = placed.values.link === true;
      env.figures ??= [];
      if (linked && env.figures.some((other) => other.linked)) {
        throw new Error('only one figure of a page can have “link”');
      }
      const { anchor } = token!.meta as { anchor: string };
      env.figures.push({ ...placed, anchor, linked, still: all.length > attributes.length });
      return `<figure class="figure" id="${anchor}">${placed.html}<figcaption>`;
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
      `<section class="textbook textbook-${verdict}" id="${tokens[i]!.meta.anchor}">` +
      `<p class="textbook-label"><span>${textbook}</span> <strong>${verdicts[verdict]}</strong></p>`
    );
  };
  return { name: 'textbook', openRender, closeRender: () => '</section>\n' };
}

/** `::: teachers` and `::: derivation Title`: out of the way until it is opened. */
function foldedContainer(name: 'teachers' | 'derivation') {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const title = infoOf(tokens[i], name);
    const { folded } = MESSAGES[env.language].site;
    if (name === 'derivation' && title === '') {
      throw errorAt(env, tokens[i], 'a derivation needs a title');
    }
    const summary = name === 'derivation' ? folded.derivation(title) : folded.teachers;
    return `<details class="folded ${name}"><summary>${escapeHtml(summary)}</summary>`;
  };
  return { name, openRender, closeRender: () => '</details>\n' };
}

/** `::: code deep racers="sigmoid relu"`: the experiment of a preset as a program in PyTorch. */
function codeContainer() {
  const openRender: RenderRule = (tokens, i, _options, env: PageEnv) => {
    const token = tokens[i];
    try {
      const [preset, ...set] = parseAttributes(infoOf(token, 'code'));
      if (preset?.[1] !== '') throw new Error('“::: code” needs the name of a preset');
      const program = pytorchProgram(presetOf(env.lesson, preset[0]), set);
      const { folded } = MESSAGES[env.language].site;
      const name = escapeHtml(folded.code);
      return (
        `<details class="folded code"><summary>${name}</summary>` +
        `<pre tabindex="0" role="group" aria-label="${name}"><code>${escapeHtml(program)}</code></pre>`
      );
    } catch (error) {
      if (error instanceof LessonError) throw error;
      throw errorAt(env, token, (error as Error).message);
    }
  };
  return { name: 'code', openRender, closeRender: () => '</details>\n' };
}

/** `::: accuracy`: the error of every activation. */
function accuracyContainer() {
  const openRender: RenderRule = (_tokens, _i, _options, env: PageEnv) =>
    accuracyTable(env.language, env.heading ?? '');
  return { name: 'accuracy', openRender, closeRender: () => '' };
}

/** `::: verdicts`: every textbook sentence of the course. */
function verdictsContainer(md: MarkdownIt) {
  const openRender: RenderRule = (_tokens, _i, _options, env: PageEnv) =>
    verdictTable(md, env.language, env.heading ?? '');
  return { name: 'verdicts', openRender, closeRender: () => '' };
}

/** A container with a misspelt name would otherwise read as text. */
const refuseStrayContainers: CoreRule = (state) => {
  const stray = state.tokens.find((t) => t.type === 'inline' && t.content.startsWith(':::'));
  if (stray) throw errorAt(state.env, stray, `unknown block “${stray.content.split('\n')[0]}”`);
};

/** The corner of a table heads nothing. */
const emptyHeads: CoreRule = ({ tokens }) => {
  for (const [i, token] of tokens.entries()) {
    if (token.type !== 'th_open' || tokens[i + 1]?.content !== '') continue;
    token.tag = 'td';
    tokens[i + 2]!.tag = 'td';
  }
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

/** `preset:name` links to a state of a figure, `term:id` to the glossary; `activation:id` names one. */
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
  if (href.startsWith('term:')) {
    const id = href.slice('term:'.length);
    if (!(id in readGlossary())) throw errorAt(env, undefined, `no term “${id}” in the glossary`);
    token.attrSet('href', `../glossary/#${id}`);
    token.attrSet('class', 'term');
  } else if (href.startsWith('preset:')) {
    const { href: to, query } = presetLink(env, href.slice('preset:'.length));
    token.attrSet('href', to);
    token.attrSet('class', 'preset');
    if (query !== undefined) token.attrSet('data-query', query);
  } else if (/^https?:/.test(href)) {
    token.attrSet('rel', 'external noopener');
  }
  return self.renderToken(tokens, i, options);
};
