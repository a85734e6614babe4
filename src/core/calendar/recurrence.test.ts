import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { listDueOccurrences } from './due-occurrences.ts';

const YEARS = { start: plainDate('2025-01-01'), end: plainDate('2027-12-31') };

const of = (names: readonly string[]): readonly string[] =>
  ['2025', '2026', '2027'].flatMap((year) => names.map((name) => `${year}${name}`));

const YEARLY = of(['']);
const HALVES = of(['-H1', '-H2']);
const QUARTERS = of(['-Q1', '-Q2', '-Q3', '-Q4']);
const MONTHS = of(
  ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) => `-${m}`),
);

/**
 * The periods by which reports, extensions and decisions are kept in registers for the words of a rule. A phrase that the
 * reader reads otherwise is another recurrence from then on: where it stands already it stays as it was kept. A line of this
 * table that has to change says so to whoever changes the reader: offices meant one thing by the phrase, and reports of two
 * installations, or of two years, would have two names for it.
 */
const PERIODS: readonly (readonly [words: string, periods: readonly string[]])[] = [
  // As the five plans of the demonstration say it, of tasks and of reports.
  ['Cuối mỗi Quý', QUARTERS],
  ['Định kỳ hằng quý', QUARTERS],
  ['Định kỳ hằng quý (trước ngày 20 của tháng cuối Quý)', QUARTERS],
  ['Quý I hằng năm', YEARLY],
  ['trước ngày 20/02 hằng năm', YEARLY],
  ['trước ngày 20/9 hằng năm', YEARLY],
  ['trước ngày 01/12 hằng năm', YEARLY],
  ['định kỳ trước 01/12 hằng năm', YEARLY],
  ['ngày 10/10 hằng năm', YEARLY],
  ['hằng năm', YEARLY],
  ['hàng năm', YEARLY],
  ['từng năm', YEARLY],
  // As plans of other offices say it.
  ['hằng tháng', MONTHS],
  ['hàng tháng, trước ngày 25', MONTHS],
  ['hằng tháng, chậm nhất ngày 05 tháng sau', MONTHS],
  ['01 lần/tháng', MONTHS],
  ['mỗi quý', QUARTERS],
  ['01 lần/quý', QUARTERS],
  ['3 tháng một lần', QUARTERS],
  ['trước ngày 20 các tháng 3, 6, 9 và 12', of(['-03', '-06', '-09', '-12'])],
  ['trước ngày 05 tháng đầu quý sau', QUARTERS],
  ['ngày 05 tháng đầu mỗi quý', QUARTERS],
  ['định kỳ 06 tháng', HALVES],
  ['02 lần/năm', HALVES],
  ['15/6 và 15/12 hằng năm', of(['-06', '-12'])],
  ['tháng 6 và 12 hằng năm', of(['-06', '-12'])],
  ['Quý II và IV hằng năm', of(['-Q2', '-Q4'])],
  ['6 tháng đầu năm hằng năm', YEARLY],
  ['01 lần/năm', YEARLY],
  ['Tháng 11 hằng năm', YEARLY],
  ['5/6 và 20/6 hằng năm', of(['-06-05', '-06-20'])],
  ['định kỳ hằng quý, 6 tháng và năm', QUARTERS],
  ['hằng quý, hằng năm', QUARTERS],
  // Weeks are no periods of reports.
  ['hằng tuần', ['']],
];

describe('the periods of recurring work', () => {
  it.each(PERIODS)('"%s" are named as they always were', (raw, periods) => {
    const rule = { kind: 'recurring', raw, start: null, end: null, before: false } as const;
    expect(listDueOccurrences(rule, YEARS).map(({ period }) => period)).toEqual(periods);
  });
});
