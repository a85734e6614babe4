import { type RawBuilder, sql } from 'kysely';
import type { EvidencePiece } from '#contract/evidence.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from './document-name.ts';

// An organization adds some hundreds in a year; what is older is found where it was attached.
const MOST_RECENT = 1000;

/** Which pieces of an organization's evidence are asked for. */
interface PieceScope {
  readonly organizationCode: string;
  /** One piece alone. */
  readonly evidenceId?: string | undefined;
  /** A condition on `evidence`. */
  readonly only?: RawBuilder<boolean> | undefined;
  /** Whose uses are not other ones. */
  readonly besides: { readonly submissionId?: string; readonly entryId?: string };
}

const selectPieces = (db: Db | Tx, { organizationCode, evidenceId, only }: PieceScope) =>
  db
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.sha256', 'evidence.file_sha256')
    .leftJoin('account', 'account.account_id', 'evidence.added_by')
    .select([
      'evidence.evidence_id as id',
      sql<EvidencePiece['kind']>`evidence.kind`.as('kind'),
      'evidence.title',
      'evidence.url',
      'evidence.document_id as documentId',
      'evidence.added_at as addedAt',
      'account.display_name as addedBy',
      'stored_file.sha256',
      'stored_file.size',
      'stored_file.media_type as mediaType',
    ])
    .where('evidence.organization_code', '=', organizationCode)
    .$if(evidenceId !== undefined, (query) => query.where('evidence.evidence_id', '=', evidenceId ?? ''))
    .$if(only !== undefined, (query) => query.where(only ?? sql<boolean>`true`))
    .orderBy('evidence.added_at', 'desc')
    .orderBy('evidence.evidence_id', 'desc')
    .limit(MOST_RECENT);

const countOtherUses = async (
  db: Db | Tx,
  ids: readonly string[],
  { submissionId = null, entryId = null }: { submissionId?: string | null; entryId?: string | null },
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ evidenceId: string; uses: number }>`
    select evidence_id as "evidenceId", count(*)::int as uses from (
      select evidence_id from answer_evidence
      where detached_at is null and submission_id is distinct from ${submissionId}::uuid
      union all
      select evidence_id from asset_entry_evidence
      where detached_at is null and entry_id is distinct from ${entryId}::uuid
      union all
      select evidence_id from task_event_evidence
      union all
      select evidence_id from difficulty_event_evidence) as used
    where evidence_id = any(${[...ids]})
    group by evidence_id`.execute(db);
  return new Map(rows.map(({ evidenceId, uses }) => [evidenceId, uses]));
};

const listDocumentNames = async (db: Db | Tx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, ReturnType<typeof documentNameOf>>();
  const rows = await db.selectFrom('document').select(documentColumns).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.document_id, documentNameOf(row)]));
};

/** An organization's evidence, the latest first. */
export const listEvidencePieces = async (
  db: Db | Tx,
  scope: PieceScope,
): Promise<readonly EvidencePiece[]> => {
  const rows = await selectPieces(db, scope).execute();
  const ids = rows.map(({ id }) => id);
  const uses = await countOtherUses(db, ids, scope.besides);
  const documents = await listDocumentNames(
    db,
    rows.flatMap(({ documentId }) => documentId ?? []),
  );
  return rows.map(({ sha256, size, mediaType, documentId, ...row }) => ({
    ...row,
    file: sha256 === null || size === null || mediaType === null ? null : { sha256, size, mediaType },
    document: documentId === null ? null : (documents.get(documentId) ?? null),
    otherUses: uses.get(row.id) ?? 0,
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
    where organization_code = ${organizationCode} and evidence_id = any(${[...ids]})`.execute(tx);
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
