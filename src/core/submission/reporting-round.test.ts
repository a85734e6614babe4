import { describe, expect, it } from 'vitest';
import { WEEKENDS_ONLY } from '#core/calendar/working-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { findSeriesPeriod, isWholeYear, PERIOD_TEXT, yearOfPeriod } from './reporting-period.ts';
import { getRoundSchedule, isLate, takesFigures } from './reporting-round.ts';
import { listOccurrences, type ReportingDuty } from './reporting-schedule.ts';

const DUTY: ReportingDuty = {
  ...{ frequency: 'yearly', covers: null, comparator: '<', dueDate: null, recurringDays: [] },
};

describe('when a duty comes due', () => {
  // Quyết định 3256/QĐ-UBND, III.9: four dates that follow no pattern.
  it.each([
    ['Quý I', '20/02', '2026-Q1', '2026-02-20'],
    ['Quý II; 06 tháng', '20/05', '2026-Q2', '2026-05-20'],
    ['Quý III', '20/09', '2026-Q3', '2026-09-20'],
    ['Quý IV; cả năm', '01/12', '2026', '2026-12-01'],
    [null, '15/12', '2026', '2026-12-15'],
  ])('%s before %s is the report of %s', (covers, day, period, dueDay) => {
    expect(listOccurrences({ ...DUTY, covers, recurringDays: [day] }, 2026)).toEqual([
      { period, dueDay, dueBefore: true },
    ]);
  });

  it('each quarter on its own day', () => {
    const quarterly = {
      ...DUTY,
      frequency: 'quarterly',
      recurringDays: ['20/12', '20/03', '20/06', '20/09'],
    };
    expect(listOccurrences(quarterly, 2026).map(({ period, dueDay }) => [period, dueDay])).toEqual([
      ['2026-Q1', '2026-03-20'],
      ['2026-Q2', '2026-06-20'],
      ['2026-Q3', '2026-09-20'],
      ['2026-Q4', '2026-12-20'],
    ]);
  });

  it('once, in its year alone', () => {
    const once = { ...DUTY, frequency: 'once', dueDate: plainDate('2026-01-31'), comparator: '<=' };
    expect(listOccurrences(once, 2026)).toEqual([{ period: '2026', dueDay: '2026-01-31', dueBefore: false }]);
    expect(listOccurrences(once, 2027)).toEqual([]);
  });

  it('each month on the day that a monthly duty names, in February on its last', () => {
    const monthly = { ...DUTY, frequency: 'monthly', comparator: null, recurringDays: ['31'] };
    const found = listOccurrences(monthly, 2026);
    expect(found).toHaveLength(12);
    expect(found[1]).toEqual({ period: '2026-02', dueDay: '2026-02-28', dueBefore: false });
    const first = listOccurrences({ ...monthly, comparator: '<', recurringDays: ['01'] }, 2026)[0];
    expect(first).toEqual({ period: '2025-12', dueDay: '2026-01-01', dueBefore: true });
  });

  it('on 29 February in a year that has none on the 28th; on a day that no year has never', () => {
    expect(listOccurrences({ ...DUTY, recurringDays: ['29/02'] }, 2026)[0]?.dueDay).toBe('2026-02-28');
    expect(listOccurrences({ ...DUTY, recurringDays: ['31/02', 'cuối quý'] }, 2026)).toEqual([]);
  });
});

describe('the days of a round', () => {
  const schedule = getRoundSchedule({ dueDay: plainDate('2026-06-21'), dueBefore: true }, WEEKENDS_ONLY);

  it('aim at the working day before, and are late only after the next one', () => {
    // Before Sunday the 21st: the last day is Saturday.
    expect(schedule).toEqual({
      ...{
        namedDay: '2026-06-21',
        lastDay: '2026-06-20',
        remindDay: '2026-06-19',
        lateAfterDay: '2026-06-22',
      },
    });
    expect(isLate(schedule.lateAfterDay, null, plainDate('2026-06-22'))).toBe(false);
    expect(isLate(schedule.lateAfterDay, null, plainDate('2026-06-23'))).toBe(true);
  });

  it('an exception moves the day for one organization, never forward', () => {
    expect(isLate(schedule.lateAfterDay, plainDate('2026-06-30'), plainDate('2026-06-30'))).toBe(false);
    expect(isLate(schedule.lateAfterDay, plainDate('2026-06-30'), plainDate('2026-07-01'))).toBe(true);
    expect(isLate(schedule.lateAfterDay, plainDate('2026-06-01'), plainDate('2026-06-22'))).toBe(false);
  });

  it('figures are taken while the round is open, until its lock day or an exception', () => {
    const round = { state: 'open', lockDay: plainDate('2026-06-30') } as const;
    expect(takesFigures(round, null, plainDate('2026-06-30'))).toBe(true);
    expect(takesFigures(round, null, plainDate('2026-07-01'))).toBe(false);
    expect(takesFigures(round, plainDate('2026-07-05'), plainDate('2026-07-05'))).toBe(true);
    expect(takesFigures({ ...round, lockDay: null }, null, plainDate('2027-01-01'))).toBe(true);
    expect(
      takesFigures({ ...round, state: 'locked' }, plainDate('2027-01-01'), plainDate('2026-06-01')),
    ).toBe(false);
  });
});

describe('a reporting period', () => {
  it.each([
    ['2026', '2026'],
    ['2026-H1', '2026-Q2'],
    ['2026-Q3', '2026-Q3'],
    ['2026-12', '2026-Q4'],
    ['2026-05', undefined],
  ])('%s ends the series at %s', (period, series) => {
    expect(PERIOD_TEXT.test(period)).toBe(true);
    expect(findSeriesPeriod(period)).toBe(series);
    expect(yearOfPeriod(period)).toBe(2026);
    expect(isWholeYear(period)).toBe(period === '2026');
  });
});
