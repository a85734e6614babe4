import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { nameSourceDocument, type TitledDocument } from '#core/plan/document-title.ts';
import type { Db } from '#server/db/database.ts';

/** Something that an organization owes by a day. */
export interface DueThing {
  readonly kind: 'task' | 'report';
  /** The task or the round. */
  readonly id: string;
  /** The task or the submission. */
  readonly pageId: string;
  readonly code: string;
  readonly organization: string;
  readonly day: PlainDate;
  readonly name: string;
  readonly document: string | null;
  /** How often what it says was written, and when last. */
  readonly revision: number;
  readonly changedAt: string;
}

type TaskRow = Omit<DueThing, 'kind' | 'pageId' | 'document'> & TitledDocument;

// A part changes by what is said and decided of it or of the whole, and by documents that amend the task.
const listDueTasks = async (db: Db, codes: readonly string[]): Promise<readonly DueThing[]> => {
  const { rows } = await sql<TaskRow>`
    select part.task_id as id, part.organization_code as code, organization.name as organization,
      part.last_day as day, item.name, document.doc_type as "docType", document.doc_number as "docNumber",
      document.subject_line as "subjectLine", said.times + amended.times as revision,
      greatest(document.registered_at, said.at, amended.at) as "changedAt"
    from part_standing as part
    join document_item as item on item.id = part.task_id
    join document on document.id = part.document_id
    join organization on organization.code = part.organization_code
    join lateral (
      select count(*)::int as times, max(event.at) as at from task_event as event
      where event.task_id = part.task_id
        and coalesce(event.organization_code = part.organization_code, true)) as said on true
    join lateral (
      select count(*)::int as times, max(revision.changed_at) as at from document_item_revision as revision
      where revision.item_id = part.task_id) as amended on true
    where part.organization_code = any(${[...codes]}) and part.last_day is not null and part.done_on is null
    order by part.last_day, part.task_id, part.organization_code`.execute(db);
  return rows.map(({ docType, docNumber, subjectLine, ...row }) => ({
    ...row,
    ...{ kind: 'task', pageId: row.id },
    document: nameSourceDocument({ docType, docNumber, subjectLine }),
  }));
};

const listDueReports = async (db: Db, codes: readonly string[]): Promise<readonly DueThing[]> => {
  const { rows } = await sql<Omit<DueThing, 'kind' | 'document'>>`
    select round.round_id as id, submission.submission_id as "pageId", submission.organization_code as code,
      organization.name as organization, round.title as name,
      coalesce(extended.day, round.due_day - round.due_before::int) as day,
      round.version + extended.times as revision,
      greatest(round.created_at, round.opened_at, extended.at) as "changedAt"
    from submission
    join reporting_round as round on round.round_id = submission.round_id
    join organization on organization.code = submission.organization_code
    join lateral (
      select count(*)::int as times, max(extension.granted_at) as at,
        (array_agg(extension.until_day order by extension.granted_at desc))[1] as day
      from round_extension as extension
      where extension.round_id = round.round_id
        and extension.organization_code = submission.organization_code) as extended on true
    where submission.organization_code = any(${[...codes]}) and round.state = 'open'
      and submission.state in ('draft', 'ready', 'returned')
    order by day, id, code`.execute(db);
  return rows.map((row) => ({ ...row, kind: 'report', document: null }));
};

/** What organizations have not done yet: tasks by their last day, reports by the day of their round. Standings must be fresh. */
export const listDueThings = async (db: Db, codes: readonly string[]): Promise<readonly DueThing[]> =>
  codes.length === 0 ? [] : [...(await listDueTasks(db, codes)), ...(await listDueReports(db, codes))];
