import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import { valueFact } from '#core/audit/value-fact.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { applyChanges, type ChangeSet } from '#core/scenario/change-set.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { buildLeague, comparesSubjects } from '#core/scoring/score-league.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import type { ItemValue, ScenarioInput } from './contract.ts';
import { listDataValues, listLeagueValues } from '#server/scoring/data-values.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import {
  appendRevision,
  findRevisionOfWrite,
  findScenario,
  lockScenario,
  saveScenario,
  type ScenarioKey,
  type StoredScenario,
  type StoredState,
} from './store.ts';

/** Who keeps a scenario, and when. */
export interface ScenarioWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string;
  readonly caller: Caller;
}

const itemValuesOf = (values: DataValues): readonly ItemValue[] =>
  [...values]
    .map(([item, value]) => ({ item, value }))
    .toSorted((one, other) => (one.item < other.item ? -1 : 1));

const isSameKey = (one: ScenarioKey, other: ScenarioKey): boolean =>
  one.framework === other.framework && one.subject === other.subject && one.year === other.year;

interface Basis {
  readonly framework: Framework;
  readonly values: DataValues;
  /** The bests that the subject is compared with when it has these values; undefined where no rule compares. */
  readonly leagueWith: (values: DataValues) => League | undefined;
}

const loadBasis = async (tx: Tx, input: ScenarioInput): Promise<Basis | Refusal> => {
  const { framework: code, frameworkVersion, subject, year } = input;
  const framework = await findFrameworkVersion(tx, code, frameworkVersion);
  if (!framework) return refuse('record.not-found', { kind: 'framework', code, version: frameworkVersion });
  if (framework.assessmentYear !== year) {
    return refuse('index.not-assessed', { field: 'year', assessmentYear: framework.assessmentYear });
  }
  const stored = await listDataValues(tx, { framework: code, subject, year });
  const values = new Map(stored.map(({ item, value }) => [item, value]));
  if (values.size === 0) return refuse('record.not-found', { kind: 'index', code, subject, year });
  if (!comparesSubjects(framework)) return { framework, values, leagueWith: () => undefined };
  const others = await listLeagueValues(tx, { framework: code, year });
  return {
    framework,
    values,
    leagueWith: (own) => buildLeague(framework, new Map([...others, [subject, own]])),
  };
};

/** The changes as they are kept; all of them, or the refusal of the first that does not fit. */
const decideChanges = ({ framework, values }: Basis, input: ScenarioInput): ChangeSet | Refusal => {
  const wanted = new Map(input.changes.map(({ item, value }) => [item, value]));
  const { changes, problems } = checkChanges(framework, values, wanted);
  const [first] = problems;
  if (!first) {
    // Data that have caught up with a scenario leave nothing to change: it is kept as it was meant.
    return changes.size === 0 ? wanted : changes;
  }
  const { item, problem } = first;
  return problem === 'unknown-item' ? refuse('record.not-found', { kind: 'data-item', code: item }) : problem;
};

const decideState = (
  basis: Basis,
  input: ScenarioInput,
  { clock, accountId }: ScenarioWriter,
): StoredState | Refusal => {
  const changes = decideChanges(basis, input);
  if (isRefusal(changes)) return changes;
  const { framework, values, leagueWith } = basis;
  const after = applyChanges(values, changes);
  const league = leagueWith(after);
  const score = computeIndexScore(framework, after, league ? { league } : {});
  return {
    version: input.version + 1,
    name: input.name.trim(),
    note: input.note,
    frameworkVersion: framework.version,
    changes: itemValuesOf(changes),
    basis: itemValuesOf(values),
    points: publishInterval(score.points, framework.policies.rounding),
    withdrawn: input.withdrawn,
    changedAt: clock.now(),
    changedBy: accountId,
  };
};

const isKeptAs = (state: StoredState, input: ScenarioInput): boolean =>
  state.version === input.version + 1 &&
  state.name === input.name.trim() &&
  state.note === input.note &&
  state.withdrawn === input.withdrawn &&
  input.changes.every((change) =>
    state.changes.some((kept) => isDeepStrictEqual(kept, { item: change.item, value: change.value })),
  );

/** The answer to a write that was made before, or undefined for a new one. A key used for another write is a conflict. */
const answerRetry = async (
  tx: Tx,
  input: ScenarioInput,
  id: string | undefined,
): Promise<StoredScenario | Refusal<'edit.conflict'> | undefined> => {
  const found = await findRevisionOfWrite(tx, input.writeId);
  if (!found) return undefined;
  const scenario = await findScenario(tx, found.scenarioId);
  const isSame =
    (id === undefined || id === found.scenarioId) &&
    scenario !== undefined &&
    isSameKey(scenario.key, input) &&
    isKeptAs(found.state, input);
  return isSame ? { ...scenario, ...found.state } : refuse('edit.conflict', { field: 'writeId' });
};

const auditFacts = ({ key, name, changes, points, withdrawn }: StoredScenario) => ({
  ...{ ...key, name, points, withdrawn },
  changes: Object.fromEntries(changes.map(({ item, value }) => [item, valueFact(value)])),
});

const keep = async (
  tx: Tx,
  scenario: StoredScenario,
  writeId: string,
  { caller }: ScenarioWriter,
  before?: StoredScenario,
): Promise<StoredScenario> => {
  const revisionId = newId();
  const stored = await saveScenario(tx, scenario);
  await appendRevision(tx, { id: revisionId, scenarioId: scenario.id, writeId }, scenario);
  await appendAuditEvent(tx, caller, {
    at: scenario.changedAt,
    action: 'scenario.write',
    subject: `scenario:${scenario.id}`,
    details: { revision: revisionId, version: scenario.version },
    ...(before && { before: auditFacts(before) }),
    after: auditFacts(scenario),
  });
  return stored;
};

/** Keeps a new scenario. A retry with the same write id gives the same answer and changes nothing. */
export const createScenario = (
  writer: ScenarioWriter,
  input: ScenarioInput,
): Promise<StoredScenario | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    await lockWrite(tx, input.writeId);
    const earlier = await answerRetry(tx, input, undefined);
    if (earlier) return earlier;
    if (input.version !== 0) return refuse('edit.conflict', { field: 'version', version: 0 });
    const basis = await loadBasis(tx, input);
    if (isRefusal(basis)) return basis;
    const state = decideState(basis, input, writer);
    if (isRefusal(state)) return state;
    const { framework, subject, year } = input;
    const created = { createdAt: state.changedAt, createdBy: state.changedBy };
    return keep(
      tx,
      { ...state, ...created, id: newId(), key: { framework, subject, year } },
      input.writeId,
      writer,
    );
  });

/** Keeps a scenario anew, with other changes, another name, or withdrawn; its earlier states stay in the history. */
export const putScenario = (
  writer: ScenarioWriter,
  id: string,
  input: ScenarioInput,
): Promise<StoredScenario | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    await lockWrite(tx, input.writeId);
    const present = await lockScenario(tx, id);
    if (!present || !isSameKey(present.key, input)) {
      return refuse('record.not-found', { kind: 'scenario', code: id });
    }
    const earlier = await answerRetry(tx, input, id);
    if (earlier) return earlier;
    if (input.version !== present.version) {
      return refuse('edit.conflict', { field: 'version', version: present.version });
    }
    const basis = await loadBasis(tx, input);
    if (isRefusal(basis)) return basis;
    const state = decideState(basis, input, writer);
    if (isRefusal(state)) return state;
    return keep(tx, { ...present, ...state }, input.writeId, writer, present);
  });
