import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import { listEvidencePieces } from '#server/registers/evidence-pieces.ts';
import type { Evidence } from '#features/collection/evidence-contract.ts';

/** Which pieces of an organization's evidence are asked for. */
export interface EvidenceScope {
  readonly submissionId: string;
  readonly organizationCode: string;
  /** All of the organization's, or only what stands behind figures of the submission. */
  readonly which: 'all' | 'attached';
  /** One piece alone. */
  readonly evidenceId?: string;
}

const attachedIn = (submissionId: string) => sql<boolean>`exists (
  select from answer_evidence as attached
  where attached.evidence_id = evidence.evidence_id and attached.submission_id = ${submissionId}
    and attached.detached_at is null)`;

const listPlaces = async (
  db: Db | Tx,
  submissionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Evidence['attachedTo']>> => {
  const { rows } = await sql<{ evidenceId: string; attachedTo: Evidence['attachedTo'] }>`
    select evidence_id as "evidenceId",
      json_agg(json_build_object('subject', subject_code, 'item', item_code) order by attached_at) as "attachedTo"
    from answer_evidence
    where detached_at is null and submission_id = ${submissionId} and evidence_id = any(${[...ids]})
    group by evidence_id`.execute(db);
  return new Map(rows.map(({ evidenceId, attachedTo }) => [evidenceId, attachedTo]));
};

/** An organization's evidence, the latest first, with the figures that rest on it. */
export const listEvidence = async (db: Db | Tx, scope: EvidenceScope): Promise<readonly Evidence[]> => {
  const { submissionId, organizationCode, which, evidenceId } = scope;
  const pieces = await listEvidencePieces(db, {
    ...{ organizationCode, evidenceId, besides: { submissionId } },
    only: which === 'attached' ? attachedIn(submissionId) : undefined,
  });
  const places = await listPlaces(
    db,
    submissionId,
    pieces.map(({ id }) => id),
  );
  return pieces.map((piece) => ({ ...piece, attachedTo: places.get(piece.id) ?? [] }));
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
