import type { HeadingLevel } from '#core/plan-reading/text/blocks.ts';

/** The number that opens a line, and what follows it. */
export interface Numbering {
  readonly level: HeadingLevel;
  /** Without point or bracket: "II", "1.2", "đ", "Điều 3", "Phụ lục I". */
  readonly number: string;
  readonly rest: string;
}

const ROMAN = String.raw`(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})`;

const PATTERNS: readonly (readonly [HeadingLevel, RegExp])[] = [
  ['article', /^(Điều \d{1,3})\s*[.:]\s*(.*)$/su],
  [
    'roman',
    new RegExp(String.raw`^(${ROMAN})\s*(?:[.):]|\s?[-–](?=\s|(?![IVX]+(?!\p{L}))\p{Lu}{2}))\s*(.*)$`, 'su'),
  ],
  ['letter-upper', /^([A-HĐ])\s*[.)]\s+(.*)$/su],
  ['arabic-2', /^(\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(.*)$/su],
  ['arabic', /^(\d{1,3})\s*[.)/]\s*(?=\D|$)(.*)$/su],
  ['letter', /^([a-zđ]\d{0,2})\s*[.)]\s*(.*)$/su],
  ['arabic', /^\((\d{1,3})\)\s*(.*)$/su],
  // As offices of the party print it: "1- …", "1.2- …"; but not "13- KH/TU", a number that a line break parted.
  ['arabic-2', /^(\d{1,2}(?:\.\d{1,2}){1,3})[-–]\s+(?![\p{Lu}\d]+\/)(?=\p{Lu})(.*)$/su],
  ['arabic', /^(\d{1,2})[-–]\s+(?![\p{Lu}\d]+\/)(?=\p{Lu})(.*)$/su],
];

const APPENDIX =
  /^((?:phụ lục(?:\s+(?:số\s+)?[IVXLC\d]{1,5}[a-z]?)?)|(?:phụ biểu|biểu(?: số)?|mẫu số)\s+(?:số\s+)?[IVXLC\d]{1,5}[a-z]?(?![\p{L}\d]))\s*[.:]?\s*(.*)$/isu;

const APPENDIX_WORDS = /^(?:phụ lục|phụ biểu|biểu|mẫu)(?:\s+số)?/iu;

/** A line that only names an appendix, or names it before its title in capitals. */
const findAppendix = (text: string): Numbering | undefined => {
  const match = APPENDIX.exec(text);
  if (!match?.[1]) return undefined;
  const rest = match[2] ?? '';
  if (rest !== '' && rest !== rest.toUpperCase()) return undefined;
  const plain = match[1].replace(APPENDIX_WORDS, (words) => words.toLowerCase());
  const number = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  return { level: 'appendix', number, rest };
};

const PART =
  /^((?:phần|chương)\s+(?:(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)|[IVX]{1,5}|\d{1,2}))(?![\p{L}\d])\s*[.:–-]?\s*(.*)$/isu;

/** "PHẦN THỨ HAI", "Phần II. NHIỆM VỤ": a line that only names a part, or names it before its title in capitals. */
const findPart = (text: string): Numbering | undefined => {
  const match = PART.exec(text);
  if (!match?.[1] || !/^(?:P|C)/u.test(match[1])) return undefined;
  const rest = match[2] ?? '';
  return rest === '' || isUpperCase(rest) ? { level: 'part', number: match[1], rest } : undefined;
};

/** The administrative numbering at the start of a text, if there is one. */
export const findNumbering = (text: string): Numbering | undefined => {
  const above = findAppendix(text) ?? findPart(text);
  if (above) return above;
  for (const [level, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match?.[1]) return { level, number: match[1], rest: match[2] ?? '' };
  }
  return undefined;
};

// "B.1", "A.II": the second step below a capital letter.
const LETTER_AND_NUMBER = new RegExp(String.raw`^[A-HĐ]\.(?:\d{1,2}|${ROMAN})$`, 'u');
const ROMAN_ONLY = new RegExp(`^${ROMAN}$`, 'u');

/** The level of a bare number as it stands in the order column of a table: "II", "A", "1", "1.1", "b". */
export const levelOfNumber = (number: string): HeadingLevel | undefined => {
  if (ROMAN_ONLY.test(number)) return 'roman';
  if (/^[A-HĐ]$/u.test(number)) return 'letter-upper';
  if (LETTER_AND_NUMBER.test(number)) return 'roman';
  if (/^\d{1,3}$/u.test(number)) return 'arabic';
  if (/^\d{1,2}(?:\.\d{1,2}){1,3}$/u.test(number)) return 'arabic-2';
  if (/^[a-zđ]$/u.test(number)) return 'letter';
  return undefined;
};

/** Whether all letters of the words are capitals. */
export const isUpperCase = (words: string): boolean => /\p{Lu}/u.test(words) && words === words.toUpperCase();

/** Whether words are printed in capitals, but for letters whose capitals an old code set lost: "QUYếT ĐịNH". */
export const isMostlyCapital = (words: string): boolean => {
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > (words.match(/\p{Ll}/gu)?.length ?? 0) && !/\p{Ll}{2}/u.test(words);
};

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The value of a Roman numeral or of a capital letter as a number: IV is 4, B is 2. */
export const valueOfNumeral = (numeral: string): number => {
  if (!ROMAN_ONLY.test(numeral)) return numeral.charCodeAt(0) - 64;
  const digits = Array.from(numeral, (digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
};
