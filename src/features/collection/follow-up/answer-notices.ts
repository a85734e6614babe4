import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isLate } from '#core/submission/reporting-round.ts';
import type { Db } from '#server/db/database.ts';
import type { Notice } from '#features/collection/notice-contract.ts';
import { answerReminders, organizationsOf } from './remind.ts';
import { listReturned } from './reminder-store.ts';
import { scheduleOf } from '#features/collection/round/round-views.ts';
import { listRounds } from '#features/collection/round/round-store.ts';

const answerReturned = async (db: Db, actor: Actor | undefined, clock: Clock): Promise<readonly Notice[]> => {
  const rows = await listReturned(db, organizationsOf(actor));
  if (rows.length === 0) return [];
  const rounds = new Map((await listRounds(db)).map((round) => [round.id, round]));
  return rows.flatMap((row): Notice[] => {
    const round = rounds.get(row.roundId);
    if (!round) return [];
    return [
      {
        ...{ kind: 'returned', submissionId: row.submissionId, round: round.title },
        organization: { code: row.organizationCode, name: row.organizationName },
        ...{ at: row.at, reason: row.reason, isNew: true },
        isLate: isLate(scheduleOf(round).lateAfterDay, row.extendedUntil, clock.today()),
      },
    ];
  });
};

/** What waits for a person: returned reports first, then reminders about others; each the latest first. */
export const answerNotices = async (
  db: Db,
  actor: Actor | undefined,
  clock: Clock,
): Promise<readonly Notice[]> => {
  const returned = await answerReturned(db, actor, clock);
  const told = new Set(returned.map(({ submissionId }) => submissionId));
  const reminders = (await answerReminders(db, actor, clock)).filter(
    ({ submissionId }) => !told.has(submissionId),
  );
  return [
    ...returned,
    ...reminders.map(({ submissionId, round, organization, sentAt, isRead }): Notice => ({
      ...{ kind: 'reminder', submissionId, round: round.title, organization, at: sentAt, reason: null },
      ...{ isLate: round.isLate, isNew: !isRead },
    })),
  ];
};
