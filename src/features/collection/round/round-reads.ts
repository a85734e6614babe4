import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { extendedUntilOf } from './extension-reads.ts';

export interface MemberRow {
  readonly submissionId: string | null;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly kind: string;
  readonly state: SubmissionState;
  readonly asked: number;
  readonly answered: number;
  readonly submittedAt: string | null;
  readonly extendedUntil: PlainDate | null;
}

/** Every organization that a round asks, in official order, with its submission where the round is open. */
export const listMembers = async (db: Db | Tx, roundId: string): Promise<readonly MemberRow[]> => {
  const { rows } = await sql<MemberRow>`
    select submission.submission_id as "submissionId", organization.code as "organizationCode",
      organization.name as "organizationName", organization.kind, coalesce(submission.state, 'draft') as state,
      request.asked::int as asked, coalesce(submission.answered_count, 0) as answered,
      submission.submitted_at as "submittedAt", ${extendedUntilOf('request')} as "extendedUntil"
    from (
      select round_id, organization_code, count(*) as asked from round_request
      where round_id = ${roundId} group by round_id, organization_code) as request
    join organization on organization.code = request.organization_code
    left join submission on submission.round_id = request.round_id
      and submission.organization_code = request.organization_code
    order by organization.position`.execute(db);
  return rows;
};

export interface RoundCounts {
  readonly roundId: string;
  readonly state: SubmissionState;
  readonly count: number;
}

/** How many submissions of each round are in which state; a round that is not open yet counts as drafts. */
export const countStates = async (
  db: Db | Tx,
  roundIds: readonly string[],
): Promise<readonly RoundCounts[]> => {
  if (roundIds.length === 0) return [];
  const { rows } = await sql<RoundCounts>`
    select round_id as "roundId", state, count(*)::int as count from submission
    where round_id = any(${[...roundIds]}::uuid[])
    group by round_id, state
    union all
    select round_id, 'draft', (
      select count(distinct organization_code)::int from round_request as request
      where request.round_id = round.round_id)
    from reporting_round as round
    where round_id = any(${[...roundIds]}::uuid[])
      and not exists (select from submission where submission.round_id = round.round_id)`.execute(db);
  return rows;
};

export interface DutyRow {
  readonly dutyId: string;
  readonly text: string;
  readonly document: string;
  readonly frequency: string;
  readonly covers: string | null;
  readonly dateRaw: string;
  readonly validFor: string | null;
  readonly comparator: string | null;
  readonly dueDate: PlainDate | null;
  readonly recurringDays: readonly string[];
}

const dutyQuery = (db: Db | Tx) =>
  db
    .selectFrom('reporting_duty as duty')
    .innerJoin('document_item as item', 'item.id', 'duty.item_id')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select([
      'duty.item_id as dutyId',
      'item.name as text',
      sql<string>`coalesce(document.doc_number, document.subject_line, document.doc_type, '')`.as('document'),
      'duty.frequency',
      'duty.covers',
      'duty.date_raw as dateRaw',
      'duty.valid_for as validFor',
      'duty.comparator',
      sql<PlainDate | null>`duty.due_date::text`.as('dueDate'),
      'duty.recurring_days as recurringDays',
    ]);

/** The reporting duties of all registered plans that name a day. */
export const listDuties = (db: Db | Tx): Promise<readonly DutyRow[]> =>
  dutyQuery(db)
    .where('item.ended_by', 'is', null)
    .where((eb) =>
      eb.or([eb('duty.due_date', 'is not', null), sql<boolean>`cardinality(duty.recurring_days) > 0`]),
    )
    .orderBy('document.issue_date')
    .orderBy('item.position')
    .execute();

export const findDuty = (db: Db | Tx, id: string): Promise<DutyRow | undefined> =>
  dutyQuery(db).where('duty.item_id', '=', id).executeTakeFirst();

/** Whether a round asks an organization for anything. */
export const isOrganizationAsked = async (
  db: Db | Tx,
  roundId: string,
  organizationCode: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('round_request')
    .select('organization_code')
    .where('round_id', '=', roundId)
    .where('organization_code', '=', organizationCode)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** The title of the framework that each round was opened on. */
export const listFrameworkTitles = async (
  db: Db | Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: LocalizedText }>> => {
  if (roundIds.length === 0) return new Map();
  const { rows } = await sql<{ roundId: string; title: LocalizedText }>`
    select round.round_id as "roundId", framework.definition->'title' as title
    from reporting_round as round
    join index_framework as framework on framework.code = round.framework_code
      and framework.version = round.framework_version
    where round.round_id = any(${[...roundIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ roundId, title }) => [roundId, { title }]));
};
