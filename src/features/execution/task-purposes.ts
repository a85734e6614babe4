import { isDeepStrictEqual } from 'node:util';
import { type Actor, can } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { searchKey } from '#core/kernel/text.ts';
import { listInferredCodes } from '#server/consistency/component-relations.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listIndexComponents } from '#server/registers/index-components.ts';
import type { Purpose, PurposeDecisionInput, PurposeQuery, TaskPurposes } from './purpose-contract.ts';
import {
  findPurposeOfWrite,
  insertPurposeDecision,
  listPurposeDecisions,
  findServableItem,
  findServableItems,
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

const PAGE = 20;
const LARGEST_PAGE = 200;

/** A page of what a task can be said to serve and what holds all of the words: the components before the items. */
export const answerPurposeChoices = async (
  db: Db,
  { text = '', offset = '0', limit = String(PAGE) }: PurposeQuery,
): Promise<{ items: Purpose[]; total: number }> => {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '');
  const components = (await listComponents(db)).filter(({ id, name }) =>
    words.every((word) => searchKey(`${id} ${name}`).includes(word)),
  );
  const first = Number(offset);
  const end = first + Math.min(Number(limit), LARGEST_PAGE);
  const shown = components.slice(first, end);
  const { items, total } = await findServableItems(db, words, {
    offset: Math.max(0, first - components.length),
    limit: end - first - shown.length,
  });
  return { items: [...shown, ...items.map(withoutCode)], total: components.length + total };
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
  const ids = decisions.flatMap(({ itemId, decision }) => (decision === 'link' && itemId ? [itemId] : []));
  const items = await listServableItems(db, { ids, codes: [...codes] });
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
  if (kind !== 'component') return (await findServableItem(tx, id))?.kind === kind;
  return (await listComponents(tx)).some((component) => component.id === id);
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
