import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/access/access.ts';
import type { Role } from '#core/access/permissions.ts';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { firstWorkingDayFrom, WEEKENDS_ONLY } from '#core/calendar/working-days.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { type DifficultyFacts, findMoveRefusal, listMoves, placeAfter } from './decide-move.ts';
import { DIFFICULTY_KINDS, type DIFFICULTY_MOVES, DIFFICULTY_STATES, lastMissedDay } from './difficulty.ts';
import { type CountedDifficulty, countDifficulties, countDifficultiesBy } from './difficulty-statistics.ts';

const actorOf = (role: Role, organizationCode: string | null = null): Actor => ({
  accountId: role,
  holdings: [{ role, organizationCode }],
});
const asker = actorOf('reporter', 'STP');
const helper = actorOf('reporter', 'STC');
const coordinator = actorOf('coordinator');
const leader = actorOf('leader');

const RAISED: DifficultyFacts = {
  organizationCode: 'STP',
  state: 'open',
  holder: 'coordinator',
  holderCode: null,
};
const after = (
  from: DifficultyFacts,
  move: Exclude<(typeof DIFFICULTY_MOVES)[number], 'raise'>,
  actor: Actor,
  organization: string | null = null,
): DifficultyFacts => {
  expect(findMoveRefusal(from, move, actor)).toBeUndefined();
  return { ...from, ...placeAfter(from, { move, organization, actor }) };
};

describe('a difficulty', () => {
  it('is first with the coordinator, who answers, passes it on or forwards it', () => {
    expect(listMoves(RAISED, coordinator)).toEqual(['answer', 'pass', 'forward']);
    expect(listMoves(RAISED, asker)).toEqual(['withdraw']);
    expect(listMoves(RAISED, helper)).toEqual([]);
    expect(listMoves(RAISED, leader)).toEqual([]);
  });

  it('is answered by the organization to which it was passed, and a further question comes back there', () => {
    const passed = after(RAISED, 'pass', coordinator, 'STC');
    expect(listMoves(passed, helper)).toEqual(['answer', 'give-back']);
    expect(listMoves(passed, actorOf('reporter', 'SNV'))).toEqual([]);
    const answered = after(passed, 'answer', helper);
    expect(answered).toMatchObject({ state: 'answered', holder: 'organization', holderCode: 'STC' });
    expect(listMoves(answered, asker)).toEqual(['ask-back', 'accept']);
    expect(after(answered, 'ask-back', asker)).toMatchObject({ state: 'open', holderCode: 'STC' });
    expect(after(passed, 'give-back', helper)).toMatchObject({ state: 'open', holder: 'coordinator' });
    expect(after(passed, 'answer', coordinator)).toMatchObject({ holder: 'coordinator', holderCode: null });
  });

  it('rises to the leaders of the province, who rule, and to whom a further question goes again', () => {
    const forwarded = after(RAISED, 'forward', coordinator);
    expect(listMoves(forwarded, leader)).toEqual(['rule']);
    expect(listMoves(forwarded, coordinator)).toEqual(['rule', 'pass']);
    const ruled = after(forwarded, 'rule', leader);
    expect(after(ruled, 'ask-back', asker)).toMatchObject({ state: 'forwarded', holder: 'province' });
    expect(after(ruled, 'accept', asker).state).toBe('closed');
  });

  it('is settled by nobody but who raised it, and then is over', () => {
    const answered = after(RAISED, 'answer', coordinator);
    expect(findMoveRefusal(answered, 'accept', coordinator)?.code).toBe('access.denied');
    const closed = after(answered, 'accept', asker);
    for (const actor of [asker, helper, coordinator, leader]) expect(listMoves(closed, actor)).toEqual([]);
    expect(findMoveRefusal(closed, 'withdraw', asker)?.code).toBe('difficulty.wrong-state');
  });
});

describe('a missed day', () => {
  it('is one whose next working day is over, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -20, max: 20 }), (start, ahead) => {
        const due = addDays(plainDate('2026-01-01'), start);
        const today = addDays(due, ahead);
        const isMissed = firstWorkingDayFrom(due, WEEKENDS_ONLY) < today;
        expect(due <= lastMissedDay(today, WEEKENDS_ONLY)).toBe(isMissed);
      }),
    );
  });

  it('of a Saturday is not missed on Monday', () => {
    expect(lastMissedDay(plainDate('2026-11-30'), WEEKENDS_ONLY)).toBe('2026-11-27');
    expect(lastMissedDay(plainDate('2026-12-01'), WEEKENDS_ONLY)).toBe('2026-11-30');
  });
});

describe('statistics', () => {
  const one = (change: Partial<CountedDifficulty>): CountedDifficulty => ({
    ...{ kind: 'funding', organizationCode: 'STP', state: 'open', answeredOn: null },
    ...{ dueDay: plainDate('2026-11-20'), raisedOn: plainDate('2026-11-01') },
    ...change,
  });
  const some = [
    one({}),
    one({ state: 'forwarded', dueDay: plainDate('2026-12-20'), organizationCode: 'SNV' }),
    one({ state: 'answered', answeredOn: plainDate('2026-11-04') }),
    one({ state: 'closed', answeredOn: plainDate('2026-11-09'), kind: 'data' }),
  ];
  const missed = plainDate('2026-11-27');

  it('count what waits, what is late, what is settled, and how long answers took', () => {
    expect(countDifficulties(some, missed)).toEqual({
      ...{ total: 4, waiting: 2, overdue: 1, settled: 1, answered: 2, medianDays: '5.5' },
    });
    expect(countDifficulties([], missed).medianDays).toBeNull();
    expect(countDifficulties([some[2] ?? one({})], missed).medianDays).toBe('3');
  });

  it('call late what was due on the missed day, and not what is due on the next one', () => {
    expect(countDifficulties([one({ dueDay: missed })], missed).overdue).toBe(1);
    expect(countDifficulties([one({ dueDay: plainDate('2026-11-28') })], missed).overdue).toBe(0);
  });

  it('of any list, its groups add up to the whole and each difficulty is counted in one', () => {
    const anyDifficulty = fc
      .record({
        kind: fc.constantFrom(...DIFFICULTY_KINDS),
        organizationCode: fc.constantFrom('STP', 'SNV', 'SCT'),
        state: fc.constantFrom(...DIFFICULTY_STATES),
        days: fc.integer({ min: 0, max: 60 }),
        answeredAfter: fc.option(fc.integer({ min: 0, max: 90 })),
      })
      .map(({ days, answeredAfter, ...rest }) =>
        one({
          ...rest,
          dueDay: addDays(plainDate('2026-11-01'), days),
          answeredOn: answeredAfter === null ? null : addDays(plainDate('2026-11-01'), answeredAfter),
        }),
      );
    fc.assert(
      fc.property(
        fc.array(anyDifficulty, { maxLength: 40 }),
        fc.constantFrom('kind' as const, 'organizationCode' as const),
        (difficulties, key) => {
          const whole = countDifficulties(difficulties, missed);
          const groups = countDifficultiesBy(difficulties, key, missed);
          for (const figure of ['total', 'waiting', 'overdue', 'settled', 'answered'] as const) {
            expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(whole[figure]);
          }
          for (const group of groups) {
            const { of, ...counted } = group;
            expect(
              countDifficulties(
                difficulties.filter((some) => some[key] === of),
                missed,
              ),
            ).toEqual(counted);
          }
          expect(whole.overdue).toBeLessThanOrEqual(whole.waiting);
        },
      ),
    );
  });

  it('by kind and by organization, the largest first, and none is lost', () => {
    const byKind = countDifficultiesBy(some, 'kind', missed);
    expect(byKind.map(({ of, total }) => [of, total])).toEqual([
      ['funding', 3],
      ['data', 1],
    ]);
    const byAgency = countDifficultiesBy(some, 'organizationCode', missed);
    expect(byAgency.reduce((sum, { total }) => sum + total, 0)).toBe(some.length);
  });
});
