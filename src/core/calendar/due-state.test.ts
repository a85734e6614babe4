import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day-arithmetic.ts';
import { DUE_KINDS, findDueDays } from './due-rule.ts';
import { DEFAULT_DUE_SOON_DAYS, DUE_STATES, computeDueState, findDueSchedule } from './due-state.ts';
import { buildWorkingCalendar } from './public-holidays.ts';
import type { DueKind, DueRule } from './due-rule.ts';
import type { DueOutcome } from './due-state.ts';
import type { HolidayTable } from './public-holidays.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };
import { plainDate } from '#core/kernel/plain-date.ts';

const calendar = buildWorkingCalendar(holidays as unknown as HolidayTable);
const policy = { dueSoonDays: DEFAULT_DUE_SOON_DAYS, calendar };

const rule = (kind: DueKind, start: string | null, end: string | null, before = false): DueRule => ({
  kind,
  raw: 'as the plan says',
  start: start === null ? null : plainDate(start),
  end: end === null ? null : plainDate(end),
  before,
});
const stateOn = (day: string, due: DueRule) => computeDueState(due, plainDate(day), policy);

describe('due days', () => {
  it('takes the last day of a month, a quarter, a year, a span', () => {
    expect(findDueDays(rule('month', '2026-10-01', '2026-10-31'))?.lastDay).toBe('2026-10-31');
    expect(findDueDays(rule('quarter', '2026-04-01', '2026-06-30'))?.lastDay).toBe('2026-06-30');
    expect(findDueDays(rule('range', '2026-01-01', '2030-12-31'))?.lastDay).toBe('2030-12-31');
  });

  it('reads "before the day" strictly and keeps the day that is named', () => {
    expect(findDueDays(rule('by-date', null, '2026-12-20', true))).toEqual({
      namedDay: '2026-12-20',
      lastDay: '2026-12-19',
    });
  });

  it('has none for ongoing, recurring, open-ended and conditional work', () => {
    for (const kind of ['ongoing', 'recurring', 'event', 'other', 'from-date'] as const) {
      expect(findDueDays(rule(kind, '2026-01-01', '2026-12-31'))).toBeUndefined();
    }
  });

  it('keeps the day, the day to aim at and the day after which it is late', () => {
    expect(findDueSchedule(rule('by-date', null, '2026-02-20', true), calendar)).toEqual({
      namedDay: '2026-02-20',
      lastDay: '2026-02-19',
      remindDay: '2026-02-13',
      lateAfterDay: '2026-02-23',
    });
  });
});

describe('due states', () => {
  const quarter = rule('quarter', '2026-04-01', '2026-06-30');

  it('follows a quarter from before it begins until after it ended', () => {
    expect(stateOn('2026-03-31', quarter)).toBe('upcoming');
    expect(stateOn('2026-04-01', quarter)).toBe('in-period');
    expect(stateOn('2026-05-30', quarter)).toBe('in-period');
    expect(stateOn('2026-05-31', quarter)).toBe('due-soon');
    expect(stateOn('2026-06-30', quarter)).toBe('due-soon');
    expect(stateOn('2026-07-01', quarter)).toBe('overdue-unreported');
  });

  it('leaves to the document what it words as no known form: "when the project is carried out"', () => {
    expect(stateOn('2026-11-22', rule('other', null, null))).toBe('waiting-for-event');
  });

  it('calls no target overdue: its period ends, with or without a stated result', () => {
    const year = rule('year', '2025-01-01', '2025-12-31');
    const target = (day: string, outcome: DueOutcome) =>
      computeDueState(year, plainDate(day), policy, outcome);
    expect(target('2025-06-30', 'target-without-result')).toBe('in-period');
    expect(target('2026-06-30', 'target-without-result')).toBe('ended-unreported');
    expect(target('2026-06-30', 'target-with-result')).toBe('result-stated');
  });

  it('is not overdue before the next working day has passed', () => {
    const october = rule('month', '2026-10-01', '2026-10-31');
    expect(stateOn('2026-11-02', october)).toBe('due-soon');
    expect(stateOn('2026-11-03', october)).toBe('overdue-unreported');
  });

  it('says what has no due day', () => {
    expect(stateOn('2026-11-22', rule('ongoing', null, null))).toBe('ongoing');
    expect(stateOn('2026-11-22', rule('recurring', null, null))).toBe('recurring');
    expect(stateOn('2026-11-22', rule('event', null, null))).toBe('waiting-for-event');
    expect(stateOn('2026-11-22', { ...rule('other', null, null), raw: null })).toBe('no-due-date');
    expect(stateOn('2026-11-22', rule('from-date', '2027-01-01', null))).toBe('upcoming');
    expect(stateOn('2027-01-01', rule('from-date', '2027-01-01', null))).toBe('ongoing');
  });

  it('only ever moves towards overdue as days pass', () => {
    const order = ['upcoming', 'in-period', 'due-soon', 'overdue-unreported'];
    fc.assert(
      fc.property(
        fc.constantFrom(...DUE_KINDS),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2500 }),
        (kind, from, length, at) => {
          const start = addDays(plainDate('2025-01-01'), from);
          const due: DueRule = { kind, raw: null, start, end: addDays(start, length), before: false };
          const today = addDays(plainDate('2024-06-01'), at);
          const state = computeDueState(due, today, policy);
          const next = computeDueState(due, addDays(today, 1), policy);
          expect(DUE_STATES).toContain(state);
          if (order.includes(state) && order.includes(next)) {
            expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(state));
          }
        },
      ),
    );
  });
});
