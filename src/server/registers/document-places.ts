import type { SourcePlace } from '#contract/index-score.ts';
import type { DocumentPlace } from '#core/scoring/framework.ts';
import type { Db, Tx } from '#server/db/database.ts';

const findDocumentIds = async (
  db: Db | Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan_import')
    .select(['file_name', 'document_id'])
    .where('state', '=', 'accepted')
    .where(
      'file_name',
      'in',
      keys.map((key) => `${key}.json`),
    )
    .execute();
  return new Map(
    rows.flatMap((row) =>
      row.document_id === null ? [] : [[row.file_name.replace(/\.json$/, ''), row.document_id] as const],
    ),
  );
};

/** Adds the document's id to a place, once the document is in the registers. */
export type PlaceResolver = (place: DocumentPlace | null) => SourcePlace | null;

/** Resolves places with the ids of the registered documents. */
export const placeResolver =
  (documentIds: ReadonlyMap<string, string>): PlaceResolver =>
  (place) =>
    place && { ...place, documentId: documentIds.get(place.document) ?? null };

/** Looks the documents of all these places up at once. */
export const resolvePlaces = async (
  db: Db | Tx,
  places: readonly (DocumentPlace | null)[],
): Promise<PlaceResolver> => {
  const keys = new Set(places.flatMap((place) => (place ? [place.document] : [])));
  return placeResolver(await findDocumentIds(db, [...keys]));
};
