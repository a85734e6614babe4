import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { DifficultyKind, DifficultyMove, DifficultyPlace } from '#core/difficulty/difficulty.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** What a person says or decides of a difficulty, as far as it is the same in a retry. */
export interface SaidOfDifficulty {
  readonly move: DifficultyMove;
  readonly words: string | null;
  readonly document: string | null;
  /** To whom it is passed. */
  readonly organization: string | null;
  readonly dueDay: PlainDate | null;
  readonly evidence: readonly string[];
  readonly by: string;
}

/** The same, to be kept. */
export interface NewDifficultyEvent extends SaidOfDifficulty {
  readonly difficultyId: string;
  readonly version: number;
  readonly at: string;
  readonly writeId: string;
}

/** A difficulty as it is raised. */
export interface NewDifficulty {
  readonly id: string;
  readonly organization: string;
  readonly kind: DifficultyKind;
  readonly words: string;
  readonly suggestion: string | null;
  readonly itemId: string | null;
  readonly submissionId: string | null;
  readonly itemCode: string | null;
  readonly dueDay: PlainDate;
  readonly searchKey: string;
  readonly at: string;
}

/** Keeps a difficulty from changing until the transaction ends. */
export const lockDifficulty = async (tx: Tx, id: string): Promise<void> => {
  await sql`select from difficulty where difficulty_id = ${id} for update`.execute(tx);
};

/** Whether the item is a task or a target; it stays in the registers until the transaction ends. */
export const holdItem = async (tx: Tx, id: string): Promise<boolean> => {
  const { rows } = await sql`
    select id from document_item where id = ${id} and kind in ('task', 'target') for key share`.execute(tx);
  return rows.length === 1;
};

/** Whether it is a report of the organization that was asked for the item, where one is named. */
export const isOwnSubmission = async (
  tx: Tx,
  submission: { readonly id: string; readonly item: string | null; readonly organization: string },
): Promise<boolean> => {
  const { id, item, organization } = submission;
  const { rows } = await sql`
    select submission_id from submission
    where submission_id = ${id} and organization_code = ${organization}
      and (${item}::text is null or exists (
        select from round_request as asked where asked.round_id = submission.round_id
          and asked.organization_code = submission.organization_code and asked.item_code = ${item}))`.execute(
    tx,
  );
  return rows.length === 1;
};

/** What was kept of the write with this id, and of which difficulty; undefined for a new write. */
export const findEventOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<{ readonly difficultyId: string; readonly said: SaidOfDifficulty } | undefined> => {
  const row = await tx
    .selectFrom('difficulty_event')
    .select(['event_id', 'difficulty_id', 'move', 'words', 'document', 'organization_code', 'due_day', 'by'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const evidence = await tx
    .selectFrom('difficulty_event_evidence')
    .select('evidence_id')
    .where('event_id', '=', row.event_id)
    .execute();
  return {
    difficultyId: row.difficulty_id,
    said: {
      // Safe: only appendDifficultyEvent writes these columns.
      ...{ move: row.move as DifficultyMove, dueDay: row.due_day as PlainDate | null },
      ...{ words: row.words, document: row.document, organization: row.organization_code, by: row.by },
      evidence: evidence.map(({ evidence_id }) => evidence_id),
    },
  };
};

const canonicalOf = ({ move, words, document, organization, dueDay, evidence, by }: SaidOfDifficulty) => ({
  ...{ move, words, document, organization, dueDay, by },
  evidence: [...new Set(evidence.map((id) => id.toLowerCase()))].toSorted(),
});

/** Whether two writes say the same. */
export const saysTheSame = (one: SaidOfDifficulty, other: SaidOfDifficulty): boolean =>
  isDeepStrictEqual(canonicalOf(one), canonicalOf(other));

/** Inserts a difficulty that has just been raised: it is with the coordinator. */
export const insertDifficulty = async (tx: Tx, raised: NewDifficulty): Promise<void> => {
  await tx
    .insertInto('difficulty')
    .values({
      ...{ difficulty_id: raised.id, organization_code: raised.organization, kind: raised.kind },
      ...{ words: raised.words, suggestion: raised.suggestion, item_id: raised.itemId },
      ...{ submission_id: raised.submissionId, item_code: raised.itemCode, state: 'open' },
      ...{ holder: 'coordinator', holder_code: null, due_day: raised.dueDay, search_key: raised.searchKey },
      ...{ version: 1, raised_at: raised.at, changed_at: raised.at },
    })
    .execute();
};

/** Puts a difficulty where a move has brought it. */
export const moveDifficulty = async (
  tx: Tx,
  { difficultyId, version, dueDay, at }: NewDifficultyEvent,
  { state, holder, holderCode }: DifficultyPlace,
): Promise<void> => {
  await tx
    .updateTable('difficulty')
    .set({ state, holder, holder_code: holderCode, version, changed_at: at })
    .$if(dueDay !== null, (query) => query.set({ due_day: dueDay ?? '' }))
    .where('difficulty_id', '=', difficultyId)
    .execute();
};

/** Appends what was said or decided. */
export const appendDifficultyEvent = async (tx: Tx, event: NewDifficultyEvent): Promise<void> => {
  const id = newId();
  await tx
    .insertInto('difficulty_event')
    .values({
      ...{ event_id: id, difficulty_id: event.difficultyId, version: event.version, move: event.move },
      ...{ words: event.words, document: event.document, organization_code: event.organization },
      ...{ due_day: event.dueDay, at: event.at, by: event.by, write_id: event.writeId },
    })
    .execute();
  await insertRows(
    tx,
    'difficulty_event_evidence',
    [...new Set(event.evidence)].map((evidenceId) => ({ event_id: id, evidence_id: evidenceId })),
  );
};
