import { sql, type Selectable } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { RoundState, ValueKind } from '#core/submission/reporting-round.ts';
import type { RoundRequest } from '#core/submission/round-requests.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { DB } from '#server/db/schema.gen.ts';

export interface StoredRound {
  readonly id: string;
  readonly title: string;
  readonly dutyId: string | null;
  readonly framework: string;
  readonly frameworkVersion: number;
  readonly year: number;
  readonly period: string;
  readonly valueKind: ValueKind;
  readonly state: RoundState;
  readonly dueDay: PlainDate;
  readonly dueBefore: boolean;
  readonly lockDay: PlainDate | null;
  readonly appraisalSteps: number;
  readonly requiresEvidence: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
}

// Safe: the constraints of reporting_round admit no other states, kinds and days.
const roundOf = (row: Selectable<DB['reporting_round']>): StoredRound => ({
  id: row.round_id,
  title: row.title,
  dutyId: row.duty_item_id,
  framework: row.framework_code,
  frameworkVersion: row.framework_version,
  year: row.year,
  period: row.period,
  valueKind: row.value_kind as ValueKind,
  state: row.state as RoundState,
  dueDay: row.due_day as PlainDate,
  dueBefore: row.due_before,
  lockDay: row.lock_day as PlainDate | null,
  appraisalSteps: row.appraisal_steps,
  requiresEvidence: row.requires_evidence,
  version: row.version,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

/** Adds a round under the id that its writer made; answers false when there is one with it. */
export const insertRound = async (tx: Tx, round: StoredRound): Promise<boolean> => {
  const inserted = await tx
    .insertInto('reporting_round')
    .values({
      round_id: round.id,
      title: round.title,
      duty_item_id: round.dutyId,
      framework_code: round.framework,
      framework_version: round.frameworkVersion,
      year: round.year,
      period: round.period,
      value_kind: round.valueKind,
      state: round.state,
      due_day: round.dueDay,
      due_before: round.dueBefore,
      lock_day: round.lockDay,
      appraisal_steps: round.appraisalSteps,
      requires_evidence: round.requiresEvidence,
      version: round.version,
      created_at: round.createdAt,
      created_by: round.createdBy,
    })
    .onConflict((conflict) => conflict.column('round_id').doNothing())
    .returning('round_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

export const insertRequests = (tx: Tx, roundId: string, requests: readonly RoundRequest[]): Promise<void> =>
  insertRows(
    tx,
    'round_request',
    requests.map((request, position) => ({
      round_id: roundId,
      organization_code: request.organizationCode,
      subject_code: request.subjectCode,
      item_code: request.itemCode,
      indicator_code: request.indicatorCode,
      share: request.share,
      task_id: request.task?.id ?? null,
      task_role: request.task?.role ?? null,
      position,
    })),
  );

export const findRound = async (db: Db | Tx, id: string): Promise<StoredRound | undefined> => {
  const row = await db
    .selectFrom('reporting_round')
    .selectAll()
    .where('round_id', '=', id)
    .executeTakeFirst();
  return row && roundOf(row);
};

/** A round with what tells whether anything around one of its forms changed since it was looked at. */
export interface RoundAround {
  readonly round: StoredRound;
  readonly fingerprint: string;
  /** Changes whenever a submission of the round takes a step. */
  readonly stepMark: string;
}

/** The round of a submission with the fingerprint of its framework, in one statement. The database lets neither go. */
export const getRoundAround = async (db: Db | Tx, id: string): Promise<RoundAround> => {
  const row = await db
    .selectFrom('reporting_round as round')
    .innerJoin('index_framework as framework', (join) =>
      join
        .onRef('framework.code', '=', 'round.framework_code')
        .onRef('framework.version', '=', 'round.framework_version'),
    )
    .selectAll('round')
    .select((eb) => [
      'framework.fingerprint',
      eb
        .selectFrom('submission')
        .whereRef('submission.round_id', '=', 'round.round_id')
        .select(({ fn }) => fn.sum<string>('submission.version').as('steps'))
        .as('step_mark'),
    ])
    .where('round.round_id', '=', id)
    .executeTakeFirstOrThrow();
  return { round: roundOf(row), fingerprint: row.fingerprint, stepMark: row.step_mark ?? '' };
};

/** Finds a round and keeps it from changing until the transaction ends. */
export const lockRound = async (tx: Tx, id: string): Promise<StoredRound | undefined> => {
  const row = await tx
    .selectFrom('reporting_round')
    .selectAll()
    .where('round_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && roundOf(row);
};

export const listRounds = async (db: Db): Promise<readonly StoredRound[]> => {
  const rows = await db
    .selectFrom('reporting_round')
    .selectAll()
    .orderBy('due_day', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(roundOf);
};

/** Moves a round to a state; its version goes up. */
export const updateRoundState = async (tx: Tx, id: string, state: RoundState, at: string): Promise<void> => {
  await tx
    .updateTable('reporting_round')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      ...(state === 'open' && { opened_at: sql<string>`coalesce(opened_at, ${at}::timestamptz)` }),
    }))
    .where('round_id', '=', id)
    .execute();
};

/** Begins a submission for each organization that a round asks and that has none. */
export const insertSubmissions = async (
  tx: Tx,
  roundId: string,
  appraisersOf: ReadonlyMap<string, readonly string[]>,
  at: string,
): Promise<void> => {
  const pairs = [...appraisersOf].flatMap(([indicator, codes]) => codes.map((code) => ({ indicator, code })));
  await sql`
    insert into submission (submission_id, round_id, organization_code, state, appraiser_codes, asked_count, version, changed_at)
    select gen_random_uuid(), ${roundId}::uuid, request.organization_code, 'draft',
      coalesce(array_agg(distinct appraiser.code) filter (where appraiser.code is not null), '{}'),
      count(distinct (request.subject_code, request.item_code)), 1, ${at}::timestamptz
    from round_request as request
    left join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as appraiser (indicator text, code text)
      on appraiser.indicator = request.indicator_code
    where request.round_id = ${roundId}::uuid
    group by request.organization_code
    on conflict on constraint submission_once do nothing`.execute(tx);
};

export interface NewExtension {
  readonly id: string;
  readonly roundId: string;
  readonly organization: string;
  readonly until: PlainDate;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly writeId: string;
}

/** The exception that an organization has in a round before another is granted. */
export const findLatestExtension = (
  tx: Tx,
  { roundId, organization }: Pick<NewExtension, 'roundId' | 'organization'>,
): Promise<{ readonly until: string } | undefined> =>
  tx
    .selectFrom('round_extension')
    .select('until_day as until')
    .where('round_id', '=', roundId)
    .where('organization_code', '=', organization)
    .orderBy('granted_at', 'desc')
    .orderBy('extension_id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Appends an exception; answers false when a write with the same id did so before. */
export const insertExtension = async (tx: Tx, extension: NewExtension): Promise<boolean> => {
  const inserted = await tx
    .insertInto('round_extension')
    .values({
      extension_id: extension.id,
      round_id: extension.roundId,
      organization_code: extension.organization,
      until_day: extension.until,
      reason: extension.reason,
      granted_at: extension.at,
      granted_by: extension.by,
      write_id: extension.writeId,
    })
    .onConflict((conflict) => conflict.column('write_id').doNothing())
    .returning('extension_id')
    .executeTakeFirst();
  return inserted !== undefined;
};
