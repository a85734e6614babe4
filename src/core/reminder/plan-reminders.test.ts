import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom, WEEKENDS_ONLY, type WorkingCalendar } from '#core/calendar/working-days.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { deriveTaskLines, type ExecutedTask } from '#core/task-state/derive-lines.ts';
import { decideDelivery, MOST_ATTEMPTS } from './delivery.ts';
import { keyOfPart, listDueParts, type DuePart } from './due-part.ts';
import {
  DEFAULT_LADDER,
  findLadderFault,
  type LadderStep,
  type QuietHours,
  type ReminderLadder,
} from './ladder.ts';
import { planReminders, toldKey, type ReminderFacts, type ReminderPlan } from './plan-reminders.ts';
import type { ReminderPerson } from './reminder-person.ts';
import { findSendInstant } from './send-instant.ts';

const day = plainDate;
const part = (lastDay: string, change: Partial<DuePart> = {}): DuePart => ({
  ...{ kind: 'task', id: 'kho', organizationCode: 'STP', role: 'lead', period: '', lastDay: day(lastDay) },
  lateAfter: firstWorkingDayFrom(day(lastDay), WEEKENDS_ONLY),
  isMilestone: false,
  ...change,
});
const person = (accountId: string, change: Partial<ReminderPerson> = {}): ReminderPerson => ({
  ...{ accountId, hasAddress: true, copyChannels: ['in-app', 'e-mail', 'webhook'] },
  places: [{ audience: 'officer', organizationCode: 'STP' }],
  ...change,
});
const facts = (change: Partial<ReminderFacts>): ReminderFacts => ({
  ...{ parts: [], people: [person('an')], ladder: DEFAULT_LADDER, calendar: WEEKENDS_ONLY },
  ...{ today: day('2026-12-18'), told: new Map(), lettered: new Map(), channels: ['in-app', 'e-mail'] },
  ...change,
});
/** What is known of a day once its plan was kept. */
const remember = (before: ReminderFacts, { reminders, letterParts }: ReminderPlan): ReminderFacts => ({
  ...before,
  told: new Map([
    ...before.told,
    ...reminders.map((one) => [toldKey(one.accountId, keyOfPart(one.part)), one.offset] as const),
  ]),
  lettered: new Map([
    ...before.lettered,
    ...letterParts.map((one) => [keyOfPart(one.part), one.offset] as const),
  ]),
});

describe('the ladder over one task', () => {
  // Sunday 20 December 2026: the last working day before is Friday the 18th, it is late after Monday the 21st.
  const due = part('2026-12-20');
  const head = person('binh', { places: [{ audience: 'head', organizationCode: 'STP' }] });
  const coordinator = person('chi', { places: [{ audience: 'coordinator', organizationCode: null }] });
  const leader = person('dung', { places: [{ audience: 'leader', organizationCode: null }] });
  const people = [person('an'), head, coordinator, leader];

  it('climbs by working days: who is told when', () => {
    const walked: string[] = [];
    let known = facts({ parts: [due], people });
    for (let today = day('2026-12-01'); today < '2027-01-15'; today = addDays(today, 1)) {
      const plan = planReminders({ ...known, today });
      known = remember(known, plan);
      walked.push(...plan.reminders.map((one) => `${today} ${String(one.offset)} ${one.accountId}`));
      walked.push(...plan.letterParts.map(({ offset }) => `${today} ${String(offset)} letter`));
    }
    expect(walked).toEqual([
      ...['2026-12-04 -10 an', '2026-12-15 -3 an', '2026-12-15 -3 binh', '2026-12-18 0 an'],
      ...['2026-12-22 1 an', '2026-12-22 1 binh', '2026-12-28 5 binh', '2026-12-28 5 chi'],
      ...['2027-01-04 10 dung', '2027-01-04 10 letter'],
    ]);
  });

  it('reminds before a milestone of a span of years, and calls nobody late for it', () => {
    const milestone = { ...due, isMilestone: true };
    const offsetsOn = (today: string) =>
      planReminders(facts({ parts: [milestone], people, today: day(today) })).reminders.map(
        (one) => one.offset,
      );
    expect(offsetsOn('2026-12-18')).toEqual([0, -3]);
    expect(offsetsOn('2026-12-21')).toEqual([0, -3]);
    expect(offsetsOn('2026-12-22')).toEqual([]);
  });

  it('tells after weeks without a run each person once, by the last step', () => {
    const { reminders } = planReminders(facts({ parts: [due], people, today: day('2027-03-01') }));
    expect(reminders.map(({ accountId, offset }) => [accountId, offset])).toEqual([
      ...[
        ['an', 1],
        ['binh', 5],
        ['chi', 5],
        ['dung', 10],
      ],
    ]);
  });

  it('sends by letter what a day without a run, or a task that came late, has kept from a letter', () => {
    const ways = (told: number | undefined) =>
      planReminders(
        facts({
          ...{ parts: [due], today: day('2026-12-18') },
          told: new Map(told === undefined ? [] : [[toldKey('an', keyOfPart(due)), told]]),
        }),
      ).reminders.map(({ offset, channels }) => [offset, channels]);
    expect(ways(undefined)).toEqual([[0, ['in-app', 'e-mail']]]);
    expect(ways(-10)).toEqual([[0, ['in-app', 'e-mail']]]);
    expect(ways(-3)).toEqual([[0, ['in-app']]]);
  });

  it('tells anew when an extension gave another last day, and whoever has the task now', () => {
    const told = new Map([[toldKey('an', keyOfPart(due)), 0]]);
    const at = (change: Partial<ReminderFacts>) =>
      planReminders(facts({ parts: [due], told, ...change })).reminders;
    expect(at({})).toEqual([]);
    expect(at({ parts: [part('2026-12-21')] })).toHaveLength(1);
    const moved = { parts: [{ ...due, organizationCode: 'SNV' }] };
    expect(at(moved)).toEqual([]);
    const other = person('em', { places: [{ audience: 'officer', organizationCode: 'SNV' }] });
    expect(at({ ...moved, people: [...people, other] }).map(({ accountId }) => accountId)).toEqual(['em']);
  });

  it('goes on after its last step where that repeats, until the work is done or it was told often enough', () => {
    const repeat = { every: 5, times: 3 };
    const steps: LadderStep[] = [{ offset: 10, audiences: ['head'], channels: ['in-app', 'letter'], repeat }];
    const ladder = { ...DEFAULT_LADDER, steps };
    const walk = (doneFrom: string) => {
      const walked: string[] = [];
      let known = facts({ people, ladder });
      for (let today = day('2026-12-01'); today < '2027-03-15'; today = addDays(today, 1)) {
        const plan = planReminders({ ...known, today, parts: today < doneFrom ? [due] : [] });
        known = remember(known, plan);
        walked.push(...plan.reminders.map((one) => `${today} ${String(one.offset)} ${one.accountId}`));
        walked.push(...plan.letterParts.map(({ offset }) => `${today} ${String(offset)} letter`));
      }
      return walked;
    };
    const each = ['2027-01-04 10', '2027-01-11 15', '2027-01-18 20', '2027-01-25 25'];
    const all = each.flatMap((one) => [`${one} binh`, `${one} letter`]);
    expect(walk('2027-12-31')).toEqual(all);
    expect(walk('2027-01-15')).toEqual(all.slice(0, 4));
    const late = planReminders(facts({ parts: [due], people, ladder, today: day('2027-03-01') }));
    expect(late.reminders.map(({ offset }) => offset)).toEqual([25]);
    expect(late.letterParts.map(({ offset }) => offset)).toEqual([25]);
  });

  it('tells of a step of a work plan those alone who do the work', () => {
    const step = part('2026-12-20', { kind: 'step', id: 'khao-sat' });
    const plan = planReminders(facts({ parts: [step], people, today: day('2027-03-01') }));
    expect(plan.reminders.map(({ accountId, offset }) => [accountId, offset])).toEqual([['an', 1]]);
    expect(plan.letterParts).toEqual([]);
  });

  it('tells of a step the head, as often as officers would be, where the organization has no officer', () => {
    const step = part('2026-12-20', { kind: 'step', id: 'khao-sat' });
    const others = person('em', { places: [{ audience: 'officer', organizationCode: 'SNV' }] });
    const alone = [head, coordinator, leader, others];
    const told = (today: string) =>
      planReminders(facts({ parts: [step], people: alone, today: day(today) })).reminders;
    expect(told('2026-12-07')).toMatchObject([{ accountId: 'binh', audience: 'head', offset: -10 }]);
    expect(told('2027-03-01')).toMatchObject([{ accountId: 'binh', audience: 'head', offset: 1 }]);
    const nobody = planReminders(
      facts({ parts: [step], people: [coordinator, others], today: day('2026-12-18') }),
    );
    expect(nobody.reminders).toEqual([]);
    expect(nobody.unreached).toEqual([{ organizationCode: 'STP', reason: 'no-account', parts: 1 }]);
  });

  it('falls to the application without an address, and says where nobody can be told', () => {
    const mail: LadderStep[] = [{ offset: 0, audiences: ['officer'], channels: ['e-mail'], repeat: null }];
    const ladder = { ...DEFAULT_LADDER, steps: mail };
    const plan = planReminders(
      facts({
        ...{ ladder, people: [person('an', { hasAddress: false })] },
        parts: [due, { ...due, organizationCode: 'SNV' }, { ...due, id: 'cong', organizationCode: 'SNV' }],
      }),
    );
    expect(plan.reminders).toMatchObject([{ accountId: 'an', channels: ['in-app'] }]);
    expect(plan.unreached).toEqual([
      { organizationCode: 'STP', reason: 'no-address', parts: 1 },
      { organizationCode: 'SNV', reason: 'no-account', parts: 2 },
    ]);
  });

  it('leaves out copies that a person does not want, and never a duty', () => {
    const none = { copyChannels: [] };
    const plan = planReminders(
      facts({
        parts: [due],
        people: [person('an', none), { ...coordinator, ...none }, { ...leader, copyChannels: ['in-app'] }],
        today: day('2027-03-01'),
      }),
    );
    expect(plan.reminders.map(({ accountId, channels }) => [accountId, channels])).toEqual([
      ['an', ['in-app', 'e-mail']],
      ['dung', ['in-app']],
    ]);
  });

  it('does not hide a copy that is wanted behind a later step that is not', () => {
    const steps: LadderStep[] = [
      { offset: -1, audiences: ['coordinator'], channels: ['in-app'], repeat: null },
      { offset: 0, audiences: ['coordinator'], channels: ['e-mail'], repeat: null },
    ];
    const people = [{ ...coordinator, copyChannels: ['in-app'] as const }];
    const given = facts({ parts: [due], people, ladder: { ...DEFAULT_LADDER, steps } });
    const { reminders } = planReminders({ ...given, today: day('2027-03-01') });
    expect(reminders.map(({ offset, channels }) => [offset, channels])).toEqual([[-1, ['in-app']]]);
  });
});

test('what is done, paused, reported in time or of a whole that is done is owed by nobody', () => {
  const policy = { dueSoonDays: 30, calendar: WEEKENDS_ONLY };
  const task: ExecutedTask = {
    due: { kind: 'recurring', raw: 'hằng quý', start: null, end: null, before: false },
    recurrence: null,
    plan: { start: day('2026-01-01'), end: day('2026-12-31') },
    answering: [
      { organizationCode: 'STP', role: 'lead' },
      { organizationCode: 'SNV', role: 'coordinating' },
    ],
    ...{ events: [], accepted: [] },
  };
  const owed = (change: Partial<ExecutedTask>): readonly string[] =>
    listDueParts('bao-cao', deriveTaskLines({ ...task, ...change }, policy)).map(
      ({ organizationCode, period }) => `${organizationCode} ${period}`,
    );
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
  expect(owed({})).toEqual(['STP', 'SNV'].flatMap((code) => quarters.map((one) => `${code} ${one}`)));
  const done = { organizationCode: 'STP', percent: '100', on: day('2026-03-20') };
  expect(owed({ accepted: [{ ...done, period: '2026-Q1' }] }).slice(0, 3)).toEqual([
    ...['STP 2026-Q2', 'STP 2026-Q3', 'STP 2026-Q4'],
  ]);
  expect(owed({ accepted: quarters.map((period) => ({ ...done, period })) })).toEqual([]);
  const event = { ...{ period: '', on: day('2026-02-01'), percent: null, day: null, dueDay: null } };
  expect(owed({ events: [{ ...event, kind: 'pause', organizationCode: null }] })).toEqual([]);
  const reported = { kind: 'report', organizationCode: 'STP', period: '2026-Q2', percent: '100' } as const;
  expect(owed({ events: [{ ...event, ...reported }] })).not.toContain('STP 2026-Q2');
});

describe('whatever is due, whoever is there and however days pass', () => {
  const anyDay = fc.integer({ min: 0, max: 10 }).map((days) => addDays(day('2026-11-01'), days));
  const anyStep = fc.record({
    offset: fc.integer({ min: -3, max: 3 }),
    audiences: fc.uniqueArray(fc.constantFrom('officer', 'head', 'coordinator', 'leader'), { minLength: 1 }),
    channels: fc.uniqueArray(fc.constantFrom('in-app', 'e-mail', 'letter'), { minLength: 1 }),
    repeat: fc.option(
      fc.record({ every: fc.integer({ min: 1, max: 4 }), times: fc.integer({ min: 1, max: 3 }) }),
    ),
  });
  const anyLadder: fc.Arbitrary<ReminderLadder> = fc
    .uniqueArray(anyStep, { maxLength: 5, selector: ({ offset }) => offset })
    .map((steps) => ({ steps, quietHours: DEFAULT_LADDER.quietHours }));
  const anyPart = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    organizationCode: fc.constantFrom('STP', 'SNV'),
    lastDay: anyDay,
    kind: fc.constantFrom('task' as const, 'report' as const, 'step' as const),
    role: fc.constantFrom('lead' as const, 'coordinating' as const),
  });
  const anyPerson = fc.record({
    accountId: fc.constantFrom('an', 'binh', 'chi', 'dung'),
    places: fc.array(
      fc.record({
        audience: fc.constantFrom(
          'officer' as const,
          'head' as const,
          'coordinator' as const,
          'leader' as const,
        ),
        organizationCode: fc.constantFrom('STP', 'SNV'),
      }),
      { maxLength: 3 },
    ),
    hasAddress: fc.boolean(),
    copyChannels: fc.uniqueArray(fc.constantFrom('in-app' as const, 'e-mail' as const)),
  });
  const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
    .array(anyDay, { maxLength: 4 })
    .map((daysOff) => ({ daysOff: new Set(daysOff), extraWorkingDays: new Set<PlainDate>() }));
  const anyFacts = fc
    .record({
      ladder: anyLadder,
      calendar: anyCalendar,
      parts: fc.uniqueArray(anyPart, {
        maxLength: 6,
        selector: (one) => JSON.stringify([one.id, one.organizationCode, one.kind]),
      }),
      people: fc.uniqueArray(anyPerson, { maxLength: 4, selector: ({ accountId }) => accountId }),
    })
    .map(({ parts, ...rest }) =>
      facts({ ...rest, parts: parts.map(({ lastDay, ...one }) => part(lastDay, one)) }),
    );
  const [from, to] = [day('2026-10-26'), day('2026-11-20')];
  // A walk looks at every day, which costs.
  const runs = { numRuns: 20 };
  const walk = (given: ReminderFacts) => {
    let known = given;
    const all: ReminderPlan['reminders'][number][] = [];
    const plans: ReminderPlan[] = [];
    for (let today = from; today <= to; today = addDays(today, 1)) {
      const plan = planReminders({ ...known, today });
      plans.push(plan);
      all.push(...plan.reminders);
      known = remember(known, plan);
    }
    return { known, all, plans };
  };

  it('nobody is told twice of one step of one thing, and no letter is made twice', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { all, plans } = walk(given);
        const keys = all.map((one) => `${toldKey(one.accountId, keyOfPart(one.part))} ${String(one.offset)}`);
        expect(new Set(keys).size).toBe(keys.length);
        const letters = plans.flatMap(({ letterParts }) =>
          letterParts.map((one) => `${keyOfPart(one.part)} ${String(one.offset)}`),
        );
        expect(new Set(letters).size).toBe(letters.length);
      }),
      runs,
    );
  });

  it('the same is known in the end whether each day was looked at or only the last, and then each is told once', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const daily = walk(given).known;
        const atOnce = planReminders({ ...given, today: to });
        const known = remember(given, atOnce);
        expect([...known.told].toSorted()).toEqual([...daily.told].toSorted());
        expect([...known.lettered].toSorted()).toEqual([...daily.lettered].toSorted());
        const people = atOnce.reminders.map((one) => toldKey(one.accountId, keyOfPart(one.part)));
        expect(new Set(people).size).toBe(people.length);
      }),
      runs,
    );
  });

  it('a duty always reaches somebody who holds it, and nobody else is told of it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { accountId, audience, part: due, channels } of planReminders({ ...given, today: to })
          .reminders) {
          const told = given.people.find((one) => one.accountId === accountId);
          expect(channels.length).toBeGreaterThan(0);
          expect(channels.includes('e-mail') && !told?.hasAddress).toBe(false);
          const isTheirs = told?.places.some(
            (place) =>
              place.audience === audience &&
              (['coordinator', 'leader'].includes(audience) ||
                place.organizationCode === due.organizationCode),
          );
          expect(isTheirs).toBe(true);
        }
      }),
    );
  });
});

test.each([
  ['a working morning', '2026-12-18T03:00:00Z', '2026-12-18T03:00:00Z'],
  ['before work', '2026-12-17T22:00:00Z', '2026-12-18T00:30:00.000Z'],
  ['a Friday evening', '2026-12-18T12:00:00Z', '2026-12-21T00:30:00.000Z'],
  ['a Sunday', '2026-12-20T05:00:00Z', '2026-12-21T00:30:00.000Z'],
])('%s: quiet hours and days of rest put off what leaves the house', (_when, now, at) => {
  expect(findSendInstant(now, DEFAULT_LADDER.quietHours, WEEKENDS_ONLY)).toBe(at);
});

test('quiet hours begin with their first minute and are over with their last one', () => {
  const sendAt = (time: string, hours: QuietHours) =>
    findSendInstant(`2026-12-18T${time}:00+07:00`, hours, WEEKENDS_ONLY);
  const night = { from: '18:00', to: '07:30' };
  expect(sendAt('17:59', night)).toBe('2026-12-18T17:59:00+07:00');
  expect(sendAt('18:00', night)).toBe('2026-12-21T00:30:00.000Z');
  expect(sendAt('07:29', night)).toBe('2026-12-18T00:30:00.000Z');
  expect(sendAt('07:30', night)).toBe('2026-12-18T07:30:00+07:00');
  const noon = { from: '11:30', to: '13:30' };
  expect(sendAt('11:30', noon)).toBe('2026-12-18T06:30:00.000Z');
  expect(sendAt('13:30', noon)).toBe('2026-12-18T13:30:00+07:00');
});

test('quiet hours within a day leave the morning of the next one free, and equal ones are none', () => {
  const noon = { from: '11:30', to: '13:30' };
  expect(findSendInstant('2026-12-18T05:00:00Z', noon, WEEKENDS_ONLY)).toBe('2026-12-18T06:30:00.000Z');
  expect(findSendInstant('2026-12-19T05:00:00Z', noon, WEEKENDS_ONLY)).toBe('2026-12-20T17:00:00.000Z');
  const none = { from: '08:00', to: '08:00' };
  expect(findSendInstant('2026-12-17T20:00:00Z', none, WEEKENDS_ONLY)).toBe('2026-12-17T20:00:00Z');
});

test('a ladder has one step for a day, each tells somebody, and no letter comes before the last day has passed', () => {
  const fault = (...steps: LadderStep[]) => findLadderFault({ ...DEFAULT_LADDER, steps })?.code;
  const step: LadderStep = { offset: 1, audiences: ['officer'], channels: ['in-app'], repeat: null };
  expect(findLadderFault(DEFAULT_LADDER)).toBeUndefined();
  expect(fault(step, { ...step, channels: ['e-mail'] })).toBe('reminder.step-twice');
  expect(fault({ ...step, audiences: [] })).toBe('reminder.empty-step');
  expect(fault({ ...step, channels: [] })).toBe('reminder.empty-step');
  expect(fault({ offset: 0, audiences: [], channels: ['letter'], repeat: null })).toBe(
    'reminder.early-letter',
  );
  expect(fault({ offset: 9, audiences: [], channels: ['letter'], repeat: null })).toBeUndefined();
});

test('an attempt that met no answer is made again, later each time, until it is given up; a refusal is final', () => {
  expect(decideDelivery('accepted', 3)).toEqual({ state: 'sent' });
  expect(decideDelivery('refused', 1)).toEqual({ state: 'given-up' });
  const delays = [1, 2, 7, MOST_ATTEMPTS - 1].map((attempt) => decideDelivery('unreachable', attempt));
  expect(delays).toEqual([60, 120, 3600, 3600].map((afterSeconds) => ({ state: 'queued', afterSeconds })));
  expect(decideDelivery('denied', MOST_ATTEMPTS)).toEqual({ state: 'given-up' });
});

test('a message that may have arrived is sent three times at most and then left to a person', () => {
  const steps = [0, 1, 2].map((earlier) => decideDelivery('uncertain', earlier + 1, earlier).state);
  expect(steps).toEqual(['queued', 'queued', 'uncertain']);
  expect(decideDelivery('unreachable', MOST_ATTEMPTS, 1)).toEqual({ state: 'uncertain' });
  expect(decideDelivery('refused', 3, 2)).toEqual({ state: 'given-up' });
  expect(decideDelivery('accepted', 3, 2)).toEqual({ state: 'sent' });
});
