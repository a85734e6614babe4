import { isDeepStrictEqual } from 'node:util';
import { BLANK, type DataValue, type DataValues } from '#core/scoring/data-value.ts';
import type { Db } from '#server/db/database.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { listRevisions, type StoredRevision } from './store.ts';

/** Figures that persons have entered, beside those that the score began with. */
export interface Corrections {
  /** Codes of the data items whose present value is not the one of the documents. */
  readonly items: ReadonlySet<string>;
  /** The values as the documents give them; blank where they give none. */
  readonly documentValues: DataValues;
}

// What was loaded at the start changed no score; what a person entered first replaced something, if only a blank.
const startOf = (first: StoredRevision | undefined): DataValue => {
  if (!first) return BLANK;
  return first.scoreChange === null ? first.newValue : first.oldValue;
};

/** Finds which present values differ from those of the documents. A figure that was set back is none. */
export const loadCorrections = async (db: Db, data: IndexData): Promise<Corrections> => {
  const entered = data.stored.filter(({ origin }) => origin === 'entered').map(({ item }) => item);
  const revisions = await listRevisions(db, data.key, entered);
  const first = new Map(
    revisions.filter(({ version }) => version === 1).map((revision) => [revision.item, revision]),
  );
  const starts = entered.map((item) => [item, startOf(first.get(item))] as const);
  return {
    items: new Set(
      starts
        .filter(([item, start]) => !isDeepStrictEqual(start, data.values.get(item) ?? BLANK))
        .map(([item]) => item),
    ),
    documentValues: new Map([...data.values, ...starts]),
  };
};
