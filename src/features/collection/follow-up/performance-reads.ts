import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';
import type { Db } from '#server/db/database.ts';
import { extendedUntilOf } from '#features/collection/round/extension-reads.ts';

export interface SubmissionRow {
  readonly submissionId: string;
  readonly roundId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly kind: string;
  readonly state: SubmissionState;
  readonly asked: number;
  readonly answered: number;
  readonly submittedAt: string | null;
  readonly extendedUntil: PlainDate | null;
}

/** Every submission of rounds, by round and in the official order of the organizations. */
export const listSubmissionRows = async (
  db: Db,
  roundIds: readonly string[],
): Promise<readonly SubmissionRow[]> => {
  if (roundIds.length === 0) return [];
  const { rows } = await sql<SubmissionRow>`
    select submission.submission_id as "submissionId", submission.round_id as "roundId",
      organization.code as "organizationCode", organization.name as "organizationName", organization.kind,
      submission.state, submission.asked_count as asked, submission.answered_count as answered,
      submission.submitted_at as "submittedAt", ${extendedUntilOf('submission')} as "extendedUntil"
    from submission
    join organization on organization.code = submission.organization_code
    where submission.round_id = any(${[...roundIds]}::uuid[])
    order by submission.round_id, organization.position`.execute(db);
  return rows;
};

/** The plan whose reporting duty each round fulfils: its number, or what it is about. */
export const listPlansOfRounds = async (
  db: Db,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (roundIds.length === 0) return new Map();
  const { rows } = await sql<{ roundId: string; document: string }>`
    select round.round_id as "roundId",
      coalesce(document.doc_number, document.subject_line, document.doc_type, '') as document
    from reporting_round as round
    join document_item as item on item.id = round.duty_item_id
    join document on document.id = item.document_id
    where round.round_id = any(${[...roundIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ roundId, document }) => [roundId, document]));
};
