import { scoreAgencies, type AgencyScorer } from '#core/plan-reading/tasks/agency-runs.ts';
import type { CellKind, DissolvedColumn } from './dissolved-header.ts';
import type { Word } from './dissolved-rows.ts';
import type { AgencyDirectory } from '#core/plan-reading/language/agencies.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';

// Which year a bare quarter means does not matter for telling that it is a time.
const ANY_YEAR = { year: 2000 } as const;

/** Words of a page of a row, cut into one run for each column. */
export type Cut = readonly (readonly Word[])[];

// Words that may begin a time: only what begins so is read as one.
const PERIOD_START =
  /^(?:Năm|Tháng|Quý|Cuối|Đầu|Giữa|Thường|Hằng|Hàng|Mỗi|Ngày|Trước|Sau|Đến|Từ|Giai|Định|Trong|Hết|Khi|\d+|\d[\d/.-]*)$/iu;
const VALUE =
  /^(?:(?:[≥≤<>~]|Trên|Dưới|Hơn|Tối thiểu|Ít nhất|Không quá|Khoảng|Đạt|Duy trì)?\s*(?:[≥≤<>~]\s?)?\d[\d.,]*\s*%?|\d+\/\d+|Duy trì|-|–|Tỷ lệ|%)$/u;
const UNIT = /^(?:%(?:\/\p{Ll}+)?|\p{L}+(?:[ /]\p{L}+){0,2})$/u;
// A cell that names agencies may name a dozen, but never fills a page.
const LONGEST_AGENCIES = 60;
const LONGEST_REST = 15;
const LONGEST_ROW = 400;
const NEVER = -9;
const LONGEST_PERIOD = 14;
const STARTS_CELL = /^[\p{Lu}\d“"(≥≤<>~]/u;
const FINISHED = /[.;:]$/u;
const OPEN_ENDED = /(?:[,;]|^(?:và|các|của|cho|về|theo|trong|với|tại|đến|từ|hoặc|được))$/iu;

interface Segmenter {
  readonly words: readonly Word[];
  readonly texts: readonly string[];
  readonly agencies: () => AgencyScorer;
  /** For each word, the weight of the blank lines before it in this run of words. */
  readonly breaks: () => readonly number[];
  readonly isMarked: (word: string) => boolean;
}

const isLower = (word: Word | undefined): boolean => word !== undefined && /^[\p{Ll}]/u.test(word.text);

const BREAK = 0.1;
const BREAK_AFTER_STOP = 0.8;

/** Sums up blank lines word by word; one after a full stop weighs more, since a cell rarely begins anew. */
const sumBreaks = (words: readonly Word[]): readonly number[] => {
  let sum = 0;
  return words.map((word, at) => {
    if (at > 0 && word.gap === 'blank')
      sum += FINISHED.test(words[at - 1]?.text ?? '') ? BREAK_AFTER_STOP : BREAK;
    return sum;
  });
};

/** How well the words between two places fit a cell. */
type RunScore = (from: number, to: number) => number;

const scoreTextOf = (segmenter: Segmenter): RunScore => {
  const breaks = segmenter.breaks();
  return (from, to) => Math.min(1, (to - from) * 0.1) - (breaks[to - 1] ?? 0) + (breaks[from] ?? 0);
};

// The longest value of several words is "Duy trì 90 %".
const LONGEST_VALUE = 4;

const scoreValueOf =
  ({ texts }: Segmenter): RunScore =>
  (from, to) => {
    const length = Math.min(to - from, LONGEST_PERIOD);
    return length <= LONGEST_VALUE && VALUE.test(texts.slice(from, to).join(' ')) ? 2 : -0.5 * length;
  };

const LONGEST_UNIT = 3;

/** A unit is a sign or two words of counting; a longer run is the name beside it. */
const scoreUnitOf =
  ({ texts }: Segmenter): RunScore =>
  (from, to) => {
    const words = to - from <= LONGEST_UNIT ? texts.slice(from, to).join(' ') : '';
    if (words.startsWith('%')) return UNIT.test(words) ? 2 : NEVER;
    return UNIT.test(words) ? 0.6 : NEVER;
  };

const scorePeriodOf = ({ texts }: Segmenter): RunScore => {
  const starts = texts.map((text) => PERIOD_START.test(text));
  const isUpper = texts.map((text) => /^\p{Lu}/u.test(text));
  return (from, to) => {
    const length = to - from;
    if (length > LONGEST_PERIOD) return -6;
    if (starts[from] && parsePeriod(texts.slice(from, to).join(' '), ANY_YEAR).kind !== 'other')
      return 3 + length * 0.1;
    return isUpper[from] && length <= 10 ? -0.8 : -3;
  };
};

const scoreAgenciesOf = (segmenter: Segmenter): RunScore => {
  const agencies = segmenter.agencies();
  return (from, to) => (to - from > LONGEST_AGENCIES ? NEVER : agencies.score(from, to));
};

const SCORES: Readonly<Record<CellKind, (segmenter: Segmenter) => RunScore>> = {
  order: scoreTextOf,
  text: scoreTextOf,
  agency: scoreAgenciesOf,
  period: scorePeriodOf,
  value: scoreValueOf,
  unit: scoreUnitOf,
};

const GAP_SCORE = { space: 0, line: 0.3, blank: 0.6 } as const;
// What goes on with a cell begins in lower case as often as not: there only the layout tells the border.
const GAP_SCORE_WITHIN = { space: -1, line: 0, blank: 0.4 } as const;

/** How well a cell border fits between a word and the one before it. */
const scoreBorder = (segmenter: Segmenter, at: number, continues: boolean): number => {
  const word = segmenter.words[at];
  const before = segmenter.words[at - 1];
  if (!word || !before) return 0;
  const gap = (continues ? GAP_SCORE_WITHIN : GAP_SCORE)[word.gap];
  const letter = isLower(word) ? (continues ? 0 : -1.2) : STARTS_CELL.test(word.text) ? 0.3 : -2;
  // A cell that a page cuts may end with a comma; then a blank line stands between it and the next.
  const atSemicolon = before.text.endsWith(';') && word.gap !== 'blank' ? -1 : 0;
  const open = OPEN_ENDED.test(before.text) ? (word.gap === 'blank' ? -0.5 : -1.5) + atSemicolon : 0;
  const mark = segmenter.isMarked(before.text) ? 1.5 : 0;
  return gap + letter + open + mark;
};

// Who leads and who helps is mostly said; before whom a task is laid is not.
const MOSTLY_FILLED = 2;

const emptyScore = (kind: CellKind, isName: boolean, before: number): number => {
  if (isName) return -6;
  if (kind === 'agency' && before >= MOSTLY_FILLED) return -0.4;
  return kind === 'agency' ? -1.5 : kind === 'period' ? -1.2 : -0.2;
};

/** Finds the cut of the words into columns, in their order, that fits best. */
const findBestCut = (
  segmenter: Segmenter,
  kinds: readonly CellKind[],
  runScore: (column: number) => RunScore,
  emptyAt: (column: number) => number,
  continues: (column: number) => boolean,
): readonly number[] => {
  const length = segmenter.words.length;
  let best = new Float64Array(length + 1).fill(-Infinity);
  best[0] = 0;
  const origins: Int32Array[] = [];
  kinds.forEach((_, column) => {
    const scoreOf = runScore(column);
    const next = best.map((score) => score + emptyAt(column));
    const origin = Int32Array.from(best, (_, at) => at);
    for (let from = 0; from < length; from += 1) {
      const reached = best[from] ?? -Infinity;
      if (reached === -Infinity) continue;
      const sofar = reached + scoreBorder(segmenter, from, continues(column));
      for (let to = from + 1; to <= length; to += 1) {
        const score = sofar + scoreOf(from, to);
        if (score <= (next[to] ?? -Infinity)) continue;
        next[to] = score;
        origin[to] = from;
      }
    }
    best = next;
    origins.push(origin);
  });
  const ends: number[] = [];
  let end = length;
  for (let column = kinds.length - 1; column >= 0; column -= 1) {
    ends.unshift(end);
    end = origins[column]?.[end] ?? 0;
  }
  return ends;
};

const cutAt = (words: readonly Word[], ends: readonly number[]): Cut =>
  ends.map((end, column) => words.slice(ends[column - 1] ?? 0, end));

/** Cuts the words of a row into its cells. */
export type RowCutter = (pages: readonly (readonly Word[])[]) => readonly Cut[];

const textsOf = (words: readonly Word[]): readonly string[] => words.map((word) => word.text);

/** Makes a cutter for a table: what it learns of names in one row helps in the next. */
export const buildRowCutter = (
  columns: readonly DissolvedColumn[],
  directory: AgencyDirectory,
  footnoteNumbers: readonly number[],
): RowCutter => {
  const kinds = columns.map((column) => column.kind);
  const nameColumn = kinds.indexOf('text');
  const marks = footnoteNumbers.map((number) => new RegExp(`(?:[^\\d.,/]|(?:19|20)\\d\\d)${number}$`, 'u'));
  const isMarked = (word: string): boolean => marks.some((mark) => mark.test(word));

  const segmenterOf = (words: readonly Word[]): Segmenter => {
    const texts = textsOf(words);
    let agencies: AgencyScorer | undefined;
    let breaks: readonly number[] | undefined;
    return {
      words,
      texts,
      isMarked,
      agencies: () => (agencies ??= scoreAgencies(texts, directory)),
      breaks: () => (breaks ??= sumBreaks(words)),
    };
  };

  const cutFirst = (words: readonly Word[]): Cut => {
    const segmenter = segmenterOf(words);
    const ends = findBestCut(
      segmenter,
      kinds,
      (column) => SCORES[kinds[column] ?? 'text'](segmenter),
      (column) =>
        emptyScore(
          kinds[column] ?? 'text',
          column === nameColumn,
          kinds.slice(0, column).filter((kind) => kind === 'agency').length,
        ),
      () => false,
    );
    return cutAt(words, ends);
  };

  /** After a page break a run goes on with the cell that the page before left open. */
  const cutNext = (words: readonly Word[], sofar: Cut): Cut => {
    const segmenter = segmenterOf(words);
    const mayGoOn = (from: number): boolean =>
      words[from]?.gap !== 'space' || isMarked(words[from - 1]?.text ?? '');
    const runScore = (column: number): RunScore => {
      const kind = kinds[column] ?? 'text';
      const open = sofar[column] ?? [];
      if (open.length === 0) {
        const scoreOf = SCORES[kind](segmenter);
        return (from, to) => scoreOf(from, to) + (isLower(words[from]) ? -1.5 : 0);
      }
      if (kind === 'text') {
        const scoreOf = scoreTextOf(segmenter);
        const finished = FINISHED.test(open.at(-1)?.text ?? '') ? -0.8 : 0.2;
        return (from, to) => scoreOf(from, to) + finished + (column === nameColumn ? 0.1 : 0);
      }
      const openScore = SCORES[kind](segmenterOf(open))(0, open.length);
      return (from, to) => {
        if (to - from > LONGEST_REST || !mayGoOn(from)) return NEVER;
        const joined = [...open, ...words.slice(from, to)];
        return SCORES[kind](segmenterOf(joined))(0, joined.length) - openScore;
      };
    };
    const ends = findBestCut(
      segmenter,
      kinds,
      runScore,
      () => 0,
      (column) => (sofar[column] ?? []).length > 0,
    );
    return cutAt(words, ends);
  };

  /** No cell fills pages: what goes on beyond any row is left with the name and not cut. */
  const cutWords = (words: readonly Word[], cut: (words: readonly Word[]) => Cut): Cut => {
    if (words.length <= LONGEST_ROW) return cut(words);
    const rest = words.slice(LONGEST_ROW);
    return cut(words.slice(0, LONGEST_ROW)).map((cell, column) =>
      column === nameColumn ? [...cell, ...rest] : cell,
    );
  };

  return (pages) => {
    const cuts: Cut[] = [];
    let sofar: Cut = kinds.map(() => []);
    pages.forEach((words) => {
      const open = sofar;
      const cut = cutWords(words, (run) => (cuts.length === 0 ? cutFirst(run) : cutNext(run, open)));
      cuts.push(cut);
      sofar = sofar.map((cell, column) => [...cell, ...(cut[column] ?? [])]);
    });
    return cuts;
  };
};
