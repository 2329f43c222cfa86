// What is wrong with settings, in words: loaded only once something is.

import type { Messages } from '../i18n/index.ts';
import { formatText, type Problem, type Setting } from './schema.ts';

/** What a setting allows, in words. */
export function describeAllowed(setting: Setting, messages: Messages, value?: string): string {
  const { allowed } = messages.problems;
  switch (setting.type) {
    case 'number':
    case 'integer': {
      const range = allowed[setting.type](String(setting.min), String(setting.max));
      return setting.auto ? allowed.orAuto(range) : range;
    }
    case 'boolean':
      return allowed.boolean;
    case 'enum':
      return allowed.oneOf(setting.values.join(', '));
    case 'list':
      return allowed.listOf(setting.values.join(', '), setting.minItems, setting.maxItems);
    case 'string':
      return (
        (value === undefined ? undefined : setting.check?.(value)?.(messages)) ??
        allowed.text(setting.maxLength)
      );
  }
}

/** Names the setting, the value, what is allowed, and what is used instead. */
export function describeProblem(problem: Problem, messages: Messages): string {
  const { problems } = messages;
  switch (problem.kind) {
    case 'unknown':
      return problems.unknownSetting(problem.name);
    case 'version':
      return problems.ignoredVersion(problem.value, problem.known);
    case 'widget':
      return problems.wrongWidget(problem.value, problem.known);
    case 'invalid': {
      const { setting } = problem;
      const allowed = describeAllowed(setting, messages, problem.value);
      const fallback = formatText(setting.default) || problems.fallbackNothing;
      return problems.invalidSetting(problem.name, problem.value, allowed, fallback);
    }
  }
}
