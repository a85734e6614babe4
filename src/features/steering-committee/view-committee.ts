import { can, findReach, type Actor } from '#core/access/access.ts';
import { PERMISSIONS, ROLES } from '#core/access/permissions.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { existsOn } from '#core/organization/organization.ts';
import { listNewParts } from '#core/steering-committee/area-part.ts';
import { MEMBER_STANDINGS, standingOn } from '#core/steering-committee/committee-member.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { readAreaNames, viewPart } from './area-names.ts';
import type { Committee, CommitteeChoices, CommitteeMember, CommitteeMemberView } from './contract.ts';
import {
  countTasksOfMembers,
  countUnassigned,
  listIndicatorNames,
  listMemberAccounts,
  listRevisions,
  type TaskCounts,
} from './reads.ts';
import { listStoredMembers, type StoredMember } from './store.ts';

/** Who looks at the committee, and when. */
export interface CommitteeReader {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
}

/** Roles with which a member can open the own area. */
export const READING_ROLES = ROLES.filter(
  (role) => PERMISSIONS[role]['steering-committee.read'] !== undefined,
);

const viewMembers = async (
  { db, actor }: CommitteeReader,
  members: readonly StoredMember[],
  today: PlainDate,
  counts: TaskCounts,
): Promise<readonly CommitteeMember[]> => {
  const names = await readAreaNames(
    db,
    members.flatMap(({ parts }) => parts),
  );
  const ids = members.flatMap(({ accountId }) => accountId ?? []);
  const accounts = new Map(
    (await listMemberAccounts(db, READING_ROLES, today, ids)).map((one) => [one.id, one]),
  );
  return members.map(({ accountId, isNameErased: _, parts, ...member }) => {
    const account = accounts.get(accountId ?? '');
    return {
      ...member,
      name: account?.name ?? member.name,
      account: account ? { id: account.id, isClosed: account.isClosed } : null,
      standing: standingOn(member, today),
      isOwn: accountId !== null && accountId === actor?.accountId,
      parts: parts.map((part) => viewPart(part, names, today)),
      ...(counts.get(member.id) ?? { tasks: 0, overdue: 0 }),
    };
  });
};

const seesAll = (actor: Actor | undefined): boolean =>
  findReach(actor, 'steering-committee.read').kind === 'all';

const maySee = (actor: Actor | undefined, id: string): boolean =>
  can(actor, 'steering-committee.read', { committeeMemberId: id });

/**
 * The committee: who is a member today, who will be and who was, each with the area. A member with an account that reads areas no
 * further than its own is shown the own membership alone.
 */
export const viewCommittee = async (reader: CommitteeReader): Promise<Committee> => {
  const { db, clock, actor } = reader;
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const stored = (await listStoredMembers(db)).filter(({ id }) => maySee(actor, id));
  const items = (await viewMembers(reader, stored, today, await countTasksOfMembers(db, today))).toSorted(
    (one, other) => MEMBER_STANDINGS.indexOf(one.standing) - MEMBER_STANDINGS.indexOf(other.standing),
  );
  return {
    ...{ today, items, total: items.length },
    ...(seesAll(actor) ? await countUnassigned(db, today) : { tasks: null, unassigned: null }),
    mayWrite: can(actor, 'steering-committee.write'),
  };
};

/** That a member is not there. */
export const memberNotFound = (id: string): Refusal =>
  refuse('record.not-found', { kind: 'committee-member', code: id });

const viewHistory = async (db: Db, id: string, today: PlainDate): Promise<CommitteeMemberView['history']> => {
  const revisions = await listRevisions(db, id);
  const changed = revisions.map(({ parts }, index) => {
    const before = revisions[index + 1]?.parts;
    return before
      ? { added: listNewParts(parts, before), removed: listNewParts(before, parts) }
      : { added: [], removed: [] };
  });
  const names = await readAreaNames(
    db,
    changed.flatMap(({ added, removed }) => [...added, ...removed]),
  );
  return revisions.map((revision, index) => ({
    ...{ ...revision, parts: revision.parts.length },
    added: (changed[index]?.added ?? []).map((part) => viewPart(part, names, today)),
    removed: (changed[index]?.removed ?? []).map((part) => viewPart(part, names, today)),
  }));
};

/** A member with the area and what was written of it. */
export const viewMember = async (
  reader: CommitteeReader,
  id: string,
): Promise<CommitteeMemberView | Refusal> => {
  const { db, clock, actor } = reader;
  if (!maySee(actor, id)) return refuse('access.denied');
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const stored = (await listStoredMembers(db)).filter((member) => member.id === id);
  const [member] = await viewMembers(reader, stored, today, await countTasksOfMembers(db, today, id));
  if (!member) return memberNotFound(id);
  const history = await viewHistory(db, id, today);
  const mayWrite = can(actor, 'steering-committee.write');
  return { ...member, today, mayWrite, seesAll: seesAll(actor), history };
};

/** What an assignment can name. */
export const answerChoices = async ({ db, clock }: CommitteeReader): Promise<CommitteeChoices> => {
  const today = clock.today();
  const accounts = await listMemberAccounts(db, READING_ROLES, today);
  return {
    accounts: accounts.filter(({ isClosed }) => !isClosed).map(({ id, name }) => ({ id, name })),
    organizations: (await listOrganizations(db))
      .filter((one) => existsOn(one, today))
      .map(({ code, name, kind }) => ({ code, name, isGroup: kind === 'group' })),
    indicators: [...(await listIndicatorNames(db))].map(([code, name]) => ({ code, name })),
  };
};
