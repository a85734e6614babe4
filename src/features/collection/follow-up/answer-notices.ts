import { type Actor, can, findReach } from '#core/access/access.ts';
import { lastMissedDay } from '#core/difficulty/difficulty.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isLate } from '#core/submission/reporting-round.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listDifficultyNotices } from '#server/registers/difficulty-notices.ts';
import { listStepNotices } from '#server/registers/step-notices.ts';
import { listTaskNotices } from '#server/registers/task-notices.ts';
import type { Notice } from '#features/collection/notice-contract.ts';
import { answerReminders, organizationsOf } from './remind.ts';
import { listReturned } from './reminder-store.ts';
import { scheduleOf } from '#features/collection/round/round-views.ts';
import { listRounds } from '#features/collection/round/round-store.ts';

const placeOf = (submissionId: string): Notice['place'] => ({
  ...{ kind: 'submission', id: submissionId, organization: null },
});

const answerReturned = async (db: Db, actor: Actor | undefined, clock: Clock): Promise<readonly Notice[]> => {
  const rows = await listReturned(db, organizationsOf(actor));
  if (rows.length === 0) return [];
  const rounds = new Map((await listRounds(db)).map((round) => [round.id, round]));
  return rows.flatMap((row): Notice[] => {
    const round = rounds.get(row.roundId);
    if (!round) return [];
    return [
      {
        ...{ kind: 'returned', place: placeOf(row.submissionId), title: round.title },
        organization: { code: row.organizationCode, name: row.organizationName },
        ...{ at: row.at, reason: row.reason, isNew: true },
        isLate: isLate(scheduleOf(round).lateAfterDay, row.extendedUntil, clock.today()),
      },
    ];
  });
};

const answerDifficulties = async (
  db: Db,
  actor: Actor | undefined,
  clock: Clock,
): Promise<readonly Notice[]> => {
  const reach = findReach(actor, 'difficulty.raise');
  const isCoordinator = can(actor, 'difficulty.direct');
  const hearer = {
    ...{ isCoordinator, isLeader: can(actor, 'difficulty.rule') && !isCoordinator },
    organizations: reach.kind === 'some' ? reach.organizationCodes : [],
  };
  const today = clock.today();
  const missedDay = lastMissedDay(today, duePolicy.calendar);
  return (await listDifficultyNotices(db, hearer, { today, missedDay })).map((row): Notice => ({
    ...{ kind: row.kind, title: row.words, at: row.at, reason: null, isNew: true },
    place: { kind: 'difficulty', id: row.id, organization: null },
    organization: { code: row.organizationCode, name: row.organizationName },
    isLate: row.kind === 'difficulty-to-answer' && row.dueDay <= missedDay,
  }));
};

const answerTasks = async (db: Db, actor: Actor | undefined, clock: Clock): Promise<readonly Notice[]> => {
  const reach = findReach(actor, 'execution.report');
  if (!actor || reach.kind === 'all') return [];
  const reader = { accountId: actor.accountId, now: clock.now() };
  return (await listTaskNotices(db, reach.organizationCodes, reader)).map((row): Notice => ({
    ...{ kind: row.kind, title: row.name, at: row.at, reason: row.reason, isLate: false },
    place: { kind: 'task', id: row.taskId, organization: row.organizationCode },
    organization: { code: row.organizationCode, name: row.organizationName },
    isNew: row.kind === 'task-sent-back' || !row.isRead,
  }));
};

const answerSteps = async (db: Db, actor: Actor | undefined, clock: Clock): Promise<readonly Notice[]> => {
  const reach = findReach(actor, 'execution.report');
  if (reach.kind === 'all') return [];
  const today = clock.today();
  const days = { today, missedDay: lastMissedDay(today, duePolicy.calendar), now: clock.now() };
  return (await listStepNotices(db, reach.organizationCodes, days)).map((row): Notice => ({
    ...{ kind: 'step-handed', title: row.names, at: row.at, reason: null },
    place: { kind: 'task', id: row.taskId, organization: row.handedCode },
    organization: { code: row.organizationCode, name: row.organizationName },
    ...{ isLate: row.isLate, isNew: row.isNew },
  }));
};

/**
 * What waits for a person: returned reports first, then reminders about others, each the latest first; then difficulties,
 * the longest due first, what was decided of the own tasks, and steps that others have handed over.
 */
export const answerNotices = async (
  db: Db,
  actor: Actor | undefined,
  clock: Clock,
): Promise<readonly Notice[]> => {
  const returned = await answerReturned(db, actor, clock);
  const told = new Set(returned.map(({ place }) => place.id));
  const reminders = (await answerReminders(db, actor, clock)).filter(
    ({ submissionId }) => !told.has(submissionId),
  );
  return [
    ...returned,
    ...reminders.map(({ submissionId, round, organization, sentAt, isRead }): Notice => ({
      ...{ kind: 'reminder', place: placeOf(submissionId), title: round.title, organization, at: sentAt },
      ...{ reason: null, isLate: round.isLate, isNew: !isRead },
    })),
    ...(await answerDifficulties(db, actor, clock)),
    ...(await answerTasks(db, actor, clock)),
    ...(await answerSteps(db, actor, clock)),
  ];
};
