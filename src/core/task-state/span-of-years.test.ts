import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { buildWorkingCalendar, type HolidayTable } from '#core/calendar/public-holidays.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };
import { deriveTaskLines, type ExecutedTask } from './derive-lines.ts';
import type { AcceptedProgress } from './task-event.ts';
import { computeTaskState } from './task-state.ts';

const policy = { dueSoonDays: 30, calendar: buildWorkingCalendar(holidays as unknown as HolidayTable) };
const SPAN: DueRule = {
  ...{ kind: 'range', raw: '2025 - 2027', before: false },
  ...{ start: plainDate('2025-01-01'), end: plainDate('2027-12-31') },
};
const linesOf = (change: Partial<ExecutedTask>) =>
  deriveTaskLines(
    {
      ...{ due: SPAN, recurrence: null, plan: null, events: [], accepted: [] },
      answering: [{ organizationCode: 'STP', role: 'lead' }],
      ...change,
    },
    policy,
  );
const stateOn = (day: string, change: Partial<ExecutedTask> = {}) =>
  computeTaskState(linesOf(change).whole, plainDate(day));
const lineOf = (change: Partial<ExecutedTask>) => {
  const [line] = linesOf(change).lines;
  if (!line) throw new Error('No line');
  return line;
};
const accepted = (on: string, percent: string, change: Partial<AcceptedProgress> = {}): AcceptedProgress => ({
  ...{ organizationCode: 'STP', period: '', percent, on: plainDate(on) },
  ...change,
});

describe('a task of a span of years', () => {
  it('is due on its last day alone; milestones that nobody told of are no delay of the whole', () => {
    expect(stateOn('2025-06-01', {})).toBe('not-yet-due');
    expect(stateOn('2027-02-01', {})).toBe('not-yet-due');
    expect(stateOn('2027-12-01', {})).toBe('due-soon');
    expect(stateOn('2028-01-04', {})).toBe('overdue');
    const [first] = lineOf({}).occurrences;
    expect(first && computeTaskState(first.standing, plainDate('2026-02-01'))).toBe('overdue');
    expect(lineOf({}).standing.lastDay).toBe('2027-12-31');
  });

  it('is completed in time by 100 % of the whole on any day until its last', () => {
    const early = accepted('2026-02-01', '100', { period: '2027' });
    expect(stateOn('2026-03-01', { accepted: [early] })).toBe('completed-on-time');
    const states = lineOf({ accepted: [early] }).occurrences.map(({ standing }) =>
      computeTaskState(standing, plainDate('2026-03-01')),
    );
    expect(new Set(states)).toEqual(new Set(['completed-on-time']));
    const lateMilestone = accepted('2026-03-01', '100', { period: '2025' });
    const inTime = accepted('2027-12-31', '100', { period: '2027' });
    expect(stateOn('2028-03-01', { accepted: [lateMilestone] })).toBe('overdue');
    expect(stateOn('2028-03-01', { accepted: [lateMilestone, inTime] })).toBe('completed-on-time');
    const late = accepted('2028-01-04', '100', { period: '2027' });
    expect(stateOn('2028-03-01', { accepted: [late] })).toBe('completed-late');
  });

  it('takes the figure of a round as one of the whole, which tells how the year’s milestone stands', () => {
    const told = accepted('2025-12-20', '40', { period: null });
    const line = lineOf({ accepted: [told] });
    expect(line.percent).toBe('40');
    expect(
      line.occurrences.map(({ standing }) => computeTaskState(standing, plainDate('2026-12-10'))),
    ).toEqual([...['in-progress', 'due-soon', 'in-progress']]);
    const done = accepted('2026-12-20', '100', { period: null });
    expect(stateOn('2027-01-20', { accepted: [told, done] })).toBe('completed-on-time');
  });

  it('is never worse for having been completed earlier', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 0, max: 1300 }));
    const milestone = fc.option(fc.tuple(fc.constantFrom('2025', '2026'), fc.integer({ min: 0, max: 1300 })));
    const period = fc.constantFrom('2027', null);
    fc.assert(
      fc.property(days, milestone, period, (places, reached, of) => {
        const [early = 0, late = 0] = places.toSorted((a, b) => a - b);
        const on = (place: number) => addDays(plainDate('2025-01-01'), place);
        const own = reached ? [accepted(on(reached[1]), '100', { period: reached[0] })] : [];
        const [first, second] = [early, late].map((place) =>
          stateOn('2028-12-31', {
            due: SPAN,
            accepted: [...own, accepted(on(place), '100', { period: of })],
          }),
        );
        if (second === 'completed-on-time') expect(first).toBe('completed-on-time');
        expect(first).toMatch(/^completed-/u);
      }),
    );
  });

  it('keeps a milestone silent once the whole was reported, until that is sent back', () => {
    const said = { organizationCode: 'STP', period: '2027', day: null, dueDay: null };
    const report = { ...said, kind: 'report' as const, on: plainDate('2025-12-01'), percent: '100' };
    const sentBack = { ...said, kind: 'send-back' as const, on: plainDate('2025-12-05'), percent: null };
    const lateAfterOf = (events: ExecutedTask['events']) =>
      lineOf({ events }).occurrences[0]?.standing.lateAfter;
    expect(lateAfterOf([report])).toBeNull();
    expect(lateAfterOf([report, sentBack])).toBe('2025-12-31');
  });
});
