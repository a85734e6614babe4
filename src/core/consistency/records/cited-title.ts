import { searchKey } from '#core/kernel/text.ts';
import { ABBREVIATIONS } from '#core/consistency/measures/measure-lexicon.ts';
import { compareWords } from '#core/plan/name-similarity.ts';

/** How two titles of one document compare: one may be cut short, words may be left out, or they say something else. */
export type TitleComparison = 'same' | 'differs' | 'other';

const LEAD_IN =
  /^(?:(?:ve viec|viec|ve|ban hanh|phe duyet|quy dinh|trien khai|thuc hien|cong bo|thong qua|de an|ke hoach|quyet dinh|ban|theo)(?= ) ?)+/u;

const ISSUER =
  'quoc hoi|chinh phu|bo chinh tri|thu tuong chinh phu|ban chap hanh (?:trung uong|dang bo \\S+)(?: khoa \\S+)?|ban thuong vu (?:tinh|thanh) uy|(?:tinh|thanh) uy|(?:uy ban|hoi dong) nhan dan (?:tinh|thanh pho)|ubnd tinh|hdnd tinh';

// References to further documents inside a title are written with or without their number, day and issuer.
const REFERENCE = new RegExp(
  String.raw`(?:so )?\d+[a-z]?\s?[/-]\s?[a-z0-9&/-]+(?: ngay \d{1,2}[/-]\d{1,2}[/-]\d{4})?(?: cua (?:${ISSUER}))?|ngay \d{1,2}[/-]\d{1,2}[/-]\d{4}(?: cua (?:${ISSUER}))?`,
  'gu',
);

/** The words of a title that tell what the document is about. */
const readTitle = (title: string): readonly string[] =>
  searchKey(title.replace(/\([^()]*\)?/gu, ' '))
    .replace(REFERENCE, ' ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replace(LEAD_IN, '')
    .split(' ')
    .flatMap((word) => (ABBREVIATIONS[word] ?? word).split(' '))
    .filter((word) => word !== '');

const contains = (longer: readonly string[], shorter: readonly string[]): boolean =>
  ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `);

/** Words that a title must have before it says enough to contradict another. */
const TELLING_WORDS = 4;

/** Whether two titles are the same, word by word and year by year, whatever leads in. */
export const isSameTitle = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((title) =>
    searchKey(title)
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim()
      .replace(LEAD_IN, ''),
  );
  return a === b && readTitle(one).length >= TELLING_WORDS;
};

const OTHER_BELOW = 0.6;

/** Compares two titles; what is merely cut short, at its beginning or its end, is the same. */
export const compareTitles = (one: string, other: string): TitleComparison => {
  const [a, b] = [readTitle(one), readTitle(other)];
  if (a.length < TELLING_WORDS || b.length < TELLING_WORDS) return 'same';
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  if (contains(longer, shorter)) return 'same';
  return compareWords(longer, shorter).containment < OTHER_BELOW ? 'other' : 'differs';
};
