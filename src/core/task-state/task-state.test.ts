import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import { buildWorkingCalendar, type HolidayTable } from '#core/calendar/public-holidays.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import holidays from '#data/holidays/vietnam-2024-2035.json' with { type: 'json' };
import { findEventRefusal, findStartRefusal } from './decide-event.ts';
import { deriveTaskLines, type ExecutedTask } from './derive-lines.ts';
import type { AcceptedProgress, TaskEvent } from './task-event.ts';
import { computeTaskState, joinStandings, TASK_STATES, type TaskStanding } from './task-state.ts';
import { isToldDone } from './told-done.ts';

const policy = {
  dueSoonDays: 30,
  calendar: buildWorkingCalendar(holidays as unknown as HolidayTable),
};
const DUE: DueRule = {
  ...{ kind: 'day', raw: '31/10/2026', start: null, before: false },
  end: plainDate('2026-10-31'),
};
const task = (change: Partial<ExecutedTask> = {}): ExecutedTask => ({
  ...{ due: DUE, recurrence: null, plan: null, events: [], accepted: [] },
  answering: [{ organizationCode: 'STP', role: 'lead' }],
  ...change,
});
const event = (kind: TaskEvent['kind'], on: string, change: Partial<TaskEvent> = {}): TaskEvent => ({
  ...{ kind, organizationCode: 'STP', period: '', percent: null, day: null, dueDay: null },
  on: plainDate(on),
  ...change,
});
const accepted = (on: string, percent: string, change: Partial<AcceptedProgress> = {}): AcceptedProgress => ({
  ...{ organizationCode: 'STP', period: '', percent, on: plainDate(on) },
  ...change,
});
const stateOn = (day: string, change: Partial<ExecutedTask> = {}) =>
  computeTaskState(deriveTaskLines(task(change), policy).whole, plainDate(day));
const lineOf = (change: Partial<ExecutedTask>, place = 0) => {
  const line = deriveTaskLines(task(change), policy).lines[place];
  if (!line) throw new Error('No line');
  return line;
};

describe('the state of a task', () => {
  it('follows the calendar: 31/10/2026 is a Saturday, so it is overdue only after Monday', () => {
    expect(stateOn('2026-09-30')).toBe('not-yet-due');
    expect(stateOn('2026-10-01')).toBe('due-soon');
    expect(stateOn('2026-11-02')).toBe('due-soon');
    expect(stateOn('2026-11-03')).toBe('overdue');
    expect(stateOn('2026-09-30', { events: [event('report', '2026-09-01', { percent: '0' })] })).toBe(
      'in-progress',
    );
  });

  it('is completed in time or late by the day of the work, whenever it was confirmed', () => {
    expect(stateOn('2026-12-01', { accepted: [accepted('2026-11-02', '100')] })).toBe('completed-on-time');
    expect(stateOn('2026-12-01', { accepted: [accepted('2026-11-03', '100')] })).toBe('completed-late');
    const again = [accepted('2026-10-30', '100.0'), accepted('2026-11-20', '100')];
    expect(stateOn('2026-12-01', { accepted: again })).toBe('completed-on-time');
    const taken = [accepted('2026-10-30', '100'), accepted('2026-11-20', '90')];
    expect(stateOn('2026-12-01', { accepted: taken })).toBe('overdue');
  });

  it('does not blame for the wait on a confirmation, and does again once it is sent back', () => {
    const report = event('report', '2026-10-30', { percent: '100' });
    expect(stateOn('2026-12-01', { events: [report] })).toBe('in-progress');
    expect(lineOf({ events: [report] })).toMatchObject({ awaitsConfirmation: true, percent: '100' });
    const sentBack = [report, event('send-back', '2026-11-05')];
    expect(stateOn('2026-12-01', { events: sentBack })).toBe('overdue');
    expect(lineOf({ events: sentBack })).toMatchObject({ isSentBack: true, percent: null });
    // Who reports after the day is late, whatever day the report names.
    const late = event('report', '2026-11-20', { percent: '100', day: plainDate('2026-10-30') });
    expect(stateOn('2026-12-01', { events: [late] })).toBe('overdue');
  });

  it('is told done once everybody who is late has reported all of it, until it is sent back', () => {
    const told = (change: Partial<ExecutedTask>) =>
      isToldDone(deriveTaskLines(task(change), policy).lines, plainDate('2026-12-01'));
    const report = (percent: string, organizationCode = 'STP') =>
      event('report', '2026-11-20', { percent, organizationCode });
    expect(told({})).toBe(false);
    expect(told({ events: [report('99')] })).toBe(false);
    expect(told({ events: [report('100')] })).toBe(true);
    expect(told({ events: [report('100'), event('send-back', '2026-11-21')] })).toBe(false);
    expect(told({ accepted: [accepted('2026-11-20', '100')] })).toBe(false);
    const answering = ['STP', 'SNV'].map((organizationCode) => ({ organizationCode, role: 'lead' as const }));
    expect(told({ answering, events: [report('100')] })).toBe(false);
    expect(told({ answering, events: [report('100'), report('100', 'SNV')] })).toBe(true);
  });

  it('moves with an extension that was granted, not with one that is asked for or refused', () => {
    const day = plainDate('2026-12-31');
    const ask = event('ask-extension', '2026-10-20', { day });
    expect(stateOn('2026-11-20', { events: [ask] })).toBe('overdue');
    expect(lineOf({ events: [ask] }).awaitsExtension).toBe(true);
    expect(stateOn('2026-11-20', { events: [ask, event('grant-extension', '2026-10-21', { day })] })).toBe(
      'not-yet-due',
    );
    expect(stateOn('2026-11-20', { events: [ask, event('refuse-extension', '2026-10-21')] })).toBe('overdue');
  });

  it('is paused until it is resumed, for one organization or the whole', () => {
    const pause = event('pause', '2026-09-01');
    expect(stateOn('2026-12-01', { events: [pause] })).toBe('paused');
    expect(stateOn('2026-12-01', { events: [pause, event('resume', '2026-09-05')] })).toBe('overdue');
    const all = event('pause', '2026-09-01', { organizationCode: null });
    expect(stateOn('2026-12-01', { events: [all] })).toBe('paused');
    expect(stateOn('2026-12-01', { answering: [], events: [all] })).toBe('paused');
  });

  it('of members is their own; the whole is as urgent as the most urgent of those that lead', () => {
    const answering = [
      { organizationCode: 'A', role: 'lead' },
      { organizationCode: 'B', role: 'lead' },
      { organizationCode: 'C', role: 'coordinating' },
    ] as const;
    const done = [accepted('2026-10-01', '100', { organizationCode: 'A' })];
    const lines = deriveTaskLines(task({ answering, accepted: done }), policy);
    const today = plainDate('2026-12-01');
    expect(lines.lines.map(({ standing }) => computeTaskState(standing, today))).toEqual([
      ...['completed-on-time', 'overdue', 'overdue'],
    ]);
    expect(computeTaskState(lines.whole, today)).toBe('overdue');
    const both = [...done, accepted('2026-10-02', '100', { organizationCode: 'B' })];
    expect(stateOn('2026-12-01', { answering, accepted: both })).toBe('completed-on-time');
  });

  it('of recurring work is that of each occurrence; a round’s figure belongs to the one that is next', () => {
    const due: DueRule = { kind: 'recurring', raw: 'hằng quý', start: null, end: null, before: false };
    const plan = { start: plainDate('2026-01-01'), end: plainDate('2026-12-31') };
    const reports = ['2026-03-30', '2026-06-20', '2026-10-20'].map((on) =>
      accepted(on, '100', { period: null }),
    );
    const line = lineOf({ due, plan, accepted: reports });
    const states = line.occurrences.map(({ period, standing }) => [
      period,
      computeTaskState(standing, plainDate('2026-10-25')),
    ]);
    expect(states).toEqual([
      ['2026-Q1', 'completed-on-time'],
      ['2026-Q2', 'completed-on-time'],
      ['2026-Q3', 'overdue'],
      ['2026-Q4', 'completed-on-time'],
    ]);
    expect(computeTaskState(line.standing, plainDate('2026-10-25'))).toBe('overdue');
  });

  it('of recurring work takes a round’s figure of the day to which a rest day moved the term, or an extension', () => {
    const due: DueRule = { kind: 'recurring', raw: 'hằng tháng', start: null, end: null, before: false };
    const plan = { start: plainDate('2026-01-01'), end: plainDate('2026-12-31') };
    const doneOf = (on: string, events: readonly TaskEvent[] = []) =>
      lineOf({ due, plan, events, accepted: [accepted(on, '100', { period: null })] })
        .occurrences.filter(({ standing }) => standing.doneOn !== null)
        .map(({ period, standing }) => [period, standing.isDoneLate]);
    // 31/10/2026 is a Saturday.
    expect(doneOf('2026-11-02')).toEqual([['2026-10', false]]);
    expect(doneOf('2026-11-03')).toEqual([['2026-11', false]]);
    const granted = event('grant-extension', '2026-10-30', {
      period: '2026-10',
      day: plainDate('2026-11-10'),
    });
    expect(doneOf('2026-11-10', [granted])).toEqual([['2026-10', false]]);
  });

  it('of conditional work begins when its event is recorded', () => {
    const due: DueRule = { kind: 'event', raw: 'Khi có hướng dẫn', start: null, end: null, before: false };
    expect(deriveTaskLines(task({ due }), policy).waitsForEvent).toBe(true);
    expect(stateOn('2030-01-01', { due })).toBe('not-yet-due');
    const start = event('record-start', '2026-11-01', {
      organizationCode: null,
      dueDay: plainDate('2026-11-30'),
    });
    expect(deriveTaskLines(task({ due, events: [start] }), policy).waitsForEvent).toBe(false);
    expect(stateOn('2026-11-10', { due, events: [start] })).toBe('due-soon');
    expect(stateOn('2026-12-05', { due, events: [start] })).toBe('overdue');
  });
});

describe('what can be said and decided', () => {
  const today = plainDate('2026-11-01');
  const occurrenceOf = (change: Partial<ExecutedTask>) => {
    const [occurrence] = lineOf(change).occurrences;
    if (!occurrence) throw new Error('No occurrence');
    return occurrence;
  };
  const refusal = (
    kind: Parameters<typeof findEventRefusal>[1]['kind'],
    change: Partial<ExecutedTask> = {},
    day: string | null = null,
  ) =>
    findEventRefusal(occurrenceOf(change), { kind, day: day === null ? null : plainDate(day) }, today)?.code;

  it('of what is done or paused nothing is reported, and nothing ahead of its day', () => {
    expect(refusal('report')).toBeUndefined();
    expect(refusal('report', {}, '2026-11-02')).toBe('task.day-ahead');
    expect(refusal('report', { accepted: [accepted('2026-10-01', '100')] })).toBe('task.wrong-state');
    expect(refusal('report', { events: [event('pause', '2026-10-01')] })).toBe('task.wrong-state');
    expect(refusal('pause', { events: [event('pause', '2026-10-01')] })).toBe('task.wrong-state');
    expect(refusal('resume')).toBe('task.wrong-state');
  });

  it('only what was reported is confirmed, only what was asked for is granted, and only to a later day', () => {
    expect(refusal('confirm')).toBe('task.nothing-to-decide');
    expect(
      refusal('confirm', { events: [event('report', '2026-10-01', { percent: '10' })] }),
    ).toBeUndefined();
    expect(refusal('grant-extension', {}, '2026-12-31')).toBe('task.nothing-to-decide');
    expect(refusal('ask-extension', {}, '2026-10-31')).toBe('task.extension-not-later');
    expect(refusal('ask-extension', {}, '2026-12-31')).toBeUndefined();
    const undated = { due: { ...DUE, kind: 'ongoing' as const } };
    expect(refusal('ask-extension', undated, '2026-12-31')).toBe('task.no-due-day');
  });

  it('only conditional work starts by an event, and is not due before it', () => {
    const days = (day: string, dueDay: string | null) => ({
      day: plainDate(day),
      dueDay: dueDay === null ? null : plainDate(dueDay),
    });
    expect(findStartRefusal('event', days('2026-10-01', '2026-12-31'), today)).toBeUndefined();
    expect(findStartRefusal('day', days('2026-10-01', null), today)?.code).toBe('task.not-conditional');
    expect(findStartRefusal('event', days('2026-12-01', null), today)?.code).toBe('task.day-ahead');
    expect(findStartRefusal('event', days('2026-10-01', '2026-09-01'), today)?.code).toBe(
      'task.due-before-start',
    );
  });
});

describe('a whole', () => {
  it('shows the day of what is open, though it be paused', () => {
    const done = { ...lineOf({ accepted: [accepted('2026-10-01', '100')] }).standing };
    const later = { ...DUE, end: plainDate('2026-12-31') };
    const paused = lineOf({ due: later, events: [event('pause', '2026-09-01')] }).standing;
    expect(joinStandings([done, paused])).toMatchObject({ isPaused: true, lastDay: '2026-12-31' });
  });

  const FIRST = plainDate('2026-01-01');
  const standing: fc.Arbitrary<TaskStanding> = fc
    .record({
      length: fc.integer({ min: 31, max: 200 }),
      dated: fc.boolean(),
      done: fc.option(fc.integer({ min: 0, max: 250 })),
      isPaused: fc.boolean(),
      hasBegun: fc.boolean(),
    })
    .map(({ length, dated, done, isPaused, hasBegun }) => {
      const lastDay = dated ? addDays(FIRST, length) : null;
      const doneOn = done === null ? null : addDays(FIRST, done);
      return {
        ...{ lastDay, lateAfter: lastDay, soonFrom: lastDay && addDays(lastDay, -30), doneOn, hasBegun },
        ...{ isPaused: isPaused && doneOn === null, isDoneLate: dated && done !== null && done > length },
      };
    });

  it('is as urgent as its most urgent open part, on any day', () => {
    fc.assert(
      fc.property(
        fc.array(standing, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 260 }),
        (parts, days) => {
          const today = addDays(FIRST, days);
          const states = parts.map((part) => computeTaskState(part, today));
          const whole = computeTaskState(joinStandings(parts), today);
          const running = states.filter(
            (state) => TASK_STATES.indexOf(state) < TASK_STATES.indexOf('paused'),
          );
          const [mostUrgent] = running.toSorted((a, b) => TASK_STATES.indexOf(a) - TASK_STATES.indexOf(b));
          const hasBegun = parts.some((part) => part.hasBegun || part.doneOn !== null);
          if (mostUrgent === 'not-yet-due') expect(whole).toBe(hasBegun ? 'in-progress' : mostUrgent);
          else if (mostUrgent !== undefined) expect(whole).toBe(mostUrgent);
          else if (states.includes('paused')) expect(whole).toBe('paused');
          else expect(whole).toBe(states.includes('completed-late') ? 'completed-late' : 'completed-on-time');
        },
      ),
    );
  });
});
