import type { Scenario, ScenarioRevision } from './contract.ts';
import type { StoredScenario, StoredState } from './store.ts';

type Names = ReadonlyMap<string, string>;

const nameOf = (names: Names, id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null);

/** A scenario with the names of whoever made and changed it. */
export const scenarioView = ({ key, ...scenario }: StoredScenario, names: Names): Scenario => ({
  ...scenario,
  ...key,
  changes: [...scenario.changes],
  basis: [...scenario.basis],
  createdBy: nameOf(names, scenario.createdBy),
  changedBy: nameOf(names, scenario.changedBy),
});

/** One state of the history. */
export const revisionView = (state: StoredState, names: Names): ScenarioRevision => ({
  version: state.version,
  name: state.name,
  changes: [...state.changes],
  points: state.points,
  withdrawn: state.withdrawn,
  changedAt: state.changedAt,
  changedBy: nameOf(names, state.changedBy),
});
