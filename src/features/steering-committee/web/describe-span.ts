import type { CommitteeMember } from '#features/steering-committee/contract.ts';
import type { Wording } from './use-wording.ts';

/** The days of a membership in words. */
export const describeSpan = (
  { validFrom, validTo }: Pick<CommitteeMember, 'validFrom' | 'validTo'>,
  { words, format }: Pick<Wording, 'words' | 'format'>,
): string =>
  validTo === null
    ? words.area.since(format.day(validFrom))
    : words.area.span(format.day(validFrom), format.day(validTo));
