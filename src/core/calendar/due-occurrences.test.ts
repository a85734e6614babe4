import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { listDueOccurrences } from './due-occurrences.ts';
import { DUE_KINDS, findLastDay, type DueRule } from './due-rule.ts';

const YEAR = { start: plainDate('2026-01-01'), end: plainDate('2026-12-31') };
const rule = (change: Partial<DueRule>): DueRule => ({
  ...{ kind: 'recurring', raw: null, start: null, end: null, before: false },
  ...change,
});
const daysOf = (raw: string, plan = YEAR) =>
  listDueOccurrences(rule({ raw }), plan).map(({ period, lastDay }) => `${period} ${String(lastDay)}`);

describe('occurrences of a due rule', () => {
  it('come each quarter, half-year, month or year while the plan runs, by the words of the rule', () => {
    expect(daysOf('Cuối mỗi Quý')).toEqual([
      '2026-Q1 2026-03-31',
      '2026-Q2 2026-06-30',
      '2026-Q3 2026-09-30',
      '2026-Q4 2026-12-31',
    ]);
    expect(daysOf('định kỳ 06 tháng')).toEqual(['2026-H1 2026-06-30', '2026-H2 2026-12-31']);
    expect(daysOf('hằng tháng')).toHaveLength(12);
    const years = { start: plainDate('2026-01-01'), end: plainDate('2027-06-30') };
    expect(daysOf('Hằng năm', years)).toEqual(['2026 2026-12-31']);
    expect(daysOf('hằng quý', years).at(-1)).toBe('2027-Q2 2027-06-30');
  });

  it('come once a year where the rule names the quarter or the month of the year', () => {
    expect(daysOf('Quý I hằng năm')).toEqual(['2026 2026-03-31']);
    expect(daysOf('quý IV hàng năm')).toEqual(['2026 2026-12-31']);
    expect(daysOf('Tháng 11 hằng năm')).toEqual(['2026 2026-11-30']);
    expect(daysOf('trước ngày 15 tháng 12 hằng năm')).toEqual(['2026 2026-12-15']);
    expect(daysOf('hằng quý, hằng năm')).toHaveLength(4);
  });

  it('are one without a day where the plan has no days or the words tell no frequency', () => {
    expect(daysOf('khi cần')).toEqual([' null']);
    expect(listDueOccurrences(rule({ raw: 'hằng quý' }), null)).toEqual([{ period: '', lastDay: null }]);
  });

  it('are milestones at the end of each year of a span, the last one at its end', () => {
    const span = rule({ kind: 'range', start: plainDate('2026-01-01'), end: plainDate('2028-06-30') });
    expect(listDueOccurrences(span, null).map(({ lastDay }) => lastDay)).toEqual([
      '2026-12-31',
      '2027-12-31',
      '2028-06-30',
    ]);
  });

  it('are one, on the last day, for every rule that ends on a day within a year', () => {
    const one = rule({ kind: 'by-date', end: plainDate('2026-12-20'), before: true });
    expect(listDueOccurrences(one, YEAR)).toEqual([{ period: '', lastDay: '2026-12-19' }]);
  });

  it('are never none, each of its own name, in the order of days', () => {
    const day = fc
      .tuple(fc.integer({ min: 2020, max: 2045 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => plainDate(`${String(year)}-${String(month).padStart(2, '0')}-15`));
    const raw = fc.constantFrom('hằng quý', 'mỗi tháng', '6 tháng', 'hằng năm', 'thường xuyên', null);
    fc.assert(
      fc.property(fc.constantFrom(...DUE_KINDS), raw, day, day, (kind, words, one, other) => {
        const [start = one, end = other] = [one, other].toSorted();
        const due = rule({ kind, raw: words, start, end });
        const found = listDueOccurrences(due, { start, end });
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found.map(({ period }) => period)).size).toBe(found.length);
        const days = found.map(({ lastDay }) => lastDay);
        expect(days).toEqual(days.toSorted());
        if (found.length === 1 && kind !== 'recurring') expect(days[0]).toBe(findLastDay(due) ?? null);
      }),
    );
  });
});
