import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { BLANK, type DataValues } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { type IndexKey, listDataValues, lockIndex, type StoredValue } from '#server/scoring/data-values.ts';
import { findFramework } from '#server/scoring/load-index.ts';
import { insertFramework, insertStatedScore, type StoredStatedScore } from './score-store.ts';
import type { IndexChange } from './service.ts';
import { appendDataValueRevision, saveDataValue } from '#server/scoring/data-value-writes.ts';
import { hasDataValues, insertFirstValues } from './store.ts';

/** Registers frameworks that are not there yet; a registered version never changes. Throws when one does not hold together. */
export const ensureFrameworks = (
  { db, clock }: IndexChange,
  frameworks: readonly Framework[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const framework of frameworks) {
      const errors = checkFramework(framework).filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw new Error(`Framework ${framework.code}: ${JSON.stringify(errors)}`);
      const definition = JSON.stringify(framework);
      await insertFramework(tx, {
        code: framework.code,
        version: framework.version,
        assessmentYear: framework.assessmentYear,
        definition,
        fingerprint: createHash('sha256').update(definition).digest('hex'),
        at: clock.now(),
      });
    }
  });

/** Registers points and ranks that documents state; those that are there stay. */
export const ensureStatedScores = (
  { db }: IndexChange,
  framework: string,
  scores: readonly StoredStatedScore[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const score of scores) await insertStatedScore(tx, framework, score);
  });

/** A value to begin with: what a document says of an item, or what is inferred from it. */
export type InitialValue = Pick<StoredValue, 'item' | 'value' | 'note' | 'place'> & {
  readonly origin: 'document' | 'inferred';
};

/** Gives a subject the values that it begins with, once: nothing happens when it has values already. */
export const ensureInitialValues = (
  { db, clock, accountId }: IndexChange,
  key: IndexKey,
  values: readonly InitialValue[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await lockIndex(tx, key);
    if ((await listDataValues(tx, key)).length > 0) return;
    const framework = await findFramework(tx, key.framework);
    if (!framework) throw new Error(`The framework ${key.framework} is not registered`);
    const at = clock.now();
    for (const initial of values) {
      await saveDataValue(tx, key, { ...initial, version: 1, changedAt: at, changedBy: accountId });
      await appendDataValueRevision(tx, key, {
        id: newId(),
        item: initial.item,
        version: 1,
        oldValue: BLANK,
        newValue: initial.value,
        reason: null,
        scoreChange: null,
        writeId: newId(),
        changedAt: at,
        changedBy: accountId,
      });
    }
  });

/** A league whose figures are made up, by subject. */
export interface SimulatedFigures {
  readonly framework: Framework;
  readonly values: ReadonlyMap<string, DataValues>;
}

/**
 * Gives the subjects of leagues made-up values, marked as simulated, and registers their frameworks. Nothing happens to a
 * league that has values already. No snapshot is kept: nobody has assessed these subjects.
 */
export const ensureSimulatedFigures = async (
  change: IndexChange,
  leagues: readonly SimulatedFigures[],
): Promise<void> => {
  await ensureFrameworks(
    change,
    leagues.map(({ framework }) => framework),
  );
  const at = change.clock.now();
  await change.db.transaction().execute(async (tx) => {
    for (const { framework, values } of leagues) {
      const league = { framework: framework.code, year: framework.assessmentYear };
      await lockIndex(tx, { ...league, subject: '*' });
      if (await hasDataValues(tx, framework.code)) continue;
      const rows = [...values].flatMap(([subject, figures]) =>
        [...figures].map(([item, value]) => ({
          key: { ...league, subject },
          stored: {
            ...{ item, value, origin: 'simulated' as const, note: null, place: null },
            ...{ version: 1, changedAt: at, changedBy: change.accountId },
          },
        })),
      );
      await insertFirstValues(tx, rows);
    }
  });
};
