import { v7 as newId } from 'uuid';
import type { Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';

interface AttachmentWrite {
  readonly at: string;
  readonly by: string;
}

/** The evidence that stands behind an entry now. The register is locked by whoever decides by it. */
export const listAttachedIds = async (tx: Tx, entryId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('asset_entry_evidence')
    .select('evidence_id')
    .where('entry_id', '=', entryId)
    .where('detached_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.evidence_id));
};

/** Attaches evidence that is not attached to an entry yet. */
export const attachToEntry = (
  tx: Tx,
  entryId: string,
  evidenceIds: readonly string[],
  { at, by }: AttachmentWrite,
): Promise<void> =>
  insertRows(
    tx,
    'asset_entry_evidence',
    evidenceIds.map((evidenceId) => ({
      ...{ asset_entry_evidence_id: newId(), entry_id: entryId, evidence_id: evidenceId },
      ...{ attached_at: at, attached_by: by, detached_at: null, detached_by: null },
    })),
  );

/** Takes evidence away from an entry; that it was there stays on record. */
export const detachFromEntry = async (
  tx: Tx,
  entryId: string,
  evidenceIds: readonly string[],
  { at, by }: AttachmentWrite,
): Promise<void> => {
  if (evidenceIds.length === 0) return;
  await tx
    .updateTable('asset_entry_evidence')
    .set({ detached_at: at, detached_by: by })
    .where('entry_id', '=', entryId)
    .where('evidence_id', 'in', [...evidenceIds])
    .where('detached_at', 'is', null)
    .execute();
};
