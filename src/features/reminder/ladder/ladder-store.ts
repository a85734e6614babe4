import { sql } from 'kysely';
import { DEFAULT_LADDER, type ReminderLadder } from '#core/reminder/ladder.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { LadderSteps } from '#features/reminder/contract.ts';

/** A ladder as it was written. */
export interface StoredLadder extends ReminderLadder {
  /** 0 for the delivered one. */
  readonly version: number;
  readonly reason: string | null;
  readonly recordedAt: string | null;
  /** Name of the person. */
  readonly recordedBy: string | null;
  readonly writeId: string | null;
}

const DELIVERED: StoredLadder = {
  ...DEFAULT_LADDER,
  ...{ version: 0, reason: null, recordedAt: null, recordedBy: null, writeId: null },
};

const selectLadders = (db: Db | Tx) =>
  db
    .selectFrom('reminder_ladder as ladder')
    .innerJoin('account', 'account.account_id', 'ladder.recorded_by')
    .selectAll('ladder')
    .select('account.display_name')
    .orderBy('ladder.version', 'desc');

type LadderRow = Awaited<ReturnType<ReturnType<typeof selectLadders>['execute']>>[number];

const ladderOf = (row: LadderRow): StoredLadder => ({
  version: row.version,
  steps: LadderSteps.parse(row.steps),
  quietHours: { from: row.quiet_from, to: row.quiet_to },
  ...{ reason: row.reason, recordedAt: row.recorded_at, recordedBy: row.display_name, writeId: row.write_id },
});

/** All ladders that were written, the latest first; the delivered one is the last. */
export const listLadders = async (db: Db | Tx): Promise<readonly StoredLadder[]> => [
  ...(await selectLadders(db).execute()).map(ladderOf),
  DELIVERED,
];

/** The ladder that counts. */
export const getLadder = async (db: Db | Tx): Promise<StoredLadder> => {
  const row = await selectLadders(db).limit(1).executeTakeFirst();
  return row ? ladderOf(row) : DELIVERED;
};

// Any number would do; one person at a time writes the ladder.
const LADDER_LOCK = 730_040_535;

/** Lets one write at a time at the ladder, until the transaction ends. */
export const lockLadder = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${LADDER_LOCK})`.execute(tx);
};

export interface NewLadder extends ReminderLadder {
  readonly version: number;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

export const insertLadder = async (tx: Tx, ladder: NewLadder): Promise<void> => {
  await tx
    .insertInto('reminder_ladder')
    .values({
      ...{ version: ladder.version, steps: JSON.stringify(ladder.steps), reason: ladder.reason },
      ...{ quiet_from: ladder.quietHours.from, quiet_to: ladder.quietHours.to },
      ...{ recorded_at: ladder.at, recorded_by: ladder.by, write_id: ladder.writeId },
    })
    .execute();
};
