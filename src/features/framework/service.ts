import { v7 as newId } from 'uuid';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { blankFramework, type FrameworkBeginning } from '#core/scoring/definition/blank-framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { decideFrameworkAction, type FrameworkAction } from '#core/scoring/framework-lifecycle.ts';
import { appendAuditEvent, type AuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { admitFramework, readDraft } from '#server/read/admit-framework.ts';
import { listEditFacts } from './edit-facts.ts';
import { serializeFramework } from './framework-file.ts';
import { isFrameworkInUse } from './reads.ts';
import {
  appendEdit,
  findEditOfWrite,
  findStoredFramework,
  type FrameworkKey,
  holdDataValues,
  insertDraft,
  listStoredFrameworks,
  lockFramework,
  type StoredFramework,
  updateFramework,
  type VersionChange,
} from './store.ts';

/** Who changes a framework, and when. */
export interface FrameworkChange {
  readonly db: Db;
  readonly clock: Clock;
  /** Null when a process acts without an account. */
  readonly accountId: string | null;
  readonly caller: Caller;
}

interface Write {
  readonly writeId: string;
  readonly reason: string | null;
}

const notFound = ({ code, version }: FrameworkKey): Refusal<'record.not-found'> =>
  refuse('record.not-found', { kind: 'framework', code, version });

/** The edits of the history are named after what was done. */
type EditAction = 'create' | Exclude<FrameworkAction, 'clone'>;

const record = async (
  tx: Tx,
  change: FrameworkChange,
  edit: FrameworkKey & {
    readonly action: EditAction;
    readonly editVersion: number;
    readonly content: { readonly definition: string | null; readonly fingerprint: string };
    readonly write: Write;
    readonly at: string;
    readonly facts: Pick<AuditEvent, 'details' | 'before' | 'after'>;
  },
): Promise<void> => {
  const { code, version, action, editVersion, content, write, at, facts } = edit;
  await appendEdit(tx, {
    ...{ id: newId(), code, version, editVersion, action, at },
    ...content,
    ...write,
    by: change.accountId,
  });
  await appendAuditEvent(tx, change.caller, {
    at,
    action: `framework.${action}`,
    subject: `framework:${code}/${String(version)}`,
    ...facts,
    details: { editVersion, fingerprint: content.fingerprint, ...facts.details },
  });
};

const createDraft = async (
  tx: Tx,
  change: FrameworkChange,
  framework: Framework,
  origin: { readonly basedOn: FrameworkKey | null; readonly write: Write },
): Promise<FrameworkKey> => {
  const content = serializeFramework(framework);
  const { code, version, assessmentYear } = framework;
  const at = change.clock.now();
  await insertDraft(tx, {
    ...{ code, version, assessmentYear, at },
    ...content,
    basedOn: origin.basedOn,
    by: change.accountId,
  });
  await record(tx, change, {
    ...{ code, version, at, content },
    action: 'create',
    editVersion: 1,
    write: origin.write,
    facts: { after: { title: framework.title.vi, assessmentYear, state: 'draft' } },
  });
  return { code, version };
};

const nextVersion = (versions: readonly StoredFramework[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1;

/** A framework that was taken in, or the version that has this very content already. */
export interface Imported extends FrameworkKey {
  readonly repeated: boolean;
}

/**
 * Takes a framework in as a draft. Its version is the one it states while that is free, otherwise the next; a content
 * that is registered already changes nothing.
 */
export const importFramework = (
  change: FrameworkChange,
  framework: Framework,
  writeId: string,
): Promise<Imported> =>
  change.db.transaction().execute(async (tx) => {
    const { code } = framework;
    await lockFramework(tx, code);
    const versions = await listStoredFrameworks(tx, code);
    const same = versions.find(
      ({ version, fingerprint, state }) =>
        state !== 'discarded' && serializeFramework({ ...framework, version }).fingerprint === fingerprint,
    );
    if (same) return { code, version: same.version, repeated: true };
    const isTaken = versions.some(({ version }) => version === framework.version);
    const version = isTaken ? nextVersion(versions) : framework.version;
    const write = { writeId, reason: null };
    await createDraft(tx, change, { ...framework, version }, { basedOn: null, write });
    return { code, version, repeated: false };
  });

/** Whether a write was made before; then it must be this very one. */
const findEarlier = async (
  tx: Tx,
  writeId: string,
  isSame: (edit: { code: string; version: number; action: string; fingerprint: string }) => boolean,
): Promise<FrameworkKey | Refusal<'edit.conflict'> | undefined> => {
  const edit = await findEditOfWrite(tx, writeId);
  if (!edit) return undefined;
  return isSame(edit) ? edit : refuse('edit.conflict', { field: 'writeId' });
};

/** Begins a framework from nothing. Refused when another has its code. */
export const createFramework = (
  change: FrameworkChange,
  input: FrameworkBeginning & { readonly writeId: string },
): Promise<FrameworkKey | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    const { code, writeId } = input;
    await lockFramework(tx, code);
    const earlier = await findEarlier(tx, writeId, (edit) => edit.code === code && edit.action === 'create');
    if (earlier) return earlier;
    if ((await listStoredFrameworks(tx, code)).length > 0) return refuse('framework.code-taken', { code });
    return createDraft(tx, change, blankFramework(input), {
      basedOn: null,
      write: { writeId, reason: null },
    });
  });

/** Copies a version into a new draft: the next version of the code that is given, for the year that is given. */
export const cloneFramework = (
  change: FrameworkChange,
  key: FrameworkKey,
  input: { readonly code: string; readonly assessmentYear: number; readonly writeId: string },
): Promise<FrameworkKey | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    await lockFramework(tx, input.code);
    const earlier = await findEarlier(
      tx,
      input.writeId,
      ({ code, action }) => code === input.code && action === 'create',
    );
    if (earlier) return earlier;
    const stored = await findStoredFramework(tx, key);
    if (!stored) return notFound(key);
    const original = readDraft(stored.definition);
    if (isRefusal(original)) return original;
    const version = nextVersion(await listStoredFrameworks(tx, input.code));
    const { code, assessmentYear, writeId } = input;
    const copy: Framework = { ...original, code, version, assessmentYear };
    return createDraft(tx, change, copy, { basedOn: key, write: { writeId, reason: null } });
  });

const findForEdit = async (
  tx: Tx,
  key: FrameworkKey,
  editVersion: number,
): Promise<StoredFramework | Refusal> => {
  const stored = await findStoredFramework(tx, key);
  if (!stored) return notFound(key);
  return stored.editVersion === editVersion
    ? stored
    : refuse('edit.conflict', { field: 'editVersion', version: stored.editVersion });
};

const isDraftOf = (framework: Framework, key: FrameworkKey): boolean =>
  framework.code === key.code && framework.version === key.version;

/** What is written of a draft. */
export interface DraftInput extends Write {
  readonly definition: unknown;
  readonly editVersion: number;
}

/** Replaces the definition of a draft. It may be unfinished, but not malformed. */
export const editFramework = (
  change: FrameworkChange,
  key: FrameworkKey,
  input: DraftInput,
): Promise<FrameworkKey | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    await lockFramework(tx, key.code);
    const framework = readDraft(input.definition);
    if (isRefusal(framework)) return framework;
    if (!isDraftOf(framework, key)) return refuse('framework.other-code', { ...key });
    const content = serializeFramework(framework);
    const earlier = await findEarlier(
      tx,
      input.writeId,
      (edit) => isDraftOf(framework, edit) && edit.fingerprint === content.fingerprint,
    );
    if (earlier) return earlier;
    const stored = await findForEdit(tx, key, input.editVersion);
    if (isRefusal(stored)) return stored;
    const state = decideFrameworkAction({ state: stored.state, isInUse: stored.locked }, 'edit');
    if (isRefusal(state)) return state;
    const { assessmentYear } = framework;
    const at = change.clock.now();
    const editVersion = stored.editVersion + 1;
    await updateFramework(tx, key, {
      ...{ state, editVersion, at, locked: false, by: change.accountId },
      content: { ...content, assessmentYear },
    });
    const { writeId, reason } = input;
    const earlierDraft = readDraft(stored.definition);
    await record(tx, change, {
      ...{ ...key, content, at, editVersion, action: 'edit', write: { writeId, reason } },
      facts: isRefusal(earlierDraft) ? {} : listEditFacts(earlierDraft, framework),
    });
    return key;
  });

/** A change of state, with the edit that was seen. */
export interface StateInput extends Write {
  readonly action: 'put-in-force' | 'withdraw' | 'discard';
  readonly editVersion: number;
}

/** Puts a draft in force when it holds together, takes an unused version back, or discards a draft. */
export const changeFrameworkState = (
  change: FrameworkChange,
  key: FrameworkKey,
  input: StateInput,
): Promise<FrameworkKey | Refusal> =>
  change.db.transaction().execute(async (tx) => {
    await lockFramework(tx, key.code);
    const { action, writeId, reason } = input;
    const earlier = await findEarlier(
      tx,
      writeId,
      (edit) => edit.code === key.code && edit.version === key.version && edit.action === action,
    );
    if (earlier) return earlier;
    const stored = await findForEdit(tx, key, input.editVersion);
    if (isRefusal(stored)) return stored;
    const framework = readDraft(stored.definition);
    if (isRefusal(framework)) return framework;
    // Nobody may enter the first value while it is decided whether there are any.
    await holdDataValues(tx);
    const isInUse = stored.locked || (await isFrameworkInUse(tx, key, framework.assessmentYear));
    const state = decideFrameworkAction({ state: stored.state, isInUse }, action);
    if (isRefusal(state)) return state;
    const admitted = action === 'put-in-force' ? admitFramework(framework) : framework;
    if (isRefusal(admitted)) return admitted;
    const at = change.clock.now();
    const editVersion = stored.editVersion + 1;
    const version: VersionChange = {
      ...{ state, editVersion, at, by: change.accountId, content: null },
      locked: state === 'in-force' && isInUse,
    };
    await updateFramework(tx, key, version);
    const content = { definition: null, fingerprint: stored.fingerprint };
    await record(tx, change, {
      ...{ ...key, content, at, editVersion, action, write: { writeId, reason } },
      facts: { details: { reason }, before: { state: stored.state }, after: { state } },
    });
    return key;
  });
