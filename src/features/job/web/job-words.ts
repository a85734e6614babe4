import type { Job } from '#features/job/contract.ts';
import { problemOf } from '#web/api/problem-error.ts';
import { describeProblem } from '#web/i18n/problem-sentences.ts';
import type { JobWords } from './messages.ts';

/** What a job does, with the file that it works on; a kind that is newer than this page by its code. */
export const kindName = ({ kind, fileName }: Pick<Job, 'kind' | 'fileName'>, words: JobWords): string => {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const name = kinds[kind] ?? kind;
  return fileName === null ? name : `${name}: ${fileName}`;
};

/** Why a job came to no good end, or why it waits for its next attempt; empty where there is nothing to tell. */
export const reasonOf = (
  { refusal, fault, state, runAfter }: Job,
  words: JobWords,
  problems: Parameters<typeof describeProblem>[1],
  instant: (at: string) => string,
): string => {
  if (refusal) {
    const { what, mend } = describeProblem(problemOf(refusal), problems);
    return `${what} ${mend}`;
  }
  if (fault === null) return '';
  const told = fault === 'lost' ? words.faults.lost : words.faults.other(fault);
  return state === 'waiting' ? `${told} ${words.runAfter(instant(runAfter))}` : told;
};
