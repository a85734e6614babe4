import { searchKey } from '#core/kernel/text.ts';
import type { Db } from '#server/db/database.ts';

/** The key of a component of a framework. */
export const componentKey = (framework: string, code: string): string => `component|${framework}|${code}`;

/** The key of a data item of a framework. */
export const dataItemKey = (framework: string, code: string): string => `data-item|${framework}|${code}`;

/**
 * A key for each registered target, by its id: its document and its name, and which one it is where a document has several
 * of one name. A further import gives the same key, whatever the ids.
 */
export const listTargetKeys = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select(['item.id', 'item.name', 'document.identity_key'])
    .where('item.kind', '=', 'target')
    .orderBy('item.document_id')
    .orderBy('item.position')
    .execute();
  const seen = new Map<string, number>();
  return new Map(
    rows.map(({ id, name, identity_key }) => {
      const key = `target|${identity_key}|${searchKey(name)}`;
      const place = (seen.get(key) ?? 0) + 1;
      seen.set(key, place);
      return [id, place === 1 ? key : `${key}|${String(place)}`];
    }),
  );
};
