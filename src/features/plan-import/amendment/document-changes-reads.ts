import { sql } from 'kysely';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import type { AmendmentRelation } from '#core/plan/amended-document.ts';
import { isAmendable } from '#core/plan/compare-amendment.ts';
import { listDifferences } from '#core/plan/item-facts.ts';
import type { ItemChangeKind } from '#core/plan/plan-item.ts';
import { buildRegisterEntry, statementOf, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { Db } from '#server/db/database.ts';
import { findDocumentName } from '#features/plan-import/reads.ts';
import type { ChangedItem, DocumentChanges, RelatedDocument } from './document-changes-contract.ts';

/** An accepted import that was said to amend or replace a registered document. */
interface AmendingImport {
  readonly importId: string;
  readonly laterId: string;
  readonly earlierId: string;
  readonly relation: AmendmentRelation;
}

const listAmendingImports = async (db: Db): Promise<readonly AmendingImport[]> => {
  const rows = await db
    .selectFrom('plan_import')
    .select(['id', 'document_id'])
    .select(sql<string>`decisions -> 'amendment' ->> 'documentId'`.as('earlier_id'))
    .select(sql<AmendmentRelation>`decisions -> 'amendment' ->> 'relation'`.as('relation'))
    .where('state', '=', 'accepted')
    .where(sql<boolean>`decisions ? 'amendment'`)
    .orderBy('decided_at')
    .execute();
  return rows.map((row) => ({
    ...{ importId: row.id, laterId: row.document_id ?? '' },
    ...{ earlierId: row.earlier_id, relation: row.relation },
  }));
};

const related = async (
  db: Db,
  id: string,
  relation: AmendmentRelation,
): Promise<readonly RelatedDocument[]> => {
  const document = await findDocumentName(db, id);
  return document ? [{ document, relation }] : [];
};

/** What a document amends or replaces, and what amends or replaces it. */
export const getRelations = async (
  db: Db,
  id: string,
): Promise<{ changes: RelatedDocument[]; changedBy: RelatedDocument[] } | Refusal> => {
  if (!(await findDocumentName(db, id))) return refuse('record.not-found', { id });
  const imports = await listAmendingImports(db);
  const own = imports.filter(({ laterId }) => laterId === id);
  const later = imports.filter(({ earlierId }) => earlierId === id);
  const changes = await Promise.all(own.map(({ earlierId, relation }) => related(db, earlierId, relation)));
  const changedBy = await Promise.all(later.map(({ laterId, relation }) => related(db, laterId, relation)));
  return { changes: changes.flat(), changedBy: changedBy.flat() };
};

const selectRevisions = (db: Db, importId: string) =>
  db
    .selectFrom('document_item_revision as revision')
    .innerJoin('document_item as item', 'item.id', 'revision.item_id')
    .select(['revision.item_id', 'revision.change', 'revision.reading', 'revision.plan_import_id'])
    .select(['item.kind', 'item.document_id'])
    .where('revision.item_id', 'in', (eb) =>
      eb
        .selectFrom('document_item_revision as own')
        .where('own.plan_import_id', '=', importId)
        .select('own.item_id'),
    )
    .orderBy('item.position')
    .orderBy('revision.item_id')
    .orderBy('revision.revision')
    .execute();

type RevisionRow = Awaited<ReturnType<typeof selectRevisions>>[number];

const SETS_VALUES: ReadonlySet<ItemChangeKind> = new Set([
  ...(['registered', 'replaced', 'amended', 'taken-over', 'undone'] as const),
]);

const entryOf = ({ kind, reading }: RevisionRow): RegisterEntry =>
  buildRegisterEntry(statementOf(kind, reading as object), 1);

const quoteOf = (entry: RegisterEntry | undefined): string | null => {
  const quote = tidy(entry?.reading.quote ?? '');
  return quote === '' ? null : quote;
};

/** What an import did to an item, beside what held before it. */
interface Deed {
  readonly change: ItemChangeKind;
  readonly documentId: string;
  readonly item: ChangedItem;
}

const deedOf = (rows: readonly RevisionRow[], importId: string): Deed | undefined => {
  const at = rows.findIndex((row) => row.plan_import_id === importId);
  const row = rows[at];
  if (!row) return undefined;
  const before = rows.slice(0, at).findLast(({ change }) => SETS_VALUES.has(change as ItemChangeKind));
  const [earlier, later] = [before && entryOf(before), entryOf(row)];
  const change = row.change as ItemChangeKind;
  return {
    ...{ change, documentId: row.document_id },
    item: {
      ...{ itemId: row.item_id, kind: later.kind, name: (earlier ?? later).name },
      differences: earlier && change !== 'ended' ? [...listDifferences(earlier, later)] : [],
      ...{ quoteBefore: quoteOf(earlier), quote: change === 'ended' ? null : quoteOf(later) },
    },
  };
};

const partDeeds = (deeds: readonly Deed[], earlierId: string) => {
  const pick = (meets: (deed: Deed) => boolean): ChangedItem[] => deeds.filter(meets).map(({ item }) => item);
  const differs = ({ item }: Deed): boolean => item.differences.length > 0;
  const isApplied = ({ change }: Deed): boolean => change === 'amended' || change === 'taken-over';
  // What it repeats of a third document is no change of this one.
  const isSpokenOf = ({ change, documentId }: Deed): boolean =>
    change === 'mentioned' && documentId === earlierId;
  return {
    changed: pick((deed) => isApplied(deed) && differs(deed)),
    added: pick(({ change }) => change === 'registered'),
    ended: pick(({ change }) => change === 'ended'),
    kept: pick((deed) => isSpokenOf(deed) && differs(deed)),
    same: pick((deed) => (isApplied(deed) || isSpokenOf(deed)) && !differs(deed)).length,
  };
};

/** What a registered document changed in an earlier one, item by item, however often either was changed since. */
export const getChanges = async (
  db: Db,
  id: string,
  earlierId: string,
): Promise<DocumentChanges | Refusal> => {
  const imports = await listAmendingImports(db);
  const amending = imports.find((one) => one.laterId === id && one.earlierId === earlierId);
  const [document, earlier] = [await findDocumentName(db, id), await findDocumentName(db, earlierId)];
  if (!amending || !document || !earlier) return refuse('record.not-found', { id, earlier: earlierId });
  const { importId, relation } = amending;
  const histories = groupBy(await selectRevisions(db, importId), ({ item_id }) => item_id);
  const deeds = [...histories.values()]
    .flatMap((rows) => deedOf(rows, importId) ?? [])
    .filter(({ item }) => isAmendable(item.kind));
  return { document, earlier, relation, ...partDeeds(deeds, earlierId) };
};
