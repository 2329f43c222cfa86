// The types of the package's elements, from the declarations of their settings.

import { MESSAGES } from '../../src/i18n/index.ts';
import { describeAllowed } from '../../src/widgets/problems.ts';
import { formatText, type Schema, type Setting } from '../../src/widgets/schema.ts';

/** Members of every element: a setting of such a name has no property of its own. */
const NATIVE = ['lang', 'dataset'];

const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;

function typeOf(setting: Setting): string {
  switch (setting.type) {
    case 'number':
    case 'integer':
      return setting.auto ? "number | 'auto'" : 'number';
    case 'boolean':
      return 'boolean';
    case 'enum':
      return setting.values.map(quote).join(' | ');
    case 'list':
      return `readonly (${setting.values.map(quote).join(' | ') || 'never'})[]`;
    case 'string':
      return 'string';
  }
}

function documentation(setting: Setting): string {
  const words = [setting.description(MESSAGES.en), describeAllowed(setting, MESSAGES.en)];
  const fallback = formatText(setting.default);
  if (fallback !== '') words.push(`default: ${fallback}`);
  return words.join('; ').replaceAll('*/', '*\\/').replace(/\s+/g, ' ');
}

export function classOf(element: string): string {
  return element.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A `.d.ts` for one element; `trains` when it has weights. */
export function elementDeclaration({ name, settings }: Schema, trains: boolean): string {
  const type = classOf(name);
  const base = trains ? 'TrainingFigure' : 'Figure';
  const members = Object.entries(settings).map(
    ([key, setting]) => `  /** ${documentation(setting)} */\n  ${key}: ${typeOf(setting)};`,
  );
  const native = NATIVE.filter((key) => key in settings).map(quote);
  return `import type { ${base} } from './package/figure.js';

export interface ${type}Settings {
${members.join('\n')}
}

/** \`<${name}>\`: its settings are properties, attributes in kebab case, and \`settings\`. */
export interface ${type}
  extends ${base}<${type}Settings>,
    Omit<${type}Settings, ${native.join(' | ')}> {}

${constructorOf(type)}
${registrationOf(name, type)}`;
}

/** A \`.d.ts\` for an element without settings. */
export function plainDeclaration(name: string): string {
  const type = classOf(name);
  return `export interface ${type} extends HTMLElement {}

${constructorOf(type)}
${registrationOf(name, type)}`;
}

function constructorOf(type: string): string {
  return `export declare const ${type}: { new (): ${type}; readonly prototype: ${type} };\n`;
}

function registrationOf(name: string, type: string): string {
  return `declare global {
  interface HTMLElementTagNameMap {
    '${name}': ${type};
  }
}
`;
}

/** The \`.d.ts\` of the package's main entry. */
export function indexDeclaration(schemas: readonly Schema[], plain: readonly string[]): string {
  const names = [...schemas.map(({ name }) => name), ...plain].sort();
  const exports = names.map((name) => {
    const type = classOf(name);
    const types = plain.includes(name) ? type : `${type}, ${type}Settings`;
    return `export type { ${types} } from './${name}.js';`;
  });
  return `export declare const version: string;

export type FigureName = ${names.map(quote).join(' | ')};

/** Defines a figure. Needed only for one inside a shadow root, where the package does not look. */
export declare function loadFigure(name: FigureName): Promise<void>;

export type * from './package/figure.js';
${exports.join('\n')}
`;
}
