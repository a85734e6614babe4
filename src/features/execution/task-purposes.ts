import { isDeepStrictEqual } from 'node:util';
import { type Actor, can } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listInferredCodes } from '#server/consistency/component-relations.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listIndexComponents } from '#server/registers/index-components.ts';
import type { Purpose, PurposeDecisionInput, TaskPurposes } from './purpose-contract.ts';
import {
  findPurposeOfWrite,
  insertPurposeDecision,
  listPurposeDecisions,
  listServableItems,
  lockPurposes,
  type PurposeDecision,
} from './purpose-store.ts';
import { findTaskName } from './task-reads.ts';
import { taskNotFound } from './view-task.ts';
import type { TaskWriter } from './write-event.ts';

const listComponents = async (db: Db | Tx): Promise<readonly Purpose[]> =>
  (await listIndexComponents(db)).map(({ component: { code, name } }) => ({
    ...{ kind: 'component', id: code, name: name.vi, document: null },
  }));

const withoutCode = ({ kind, id, name, document }: Purpose): Purpose => ({ kind, id, name, document });

const keyOf = ({ itemId, componentCode }: PurposeDecision): string => itemId ?? componentCode ?? '';

/** All that a task can be said to serve. */
export const answerPurposeChoices = async (db: Db): Promise<{ items: Purpose[]; total: number }> => {
  const items = [...(await listComponents(db)), ...(await listServableItems(db)).map(withoutCode)];
  return { items, total: items.length };
};

/**
 * What a task serves as the coordinator has set it, and what it seems to serve: the components that its words speak of, and
 * the gaps that documents state for them.
 */
export const answerPurposes = async (
  { db, actor }: { readonly db: Db; readonly actor: Actor | undefined },
  taskId: string,
): Promise<TaskPurposes | Refusal> => {
  if ((await findTaskName(db, taskId)) === undefined) return taskNotFound(taskId);
  const decisions = await listPurposeDecisions(db, taskId);
  const decided = new Set(decisions.map(keyOf));
  const linked = new Set(decisions.filter(({ decision }) => decision === 'link').map(keyOf));
  const codes = new Set((await listInferredCodes(db)).get(taskId) ?? []);
  const items = await listServableItems(db);
  const components = await listComponents(db);
  const seeming = [
    ...components.filter(({ id }) => codes.has(id)),
    ...items.filter(({ kind, indicatorCode }) => kind === 'gap' && codes.has(indicatorCode ?? '')),
  ];
  return {
    linked: [...components, ...items].filter(({ id }) => linked.has(id)).map(withoutCode),
    proposed: seeming.filter(({ id }) => !decided.has(id)).map(withoutCode),
    mayDecide: can(actor, 'execution.decide'),
  };
};

const isServable = async (tx: Tx, { kind, id }: Pick<Purpose, 'kind' | 'id'>): Promise<boolean> => {
  const found = kind === 'component' ? await listComponents(tx) : await listServableItems(tx, id);
  return found.some((purpose) => purpose.id === id && purpose.kind === kind);
};

/** Sets that a task serves something, or undoes it. A retry with the same write id changes nothing. */
export const decidePurpose = (
  { db, clock, actor, caller }: TaskWriter,
  taskId: string,
  { purpose, decision, writeId }: PurposeDecisionInput,
): Promise<Refusal | undefined> =>
  db.transaction().execute(async (tx) => {
    if (!(await lockPurposes(tx, taskId, writeId))) return taskNotFound(taskId);
    const isComponent = purpose.kind === 'component';
    const decided: PurposeDecision = {
      ...{ taskId, decision, itemId: isComponent ? null : purpose.id },
      componentCode: isComponent ? purpose.id : null,
    };
    const earlier = await findPurposeOfWrite(tx, writeId);
    if (earlier) {
      return isDeepStrictEqual(earlier, decided) ? undefined : refuse('edit.conflict', { field: 'writeId' });
    }
    if (!(await isServable(tx, purpose))) {
      return refuse('record.not-found', { kind: purpose.kind, code: purpose.id });
    }
    const at = clock.now();
    await insertPurposeDecision(tx, { ...decided, at, by: actor.accountId, writeId });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: `task.${decision}`, subject: `task:${taskId}` },
      details: { purpose: purpose.kind, code: purpose.id },
    });
    return undefined;
  });
