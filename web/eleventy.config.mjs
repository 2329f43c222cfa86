// Eleventy's configuration: lessons from lessons/, the other pages from web/src/site/pages/.

import { readFileSync } from 'node:fs';
import { LANGUAGES, MESSAGES } from './src/i18n/index.ts';
import { measureAllClaims } from './tools/site/all-claims.ts';
import { claimsTable } from './tools/site/claims-table.ts';
import { FIGURES, figureTitle, parseAttributes, placeFigure } from './tools/site/figures.ts';
import { glossaryEntries } from './tools/site/glossary.ts';
import { withoutFrontMatter } from './tools/site/lesson-source.ts';
import { lessonSlugs, readLesson } from './tools/site/lessons.ts';
import { createMarkdown, LOCALES } from './tools/site/markdown.ts';
import { MathStyles } from './tools/site/math-styles.ts';
import { requireTwins } from './tools/site/messages.ts';
import { oembedLink } from './tools/site/oembed.ts';
import { lessonsDir, root } from './tools/site/paths.ts';
import { questionName, questionsOf } from './tools/site/questions.ts';

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const pages = `${root}/web/src/site/pages`;

/** The way from a page to the root of the site: no URL is absolute, so that any folder will do. */
const toRoot = (url) => '../'.repeat(Math.max(0, url.split('/').length - 2)) || './';

/** The names of all predictions and questions, by lesson: the same in every language. */
function courseQuestions(md, slugs) {
  const [language] = LANGUAGES;
  return Object.fromEntries(
    slugs.map((slug) => {
      const inputPath = `${lessonsDir}/${language}/${slug}.md`;
      const text = withoutFrontMatter(readFileSync(inputPath, 'utf8'));
      const env = { page: { inputPath }, language, lesson: readLesson(slug), claims: [] };
      const names = (kind) =>
        questionsOf(md, text, env)
          .filter((question) => question.kind === kind)
          .map((question) => questionName(slug, question));
      return [slug, { predictions: names('prediction'), quiz: names('quiz') }];
    }),
  );
}

/** The lessons before and after one; its front matter may name another `next`. */
function neighbours(slugs, slug, next) {
  const at = slugs.indexOf(slug);
  if (next !== undefined && !slugs.includes(next)) {
    throw new Error(`lessons/*/${slug}.md: “next” names no lesson: ${next}`);
  }
  return { previous: slugs[at - 1], next: next ?? slugs[at + 1] };
}

export default async function (config) {
  requireTwins();
  const slugs = lessonSlugs();
  const lessons = new Map(slugs.map((slug) => [slug, readLesson(slug)]));
  const claims = await measureAllClaims();

  const math = new MathStyles();
  const md = createMarkdown((css) => math.add(css));
  config.setLibrary('md', md);
  config.addGlobalData('questions', courseQuestions(md, slugs));
  config.addGlobalData(
    'glossary',
    Object.fromEntries(LANGUAGES.map((language) => [language, glossaryEntries(md, language)])),
  );
  config.addGlobalData(
    'figureTitles',
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        FIGURES.map((name) => ({ name, title: figureTitle(name, language) })),
      ]),
    ),
  );
  config.on('eleventy.after', () => math.write());

  config.addGlobalData('version', version);
  config.addGlobalData('languages', LANGUAGES);
  config.addGlobalData('locales', LOCALES);
  config.addGlobalData('messages', MESSAGES);
  config.addGlobalData('layout', 'lesson.njk');
  config.addGlobalData('eleventyComputed', {
    language: (data) => /^\/(\w\w)[/.]/.exec(data.page.url)?.[1] ?? 'en',
    lesson: (data) => lessons.get(data.page.fileSlug),
    slug: (data) => data.page.fileSlug,
    around: (data) => neighbours(slugs, data.page.fileSlug, data.next),
    claims: (data) => claims.get(data.page.fileSlug) ?? [],
    claimsOf: () => (slug) => claims.get(slug) ?? [],
    base: (data) => toRoot(data.page.url),
    m: (data) => MESSAGES[data.language || 'en'].site,
  });
  config.addGlobalData('permalink', () => (data) => `${data.page.filePathStem}/index.html`);
  for (const language of LANGUAGES) {
    config.addCollection(language, (all) =>
      all
        .getFilteredByGlob(`lessons/${language}/*.md`)
        .sort((a, b) => a.fileSlug.localeCompare(b.fileSlug)),
    );
  }

  config.addShortcode('figure', function (figure, attributes) {
    const { html } = placeFigure(figure, parseAttributes(attributes), this.ctx.m.needsScript);
    return html;
  });
  config.addShortcode('claimsTable', function () {
    return claimsTable(this.ctx);
  });

  const add = (template, name, data) =>
    config.addTemplate(name, readFileSync(`${pages}/${template}`, 'utf8'), data);
  add('root.njk', 'root.njk', { permalink: '/index.html' });
  for (const language of LANGUAGES) {
    add('start.njk', `start-${language}.njk`, { permalink: `/${language}/index.html` });
    const glossary = { permalink: `/${language}/glossary/index.html`, path: 'glossary/' };
    add('glossary.njk', `glossary-${language}.njk`, glossary);
    const { builder } = MESSAGES[language];
    const path = 'builder/';
    const permalink = `/${language}/${path}index.html`;
    const words = { w: builder, title: builder.title, description: builder.lead };
    add('builder.njk', `builder-${language}.njk`, { permalink, path, ...words });
    const manifest = { permalink: `/${language}.webmanifest`, layout: false };
    add('manifest.njk', `manifest-${language}.njk`, manifest);
  }
  for (const figure of FIGURES) {
    const permalink = `/embed/${figure}/index.html`;
    add('embed.njk', `embed-${figure}.njk`, { permalink, figure, oembed: oembedLink(figure) });
  }

  config.ignores.add('lessons/README.md');
  return {
    dir: { input: 'lessons', output: 'build/pages', includes: '../web/src/site/layouts' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}
