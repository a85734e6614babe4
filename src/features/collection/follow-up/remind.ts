import { type Actor, findReach } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { decideRound, isLate } from '#core/submission/reporting-round.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import type { Reminder } from '#features/collection/follow-up-contract.ts';
import { insertReadings, insertReminders, listOpenReminders, listUnsent } from './reminder-store.ts';
import type { RoundWriter } from '#features/collection/round/round-service.ts';
import { listRounds, lockRound } from '#features/collection/round/round-store.ts';
import { scheduleOf } from '#features/collection/round/round-views.ts';

/** Who was reminded, and who needed no reminder. */
export interface SentReminders {
  readonly reminded: string[];
  readonly skipped: string[];
}

/** Reminds organizations of an open round that have not sent, each at most once a day, so that a retry does no harm. */
export const remindOrganizations = (
  writer: RoundWriter,
  roundId: string,
  organizations: readonly string[],
): Promise<SentReminders | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
    // To whom an exception can be given a reminder can be sent.
    const allowed = decideRound(round.state, 'extend', writer.actor);
    if (isRefusal(allowed)) return allowed;
    const at = writer.clock.now();
    const unsent = await listUnsent(tx, roundId, organizations);
    const deed = { day: writer.clock.today(), at, by: writer.actor.accountId };
    const reminded = await insertReminders(tx, roundId, unsent, deed);
    const skipped = organizations.filter((code) => !reminded.includes(code));
    if (reminded.length === 0) return { reminded: [], skipped };
    await appendAuditEvent(tx, writer.caller, {
      at,
      ...{ action: 'round.remind', subject: `reporting-round:${roundId}` },
      details: { organizations: reminded },
    });
    return { reminded: [...reminded], skipped };
  });

/** The organizations for which a person fills in reports. */
export const organizationsOf = (actor: Actor | undefined): readonly string[] => {
  const reach = findReach(actor, 'submission.write');
  return reach.kind === 'some' ? reach.organizationCodes : [];
};

/** What a person's organizations were reminded of and still owe, the latest first. */
export const answerReminders = async (
  db: Db,
  actor: Actor | undefined,
  clock: Clock,
): Promise<readonly Reminder[]> => {
  const organizations = organizationsOf(actor);
  if (!actor || organizations.length === 0) return [];
  const rows = await listOpenReminders(db, organizations, actor.accountId);
  const rounds = new Map((await listRounds(db)).map((round) => [round.id, round]));
  return rows.flatMap((row) => {
    const round = rounds.get(row.roundId);
    if (!round) return [];
    const { lastDay, lateAfterDay } = scheduleOf(round);
    return [
      {
        id: row.id,
        round: {
          ...{ id: round.id, title: round.title, lastDay },
          isLate: isLate(lateAfterDay, row.extendedUntil, clock.today()),
        },
        organization: { code: row.organizationCode, name: row.organizationName },
        ...{ submissionId: row.submissionId, sentAt: row.sentAt, sentBy: row.sentBy, isRead: row.isRead },
      },
    ];
  });
};

/** Notes that a person has read reminders of the own organizations. */
export const readReminders = (
  db: Db,
  actor: Actor,
  reminders: readonly string[],
  at: string,
): Promise<void> =>
  db.transaction().execute((tx) =>
    insertReadings(tx, reminders, {
      ...{ accountId: actor.accountId, organizations: organizationsOf(actor), at },
    }),
  );
