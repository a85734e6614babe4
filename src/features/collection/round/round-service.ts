import { v7 as newId } from 'uuid';
import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isAfter, plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { yearOfPeriod } from '#core/submission/reporting-period.ts';
import { decideRound, type RoundAction } from '#core/submission/reporting-round.ts';
import { proposeRequests, type RoundRequest } from '#core/submission/round-requests.ts';
import { proposeTaskRequests } from '#core/task-progress/task-requests.ts';
import type { RoundInput } from '#contract/reporting-round.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { findFramework, findFrameworkVersion } from '#server/scoring/load-index.ts';
import { lockSubmissions, publishSubmissions } from './round-moves-store.ts';
import {
  findRound,
  findLatestExtension,
  insertExtension,
  insertRequests,
  insertRound,
  insertSubmissions,
  lockRound,
  type StoredRound,
  updateRoundState,
} from './round-store.ts';
import { listPlanTasks, type PlanTasksRow } from '#features/collection/task-progress/task-progress-reads.ts';
import { findDuty, isOrganizationAsked } from './round-reads.ts';

/** Who prepares or moves a round, and when. */
export interface RoundWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** Whom a round on a framework would ask for what on a day. */
export const proposeRound = async (
  db: Db | Tx,
  framework: Framework,
  day: PlainDate,
): Promise<readonly RoundRequest[]> => {
  const organizations = await listOrganizations(db);
  const province = organizations.find(({ kind, validTo }) => kind === 'province' && validTo === null);
  if (!province) return [];
  return proposeRequests({ framework, organizations, day, provinceCode: province.code });
};

/** Whom a round would ask on a day for the progress of the open tasks of plans. */
export const proposeTasks = async (
  db: Db | Tx,
  plans: readonly PlanTasksRow[],
  day: PlainDate,
): Promise<readonly RoundRequest[]> => {
  const tasks = plans.flatMap((plan) => plan.tasks);
  return tasks.length === 0 ? [] : proposeTaskRequests(tasks, await listOrganizations(db), day);
};

const chooseRequests = (
  all: readonly RoundRequest[],
  { organizations, items }: RoundInput,
): readonly RoundRequest[] =>
  all.filter(
    ({ organizationCode, itemCode, task }) =>
      (organizations === null || organizations.includes(organizationCode)) &&
      (items === null || task !== undefined || items.includes(itemCode)),
  );

const listRequests = async (
  tx: Tx,
  framework: Framework,
  input: RoundInput,
): Promise<readonly RoundRequest[] | Refusal<'record.not-found'>> => {
  const day = plainDate(input.dueDay);
  const plans = input.plans.length === 0 ? [] : await listPlanTasks(tx, input.plans);
  const missing = input.plans.find((id) => !plans.some(({ planId }) => planId === id));
  if (missing !== undefined) return refuse('record.not-found', { kind: 'plan', code: missing });
  const all = [...(await proposeRound(tx, framework, day)), ...(await proposeTasks(tx, plans, day))];
  return chooseRequests(all, input);
};

const roundOf = (input: RoundInput, framework: Framework, at: string, by: string): StoredRound => ({
  id: input.writeId,
  title: tidy(input.title),
  dutyId: input.dutyId,
  framework: framework.code,
  frameworkVersion: framework.version,
  year: yearOfPeriod(input.period),
  period: input.period,
  valueKind: input.valueKind,
  state: 'draft',
  dueDay: plainDate(input.dueDay),
  dueBefore: input.dueBefore,
  lockDay: input.lockDay === null ? null : plainDate(input.lockDay),
  appraisalSteps: input.appraisalSteps,
  requiresEvidence: input.requiresEvidence,
  version: 1,
  createdAt: at,
  createdBy: by,
});

const findInputFault = async (tx: Tx, input: RoundInput): Promise<Refusal | undefined> => {
  if (input.lockDay !== null && isAfter(plainDate(input.dueDay), plainDate(input.lockDay))) {
    return refuse('round.lock-before-due', { field: 'lockDay', dueDay: input.dueDay });
  }
  if (input.dutyId !== null && !(await findDuty(tx, input.dutyId))) {
    return refuse('record.not-found', { kind: 'reporting-duty', code: input.dutyId });
  }
  return undefined;
};

const roundFacts = (round: StoredRound) => ({
  ...{ title: round.title, framework: round.framework, period: round.period, dueDay: round.dueDay },
  ...{ lockDay: round.lockDay, state: round.state },
});

const insertWhole = (writer: RoundWriter, input: RoundInput): Promise<string | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const fault = await findInputFault(tx, input);
    if (fault) return fault;
    const framework = await findFramework(tx, input.framework);
    if (!framework) return refuse('record.not-found', { kind: 'framework', code: input.framework });
    const requests = await listRequests(tx, framework, input);
    if (isRefusal(requests)) return requests;
    if (requests.length === 0) return refuse('round.nobody-asked');
    const { accountId } = writer.actor;
    const round = roundOf(input, framework, writer.clock.now(), accountId);
    if (!(await insertRound(tx, round))) {
      const present = await findRound(tx, round.id);
      return present?.title === round.title && present.createdBy === accountId
        ? round.id
        : refuse('edit.conflict', { field: 'writeId' });
    }
    await insertRequests(tx, round.id, requests);
    await appendAuditEvent(tx, writer.caller, {
      at: round.createdAt,
      ...{ action: 'round.create', subject: `reporting-round:${round.id}` },
      details: { requests: requests.length },
      after: roundFacts(round),
    });
    return round.id;
  });

/** Prepares a round: it asks nobody until it is opened. A retry with the same write id changes nothing. */
export const createRound = async (writer: RoundWriter, input: RoundInput): Promise<string | Refusal> => {
  if (input.plans.length > 0) await refreshTaskStandings(writer.db, writer.clock.today());
  return insertWhole(writer, input);
};

const appraisersByIndicator = (framework: Framework): ReadonlyMap<string, readonly string[]> =>
  new Map(
    listIndicators(framework).map(({ code, appraisers = [] }) => [
      code,
      appraisers.flatMap(({ organizationCode }) => organizationCode ?? []),
    ]),
  );

const applyAction = async (
  tx: Tx,
  round: StoredRound,
  action: RoundAction,
  { clock, actor }: RoundWriter,
): Promise<void> => {
  const at = clock.now();
  if (action === 'open') {
    const framework = await findFrameworkVersion(tx, round.framework, round.frameworkVersion);
    if (!framework) throw new Error(`A round without its framework: ${round.id}`);
    await insertSubmissions(tx, round.id, appraisersByIndicator(framework), at);
  }
  if (action === 'lock') await lockSubmissions(tx, round.id, { at, by: actor.accountId });
  // What was appraised after the lock is published like the rest.
  if (action === 'publish') await lockSubmissions(tx, round.id, { at, by: actor.accountId });
  if (action === 'publish') await publishSubmissions(tx, round.id, { at, by: actor.accountId });
};

/** Opens, locks, unlocks, publishes or cancels a round, with the submissions that go with it. */
export const actOnRound = (
  writer: RoundWriter,
  roundId: string,
  { action, version }: { readonly action: RoundAction; readonly version: number },
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
    const next = decideRound(round.state, action, writer.actor);
    // A retry of what was done: the state is there already, one version on.
    const isRetry = isRefusal(next) && round.version === version + 1 && reached(round, action);
    if (isRetry) return undefined;
    if (isRefusal(next)) return next;
    if (round.version !== version)
      return refuse('edit.conflict', { field: 'version', version: round.version });
    const at = writer.clock.now();
    await updateRoundState(tx, roundId, next, at);
    await applyAction(tx, round, action, writer);
    await appendAuditEvent(tx, writer.caller, {
      at,
      ...{ action: `round.${action}`, subject: `reporting-round:${roundId}` },
      before: { state: round.state },
      after: { state: next },
    });
    return undefined;
  });

const REACHED = {
  open: 'open',
  lock: 'locked',
  unlock: 'open',
  publish: 'published',
  cancel: 'cancelled',
} as const;

const reached = (round: StoredRound, action: RoundAction): boolean =>
  action !== 'extend' && round.state === REACHED[action];

/** An exception by name. */
export interface ExtensionInput {
  readonly organization: string;
  readonly until: string;
  readonly reason: string;
  readonly writeId: string;
}

/** Lets one organization send its figures until a later day. */
export const extendRound = (
  writer: RoundWriter,
  roundId: string,
  input: ExtensionInput,
): Promise<Refusal | undefined> =>
  writer.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
    const next = decideRound(round.state, 'extend', writer.actor);
    if (isRefusal(next)) return next;
    const { organization, until, reason, writeId } = input;
    const isAsked = await isOrganizationAsked(tx, roundId, organization);
    if (!isAsked) return refuse('record.not-found', { kind: 'organization', code: organization });
    const at = writer.clock.now();
    const by = writer.actor.accountId;
    const earlier = await findLatestExtension(tx, { roundId, organization });
    const isNew = await insertExtension(tx, {
      ...{ id: newId(), roundId, organization, until: plainDate(until), reason: reason.trim() },
      ...{ at, by, writeId },
    });
    if (!isNew) return undefined;
    await appendAuditEvent(tx, writer.caller, {
      at,
      ...{ action: 'round.extend', subject: `reporting-round:${roundId}` },
      details: { organization, reason },
      ...(earlier && { before: { until: earlier.until } }),
      after: { until },
    });
    return undefined;
  });
