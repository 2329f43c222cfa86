// The settings of every widget as a page of documentation, made from their declarations.

import { MESSAGES } from '../../src/i18n/index.ts';
import { describeAllowed } from '../../src/widgets/problems.ts';
import { formatText, type Schema, toKebab } from '../../src/widgets/schema.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

function table(schema: Schema): string {
  const rows = Object.entries(schema.settings).map(([name, setting]) => {
    const fallback = formatText(setting.default);
    const columns = [
      `\`${toKebab(name)}\``,
      setting.description(MESSAGES.en),
      describeAllowed(setting, MESSAGES.en),
      fallback === '' ? '' : `\`${fallback}\``,
    ];
    return `| ${columns.map(cell).join(' | ')} |`;
  });
  return [
    `## \`<${schema.name}>\``,
    '',
    '| setting | what it does | allowed | default |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Markdown for `web/src/widgets/SETTINGS.md`. */
export function settingsPage(schemas: readonly Schema[]): string {
  const intro = [
    '# Settings of the widgets',
    '',
    'Each is an attribute of the element, a query parameter of the page in `embed/`, and an',
    'attribute of the figure in a lesson’s Markdown. Unknown ones are ignored with a warning; a value',
    'that is not allowed shows a message in the widget and leaves the default. Lists are separated by',
    'spaces or commas.',
  ].join('\n');
  return `${[intro, ...schemas.map(table)].join('\n\n')}\n`;
}
