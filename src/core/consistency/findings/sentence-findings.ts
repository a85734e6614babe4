import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding, FindingKind } from '#core/consistency/finding.ts';
import type { ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';
import { decimal, decimalText, sum, type Decimal } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import { NUMBER_PATTERN, parseNumber } from '#core/plan-reading/language/numbers.ts';

const NUMBER = `(?<![\\d.,/])(${NUMBER_PATTERN})(?!\\d|[.,/]\\d)`;
/** What is counted may take several words ("doanh nghiệp", "hợp tác xã"). */
const UNIT = String.raw`(?: ?(%|[a-z]+(?: [a-z]+){0,3}?))?`;

/** "tăng từ 80.000 lên 100.000 thuê bao, tăng 20%": where it stood, where it stands, by how much it is said to have moved. */
const FROM_TO = new RegExp(
  `(?:tang|giam|nang|tu) (?:[a-z]+ )?(?:tu )?${NUMBER}${UNIT} (?:nam \\d{4} )?(?:len|xuong|con|den)(?: den| con)? ${NUMBER}${UNIT}[^.;]{0,60}?(?:tang|giam|tuong ung|tuong duong)(?: [a-z]+){0,2} ${NUMBER} ?(?:%|diem)`,
  'u',
);

/** "đạt 61,2%, tăng 5,1 điểm phần trăm so với năm 2023 (55,1%)". */
const NOW_BEFORE = new RegExp(
  `${NUMBER} ?%[^.;]{0,20}?(?:tang|giam) ${NUMBER} ?(?:%|diem)[^.;(]{0,60}so voi[^.;(]{0,40}\\(?${NUMBER} ?%`,
  'u',
);

/** "120 xã, gồm 45 xã loại I, 60 xã loại II và 20 xã loại III": a whole and parts counted by the same word. */
const WHOLE = new RegExp(`${NUMBER} ([a-z]+)[^.;\\d]{0,80}?(trong do|bao gom|gom)(?: co)?:? `, 'u');

/** What stands in running text with its words. */
interface Stated {
  readonly place: ItemPlace;
  readonly name: string;
  readonly quote: string | null;
}

/** "1.215 tài khoản trên tổng số 1.430 công dân, đạt 88%". */
const PART_OF = new RegExp(
  `${NUMBER} [a-z ]{3,80}? tren tong(?: so)? ${NUMBER} [a-z ,]{2,60}? (?:dat|chiem|bang)(?: ty le)? ${NUMBER} ?%`,
  'u',
);

interface Sentence {
  readonly result: Stated;
  readonly text: string;
}

// The reader keeps each figure with its clause: only the sentence tells how they belong together.
const listSentences = (results: readonly Stated[]): readonly Sentence[] =>
  [
    ...groupBy(results, ({ place }) => `${place.documentId}:${String(place.line ?? place.id)}`).values(),
  ].flatMap((ofLine) => {
    const [result] = ofLine;
    const clauses = [...new Set(ofLine.map(({ quote }) => quote ?? ''))];
    return result ? [{ result, text: searchKey(clauses.join(', ')) }] : [];
  });

const numberOf = (printed: string | undefined): Decimal | undefined => {
  const value = parseNumber(printed ?? '');
  return value === undefined ? undefined : decimal(String(value));
};

const isNear = (value: Decimal, stated: Decimal): boolean =>
  value.abs().minus(stated).abs().lte(decimal(10).pow(-stated.decimalPlaces()).dividedBy(2));

const SHOWN_PLACES = 2;

const build = (kind: FindingKind, { result }: Sentence, stated: Decimal, computed: Decimal): Finding => {
  const value = decimalText(computed.toDecimalPlaces(SHOWN_PLACES));
  return buildStatedFinding({
    ...{ kind, severity: 'medium', subject: result.name },
    statements: [
      {
        ...statementAt(kind === 'sum-mismatch' ? 'total' : 'current', result.place, result.name),
        value: decimalText(stated),
        words: result.quote,
      },
    ],
    computed: { low: value, high: value },
    difference: decimalText(stated.minus(value).abs()),
  });
};

// Percentages may be said to have grown by points or by a share of themselves.
const judgeChange = (
  sentence: Sentence,
  [before, now, stated]: readonly (Decimal | undefined)[],
  ofShares: boolean,
): readonly Finding[] => {
  if (!before || !now || !stated || before.isZero()) return [];
  const points = now.minus(before);
  const relative = points.dividedBy(before).times(100);
  if (isNear(relative, stated) || (ofShares && isNear(points, stated))) return [];
  return [build('increase-not-by-figures', sentence, stated, ofShares ? points.abs() : relative.abs())];
};

const findWrongChange = (sentence: Sentence): readonly Finding[] => {
  const moved = FROM_TO.exec(sentence.text);
  if (moved) {
    const [, before, unit, now, , stated] = moved;
    return judgeChange(sentence, [before, now, stated].map(numberOf), unit === '%');
  }
  const compared = NOW_BEFORE.exec(sentence.text);
  if (!compared) return [];
  const [, now, stated, before] = compared;
  return judgeChange(sentence, [before, now, stated].map(numberOf), true);
};

const findWrongShare = (sentence: Sentence): readonly Finding[] => {
  const [, part, whole, percent] = PART_OF.exec(sentence.text) ?? [];
  const [one, all, stated] = [part, whole, percent].map(numberOf);
  if (!one || !all || !stated || all.lt(one)) return [];
  const share = one.dividedBy(all).times(100);
  return isNear(share, stated) ? [] : [build('percentage-not-its-fraction', sentence, stated, share)];
};

/** One part may be named alone; two are a list. */
const FEWEST_PARTS = 2;

// "In which" may name a few of many, so only more than the whole is wrong; "consists of" names all.
const findWrongWhole = (sentence: Sentence): readonly Finding[] => {
  const match = WHOLE.exec(sentence.text);
  const [, printed, noun = '', wording = ''] = match ?? [];
  const whole = numberOf(printed);
  if (!match || !whole?.isInteger()) return [];
  const rest = sentence.text.slice(match.index + match[0].length);
  const parts = [...rest.matchAll(new RegExp(`${NUMBER} ${noun}(?![a-z])`, 'gu'))].flatMap(
    ([, part]) => numberOf(part) ?? [],
  );
  const total = sum(parts);
  const isWrong = wording === 'trong do' ? total.gt(whole) : !total.eq(whole);
  return parts.length < FEWEST_PARTS || !isWrong ? [] : [build('sum-mismatch', sentence, whole, total)];
};

// Cells of a row of money belong to columns, not to one another.
const isRunningText = ({ quote }: Stated): boolean => quote !== null && !quote.includes('|');

/** Sentences whose own numbers do not give the change, the share or the whole that they state. */
export const findWrongSentences = (input: ConsistencyInput): readonly Finding[] =>
  listSentences([...input.results, ...input.resources.filter(isRunningText)]).flatMap((sentence) => [
    ...findWrongChange(sentence),
    ...findWrongShare(sentence),
    ...findWrongWhole(sentence),
  ]);
