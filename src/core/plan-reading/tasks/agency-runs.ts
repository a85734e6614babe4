import type { AgencyDirectory } from '#core/plan-reading/language/agencies.ts';
import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';

const LONGEST_NAME = 11;
const LONGEST_UNKNOWN = 9;
const SEPARATED = /[;,/]$/u;
const TIME = /^(?:Năm|Tháng|Quý|Cuối|Thường|Hằng|Hàng|Ngày|Trước|Giai)$/u;
// The first word of a place; a time begins with a capital too.
const PLACE = /^(?!(?:Năm|Tháng|Quý|Cuối|Thường|Hằng|Hàng|Ngày|Trước|Giai|Từ|Đến)$)\p{Lu}\p{Ll}/u;
// A word that waits for the rest of its name is no name.
const BARE_HEAD = /^(?:VP|Sở|Ban|Bộ|Cục|Vụ|Viện|Phòng)$/u;
const JOINING = /^(?:và|–|-|&)$/iu;

/** Tells how much a run of words looks like a list of agencies: the more, the better. */
export interface AgencyScorer {
  score(from: number, to: number): number;
}

const trimEnd = (words: string): string => words.replace(/[\s;:,.]+$/u, '');

/** The directory with a memory for names: a reader asks for the same names again and again. */
export const rememberNames = (directory: AgencyDirectory): AgencyDirectory => {
  const found = new Map<string, ReturnType<AgencyDirectory['find']>>();
  return {
    ...directory,
    find: (name) => {
      const known = found.get(name);
      if (known !== undefined) return known;
      const answer = directory.find(name);
      found.set(name, answer);
      return answer;
    },
  };
};

/** Words that cannot begin a name are no agencies, however they go on. */
const NO_AGENCY = -4.5;

/** Scores runs of words as lists of agencies. Known names count most, words that begin as names do count less. */
export const scoreAgencies = (words: readonly string[], directory: AgencyDirectory): AgencyScorer => {
  const joins = words.map((word) => JOINING.test(word));
  const separates = words.map((word, index) => SEPARATED.test(word) || joins[index] === true);
  const begins = words.map((word, index) => {
    const mayBegin = separates[index - 1] === true || /^\p{Lu}/u.test(word);
    return mayBegin && startsAsAgency(words.slice(index, index + 3).join(' '));
  });
  const longestAt = (index: number): number => {
    const longest = Math.min(LONGEST_NAME, words.length - index);
    const stop = words.slice(index, index + longest).findIndex((word) => word.endsWith(';'));
    return stop < 0 ? longest : stop + 1;
  };
  const knownLengths = words.map((_, index) => {
    if (!begins[index]) return [];
    const longest = longestAt(index);
    return Array.from({ length: longest }, (_, shorter) => longest - shorter).filter(
      (length) => directory.find(trimEnd(words.slice(index, index + length).join(' '))).length > 0,
    );
  });
  const endOfName = (from: number, to: number): number => {
    for (let end = from + 1; end < to; end += 1) if (separates[end - 1] || joins[end]) return end;
    return to;
  };
  /** "Báo và Phát thanh, Truyền hình": a capital after a separator that begins no name of its own goes on with the one before. */
  const goOn = (end: number, to: number): number => {
    let at = end;
    while (at < to && separates[at - 1] !== joins[at]) {
      const next = joins[at] ? at + 1 : at;
      const word = words[next] ?? '';
      if (next >= to || begins[next] || !/^\p{Lu}/u.test(word) || TIME.test(word)) break;
      at = endOfName(next, to);
    }
    return at;
  };
  const scoreName = (from: number, to: number): readonly [score: number, end: number] => {
    const known = knownLengths[from]?.find((length) => from + length <= to);
    const end = known === undefined ? endOfName(from, to) : from + known;
    const whole = begins[from] ? goOn(end, to) : end;
    if (known !== undefined && whole === end) {
      // "Viettel Lâm Giang": a known name with a place behind it is a name of its own.
      const goesOn =
        end < to && !separates[end - 1] && !joins[end] && !begins[end] && PLACE.test(words[end] ?? '');
      const own = goesOn ? endOfName(from, to) : end;
      return goesOn && own - from <= LONGEST_UNKNOWN ? [1.5, own] : [3, end];
    }
    const isBare = whole - from === 1 && BARE_HEAD.test(words[from] ?? '');
    return [
      begins[from] && !isBare && whole - from <= LONGEST_UNKNOWN ? 1.2 : -1.5 * Math.min(3, whole - from),
      whole,
    ];
  };
  const score = (from: number, to: number): number => {
    if (!begins[from]) return NO_AGENCY;
    let total = 0;
    let names = 0;
    for (let at = from; at < to;) {
      if (names > 0 && joins[at]) {
        at += 1;
        continue;
      }
      if (at > from && !separates[at - 1]) total -= 2.5;
      const [gained, end] = scoreName(at, to);
      total += gained;
      names += 1;
      at = end;
    }
    return total / names;
  };
  return { score };
};
