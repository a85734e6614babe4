import { v7 as newId } from 'uuid';
import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { KeptValue, SnapshotContent } from '#core/score-snapshot/snapshot.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { type IndexKey, lockIndex } from '#server/scoring/data-values.ts';
import { getFrameworkDefinition } from '#server/scoring/frameworks.ts';
import { loadIndex } from '#server/scoring/load-index.ts';
import { buildContent, type KeepingAct, keptName, type WantedContent } from './build-content.ts';
import { hashDefinition, hashSnapshot } from './content-hash.ts';
import {
  findSnapshotOfWrite,
  insertSnapshot,
  keptValuesOf,
  listSnapshots,
  type StoredSnapshot,
} from './store.ts';

/** Who takes a snapshot, and when. */
export interface SnapshotTaker {
  readonly db: Db;
  readonly clock: Clock;
  /** Null when a process acts without an account. */
  readonly accountId: string | null;
  readonly caller: Caller;
}

/** What is asked for: which score, as what, under which name, and the values that a scenario supposes. */
export interface SnapshotRequest extends IndexKey, WantedContent {
  readonly writeId: string;
}

/** When and by whom a snapshot is taken by a definition of the framework. */
export const actOf = ({ clock, accountId }: SnapshotTaker, definition: unknown): KeepingAct => ({
  takenAt: new Date(clock.now()).toISOString(),
  takenBy: accountId,
  frameworkHash: hashDefinition(definition),
});

// A number is kept as it is written properly: `007` is 7.
const isSameText = (one: string, other: string): boolean =>
  isDecimalText(one) && isDecimalText(other) ? decimal(one).equals(other) : one === other;

const wasWanted = ({ item, value }: KeptValue, wanted: SnapshotRequest['changes']): boolean =>
  wanted.some(
    (change) =>
      change.item === item &&
      (change.value.state === 'value' && value.state === 'value'
        ? isSameText(change.value.value, value.value) && change.value.comparator === value.comparator
        : change.value.state === value.state),
  );

/** The answer to a write that was made before: the same as then, or a conflict when its key was used for another. */
const answerRetry = (
  earlier: StoredSnapshot,
  request: SnapshotRequest,
): StoredSnapshot | Refusal<'edit.conflict'> => {
  const { framework, subject, year, kind, name } = earlier.content;
  const assumed = keptValuesOf(earlier.content).filter(({ origin }) => origin === 'assumed');
  const same =
    framework.code === request.framework &&
    subject === request.subject &&
    year === request.year &&
    kind === request.kind &&
    name === keptName(request.name) &&
    assumed.every((kept) => wasWanted(kept, request.changes));
  return same ? earlier : refuse('edit.conflict', { field: 'writeId' });
};

const keep = async (
  tx: Tx,
  content: SnapshotContent,
  writeId: string,
  taker: SnapshotTaker,
): Promise<StoredSnapshot> => {
  const snapshot = { id: newId(), content, contentHash: hashSnapshot(content) };
  await insertSnapshot(tx, snapshot, writeId);
  await appendAuditEvent(tx, taker.caller, {
    at: content.takenAt,
    action: 'score-snapshot.write',
    subject: `score-snapshot:${snapshot.id}`,
    details: { kind: content.kind, name: content.name, contentHash: snapshot.contentHash },
  });
  return snapshot;
};

/**
 * Keeps the present score of a subject with the framework version and all inputs that gave it, in one transaction.
 * A retry with the same write id gives the same answer and changes nothing.
 */
export const takeSnapshot = (
  taker: SnapshotTaker,
  request: SnapshotRequest,
): Promise<StoredSnapshot | Refusal> =>
  taker.db.transaction().execute(async (tx) => {
    if (request.kind !== 'scenario' && request.changes.length > 0) {
      return refuse('request.invalid', { fields: [{ field: 'body.changes', problem: 'only_in_scenario' }] });
    }
    await lockIndex(tx, request);
    const earlier = await findSnapshotOfWrite(tx, request.writeId);
    if (earlier) return answerRetry(earlier, request);
    const { framework, subject, year } = request;
    const data = await loadIndex(tx, { framework, subject, year });
    if (isRefusal(data)) return data;
    const definition = await getFrameworkDefinition(tx, data.framework.code, data.framework.version);
    const content = buildContent(data, request, actOf(taker, definition));
    if (isRefusal(content)) return content;
    const others = await listSnapshots(tx, framework, subject);
    if (others.some((other) => other.content.year === year && other.content.name === content.name)) {
      return refuse('score-snapshot.name-taken', { field: 'name', name: content.name });
    }
    return keep(tx, content, request.writeId, taker);
  });

/** Takes the first snapshot of a score; nothing happens when it has one. */
export const ensureFirstSnapshot = async (taker: SnapshotTaker, request: SnapshotRequest): Promise<void> => {
  const known = await listSnapshots(taker.db, request.framework, request.subject);
  if (known.some(({ content }) => content.year === request.year)) return;
  const taken = await takeSnapshot(taker, request);
  if (isRefusal(taken)) throw new Error(`The first snapshot: ${taken.code}`);
};
