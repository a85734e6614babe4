import {
  relateComponents,
  type ComponentRelation,
  type RelatableItem,
} from '#core/consistency/measures/component-relations.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { listIndicators } from '#core/scoring/framework.ts';
import type { Db } from '#server/db/database.ts';
import { readRelationVersion } from './data-version.ts';
import { findLatestFramework } from './index-records.ts';
import { keepForVersion } from './keep-for-version.ts';

const listRelatableItems = async (db: Db): Promise<readonly RelatableItem[]> => {
  const rows = await db
    .selectFrom('document_item as item')
    .leftJoin('target', 'target.item_id', 'item.id')
    .select(['item.id', 'item.kind', 'item.name', 'item.indicator_code', 'target.basis'])
    .where('item.kind', 'in', ['gap', 'target', 'task'])
    .where('item.ended_by', 'is', null)
    .orderBy('item.document_id')
    .orderBy('item.position')
    .execute();
  return rows.map(({ indicator_code, ...row }) => ({
    ...row,
    // Safe: the query selects no other kind.
    kind: row.kind as RelatableItem['kind'],
    indicatorCode: indicator_code,
  }));
};

/** Relations to the components of one framework. */
interface Relations {
  /** The framework by whose names relations were inferred; null while nothing has been scored. */
  readonly frameworkCode: string | null;
  readonly relations: readonly ComponentRelation[];
}

const listRelations = keepForVersion(readRelationVersion, async (db): Promise<Relations> => {
  const framework = await findLatestFramework(db);
  const components = framework ? listIndicators(framework) : [];
  return {
    frameworkCode: framework?.code ?? null,
    relations: relateComponents(
      components.map(({ code, name }) => ({ code, name: name.vi })),
      await listRelatableItems(db),
    ),
  };
});

/**
 * What the registers hold about a component of a framework: first what names its code, then what was inferred from
 * names, each in the order of the documents.
 */
export const listComponentRelations = async (
  db: Db,
  frameworkCode: string,
  code: string,
): Promise<readonly ComponentRelation[]> => {
  const known = await listRelations(db);
  const ofCode = known.relations.filter((relation) => relation.code === code);
  const stated = ofCode.filter(({ certainty }) => certainty === 'stated');
  // Another framework may use the same code for something else: its components were not the ones compared.
  const isCompared = known.frameworkCode === frameworkCode;
  return isCompared ? [...stated, ...ofCode.filter(({ certainty }) => certainty === 'inferred')] : stated;
};

/** For each item without a stated code, the components of the framework in use that it seems to touch by its name. */
export const listInferredCodes = async (db: Db): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { relations } = await listRelations(db);
  const inferred = relations.filter(({ certainty }) => certainty === 'inferred');
  return new Map(
    [...groupBy(inferred, ({ itemId }) => itemId)].map(([itemId, some]) => [
      itemId,
      some.map(({ code }) => code),
    ]),
  );
};
