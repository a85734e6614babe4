import type { FrameworkRow } from '#features/framework/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { StateTone } from '#web/ui/StateBadge.tsx';
import type { FrameworkWords } from './messages.ts';

/** The span in which a version is valid, in words. */
export const describeValidity = (
  { validFrom, validTo }: Pick<FrameworkRow, 'validFrom' | 'validTo'>,
  format: Format,
  { list: words }: FrameworkWords,
): string => {
  if (validFrom !== null && validTo !== null) return words.span(format.day(validFrom), format.day(validTo));
  if (validFrom !== null) return words.from(format.day(validFrom));
  return validTo === null ? words.always : words.until(format.day(validTo));
};

/** The state of a version with what follows from it. */
export const describeState = (
  { state, isScoring, isLocked, subjectCount }: FrameworkRow,
  words: FrameworkWords,
): string =>
  [
    isScoring && subjectCount > 0 ? words.scoring : words.states[state],
    ...(isLocked ? [words.locked] : []),
  ].join(', ');

export const toneOf = ({ state, isScoring }: FrameworkRow): StateTone => {
  if (isScoring) return 'good';
  return state === 'draft' ? 'running' : 'neutral';
};
