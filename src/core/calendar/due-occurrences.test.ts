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

  it('come once a year where the rule names the quarter, the month or the day of the year', () => {
    expect(daysOf('Quý I hằng năm')).toEqual(['2026 2026-03-31']);
    expect(daysOf('quý IV hàng năm')).toEqual(['2026 2026-12-31']);
    expect(daysOf('Tháng 11 hằng năm')).toEqual(['2026 2026-11-30']);
    expect(daysOf('10/10 hằng năm')).toEqual(['2026 2026-10-10']);
    expect(daysOf('6 tháng đầu năm hằng năm')).toEqual(['2026 2026-06-30']);
    expect(daysOf('hằng quý, hằng năm')).toHaveLength(4);
  });

  it('keep to the day that the plan names: before it is strict, until it is not', () => {
    const years = { start: plainDate('2026-01-01'), end: plainDate('2027-12-31') };
    expect(daysOf('trước ngày 20/02 hằng năm', years)).toEqual(['2026 2026-02-19', '2027 2027-02-19']);
    expect(daysOf('định kỳ trước 01/12 hằng năm')).toEqual(['2026 2026-11-30']);
    expect(daysOf('Trước ngày 15 tháng 12 hằng năm')).toEqual(['2026 2026-12-14']);
    expect(daysOf('Chậm nhất ngày 15 tháng 12 hằng năm')).toEqual(['2026 2026-12-15']);
    expect(daysOf('đến 15/12 hàng năm')).toEqual(['2026 2026-12-15']);
    expect(daysOf('trước 01/01 hằng năm')).toEqual(['2026 2026-12-31']);
    expect(daysOf('Trước quý IV hằng năm')).toEqual(['2026 2026-09-30']);
    expect(daysOf('từ ngày 10/6 đến ngày 20/6 hằng năm')).toEqual(['2026 2026-06-20']);
  });

  it.each([
    'Trước ngày 20 của tháng cuối mỗi quý',
    'trước ngày 20 tháng cuối quý',
    'Định kỳ hằng quý (trước ngày 20 của tháng cuối Quý)',
    'hằng quý, trước ngày 20',
    'trước ngày 20 các tháng 3, 6, 9 và 12',
  ])('keep to the day of the last month of each quarter: %s', (raw) => {
    expect(daysOf(raw).map((found) => found.split(' ')[1])).toEqual([
      ...['2026-03-19', '2026-06-19', '2026-09-19', '2026-12-19'],
    ]);
  });

  it('come in the month after the period where the rule says so', () => {
    expect(daysOf('trước ngày 05 tháng đầu quý sau')).toEqual([
      ...['2026-Q1 2026-04-04', '2026-Q2 2026-07-04', '2026-Q3 2026-10-04', '2026-Q4 2027-01-04'],
    ]);
    expect(daysOf('hằng tháng, chậm nhất ngày 05 tháng sau').at(-1)).toBe('2026-12 2027-01-05');
  });

  it('keep to the day of each month, or to its last day where the month is shorter', () => {
    expect(daysOf('trước ngày 25 hằng tháng').slice(0, 2)).toEqual([
      '2026-01 2026-01-24',
      '2026-02 2026-02-24',
    ]);
    expect(daysOf('ngày 31 mỗi tháng').slice(1, 4)).toEqual([
      ...['2026-02 2026-02-28', '2026-03 2026-03-31', '2026-04 2026-04-30'],
    ]);
    expect(daysOf('trước ngày 31 hằng tháng').slice(3, 5)).toEqual([
      '2026-04 2026-04-30',
      '2026-05 2026-05-30',
    ]);
    expect(daysOf('29/02 hằng năm')).toEqual(['2026 2026-02-28']);
    expect(daysOf('từ ngày 15 đến ngày 20 hằng tháng')[0]).toBe('2026-01 2026-01-20');
    expect(daysOf('trước ngày 01 hằng tháng')[0]).toBe('2026-01 2026-01-31');
  });

  it('come as often a year as the rule names days, months or quarters', () => {
    expect(daysOf('15/6 và 15/12 hằng năm')).toEqual(['2026-06 2026-06-15', '2026-12 2026-12-15']);
    expect(daysOf('trước ngày 15/6 và 15/12 hằng năm')).toEqual(['2026-06 2026-06-14', '2026-12 2026-12-14']);
    expect(daysOf('tháng 6, tháng 12 hằng năm')).toEqual(['2026-06 2026-06-30', '2026-12 2026-12-31']);
    expect(daysOf('tháng 6 và 12 hằng năm')).toEqual(['2026-06 2026-06-30', '2026-12 2026-12-31']);
    expect(daysOf('Quý I, quý III hằng năm')).toEqual(['2026-Q1 2026-03-31', '2026-Q3 2026-09-30']);
    expect(daysOf('quý II và IV hằng năm')).toEqual(['2026-Q2 2026-06-30', '2026-Q4 2026-12-31']);
    expect(daysOf('02 lần/năm')).toEqual(['2026-H1 2026-06-30', '2026-H2 2026-12-31']);
    expect(daysOf('3 tháng một lần')).toHaveLength(4);
    expect(daysOf('định kỳ 06 tháng 1 lần')).toHaveLength(2);
    expect(daysOf('hằng quý, 6 tháng và năm')).toHaveLength(4);
    expect(daysOf('5/6 và 20/6 hằng năm').map((found) => found.split(' ')[1])).toEqual([
      '2026-06-05',
      '2026-06-20',
    ]);
  });

  it('are those of the recurrence that was kept, however the words are read now', () => {
    const kept = { months: 6, days: [{ month: 6, day: 15 }], delay: 0, isBefore: false } as const;
    expect(listDueOccurrences(rule({ raw: 'hằng quý' }), YEAR, kept)).toEqual([
      { period: '2026-H1', lastDay: '2026-06-15' },
    ]);
    expect(listDueOccurrences(rule({ raw: 'hằng quý' }), YEAR, { ...kept, days: [] })).toEqual([
      { period: '', lastDay: null },
    ]);
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
    const far = { ...span, end: plainDate('2045-12-31') };
    expect(listDueOccurrences(far, null).at(-1)).toEqual({ period: '2045', lastDay: '2045-12-31' });
    const issued = { start: plainDate('2027-02-01'), end: plainDate('2028-12-31') };
    expect(listDueOccurrences(span, issued).map(({ period }) => period)).toEqual(['2027', '2028']);
  });

  it('are one, on the last day, for every rule that ends on a day within a year', () => {
    const one = rule({ kind: 'by-date', end: plainDate('2026-12-20'), before: true });
    expect(listDueOccurrences(one, YEAR)).toEqual([{ period: '', lastDay: '2026-12-19' }]);
  });

  it('are never none, each of its own name, in the order of days', () => {
    const day = fc
      .tuple(fc.integer({ min: 2020, max: 2045 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => plainDate(`${String(year)}-${String(month).padStart(2, '0')}-15`));
    const raw = fc.constantFrom(
      'hằng quý',
      'mỗi tháng',
      '6 tháng',
      'hằng năm',
      'thường xuyên',
      null,
      ...[
        'trước 01/01 hằng năm',
        'ngày 31 mỗi tháng',
        '15/6 và 15/12 hằng năm',
        'ngày 30 và ngày 31 hằng tháng',
      ],
    );
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
