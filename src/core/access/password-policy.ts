import { searchKey } from '#core/kernel/text.ts';

/** Fewest characters of a password that a person chooses. */
const SHORTEST_PASSWORD = 12;

/** Why a password is too easy to guess. */
export const PASSWORD_WEAKNESSES = ['too-short', 'common', 'repeats', 'contains-name', 'unchanged'] as const;
export type PasswordWeakness = (typeof PASSWORD_WEAKNESSES)[number];

/** What a password is held against. */
export interface PasswordSurroundings {
  /** The user name and the names of the person and of the organizations: what a guesser tries first. */
  readonly names: readonly string[];
  /** Whether a text is among the passwords that people use most. */
  readonly isCommon: (text: string) => boolean;
}

// What must be left of a password without the names in it.
const LEAST_BESIDE_NAMES = 8;
const SHORTEST_NAME = 3;
const LONGEST_REPEATED_PART = 5;

const lettersOf = (text: string): string => searchKey(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Counted as people count: a letter with its marks is one. */
const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;

const isRepeatedPart = (text: string): boolean =>
  Array.from({ length: LONGEST_REPEATED_PART }, (_, index) => text.slice(0, index + 1)).some((part) =>
    part.repeat(Math.ceil(text.length / part.length)).startsWith(text),
  );

// "matkhau2026!" is "matkhau" to whoever guesses.
const withoutTrimmings = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const isCommonOrTrimmed = (password: string, isCommon: (text: string) => boolean): boolean =>
  [password, searchKey(password), withoutTrimmings(password), lettersOf(password)].some(
    (text) => text !== '' && isCommon(text),
  );

const leavesLittleBeside = (password: string, names: readonly string[]): boolean => {
  const letters = lettersOf(password);
  const rest = names
    .map(lettersOf)
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), letters);
  return rest !== letters && rest.length < LEAST_BESIDE_NAMES;
};

/**
 * Finds what makes a password too easy to guess (NIST SP 800-63B: length, and no text that is known or can be expected;
 * no rule about kinds of characters).
 */
export const findWeakness = (
  password: string,
  { names, isCommon }: PasswordSurroundings,
): PasswordWeakness | undefined => {
  if (lengthOf(password) < SHORTEST_PASSWORD) return 'too-short';
  if (isRepeatedPart(password.toLowerCase())) return 'repeats';
  if (leavesLittleBeside(password, names)) return 'contains-name';
  return isCommonOrTrimmed(password, isCommon) ? 'common' : undefined;
};
