import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import type { Evidence } from './evidence-contract.ts';

// An organization adds some hundreds in a year; what is older is found where it was attached.
const MOST_RECENT = 1000;

/** Which pieces of an organization's evidence are asked for. */
export interface EvidenceScope {
  readonly submissionId: string;
  readonly organizationCode: string;
  /** All of the organization's, or only what stands behind figures of the submission. */
  readonly which: 'all' | 'attached';
  /** One piece alone. */
  readonly evidenceId?: string;
}

interface UseRow {
  readonly evidenceId: string;
  readonly attachedTo: Evidence['attachedTo'];
  readonly otherUses: number;
}

const selectEvidence = (db: Db | Tx, scope: EvidenceScope) =>
  db
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.sha256', 'evidence.file_sha256')
    .leftJoin('account', 'account.account_id', 'evidence.added_by')
    .select([
      'evidence.evidence_id as id',
      sql<Evidence['kind']>`evidence.kind`.as('kind'),
      'evidence.title',
      'evidence.url',
      'evidence.document_id as documentId',
      'evidence.added_at as addedAt',
      'account.display_name as addedBy',
      'stored_file.sha256',
      'stored_file.size',
      'stored_file.media_type as mediaType',
    ])
    .where('evidence.organization_code', '=', scope.organizationCode)
    .$if(scope.evidenceId !== undefined, (query) =>
      query.where('evidence.evidence_id', '=', scope.evidenceId ?? ''),
    )
    .$if(scope.which === 'attached', (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('answer_evidence')
            .whereRef('answer_evidence.evidence_id', '=', 'evidence.evidence_id')
            .where('answer_evidence.submission_id', '=', scope.submissionId)
            .where('answer_evidence.detached_at', 'is', null),
        ),
      ),
    )
    .orderBy('evidence.added_at', 'desc')
    .orderBy('evidence.evidence_id', 'desc')
    .limit(MOST_RECENT);

const listUses = async (
  db: Db | Tx,
  submissionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UseRow>> => {
  const { rows } = await sql<UseRow>`
    select evidence_id as "evidenceId",
      coalesce(json_agg(json_build_object('subject', subject_code, 'item', item_code) order by attached_at)
        filter (where submission_id = ${submissionId}), '[]') as "attachedTo",
      (count(*) filter (where submission_id <> ${submissionId}))::int as "otherUses"
    from answer_evidence
    where detached_at is null and evidence_id = any(${ids})
    group by evidence_id`.execute(db);
  return new Map(rows.map((row) => [row.evidenceId, row]));
};

const listDocumentNames = async (db: Db | Tx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, ReturnType<typeof documentNameOf>>();
  const rows = await db.selectFrom('document').select(documentColumns).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.document_id, documentNameOf(row)]));
};

/** An organization's evidence, the latest first, with the figures that rest on it. */
export const listEvidence = async (db: Db | Tx, scope: EvidenceScope): Promise<readonly Evidence[]> => {
  const rows = await selectEvidence(db, scope).execute();
  const uses = await listUses(
    db,
    scope.submissionId,
    rows.map(({ id }) => id),
  );
  const documents = await listDocumentNames(
    db,
    rows.flatMap(({ documentId }) => documentId ?? []),
  );
  return rows.map(({ sha256, size, mediaType, documentId, ...row }) => ({
    ...row,
    file: sha256 === null || size === null || mediaType === null ? null : { sha256, size, mediaType },
    document: documentId === null ? null : (documents.get(documentId) ?? null),
    attachedTo: uses.get(row.id)?.attachedTo ?? [],
    otherUses: uses.get(row.id)?.otherUses ?? 0,
  }));
};

/** The ids among these that are an organization's evidence. */
export const listOwnEvidence = async (
  tx: Tx,
  organizationCode: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select evidence_id as id from evidence
    where organization_code = ${organizationCode} and evidence_id = any(${ids})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

/** The name of a document of the register, to title evidence with; undefined when there is none. */
export const findDocumentTitle = async (tx: Tx, id: string): Promise<string | undefined> => {
  const found = await tx
    .selectFrom('document')
    .select(['doc_type', 'doc_number', 'subject_line'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const parts = [found.doc_type, found.doc_number, found.subject_line].filter((part) => part !== null);
  return parts.length === 0 ? id : parts.join(' ');
};

/** A piece of evidence behind a figure of a round, for the archive. */
export interface RoundEvidenceRow {
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly indicatorCode: string;
  readonly subjectCode: string;
  readonly itemCode: string;
  readonly evidenceId: string;
  readonly kind: Evidence['kind'];
  readonly title: string;
  readonly url: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly addedAt: string;
  readonly addedBy: string | null;
}

/** All evidence behind the figures of a round, by organization, in the order of the framework. */
export const listRoundEvidence = async (
  db: Db | Tx,
  roundId: string,
  organizationCode: string | undefined,
): Promise<readonly RoundEvidenceRow[]> => {
  const only =
    organizationCode === undefined ? sql`true` : sql`submission.organization_code = ${organizationCode}`;
  const { rows } = await sql<RoundEvidenceRow>`
    select submission.organization_code as "organizationCode", organization.name as "organizationName",
      request.indicator_code as "indicatorCode", attached.subject_code as "subjectCode",
      attached.item_code as "itemCode", evidence.evidence_id as "evidenceId", evidence.kind, evidence.title,
      coalesce(evidence.url, document.doc_number) as url, evidence.file_sha256 as sha256, stored_file.size,
      evidence.added_at as "addedAt", account.display_name as "addedBy"
    from submission
    join organization on organization.code = submission.organization_code
    join answer_evidence as attached
      on attached.submission_id = submission.submission_id and attached.detached_at is null
    join round_request as request
      on request.round_id = submission.round_id and request.organization_code = submission.organization_code
        and request.subject_code = attached.subject_code and request.item_code = attached.item_code
    join evidence on evidence.evidence_id = attached.evidence_id
    left join stored_file on stored_file.sha256 = evidence.file_sha256
    left join document on document.id = evidence.document_id
    left join account on account.account_id = evidence.added_by
    where submission.round_id = ${roundId} and ${only}
    order by organization.position, organization.code, request.position, evidence.added_at`.execute(db);
  return rows;
};
