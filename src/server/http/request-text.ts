import { withoutControls } from '#core/kernel/text.ts';

const LONGEST_FILE_NAME = 255;

// The database keeps no zero character, and half of a surrogate pair is no character at all.
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

// No contract has members so deep; whoever sends more wants to exhaust those that go through them.
const DEEPEST_MEMBER = 32;

/** A place of a request that can't be taken as it is, and why. */
export interface TextProblem {
  readonly field: string;
  readonly problem: 'invalid_text' | 'too_deep';
}

/** The places of the texts that can't be kept as they are, and of members that lie too deep to be looked at. */
export const listTextProblems = (value: unknown, field: string, depth = 0): readonly TextProblem[] => {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field, problem: 'invalid_text' }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth === DEEPEST_MEMBER) return [{ field, problem: 'too_deep' }];
  return Object.entries(value).flatMap(([name, member]): readonly TextProblem[] =>
    isStorable(name)
      ? listTextProblems(member, `${field}.${name}`, depth + 1)
      : [{ field, problem: 'invalid_text' }],
  );
};

/**
 * A part of a request with every text in it as people see it: pasted text brings control characters and marks of the writing
 * direction along. Not deeper than what `listTextProblems` admits.
 */
export const cleanTexts = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutControls(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cleanTexts(member)]));
};

const shorten = (name: string): string => {
  if (name.length <= LONGEST_FILE_NAME) return name;
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? '';
  // The cut may have halved a character.
  return name.slice(0, LONGEST_FILE_NAME - ending.length).replace(/\p{Surrogate}$/u, '') + ending;
};

/**
 * The name of a file alone, without folders and characters that nobody sees; empty when nothing is left.
 * An empty name in a form arrives as none.
 */
export const tidyFileName = (given: string | undefined): string => {
  const name = (given ?? '').normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  return shorten(name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim());
};
