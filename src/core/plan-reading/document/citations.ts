import { findDay } from '#core/plan-reading/language/days.ts';
import { lineAt, quoteBetween, type SourceText } from '#core/plan-reading/text/source-text.ts';

/** A document that running text names by number or by date. */
export interface Citation {
  readonly docType: string;
  readonly docNumber: string | null;
  readonly issueDateRaw: string | null;
  readonly issueDate: string | null;
  readonly issuingAgency: string | null;
  readonly subject: string | null;
  /** The small number that a footnote carries before the document. */
  readonly footnoteNumber: number | null;
  readonly start: number;
  readonly quote: string;
  readonly line: number;
}

// Kinds of documents in running text, the longer names before the shorter that they begin with.
const KINDS = [
  'Chương trình hành động',
  'Kế hoạch hành động',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Thông tư liên tịch',
  'Thông tư',
  'Chỉ thị',
  'Kế hoạch',
  'Chương trình',
  'Công văn',
  'Công điện',
  'Tờ trình',
  'Báo cáo thẩm định',
  'Báo cáo',
  'Thông báo kết luận',
  'Thông báo',
  'Kết luận',
  'Hướng dẫn',
  'Quy định',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Văn bản',
] as const;

const NUMBER = String.raw`\d+[a-z]?(?:\/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđ&\d]*(?:[-/][A-ZĐ][A-Za-zĐđ&\d]*)*`;
const DATE = String.raw`(?:,?\s*ngày\s+)(\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+năm\s+)\d{4})`;
const BY_NUMBER = new RegExp(
  `(?:(?<kind>${KINDS.join('|')})(?:\\s+của\\s+(?:(?!(?:${KINDS.join('|')})\\s)[\\p{L} ]){3,40}?:?)?\\s*)(?:số:?\\s*)?(?<number>${NUMBER})(?:${DATE})?`,
  'giu',
);
const LAW = new RegExp(
  `(?<![A-Za-zÀ-ỹ])(?<kind>Bộ luật|Luật|Pháp lệnh)\\s+(?<title>\\p{Lu}[\\p{L} ,-]{1,160}?)\\s+(?:số\\s*(?<number>\\d+/\\d{4}/QH\\d+))?(?:${DATE})?(?=[\\s;,.*)]|$)`,
  'gu',
);
// "Nghị quyết số     /NQ-HĐND": a number left blank; what a draft says of itself in the head of its annexes is no citation.
const BLANK_NUMBER = new RegExp(
  `(?<!kèm theo\\s)(?<kind>${KINDS.join('|')})\\s+số:?[\\s.…_]*(?<blank>[-/][A-ZĐ][A-Za-zĐđ&\\d]*(?:[-/][A-ZĐ][A-Za-zĐđ&\\d]*)*)(?:${DATE})?`,
  'giu',
);
// "các Quyết định của Thủ tướng Chính phủ: số 749/QĐ-TTg …; số 411/QĐ-TTg …": the kind and issuer are told once for all.
const NUMBER_ALONE = new RegExp(`(?<=[:;]\\s)số\\s+(?<number>${NUMBER})(?:${DATE})?`, 'giu');
const KIND_FOR_ALL = /các\s+(\p{Lu}[\p{L} ]+?)(?:\s+của\s+([\p{L} ]+?))?:\s*$/u;

const DATE_PARTS = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/u;

const isoDate = (raw: string | null): string | null => {
  const parts = raw === null ? null : DATE_PARTS.exec(raw);
  return parts ? (findDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) ?? null) : null;
};

const tidyDate = (raw: string): string =>
  raw
    .replace(/\s+tháng\s+/u, '/')
    .replace(/\s+năm\s+/u, '/')
    .replace(/\s/gu, '');

// What the letters of a document number say of its issuer. The letters of a province's bodies do not say which province.
const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/-TTg$/u, 'Thủ tướng Chính phủ'],
  [/-CP$/u, 'Chính phủ'],
  [/\/QH\d+$/u, 'Quốc hội'],
  [/BKHCN/u, 'Bộ Khoa học và Công nghệ'],
  [/BTTTT/u, 'Bộ Thông tin và Truyền thông'],
  [/BNV/u, 'Bộ Nội vụ'],
  [/BCA/u, 'Bộ Công an'],
  [/BTC/u, 'Bộ Tài chính'],
  [/SKH&?CN/u, 'Sở Khoa học và Công nghệ'],
  [/STTTT/u, 'Sở Thông tin và Truyền thông'],
];

const issuerOfNumber = (number: string | null): string | null =>
  number === null ? null : (ISSUERS.find(([pattern]) => pattern.test(number))?.[1] ?? null);

const KIND_WORDS = `(?:${KINDS.join('|')})\\s`;
const ISSUER = new RegExp(
  String.raw`^\s*(?:,\s*)?của\s+((?:\p{Lu}|các )[\p{L}&,\s]*?)(?:\s*\(nay là [^()]*\))?(?=\s+(?:về|phê duyệt|ban hành|quy định|sửa đổi|thực hiện|triển khai|hướng dẫn|chấp thuận|công bố|giao|đẩy mạnh|thúc đẩy|tại|\()(?![A-Za-zÀ-ỹ])|\s+và\s+(?:\p{Ll}|${KIND_WORDS})|[;:.()“”*]|,\s|$)`,
  'u',
);
const SUBJECT_START = /^[\s,*]*(?:v\/v\s+)?(?:về(?:\s+việc)?\s+)?/iu;
const SUBJECT_END =
  /[;*]|\.\s|\.?\/?\.$|\.$|,\s(?=(?:gửi|hoàn thành|trong đó|theo)(?![A-Za-zÀ-ỹ])|\p{Lu}[^,;.]{2,80}\s(?:báo cáo|ban hành|xây dựng)(?![A-Za-zÀ-ỹ])[^;.]*(?:như sau)?\s*:?$)|\s(?=và\s+(?:\p{Lu}[\p{Ll}]+\s+){1,3}số\s+\d)/u;

const readIssuer = (rest: string): { readonly issuer: string | null; readonly length: number } => {
  const match = ISSUER.exec(rest);
  if (!match?.[1]) return { issuer: null, length: 0 };
  const issuer = match[1].replace(/^Bộ trưởng\s+(?=Bộ\s)|\s+và$/gu, '').trim();
  return { issuer, length: match[0].length };
};

/** What the document is about: the words after its issuer, up to the end of the clause or the next document. */
const readSubject = (rest: string): string | null => {
  const start = SUBJECT_START.exec(rest)?.[0] ?? '';
  const told = /về|v\/v/iu.test(start);
  const words = rest.slice(start.length);
  if (
    !told &&
    !/^(?:phê duyệt|ban hành|quy định|sửa đổi|thực hiện|triển khai|hướng dẫn|chấp thuận|Quy định|đẩy mạnh|thúc đẩy)(?![A-Za-zÀ-ỹ])/u.test(
      words,
    )
  ) {
    return null;
  }
  const end = SUBJECT_END.exec(words);
  const subject = words
    .slice(0, end ? end.index : undefined)
    .replace(/(?<![\s,.;:/])[\s,.;:/]+$/u, '')
    .replace(/^\(|\)$/gu, '');
  return subject === '' ? null : subject;
};

interface Match {
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly start: number;
  readonly end: number;
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

const toMatch = (found: RegExpExecArray, kind: string, issuer: string | null): Match => ({
  kind,
  number: found.groups?.number?.replace(/\s/gu, '') ?? null,
  date: (found.slice(1) as (string | undefined)[]).find((group) => DATE_PARTS.test(group ?? '')) ?? null,
  title: found.groups?.title ?? null,
  issuer,
  start: found.index,
  end: found.index + found[0].length,
});

// Most texts name no document: these cheap looks spare them the long patterns.
const MAY_HOLD_NUMBER = /\d[a-z]?\s?[-/]\s?[A-ZĐ]/iu;
const MAY_HOLD_BLANK = /số:?[\s.…_]*[-/][A-ZĐ]/u;
const MAY_HOLD_LAW = /[Ll]uật|Pháp lệnh/u;

const findMatches = (text: string): readonly Match[] => {
  const numbered = MAY_HOLD_NUMBER.test(text);
  const byNumber = [...(numbered ? text.matchAll(BY_NUMBER) : [])].map((found) =>
    toMatch(found, capitalized(found.groups?.kind ?? ''), null),
  );
  const laws = [...(MAY_HOLD_LAW.test(text) ? text.matchAll(LAW) : [])]
    .map((found) => toMatch(found, found.groups?.kind ?? 'Luật', 'Quốc hội'))
    .filter(({ number, date }) => number !== null || date !== null);
  const blank = [...(MAY_HOLD_BLANK.test(text) ? text.matchAll(BLANK_NUMBER) : [])].map((found) =>
    toMatch(found, capitalized(found.groups?.kind ?? ''), null),
  );
  const colon = text.indexOf(':');
  const head = numbered ? KIND_FOR_ALL.exec(text.slice(0, colon + 1)) : null;
  const listed = [...(head ? text.matchAll(NUMBER_ALONE) : [])].flatMap((found) => {
    return head && colon < found.index ? [toMatch(found, head[1] ?? '', head[2] ?? null)] : [];
  });
  const all = [...byNumber, ...blank, ...laws, ...listed].sort((a, b) => a.start - b.start || b.end - a.end);
  let taken = 0;
  return all.filter((match) => {
    const isFree = match.start >= taken;
    taken = Math.max(taken, match.end);
    return isFree;
  });
};

const footnoteNumberBefore = (text: string, at: number): number | null => {
  const digits = /(?:^|[\s.;])\(?(\d{1,3})\)?\.?\s*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[1];
  return digits === undefined ? null : Number(digits);
};

/** What the words before a document say has become of it: they belong to its quote. */
const ENDED = /(?:thay thế(?: cho)?|bãi bỏ)\s+$/iu;

/** Looking no further back keeps long texts from being read anew for each of their documents. */
const LONGEST_ENDING = 20;

/** Lists the documents that a text names, in order, with what it says of each. */
export const listCitations = (content: SourceText): readonly Citation[] => {
  const { text } = content;
  if (!/\d/u.test(text)) return [];
  const matches = findMatches(text);
  return matches.map((match, index) => {
    const next = matches[index + 1]?.start ?? text.length;
    const rest = text.slice(match.end, next);
    const { issuer, length } = readIssuer(rest);
    const ended =
      ENDED.exec(text.slice(Math.max(0, match.start - LONGEST_ENDING), match.start))?.[0].length ?? 0;
    const lawTitle = match.title === null ? null : `${match.kind} ${match.title}`;
    return {
      docType: match.kind,
      docNumber: match.number,
      issueDateRaw: match.date === null ? null : tidyDate(match.date),
      issueDate: isoDate(match.date),
      issuingAgency: match.issuer ?? issuer ?? issuerOfNumber(match.number),
      subject:
        lawTitle ??
        readSubject(text.slice(match.end + length, subjectEnd(text, match.end + length, matches, index))),
      footnoteNumber: footnoteNumberBefore(text, match.start),
      start: match.start,
      quote: quoteBetween(content, match.start - ended, match.end + length),
      line: lineAt(content, match.start),
    };
  });
};

/** A subject may name further documents ("sửa đổi Nghị định số …"); one that stands in a list of its own does not belong to it. */
const subjectEnd = (text: string, from: number, matches: readonly Match[], index: number): number => {
  const next = matches[index + 1];
  if (!next) return text.length;
  return /[;.]\s|\d\s*$/u.test(text.slice(from, next.start)) ? next.start : text.length;
};
