import { type Actor, can, findReach } from '#core/access/access.ts';
import { listMoves } from '#core/difficulty/decide-move.ts';
import { isWaiting, lastMissedDay } from '#core/difficulty/difficulty.ts';
import { countDifficulties, countDifficultiesBy } from '#core/difficulty/difficulty-statistics.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { existsOn } from '#core/organization/organization.ts';
import type { z } from 'zod';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import type {
  Difficulty,
  DifficultyFilter,
  DifficultyStatistics,
  DifficultyView,
  listDifficulties,
} from './contract.ts';
import {
  type Answering,
  countDifficultyRows,
  type DifficultyRow,
  type DifficultyScope,
  findDifficulty,
  listCountedDifficulties,
  listDifficultyEvents,
  listDifficultyRows,
} from './reads.ts';

/** Who looks at difficulties, and when. */
export interface DifficultyReader {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor | undefined;
}

const LARGEST_PAGE = 200;
const PAGE = 50;

const answeringOf = (actor: Actor | undefined): Answering => {
  const reach = findReach(actor, 'difficulty.answer');
  const isCoordinator = can(actor, 'difficulty.direct');
  return {
    organizations: reach.kind === 'some' ? reach.organizationCodes : [],
    isCoordinator,
    isLeader: can(actor, 'difficulty.rule') && !isCoordinator,
  };
};

const scopeOf = ({ clock, actor }: DifficultyReader, filter: DifficultyFilter): DifficultyScope => {
  const today = clock.today();
  return {
    reach: filter.responsible === undefined ? findReach(actor, 'difficulty.read') : { kind: 'all' },
    ...{ answering: answeringOf(actor), filter },
    ...{ today, missedDay: lastMissedDay(today, duePolicy.calendar) },
  };
};

const difficultyOf = (row: DifficultyRow, missedDay: PlainDate): Difficulty => ({
  ...{ id: row.id, organization: { code: row.organizationCode, name: row.organizationName } },
  ...{ kind: row.kind, words: row.words, state: row.state, holder: row.holder, dueDay: row.dueDay },
  about: {
    ...{ kind: row.aboutKind, id: row.aboutId, name: row.aboutName },
    isEnded: row.isEnded,
    item: row.itemCode === null || row.itemName === null ? null : { code: row.itemCode, name: row.itemName },
  },
  holderOrganization:
    row.holderCode === null ? null : { code: row.holderCode, name: row.holderName ?? row.holderCode },
  isOverdue: isWaiting(row.state) && row.dueDay <= missedDay,
  ...{ raisedAt: row.raisedAt, answeredAt: row.answeredAt },
});

/** Who may not see an area of the steering committee is refused what follows from it. */
const findFilterRefusal = (
  actor: Actor | undefined,
  { responsible }: DifficultyFilter,
): Refusal | undefined =>
  responsible === undefined ||
  can(actor, 'steering-committee.read', { committeeMemberId: responsible.toLowerCase() })
    ? undefined
    : refuse('access.denied');

/** A page of difficulties within the person's reach. */
export const answerDifficulties = async (
  reader: DifficultyReader,
  query: DifficultyFilter & { readonly offset?: string | undefined; readonly limit?: string | undefined },
): Promise<z.input<(typeof listDifficulties)['response']> | Refusal> => {
  const { offset = '0', limit = String(PAGE), ...filter } = query;
  const no = findFilterRefusal(reader.actor, filter);
  if (no) return no;
  const scope = scopeOf(reader, filter);
  const page = { offset: Number(offset), limit: Math.min(Number(limit), LARGEST_PAGE) };
  const rows = await listDifficultyRows(reader.db, scope, page);
  return {
    today: scope.today,
    items: rows.map((row) => difficultyOf(row, scope.missedDay)),
    total: await countDifficultyRows(reader.db, scope),
  };
};

/** How many difficulties there are, by kind and by organization. */
export const answerStatistics = async (
  reader: DifficultyReader,
  filter: DifficultyFilter,
): Promise<DifficultyStatistics | Refusal> => {
  const no = findFilterRefusal(reader.actor, filter);
  if (no) return no;
  const scope = scopeOf(reader, filter);
  const counted = await listCountedDifficulties(reader.db, scope);
  const names = new Map(counted.map((one) => [one.organizationCode, one.organizationName]));
  const organizations = await listOrganizations(reader.db);
  return {
    ...countDifficulties(counted, scope.missedDay),
    kinds: countDifficultiesBy(counted, 'kind', scope.missedDay).map(({ of, ...count }) => ({
      kind: of,
      ...count,
    })),
    agencies: countDifficultiesBy(counted, 'organizationCode', scope.missedDay).map(({ of, ...count }) => ({
      organization: { code: of, name: names.get(of) ?? of },
      ...count,
    })),
    mayRaiseFor: organizations
      .filter((one) => existsOn(one, scope.today))
      .filter(({ code }) => can(reader.actor, 'difficulty.raise', { organizationCode: code }))
      .map(({ code, name }) => ({ code, name })),
  };
};

/** That a difficulty is not there, or not for this person. */
export const difficultyNotFound = (id: string): Refusal =>
  refuse('record.not-found', { kind: 'difficulty', code: id });

/** A difficulty with all that was said of it and what the person may do now. */
export const viewDifficulty = async (
  reader: DifficultyReader,
  id: string,
): Promise<DifficultyView | Refusal> => {
  const scope = scopeOf(reader, {});
  const row = await findDifficulty(reader.db, id, scope, reader.actor?.memberships);
  if (!row) return difficultyNotFound(id);
  return {
    ...difficultyOf(row, scope.missedDay),
    ...{ suggestion: row.suggestion, today: scope.today, version: row.version },
    moves: [...listMoves(row, reader.actor)],
    history: [...(await listDifficultyEvents(reader.db, id))],
  };
};
