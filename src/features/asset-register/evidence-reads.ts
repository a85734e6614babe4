import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { listEvidencePieces } from '#server/registers/evidence-pieces.ts';
import type { EntryEvidence, EntryEvidenceList } from './evidence-contract.ts';

/** Which evidence is asked for at an entry. */
interface EntryEvidenceScope {
  readonly entryId: string;
  readonly organizationCode: string;
  /** All of the owner's, or only what stands behind the entry. */
  readonly which: 'all' | 'attached';
  /** One piece alone. */
  readonly evidenceId?: string;
}

const attachedTo = (entryId: string) => sql<boolean>`exists (
  select from asset_entry_evidence as attached
  where attached.evidence_id = evidence.evidence_id and attached.entry_id = ${entryId}
    and attached.detached_at is null)`;

/** Evidence as it is seen at an entry, the latest first. */
export const listEvidenceOfEntry = async (
  db: Db,
  { entryId, organizationCode, which, evidenceId }: EntryEvidenceScope,
): Promise<readonly EntryEvidence[]> => {
  const pieces = await listEvidencePieces(db, {
    ...{ organizationCode, evidenceId, besides: { entryId } },
    only: which === 'attached' ? attachedTo(entryId) : undefined,
  });
  const rows = await db
    .selectFrom('asset_entry_evidence')
    .select('evidence_id')
    .where('entry_id', '=', entryId)
    .where('detached_at', 'is', null)
    .execute();
  const attached = new Set(rows.map((row) => row.evidence_id));
  return pieces.map((piece) => ({ ...piece, isAttached: attached.has(piece.id) }));
};

/** What was attached to an entry and taken away from it, the latest first. */
export const listEvidenceMoves = async (db: Db, entryId: string): Promise<EntryEvidenceList['history']> => {
  const { rows } = await sql<EntryEvidenceList['history'][number]>`
    select moved.move, evidence.title, moved.at, account.display_name as by from (
      select evidence_id, 'attached' as move, attached_at as at, attached_by as by
      from asset_entry_evidence where entry_id = ${entryId}
      union all
      select evidence_id, 'detached', detached_at, detached_by
      from asset_entry_evidence where entry_id = ${entryId} and detached_at is not null) as moved
    join evidence on evidence.evidence_id = moved.evidence_id
    left join account on account.account_id = moved.by
    order by moved.at desc, evidence.title`.execute(db);
  return rows;
};

/** How many pieces of evidence stand behind each of some entries; none are left out. */
export const countEntryEvidence = async (
  db: Db,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ entryId: string; pieces: number }>`
    select entry_id as "entryId", count(*)::int as pieces from asset_entry_evidence
    where entry_id = any(${[...entryIds]}) and detached_at is null
    group by entry_id`.execute(db);
  return new Map(rows.map(({ entryId, pieces }) => [entryId, pieces]));
};
