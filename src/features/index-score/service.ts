import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { compareScores } from '#core/scoring/compare-scores.ts';
import { BLANK, type DataValue } from '#core/scoring/data-value.ts';
import { decideDataValue } from '#core/scoring/decide-data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import type { DataValueInput } from './contract.ts';
import { type IndexKey, lockIndex, type StoredValue } from '#server/scoring/data-values.ts';
import { type IndexValues, loadIndex } from '#server/scoring/load-index.ts';
import { appendDataValueRevision, saveDataValue } from '#server/scoring/data-value-writes.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import { changeView } from './score-views.ts';
import { findRevisionOfWrite, type StoredChange, type StoredRevision } from './store.ts';

/** Who changes something, and when. */
export interface IndexChange {
  readonly db: Db;
  readonly clock: Clock;
  /** Null when a process acts without an account. */
  readonly accountId: string | null;
  readonly caller: Caller;
}

/** A stored write with what it did. */
export interface WrittenValue {
  readonly framework: Framework;
  readonly stored: StoredValue;
  readonly change: StoredChange;
}

const storedOf = (revision: StoredRevision): StoredValue => ({
  item: revision.item,
  value: revision.newValue,
  origin: 'entered',
  note: null,
  place: null,
  version: revision.version,
  changedAt: revision.changedAt,
  changedBy: revision.changedBy,
});

/** Whether the revision holds what was entered: the same value, however it was written. */
const isEntryOf = (framework: Framework, revision: StoredRevision, input: DataValueInput): boolean => {
  const item = findDataItem(framework, revision.item);
  if (!item) return false;
  return isDeepStrictEqual(decideDataValue(framework, item, input, new Map()), revision.newValue);
};

/** The answer to a write that was made before: the same as then, or a conflict when the key was used for another write. */
const answerRetry = (
  framework: Framework,
  found: { readonly key: IndexKey; readonly revision: StoredRevision },
  item: string,
  input: DataValueInput,
): WrittenValue | Refusal<'edit.conflict'> => {
  const { key, revision } = found;
  const sameScore =
    key.framework === input.framework && key.subject === input.subject && key.year === input.year;
  const same =
    sameScore &&
    revision.item === item &&
    revision.version === input.version + 1 &&
    revision.reason === input.reason &&
    isEntryOf(framework, revision, input);
  if (!same || !revision.scoreChange) return refuse('edit.conflict', { field: 'writeId' });
  return { framework, stored: storedOf(revision), change: revision.scoreChange };
};

const rescore = (data: IndexValues, item: string, value: DataValue): StoredChange => {
  const { framework, values } = data;
  const comparison = compareScores(
    scoreIndex(data),
    scoreIndex(data, new Map([...values, [item, value] as const])),
  );
  return {
    total: changeView(comparison.total, framework),
    components: comparison.components.map(({ code, change }) => ({
      code,
      change: changeView(change, framework),
    })),
  };
};

const write = async (
  tx: Tx,
  data: IndexValues,
  item: string,
  input: DataValueInput,
  { clock, accountId, caller }: IndexChange,
): Promise<WrittenValue | Refusal> => {
  const { framework, key, values } = data;
  const dataItem = findDataItem(framework, item);
  if (!dataItem) return refuse('record.not-found', { kind: 'data-item', code: item });

  const present = data.stored.find((stored) => stored.item === item);
  const version = present?.version ?? 0;
  if (input.version !== version) {
    return refuse('edit.conflict', { field: 'version', version, value: present?.value ?? BLANK });
  }
  const value = decideDataValue(framework, dataItem, input, values);
  if (isRefusal(value)) return value;

  const change = rescore(data, item, value);
  const at = clock.now();
  const revision: StoredRevision = {
    id: newId(),
    item,
    version: version + 1,
    oldValue: present?.value ?? BLANK,
    newValue: value,
    reason: input.reason,
    scoreChange: change,
    writeId: input.writeId,
    changedAt: at,
    changedBy: accountId,
  };
  const stored = await saveDataValue(tx, key, storedOf(revision));
  await appendDataValueRevision(tx, key, revision);
  await appendAuditEvent(tx, caller, {
    at,
    action: 'data-value.write',
    subject: `data-value:${key.framework}/${key.subject}/${String(key.year)}/${item}`,
    details: { revision: revision.id, version: revision.version },
    before: { value: revision.oldValue },
    after: { value },
  });
  return { framework, stored, change };
};

/**
 * Enters or corrects a data item and re-scores, in one transaction. The old value stays in the history.
 * A retry with the same write id gives the same answer and changes nothing.
 */
export const putDataValue = (
  change: IndexChange,
  item: string,
  input: DataValueInput,
): Promise<WrittenValue | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    await lockIndex(tx, input);
    const { framework, subject, year } = input;
    const data = await loadIndex(tx, { framework, subject, year });
    if (isRefusal(data)) return data;
    await lockWrite(tx, input.writeId);
    const earlier = await findRevisionOfWrite(tx, input.writeId);
    if (earlier) return answerRetry(data.framework, earlier, item, input);
    return write(tx, data, item, input, change);
  });
