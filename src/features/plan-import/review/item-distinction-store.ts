import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Review } from '#core/plan-review/replay-review.ts';
import { wordKey } from '#core/plan/name-similarity.ts';
import { buildRegisterEntry, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { Db, Tx } from '#server/db/database.ts';

const statementKey = ({ kind, name }: Pick<RegisterEntry, 'kind' | 'name'>): string =>
  createHash('sha256')
    .update(`${kind} ${wordKey(name)}`)
    .digest('hex');

const pairKey = (itemId: string, statement: string): string => `${itemId} ${statement}`;

/** Tells whether reviewers have told a statement and a registered item apart in an accepted import. */
export type IsDistinct = (entry: RegisterEntry, itemId: string) => boolean;

/** What reviewers have told apart so far. */
export const readDistinctions = async (db: Db | Tx): Promise<IsDistinct> => {
  const rows = await db.selectFrom('item_distinction').select(['item_id', 'statement']).execute();
  const pairs = new Set(rows.map(({ item_id, statement }) => pairKey(item_id, statement)));
  return (entry, itemId) => pairs.size > 0 && pairs.has(pairKey(itemId, statementKey(entry)));
};

/** Remembers what the review of an import told apart, as far as those items are still registered. */
export const keepDistinctions = async (tx: Tx, importId: string, { items }: Review): Promise<void> => {
  const told = items.flatMap(({ item, distinctFrom }) =>
    distinctFrom.map((itemId) => ({ itemId, statement: statementKey(buildRegisterEntry(item, 0)) })),
  );
  if (told.length === 0) return;
  const [itemIds, statements] = [told.map(({ itemId }) => itemId), told.map(({ statement }) => statement)];
  await sql`
    insert into item_distinction (item_id, statement, plan_import_id)
    select told.item_id, told.statement, ${importId}::uuid
    from unnest(${itemIds}::uuid[], ${statements}::text[]) as told (item_id, statement)
    join document_item on document_item.id = told.item_id
    on conflict do nothing`.execute(tx);
};
