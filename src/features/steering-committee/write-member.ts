import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Clock } from '#core/kernel/clock.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { distinctParts, listNewParts, partFact, type AreaPart } from '#core/steering-committee/area-part.ts';
import {
  findMemberRefusal,
  type MemberChange,
  type MemberContent,
} from '#core/steering-committee/committee-member.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { isPartGone, readAreaNames } from './area-names.ts';
import type { MemberInput } from './contract.ts';
import { listMemberAccounts } from './reads.ts';
import {
  appendRevision,
  findWrite,
  insertMember,
  listStoredMembers,
  lockCommittee,
  removeName,
  updateMember,
  type MemberFacts,
  type StoredMember,
} from './store.ts';
import { memberNotFound, READING_ROLES } from './view-committee.ts';

/** Who writes, and when. */
export interface CommitteeWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
  /** Null where the demonstration enters its committee. */
  readonly accountId: string | null;
}

/** What a write answers. */
export interface WrittenMembership {
  readonly id: string;
  readonly version: number;
}

const words = (text: string | null): string | null => {
  const said = tidy(text ?? '');
  return said === '' ? null : said;
};

const dayOf = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));

// Ids in one spelling; sections exactly as documents name them.
const partOf = (part: MemberInput['parts'][number]): AreaPart => {
  if (part.kind === 'section') return { ...part, documentId: part.documentId.toLowerCase() };
  return part.kind === 'task' ? { ...part, taskId: part.taskId.toLowerCase() } : part;
};

const contentOf = (input: MemberInput): MemberContent => ({
  ...{ accountId: input.accountId?.toLowerCase() ?? null, name: words(input.name) },
  ...{ office: words(input.office), post: input.post, area: tidy(input.area) },
  ...{ validFrom: plainDate(input.validFrom), validTo: dayOf(input.validTo) },
  ...{ docNumber: words(input.docNumber), docDay: dayOf(input.docDay) },
  parts: distinctParts(input.parts.map(partOf)),
});

const factsOf = ({
  accountId,
  office,
  post,
  area,
  validFrom,
  validTo,
  docNumber,
  docDay,
  parts,
}: MemberFacts): MemberFacts => ({
  ...{ accountId, office, post, area, validFrom, validTo, docNumber, docDay, parts },
});

// Somebody with an account, or a name; of a membership whose name was erased, neither.
const findPersonRefusal = async (
  tx: Tx,
  { accountId, name }: MemberContent,
  before: StoredMember | undefined,
  today: PlainDate,
): Promise<Refusal | undefined> => {
  if (before?.isNameErased) {
    return accountId === null && name === null ? undefined : refuse('committee-member.name-gone');
  }
  if ((accountId === null) === (name === null)) return refuse('value.malformed', { field: 'name' });
  // Who is a member already may stay, also once the account is closed.
  if (accountId === null || accountId === before?.accountId) return undefined;
  const [account] = await listMemberAccounts(tx, READING_ROLES, today, [accountId]);
  return account?.isClosed === false
    ? undefined
    : refuse('committee-member.unsuitable-account', { field: 'accountId', accountId });
};

const codeOf = (part: AreaPart): string | null => {
  switch (part.kind) {
    case 'province':
      return null;
    case 'section':
      return part.section ?? part.documentId;
    case 'task':
      return part.taskId;
    case 'organization':
    case 'indicator':
      return part.code;
  }
};

// What belonged to the area before may stay although it means nothing any more: nobody has to mend it to write something else.
const findPartRefusal = async (
  tx: Tx,
  parts: readonly AreaPart[],
  before: readonly AreaPart[],
  today: PlainDate,
): Promise<Refusal | undefined> => {
  const added = listNewParts(parts, before);
  if (added.length === 0) return undefined;
  const names = await readAreaNames(tx, added);
  const unknown = added.find((part) => isPartGone(part, names, today));
  return unknown && refuse('record.not-found', { kind: unknown.kind, code: codeOf(unknown) });
};

const findContentRefusal = async (
  tx: Tx,
  content: MemberContent,
  { members, before, today }: { members: readonly StoredMember[]; before?: StoredMember; today: PlainDate },
): Promise<Refusal | undefined> =>
  (await findPersonRefusal(tx, content, before, today)) ??
  findMemberRefusal(
    content,
    members.filter(({ id }) => id !== before?.id),
  ) ??
  (await findPartRefusal(tx, content.parts, before?.parts ?? [], today));

interface WantedWrite {
  readonly change: MemberChange;
  readonly memberId: string | null;
  readonly facts: MemberFacts;
  readonly name: string | null;
  readonly writeId: string;
}

/** The answer to a write that was made before; undefined of a new one. The same id with other facts is a conflict. */
const findEarlier = async (
  tx: Tx,
  { change, memberId, facts, name, writeId }: WantedWrite,
  members: readonly StoredMember[],
): Promise<WrittenMembership | Refusal | undefined> => {
  const earlier = await findWrite(tx, writeId);
  if (!earlier) return undefined;
  const member = members.find(({ id }) => id === earlier.memberId);
  const isSamePerson = member?.version !== earlier.version || change === 'erase-name' || member.name === name;
  const isRetry =
    earlier.change === change &&
    (memberId === null || memberId === earlier.memberId) &&
    isDeepStrictEqual(earlier.facts, facts) &&
    isSamePerson;
  return isRetry
    ? { id: earlier.memberId, version: member?.version ?? earlier.version }
    : refuse('edit.conflict', { field: 'writeId' });
};

// Parts by their codes, each for itself: an area that has one agency for another is told as that.
const auditFacts = (facts: MemberFacts) => ({ ...factsOf(facts), parts: facts.parts.map(partFact) });

const keep = async (
  tx: Tx,
  { clock, caller, accountId }: CommitteeWriter,
  { change, facts, writeId }: WantedWrite,
  written: WrittenMembership & { readonly before?: StoredMember },
): Promise<WrittenMembership> => {
  const { id, version, before } = written;
  const at = clock.now();
  await appendRevision(tx, { memberId: id, version, change, facts }, { at, by: accountId, writeId });
  await appendAuditEvent(tx, caller, {
    ...{ at, action: `committee-member.${change}`, subject: `committee-member:${id}` },
    details: auditFacts(facts),
    ...(change === 'edit' && before && { before: auditFacts(before), after: auditFacts(facts) }),
  });
  return { id, version };
};

/** Whether any membership is recorded. */
export const hasCommittee = async (db: Db): Promise<boolean> => (await listStoredMembers(db)).length > 0;

/** Records a membership. A retry with the same write id adds nothing twice. */
export const addMember = (
  writer: CommitteeWriter,
  { writeId, ...input }: MemberInput & { readonly writeId: string },
  isSimulated = false,
): Promise<WrittenMembership | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    await lockCommittee(tx);
    const members = await listStoredMembers(tx);
    const content = contentOf(input);
    const facts = factsOf(content);
    const wanted: WantedWrite = { change: 'add', memberId: null, facts, name: content.name, writeId };
    const earlier = await findEarlier(tx, wanted, members);
    if (earlier) return earlier;
    const no = await findContentRefusal(tx, content, { members, today: writer.clock.today() });
    if (no) return no;
    const id = newId();
    await insertMember(tx, id, content, isSimulated);
    return keep(tx, writer, wanted, { id, version: 1 });
  });

/** A write at a membership that is there. */
interface StoredWrite {
  readonly wanted: WantedWrite;
  readonly findRefusal: () => Promise<Refusal | undefined>;
  readonly write: (version: number) => Promise<void>;
}

const changeStored = (
  writer: CommitteeWriter,
  id: string,
  version: number,
  prepare: (tx: Tx, before: StoredMember, members: readonly StoredMember[]) => StoredWrite,
): Promise<WrittenMembership | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    await lockCommittee(tx);
    const members = await listStoredMembers(tx);
    const before = members.find((member) => member.id === id);
    if (!before) return memberNotFound(id);
    const { wanted, findRefusal, write } = prepare(tx, before, members);
    const earlier = await findEarlier(tx, wanted, members);
    if (earlier) return earlier;
    if (before.version !== version) return refuse('edit.conflict', { version: before.version });
    const no = await findRefusal();
    if (no) return no;
    await write(version + 1);
    return keep(tx, writer, wanted, { id, version: version + 1, before });
  });

/** Writes a membership anew. A retry with the same write id changes nothing. */
export const changeMember = (
  writer: CommitteeWriter,
  id: string,
  { writeId, version, ...input }: MemberInput & { readonly writeId: string; readonly version: number },
): Promise<WrittenMembership | Refusal> =>
  changeStored(writer, id, version, (tx, before, members) => {
    const content = contentOf(input);
    return {
      wanted: { change: 'edit', memberId: id, facts: factsOf(content), name: content.name, writeId },
      findRefusal: () => findContentRefusal(tx, content, { members, before, today: writer.clock.today() }),
      write: (next) => updateMember(tx, id, content, next),
    };
  });

/**
 * Removes the name of a member without account (decree 13/2023/NĐ-CP on the protection of personal data): it was kept nowhere else.
 * What the post answered for stays.
 */
export const eraseName = (
  writer: CommitteeWriter,
  id: string,
  { version, writeId }: { readonly version: number; readonly writeId: string },
): Promise<WrittenMembership | Refusal> =>
  changeStored(writer, id, version, (tx, before) => ({
    wanted: { change: 'erase-name', memberId: id, facts: factsOf(before), name: null, writeId },
    findRefusal: async () => (before.name === null ? refuse('committee-member.name-gone') : undefined),
    write: (next) => removeName(tx, id, next, writer.clock.now()),
  }));
