import { v7 as newId } from 'uuid';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DuePart } from '#core/reminder/due-part.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { Letter } from '#features/reminder/contract.ts';

/** How a letter that a step has asked for stands. */
export type LetterState = Letter['state'];

/** Asks for a letter to the late. One that still waits is replaced: the new one names its late too. */
export const insertLetter = async (
  tx: Tx,
  letterParts: readonly { readonly part: DuePart; readonly offset: number }[],
  { day, at }: { readonly day: PlainDate; readonly at: string },
): Promise<void> => {
  await tx.updateTable('reminder_letter').set({ state: 'replaced' }).where('state', '=', 'waiting').execute();
  const letterId = newId();
  const organizations = new Set(letterParts.map(({ part }) => part.organizationCode));
  await tx
    .insertInto('reminder_letter')
    .values({
      ...{ letter_id: letterId, day, state: 'waiting', planned_at: at },
      ...{ parts: letterParts.length, organizations: organizations.size },
    })
    .execute();
  await insertRows(
    tx,
    'reminder_letter_part',
    letterParts.map(({ part, offset }) => ({
      ...{ letter_id: letterId, subject_id: part.id, organization_code: part.organizationCode },
      ...{ period: part.period, last_day: part.lastDay, step: offset },
    })),
  );
};

/** The letter that was asked for and is not there yet. */
export const findUnmadeLetter = async (db: Db): Promise<string | undefined> =>
  (
    await db
      .selectFrom('reminder_letter')
      .select('letter_id')
      .where('state', '=', 'waiting')
      .where('official_document_id', 'is', null)
      .executeTakeFirst()
  )?.letter_id;

/** Notes the document of a letter, or why there is none and it is needed no longer. */
export const settleLetter = async (
  db: Db,
  letterId: string,
  made: { readonly id: string } | Refusal,
): Promise<void> => {
  await db
    .updateTable('reminder_letter')
    .set(isRefusal(made) ? { state: 'not-made', refusal: made.code } : { official_document_id: made.id })
    .where('letter_id', '=', letterId)
    .where('state', '=', 'waiting')
    .execute();
};

export interface LetterRow {
  readonly id: string;
  readonly day: string;
  readonly state: LetterState;
  readonly parts: number;
  readonly organizations: number;
  readonly documentId: string | null;
  readonly refusal: string | null;
  readonly note: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

const selectLetters = (db: Db | Tx) =>
  db
    .selectFrom('reminder_letter as letter')
    .leftJoin('account', 'account.account_id', 'letter.decided_by')
    .select(['letter.letter_id', 'letter.day', 'letter.state', 'letter.parts', 'letter.organizations'])
    .select([
      'letter.refusal',
      'letter.official_document_id',
      'letter.note',
      'letter.decided_at',
      'letter.write_id',
    ])
    .select('account.display_name');

const MOST_LISTED = 20;

/** The latest letters that were drawn up or could not be, the newest first. */
export const listLetters = async (db: Db): Promise<readonly LetterRow[]> => {
  const rows = await selectLetters(db)
    .where('letter.state', '<>', 'replaced')
    .where((row) =>
      row.or([row('letter.official_document_id', 'is not', null), row('letter.state', '=', 'not-made')]),
    )
    .orderBy('letter.day', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.letter_id, day: row.day, state: row.state as LetterState, parts: row.parts },
    ...{ organizations: row.organizations, documentId: row.official_document_id },
    ...{ refusal: row.refusal, note: row.note },
    ...{ decidedAt: row.decided_at, decidedBy: row.display_name },
  }));
};

/** A letter held for a decision, until the transaction ends. */
export const lockLetter = async (
  tx: Tx,
  id: string,
): Promise<
  { readonly state: LetterState; readonly isMade: boolean; readonly writeId: string | null } | undefined
> => {
  const row = await tx
    .selectFrom('reminder_letter')
    .select(['state', 'official_document_id', 'write_id'])
    .where('letter_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...{ state: row.state as LetterState, isMade: row.official_document_id !== null },
      writeId: row.write_id,
    }
  );
};

export interface LetterDecision {
  readonly state: 'issued' | 'dismissed';
  readonly note: string;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

export const decideLetterRow = async (tx: Tx, id: string, decision: LetterDecision): Promise<void> => {
  await tx
    .updateTable('reminder_letter')
    .set({
      ...{ state: decision.state, note: decision.note, decided_at: decision.at },
      ...{ decided_by: decision.by, write_id: decision.writeId },
    })
    .where('letter_id', '=', id)
    .execute();
};
