import type { Format } from '#web/i18n/format.ts';
import type { FrameworkWords } from './messages.ts';

/** How sound a framework is, in words: errors first, otherwise what is to be looked at. */
export const describeSoundness = (
  findings: readonly { readonly severity: 'error' | 'warning' | 'notice' }[],
  format: Format,
  { view: words }: FrameworkWords,
): string => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return words.errors(format.number(errors));
  return findings.length === 0
    ? words.sound
    : `${words.sound}, ${words.warnings(format.number(findings.length))}`;
};
