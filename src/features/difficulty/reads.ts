import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { DifficultyHolder, DifficultyKind, DifficultyState } from '#core/difficulty/difficulty.ts';
import type { CountedDifficulty } from '#core/difficulty/difficulty-statistics.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { contains } from '#server/db/contains.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { askedItemName } from '#server/registers/asked-item-name.ts';
import { isDifficultyInArea } from '#server/registers/committee-areas.ts';
import type { DifficultyEvent, DifficultyFilter } from './contract.ts';

/** Whom a person may answer for: organizations, the coordinator, the leaders of the province. */
export interface Answering {
  readonly organizations: readonly string[];
  readonly isCoordinator: boolean;
  readonly isLeader: boolean;
}

/** Whose difficulties are read, on which day and under which filter. */
export interface DifficultyScope {
  readonly reach: AccessReach;
  readonly today: PlainDate;
  /** The latest due day that has been missed. */
  readonly missedDay: PlainDate;
  readonly answering: Answering;
  readonly filter: DifficultyFilter;
}

/** A difficulty as it is stored, with the names that belong to it. */
export interface DifficultyRow {
  readonly id: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly kind: DifficultyKind;
  readonly words: string;
  readonly suggestion: string | null;
  readonly aboutKind: 'task' | 'target' | 'submission';
  readonly aboutId: string;
  readonly aboutName: string;
  readonly isEnded: boolean;
  readonly itemCode: string | null;
  readonly itemName: LocalizedText | null;
  readonly state: DifficultyState;
  readonly holder: DifficultyHolder;
  readonly holderCode: string | null;
  readonly holderName: string | null;
  readonly dueDay: PlainDate;
  readonly version: number;
  readonly raisedAt: string;
  readonly answeredAt: string | null;
}

// What was passed to an organization that is no more is with the coordinator again: nobody else would answer it.
const holderHasLeft = (today: PlainDate): RawBuilder<SqlBool> =>
  sql`(difficulty.holder = 'organization' and holder.valid_to is not null and holder.valid_to < ${today}::date)`;

const holderNow = (today: PlainDate): RawBuilder<DifficultyHolder> =>
  sql`case when ${holderHasLeft(today)} then 'coordinator' else difficulty.holder end`;

const isWithin = ({ reach }: Pick<DifficultyScope, 'reach'>): RawBuilder<SqlBool> =>
  reach.kind === 'all'
    ? sql`true`
    : sql`(difficulty.organization_code = any(${[...reach.organizationCodes]}) or exists (
        select from difficulty_event as passed where passed.difficulty_id = difficulty.difficulty_id
          and passed.organization_code = any(${[...reach.organizationCodes]})))`;

// What the leaders owe and have not given in time is the coordinator's to bring up again.
const isMine = ({ answering, today, missedDay }: DifficultyScope): RawBuilder<SqlBool> => sql`(
  (${answering.isCoordinator} and difficulty.state = 'open' and ${holderNow(today)} = 'coordinator')
  or (${answering.isCoordinator} and difficulty.state = 'forwarded' and difficulty.due_day <= ${missedDay}::date)
  or (${answering.isLeader} and difficulty.state = 'forwarded')
  or (difficulty.state = 'open' and not ${holderHasLeft(today)}
    and difficulty.holder_code = any(${[...answering.organizations]})))`;

const WAITING = sql<SqlBool>`difficulty.state in ('open', 'forwarded')`;

const waitsAs = (scope: DifficultyScope): readonly RawBuilder<SqlBool>[] => {
  switch (scope.filter.waits) {
    case undefined:
      return [];
    case 'answer':
      return [WAITING];
    case 'overdue':
      return [WAITING, sql`difficulty.due_day <= ${scope.missedDay}::date`];
    case 'mine':
      return [isMine(scope)];
  }
};

const conditionOf = (scope: DifficultyScope): RawBuilder<SqlBool> => {
  const { state, kind, agency, about, text, responsible } = scope.filter;
  const conditions = [
    isWithin(scope),
    ...waitsAs(scope),
    ...(state === undefined ? [] : [sql<SqlBool>`difficulty.state = ${state}`]),
    ...(kind === undefined ? [] : [sql<SqlBool>`difficulty.kind = ${kind}`]),
    ...(agency === undefined ? [] : [sql<SqlBool>`difficulty.organization_code = ${agency}`]),
    ...(about === undefined
      ? []
      : [sql<SqlBool>`${about}::uuid in (difficulty.item_id, difficulty.submission_id)`]),
    ...(responsible === undefined ? [] : [isDifficultyInArea(responsible, scope.today)]),
    ...(text === undefined ? [] : [contains(sql`difficulty.search_key`, searchKey(text))]),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
};

const JOINED = sql`difficulty
  join organization as asker on asker.code = difficulty.organization_code
  left join organization as holder on holder.code = difficulty.holder_code
  left join document_item as item on item.id = difficulty.item_id
  left join submission on submission.submission_id = difficulty.submission_id
  left join reporting_round as round on round.round_id = submission.round_id`;

const FIRST_ANSWER = sql`(select min(said.at) from difficulty_event as said
  where said.difficulty_id = difficulty.difficulty_id and said.move in ('answer', 'rule'))`;

const columnsOn = (today: PlainDate) => sql`difficulty.difficulty_id as id,
  difficulty.organization_code as "organizationCode", asker.name as "organizationName", difficulty.kind,
  difficulty.words, difficulty.suggestion, coalesce(item.kind, 'submission') as "aboutKind",
  coalesce(difficulty.item_id, difficulty.submission_id) as "aboutId",
  coalesce(item.name, round.title, '') as "aboutName", item.ended_by is not null as "isEnded",
  difficulty.item_code as "itemCode", ${askedItemName} as "itemName", difficulty.state, ${holderNow(today)} as holder,
  case when ${holderHasLeft(today)} then null else difficulty.holder_code end as "holderCode",
  case when ${holderHasLeft(today)} then null else holder.name end as "holderName",
  difficulty.due_day as "dueDay", difficulty.version, difficulty.raised_at as "raisedAt",
  ${FIRST_ANSWER} as "answeredAt"`;

// What waits comes first, the longest due before the others; then the latest.
const ORDER = sql`case when difficulty.state in ('open', 'forwarded') then difficulty.due_day end nulls last,
  difficulty.changed_at desc, difficulty.difficulty_id`;

/** A page of difficulties. */
export const listDifficultyRows = async (
  db: Db,
  scope: DifficultyScope,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly DifficultyRow[]> => {
  const { rows } = await sql<DifficultyRow>`select ${columnsOn(scope.today)} from ${JOINED}
    where ${conditionOf(scope)} order by ${ORDER} offset ${offset} limit ${limit}`.execute(db);
  return rows;
};

/** How many difficulties a scope holds. */
export const countDifficultyRows = async (db: Db, scope: DifficultyScope): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${JOINED} where ${conditionOf(scope)}`.execute(db);
  return rows[0]?.total ?? 0;
};

/** The difficulties of a scope as far as they are counted, with the names of who raised them. */
export const listCountedDifficulties = async (
  db: Db,
  scope: DifficultyScope,
): Promise<readonly (CountedDifficulty & { readonly organizationName: string })[]> => {
  const { rows } = await sql<CountedDifficulty & { organizationName: string }>`
    select difficulty.kind, difficulty.organization_code as "organizationCode", asker.name as "organizationName",
      difficulty.state, difficulty.due_day as "dueDay",
      (difficulty.raised_at at time zone 'Asia/Ho_Chi_Minh')::date as "raisedOn",
      (${FIRST_ANSWER} at time zone 'Asia/Ho_Chi_Minh')::date as "answeredOn"
    from ${JOINED} where ${conditionOf(scope)}`.execute(db);
  return rows;
};

/** A difficulty with this id within a reach or in one of the areas; undefined when there is none. */
export const findDifficulty = async (
  db: Db | Tx,
  id: string,
  { reach, today }: Pick<DifficultyScope, 'reach' | 'today'>,
  areas: readonly string[] = [],
): Promise<DifficultyRow | undefined> => {
  const { rows } = await sql<DifficultyRow>`select ${columnsOn(today)} from ${JOINED}
    where difficulty.difficulty_id = ${id}
      and (${sql.join([isWithin({ reach }), ...areas.map((area) => isDifficultyInArea(area, today))], sql` or `)})`.execute(
    db,
  );
  return rows[0];
};

interface EventRow extends Omit<DifficultyEvent, 'organization'> {
  readonly organizationCode: string | null;
  readonly organizationName: string | null;
}

/** All that was said and decided of a difficulty, the latest first. */
export const listDifficultyEvents = async (db: Db | Tx, id: string): Promise<readonly DifficultyEvent[]> => {
  const { rows } = await sql<EventRow>`
    select event.event_id as id, event.move, event.words, event.document, event.due_day as "dueDay", event.at,
      event.organization_code as "organizationCode", organization.name as "organizationName",
      account.display_name as by, coalesce(proof.pieces, '[]') as evidence
    from difficulty_event as event
    left join organization on organization.code = event.organization_code
    left join account on account.account_id = event.by
    left join lateral (
      select json_agg(json_build_object('id', evidence.evidence_id, 'title', evidence.title,
        'isFile', evidence.kind = 'file') order by evidence.title) as pieces
      from difficulty_event_evidence as named join evidence on evidence.evidence_id = named.evidence_id
      where named.event_id = event.event_id) as proof on true
    where event.difficulty_id = ${id}
    order by event.version desc`.execute(db);
  return rows.map(({ organizationCode: code, organizationName: name, ...event }) => ({
    ...event,
    organization: code === null ? null : { code, name: name ?? code },
  }));
};
