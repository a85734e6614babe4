import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { buildWorkingCalendar, type HolidayTable } from '#core/calendar/public-holidays.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };
import { findContentRefusal, findRoomRefusal, findStepRefusal } from './decide-step.ts';
import { listWeekDays, placeInWeek } from './week.ts';
import { computeStepState, countSteps, putBefore } from './work-step.ts';

const calendar = buildWorkingCalendar(holidays as unknown as HolidayTable);
const stateOn = (
  day: string,
  lastDay: string,
  change: { firstDay?: string; doneOn?: string; isPaused?: boolean } = {},
) =>
  computeStepState(
    {
      firstDay: change.firstDay === undefined ? null : plainDate(change.firstDay),
      ...{ lastDay: plainDate(lastDay) },
      doneOn: change.doneOn === undefined ? null : plainDate(change.doneOn),
    },
    { today: plainDate(day), calendar, isPaused: change.isPaused ?? false },
  );

describe('the state of a step', () => {
  it('follows its days and the working calendar', () => {
    expect(stateOn('2026-11-09', '2026-11-20')).toBe('not-yet-due');
    expect(stateOn('2026-11-09', '2026-11-20', { firstDay: '2026-11-01' })).toBe('in-progress');
    expect(stateOn('2026-11-13', '2026-11-20')).toBe('due-soon');
    // 31/10/2026 is a Saturday; Tết Dương lịch 2027 is a Friday, with the weekend after it.
    expect(stateOn('2026-11-02', '2026-10-31')).toBe('due-soon');
    expect(stateOn('2026-11-03', '2026-10-31')).toBe('overdue');
    expect(stateOn('2027-01-04', '2027-01-01')).toBe('due-soon');
    expect(stateOn('2027-01-05', '2027-01-01')).toBe('overdue');
  });

  it('is not asked for before its first day, and not while the task is paused', () => {
    expect(stateOn('2026-11-17', '2026-11-20', { firstDay: '2026-11-18' })).toBe('not-yet-due');
    expect(stateOn('2026-11-18', '2026-11-20', { firstDay: '2026-11-18' })).toBe('due-soon');
    expect(stateOn('2026-12-01', '2026-11-20', { isPaused: true })).toBe('paused');
  });

  it('is completed in time or late by the day on which it was done', () => {
    expect(stateOn('2026-12-01', '2026-10-31', { doneOn: '2026-11-02' })).toBe('completed-on-time');
    expect(stateOn('2026-12-01', '2026-10-31', { doneOn: '2026-11-03', isPaused: true })).toBe(
      'completed-late',
    );
  });

  it('never grows less urgent while days pass and nothing is done', () => {
    const urgency = ['not-yet-due', 'in-progress', 'due-soon', 'overdue'];
    const FIRST = plainDate('2026-01-01');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: 0, max: 90 })),
        fc.integer({ min: 0, max: 450 }),
        (last, length, day) => {
          const lastDay = addDays(FIRST, last);
          const step = {
            ...{ lastDay, doneOn: null },
            firstDay: length === null ? null : addDays(lastDay, -length),
          };
          const [today, next] = [day, day + 1].map((days) =>
            urgency.indexOf(
              computeStepState(step, { today: addDays(FIRST, days), calendar, isPaused: false }),
            ),
          );
          expect(next).toBeGreaterThanOrEqual(today ?? 0);
        },
      ),
    );
  });

  it('is counted', () => {
    expect(countSteps(['completed-on-time', 'completed-late', 'overdue', 'in-progress'])).toEqual({
      ...{ steps: 4, done: 2, overdue: 1 },
    });
  });
});

describe('the order of a plan', () => {
  it('keeps every step once, with the moved one before the other', () => {
    expect(putBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(putBefore(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a']);
    expect(putBefore(['a', 'b'], 'a', 'x')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 9 }),
        fc.nat(),
        fc.nat(),
        (order, a, b) => {
          const [moved = '', before = ''] = [order[a % order.length], order[b % order.length]];
          const after = putBefore(order, moved, before) ?? [];
          expect(after.toSorted()).toEqual(order.toSorted());
          if (moved !== before) expect(after.indexOf(moved) + 1).toBe(after.indexOf(before));
        },
      ),
    );
  });
});

describe('what a step can say', () => {
  const content = {
    ...{ name: 'Khảo sát', firstDay: null, lastDay: plainDate('2026-11-20'), assigneeId: null },
    ...{ assigneeWords: null, handedTo: null, result: null },
  };
  const place = { organization: 'STP', answering: ['STP', 'SNV'], people: ['p'] };
  const refusal = (change: Partial<Parameters<typeof findContentRefusal>[0]>) =>
    findContentRefusal({ ...content, ...change }, place, 3);

  it('names days in their order, people of the organization and organizations of the task', () => {
    expect(refusal({ assigneeId: 'p', handedTo: 'SNV', firstDay: plainDate('2026-11-20') })).toBeUndefined();
    expect(refusal({ firstDay: plainDate('2026-11-21') })).toMatchObject({
      ...{ code: 'work-step.days-reversed', details: { row: 3 } },
    });
    expect(refusal({ assigneeId: 'q' })?.code).toBe('work-step.not-of-organization');
    expect(refusal({ assigneeId: 'p', assigneeWords: 'Tổ CĐS' })?.code).toBe('work-step.not-of-organization');
    expect(refusal({ handedTo: 'STP' })?.code).toBe('work-step.not-answering');
    expect(refusal({ handedTo: 'STC' })?.code).toBe('work-step.not-answering');
    expect(findRoomRefusal(199, 1)).toBeUndefined();
    expect(findRoomRefusal(199, 2)?.code).toBe('work-step.too-many');
  });

  it('is changed only as it stands: done once, reopened when done, withdrawn for good', () => {
    const today = plainDate('2026-11-20');
    const code = (
      kind: Parameters<typeof findStepRefusal>[1]['kind'],
      { doneOn = null, isWithdrawn = false }: { doneOn?: typeof today | null; isWithdrawn?: boolean } = {},
      day: typeof today | null = null,
    ) => findStepRefusal({ doneOn, isWithdrawn }, { kind, doneOn: day }, today)?.code;
    expect(code('complete', {}, today)).toBeUndefined();
    expect(code('complete', {}, plainDate('2026-11-21'))).toBe('task.day-ahead');
    expect(code('complete', { doneOn: today }, today)).toBe('work-step.wrong-state');
    expect(code('edit', { doneOn: today })).toBe('work-step.wrong-state');
    expect(code('reopen')).toBe('work-step.wrong-state');
    expect(code('reopen', { doneOn: today })).toBeUndefined();
    expect(code('edit', { isWithdrawn: true })).toBe('work-step.wrong-state');
  });
});

describe('a week', () => {
  const days = listWeekDays(plainDate('2026-11-29'));
  const place = (lastDay: string | null, change = {}) =>
    placeInWeek(
      {
        ...{ lastDay: lastDay === null ? null : plainDate(lastDay), isDone: false, isPaused: false },
        ...{ waits: false, ...change },
      },
      days,
    );

  it('runs from Monday to Sunday', () => {
    expect([days[0], days[6], days.length]).toEqual(['2026-11-23', '2026-11-29', 7]);
  });

  it('names what is due in it, what is open from before, and what waits', () => {
    expect(place('2026-11-24', { isDone: true })).toBe('2026-11-24');
    expect(place('2026-11-20')).toBe('earlier');
    expect(place('2026-11-20', { isDone: true })).toBeUndefined();
    expect(place('2026-11-20', { isPaused: true })).toBeUndefined();
    expect(place('2026-12-10')).toBeUndefined();
    expect(place('2026-12-10', { waits: true })).toBe('waiting');
    expect(place(null, { waits: true })).toBe('waiting');
  });
});
