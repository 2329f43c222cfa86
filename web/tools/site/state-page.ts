// The saved states of every widget as a page of documentation, made from their declarations.

import { defaults, type Schema, type Settings, toState } from '../../src/widgets/schema.ts';

/** A state with the first setting that can be written changed, as an example. */
function example(schema: Schema<Settings>): string {
  const { settings } = schema;
  const name = Object.keys(settings).find((key) => settings[key]!.type === 'integer')!;
  const setting = settings[name]!;
  const changed = { [name]: 'max' in setting ? setting.max : setting.default };
  const state = toState(schema, { ...defaults(schema), ...changed } as never);
  return JSON.stringify({ ...state, engine: '…' });
}

/** Markdown for `web/src/widgets/STATE.md`. */
export function statePage(schemas: readonly Schema[]): string {
  const rows = schemas.map(
    (schema) => `| \`<${schema.name}>\` | ${schema.version} | \`${example(schema)}\` |`,
  );
  return `# Saved states

What a figure shows and how it is set up is one JSON object: the \`state\` of the element, the file of
settings that “Take away” saves, the file that the command line runs, \`getState\` and \`setState\` of a
framed figure (\`../site/protocol.md\`), and what an LMS keeps.

\`\`\`json
{ "widget": "training-race", "version": 1, "engine": "0.1.0", "settings": { "dataset": "moons", "depth": 8 } }
\`\`\`

| key | what it is |
|---|---|
| \`widget\` | the element; the state of another one is refused with a message |
| \`version\` | of the widget's settings, from the table below |
| \`engine\` | of the engine that it was made with; nothing depends on it |
| \`settings\` | what differs from the defaults, by name in camel case; all names, types and limits are in \`SETTINGS.md\` |

Further keys are left alone. Setting a state replaces all settings. A value that is not allowed shows a
message and leaves the default, an unknown name is warned of in the console, and a version newer than
the page knows is read as far as it goes, with a message.

A link is the same in short: the settings as query parameters, in kebab case, with \`v\` for the version
(1 if it is not there) and \`engine\`. A frozen link writes out every setting, locks them, and has
\`frozen=<engine>~<checksum>\`: after the run, the figure says whether its numbers are those of then.

Old versions keep opening, and mean the same. A setting that is renamed, a default or a meaning that
changes makes a new version, and the schema's \`migrate\` turns the settings of older ones into it.
\`tests/web/widgets/states/\` holds links and states of every version with all values that they stand
for: a file there is never changed.

| widget | version | such as |
|---|---|---|
${rows.join('\n')}
`;
}
