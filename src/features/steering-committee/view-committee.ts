import { can, type Actor } from '#core/access/access.ts';
import { PERMISSIONS, ROLES } from '#core/access/permissions.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { existsOn, type Organization } from '#core/organization/organization.ts';
import type { AreaPart } from '#core/steering-committee/area-part.ts';
import { MEMBER_STANDINGS, standingOn } from '#core/steering-committee/committee-member.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import type {
  AreaPartView,
  Committee,
  CommitteeChoices,
  CommitteeMember,
  CommitteeMemberView,
} from './contract.ts';
import {
  countTasksOfMembers,
  countUnassigned,
  listAreaTasks,
  listDocumentsWithSections,
  listIndicatorNames,
  listMemberAccounts,
  listRevisions,
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

/** What parts of areas are named by, and held against. */
export interface AreaNames {
  readonly documents: Awaited<ReturnType<typeof listDocumentsWithSections>>;
  readonly tasks: Awaited<ReturnType<typeof listAreaTasks>>;
  readonly organizations: readonly Organization[];
  readonly indicators: ReadonlyMap<string, string>;
}

/** Reads all that these parts speak of. */
export const readAreaNames = async (db: Db | Tx, parts: readonly AreaPart[]): Promise<AreaNames> => {
  const tasks = await listAreaTasks(
    db,
    parts.flatMap((part) => (part.kind === 'task' ? [part.taskId] : [])),
  );
  const documentIds = [
    ...parts.flatMap((part) => (part.kind === 'section' ? [part.documentId] : [])),
    ...[...tasks.values()].map(({ documentId }) => documentId),
  ];
  return {
    tasks,
    documents: await listDocumentsWithSections(db, documentIds),
    organizations: await listOrganizations(db),
    indicators: await listIndicatorNames(db),
  };
};

const heirsOf = (
  organizations: readonly Organization[],
  code: string,
  today: PlainDate,
  seen: readonly string[] = [],
): readonly Organization[] =>
  organizations
    .filter((one) => !seen.includes(one.code) && one.predecessorCodes.includes(code))
    .flatMap((one) =>
      existsOn(one, today) ? [one] : heirsOf(organizations, one.code, today, [...seen, code, one.code]),
    );

const NOTHING = {
  ...{ document: null, section: null, organization: null, task: null, indicator: null },
  ...{ isGone: false, heirs: [] },
};

const nameOf = ({ code, name }: Organization) => ({ code, name });

/** A part with its names, and whether it still means anything on the day. */
export const viewPart = (part: AreaPart, names: AreaNames, today: PlainDate): AreaPartView => {
  const { documents, tasks, organizations, indicators } = names;
  switch (part.kind) {
    case 'province':
      return { ...NOTHING, kind: part.kind };
    case 'section': {
      const found = documents.get(part.documentId);
      const isGone = found === undefined || (part.section !== null && !found.sections.has(part.section));
      return {
        ...NOTHING,
        kind: part.kind,
        document: found?.document ?? null,
        section: part.section,
        isGone,
      };
    }
    case 'organization': {
      const found = organizations.find(({ code }) => code === part.code);
      const isGone = found === undefined || !existsOn(found, today);
      const heirs = isGone ? heirsOf(organizations, part.code, today).map(nameOf) : [];
      const organization = { code: part.code, name: found?.name ?? part.code };
      return { ...NOTHING, kind: part.kind, organization, isGone, heirs: [...heirs] };
    }
    case 'task': {
      const task = tasks.get(part.taskId);
      const document = documents.get(task?.documentId ?? '')?.document ?? null;
      const isGone = task?.isEnded !== false;
      return {
        ...NOTHING,
        kind: part.kind,
        document,
        task: task ? { id: task.id, name: task.name } : null,
        isGone,
      };
    }
    case 'indicator': {
      const name = indicators.get(part.code) ?? null;
      return { ...NOTHING, kind: part.kind, indicator: { code: part.code, name }, isGone: name === null };
    }
  }
};

const viewMembers = async (
  { db, actor }: CommitteeReader,
  members: readonly StoredMember[],
  today: PlainDate,
): Promise<readonly CommitteeMember[]> => {
  const counts = await countTasksOfMembers(db, today);
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

/** The committee: who is a member today, who will be and who was, each with the area. */
export const viewCommittee = async (reader: CommitteeReader): Promise<Committee> => {
  const { db, clock, actor } = reader;
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const items = (await viewMembers(reader, await listStoredMembers(db), today)).toSorted(
    (one, other) => MEMBER_STANDINGS.indexOf(one.standing) - MEMBER_STANDINGS.indexOf(other.standing),
  );
  return {
    ...{ today, items, total: items.length, ...(await countUnassigned(db, today)) },
    mayWrite: can(actor, 'steering-committee.write'),
  };
};

/** That a member is not there. */
export const memberNotFound = (id: string): Refusal =>
  refuse('record.not-found', { kind: 'committee-member', code: id });

/** A member with the area and what was written of it. */
export const viewMember = async (
  reader: CommitteeReader,
  id: string,
): Promise<CommitteeMemberView | Refusal> => {
  const { db, clock, actor } = reader;
  const today = clock.today();
  await refreshTaskStandings(db, today);
  const stored = (await listStoredMembers(db)).filter((member) => member.id === id);
  const [member] = await viewMembers(reader, stored, today);
  if (!member) return memberNotFound(id);
  const history = [...(await listRevisions(db, id))];
  return { ...member, today, mayWrite: can(actor, 'steering-committee.write'), history };
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
