import type { Selectable } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import type { DB } from '#server/db/schema.gen.ts';
import type { ItemValue } from './contract.ts';

/** Which score a scenario changes. */
export interface ScenarioKey {
  readonly framework: string;
  readonly subject: string;
  readonly year: number;
}

/** One state of a scenario, as it was kept. */
export interface StoredState {
  readonly version: number;
  readonly name: string;
  readonly note: string | null;
  readonly frameworkVersion: number;
  readonly changes: readonly ItemValue[];
  readonly basis: readonly ItemValue[];
  readonly points: { readonly low: string; readonly high: string };
  readonly withdrawn: boolean;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** A scenario in its present state. */
export interface StoredScenario extends StoredState {
  readonly id: string;
  readonly key: ScenarioKey;
  readonly createdAt: string;
  readonly createdBy: string | null;
}

type StateColumns = Pick<
  Selectable<DB['scenario']>,
  | 'version'
  | 'name'
  | 'note'
  | 'framework_version'
  | 'changes'
  | 'basis'
  | 'points_low'
  | 'points_high'
  | 'withdrawn'
  | 'changed_at'
  | 'changed_by'
>;

const stateOf = (row: StateColumns): StoredState => ({
  version: row.version,
  name: row.name,
  note: row.note,
  frameworkVersion: row.framework_version,
  // Safe: only this module writes these columns.
  changes: row.changes as unknown as readonly ItemValue[],
  basis: row.basis as unknown as readonly ItemValue[],
  points: { low: row.points_low, high: row.points_high },
  withdrawn: row.withdrawn,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

const scenarioOf = (row: Selectable<DB['scenario']>): StoredScenario => ({
  ...stateOf(row),
  id: row.scenario_id,
  key: { framework: row.framework_code, subject: row.subject_code, year: row.year },
  createdAt: row.created_at,
  createdBy: row.created_by,
});

const columnsOf = (state: StoredState) => ({
  version: state.version,
  name: state.name,
  note: state.note,
  framework_version: state.frameworkVersion,
  changes: JSON.stringify(state.changes),
  basis: JSON.stringify(state.basis),
  points_low: state.points.low,
  points_high: state.points.high,
  withdrawn: state.withdrawn,
  changed_at: state.changedAt,
  changed_by: state.changedBy,
});

export const findScenario = async (db: Db | Tx, id: string): Promise<StoredScenario | undefined> => {
  const row = await db.selectFrom('scenario').selectAll().where('scenario_id', '=', id).executeTakeFirst();
  return row && scenarioOf(row);
};

/** Finds a scenario and keeps it from changing until the transaction ends. */
export const lockScenario = async (tx: Tx, id: string): Promise<StoredScenario | undefined> => {
  const row = await tx
    .selectFrom('scenario')
    .selectAll()
    .where('scenario_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && scenarioOf(row);
};

/** The scenarios of one score, the latest change first. */
export const listScenarios = async (
  db: Db,
  key: ScenarioKey,
  options: { readonly withWithdrawn: boolean },
): Promise<readonly StoredScenario[]> => {
  const rows = await db
    .selectFrom('scenario')
    .selectAll()
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .$if(!options.withWithdrawn, (query) => query.where('withdrawn', '=', false))
    .orderBy('changed_at', 'desc')
    .orderBy('scenario_id', 'desc')
    .execute();
  return rows.map(scenarioOf);
};

/** Writes a scenario, new or changed, and gives it as it is stored. The caller holds its lock. */
export const saveScenario = async (tx: Tx, scenario: StoredScenario): Promise<StoredScenario> => {
  const state = columnsOf(scenario);
  const row = await tx
    .insertInto('scenario')
    .values({
      ...state,
      scenario_id: scenario.id,
      framework_code: scenario.key.framework,
      subject_code: scenario.key.subject,
      year: scenario.key.year,
      created_at: scenario.createdAt,
      created_by: scenario.createdBy,
    })
    .onConflict((conflict) => conflict.column('scenario_id').doUpdateSet(state))
    .returningAll()
    .executeTakeFirstOrThrow();
  return scenarioOf(row);
};

/** Adds a state to the history of its scenario. */
export const appendRevision = async (
  tx: Tx,
  revision: { readonly id: string; readonly scenarioId: string; readonly writeId: string },
  state: StoredState,
): Promise<void> => {
  await tx
    .insertInto('scenario_revision')
    .values({
      ...columnsOf(state),
      revision_id: revision.id,
      scenario_id: revision.scenarioId,
      write_id: revision.writeId,
    })
    .execute();
};

/** The state that a write made, with the scenario it belongs to. */
export const findRevisionOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<{ readonly scenarioId: string; readonly state: StoredState } | undefined> => {
  const row = await tx
    .selectFrom('scenario_revision')
    .selectAll()
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return row && { scenarioId: row.scenario_id, state: stateOf(row) };
};

/** Every state that a scenario has had, newest first. */
export const listRevisions = async (db: Db, scenarioId: string): Promise<readonly StoredState[]> => {
  const rows = await db
    .selectFrom('scenario_revision')
    .selectAll()
    .where('scenario_id', '=', scenarioId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(stateOf);
};
