import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { COMMITTEE_POSTS } from '#core/steering-committee/committee-member.ts';
import type { CommitteeMemberName } from '#contract/committee-member.ts';
import type { Db } from '#server/db/database.ts';

/** Instead of a member: what is in nobody's own area. */
export const NOBODY = 'none';

// Whose area a task is in: docs/domain/steering-committee.md has the cases.

type Condition = RawBuilder<SqlBool>;

/** Whether the row of `committee_member` that an outer query calls `member` is a membership of a day. */
export const isMemberOn = (today: PlainDate): Condition =>
  sql`member.valid_from <= ${today}::date and coalesce(member.valid_to >= ${today}::date, true)`;

/** Which parts (`part`) are meant. */
const ofMember = (id: string): Condition => sql`part.committee_member_id = ${id}`;
const ofMembersOn = (today: PlainDate): Condition => sql`part.committee_member_id in (
  select committee_member_id from committee_member as member where ${isMemberOn(today)})`;

/**
 * The organizations of areas: those named, the members of groups, and for what is no more whoever has taken its work over; with them what
 * they have taken over.
 */
const organizationsIn = (whose: Condition, today: PlainDate) => sql`
  with recursive heir (member, code) as (
    select part.committee_member_id, part.organization_code from committee_area_part as part
    where part.kind = 'organization' and ${whose}
    union
    select heir.member, later.organization_code from heir
    join organization as gone on gone.code = heir.code and gone.valid_to < ${today}::date
    join organization_predecessor as later on later.predecessor_code = heir.code),
  own (member, code) as (
    select member, code from heir
    union
    select heir.member, one.code from heir
    join organization as many on many.code = heir.code and many.kind = 'group'
    join organization as one on one.kind = any(many.member_kinds)
    union
    select own.member, gone.code from own
    join organization_predecessor as earlier on earlier.organization_code = own.code
    join organization as gone on gone.code = earlier.predecessor_code and gone.valid_to < ${today}::date)
  select member, code from own`;

// Of what a group leads, each member of today leads a part, but who is named for the task itself has that role alone: as on the board.
const tasksOfOrganizations = (whose: Condition, today: PlainDate) => sql`
  with own as materialized (${organizationsIn(whose, today)}),
  led_by_group (member, code, members) as materialized (
    select own.member, many.code, array_agg(own.code) from own
    join organization as one on one.code = own.code
      and coalesce(one.valid_from <= ${today}::date, true) and coalesce(one.valid_to >= ${today}::date, true)
    join organization as many on many.kind = 'group' and one.kind = any(many.member_kinds)
    group by own.member, many.code)
  select own.member, led.item_id from own
  join item_agency as led on led.organization_code = own.code and led.role = 'lead'
  union all
  select led_by_group.member, led.item_id from led_by_group
  join item_agency as led on led.organization_code = led_by_group.code and led.role = 'lead'
  where not led_by_group.members <@ array(
    select named.organization_code from item_agency as named
    where named.item_id = led.item_id and named.role in ('lead', 'coordinating'))`;

// Document by document: each is looked through once, however many of its sections belong to an area.
const itemsOfSections = (whose: Condition) => sql`
  select chosen.member, item.id from (
    select part.committee_member_id as member, part.document_id, bool_or(part.section is null) as is_whole,
      array_agg(part.section) as sections
    from committee_area_part as part where part.kind = 'section' and ${whose}
    group by part.committee_member_id, part.document_id) as chosen
  join document_item as item on item.document_id = chosen.document_id
    and (chosen.is_whole or item.section = any(chosen.sections))`;

// The latest decision about a task and a component counts.
const tasksOfIndicators = (whose: Condition) => sql`
  select part.committee_member_id, latest.task_id from committee_area_part as part
  join (
    select distinct on (task_id, component_code) task_id, component_code, decision from task_purpose_decision
    where component_code is not null
    order by task_id, component_code, at desc, decision_id desc) as latest
    on latest.decision = 'link' and (latest.component_code = part.indicator_code
      or starts_with(latest.component_code, part.indicator_code || '.'))
  where part.kind = 'indicator' and ${whose}`;

// Tasks that belong to an area in two ways come twice.
const tasksIn = (whose: Condition, today: PlainDate) => sql`
  select member, id as task_id from (${itemsOfSections(whose)}) as item
  union all
  select member, item_id from (${tasksOfOrganizations(whose, today)}) as led
  union all
  select part.committee_member_id, part.task_id from committee_area_part as part
  where part.kind = 'task' and ${whose}
  union all
  ${tasksOfIndicators(whose)}`;

const wholeProvince = (whose: Condition) => sql`
  select part.committee_member_id as member, standing.task_id from committee_area_part as part
  cross join task_standing as standing where part.kind = 'province' and ${whose}`;

/**
 * The tasks in the area of each member, of today and of others, as rows of `member` and `task_id`, ended tasks among them; of one member
 * alone where it is given.
 */
export const tasksOfMembers = (today: PlainDate, member?: string): RawBuilder<unknown> => {
  const whose = member === undefined ? sql<SqlBool>`true` : ofMember(member);
  return sql`select distinct member, task_id from (
    ${tasksIn(whose, today)} union all ${wholeProvince(whose)}) as area`;
};

/** Whether the task of `standing` is in the area of a member; of `none`, in no area of a member of today but the whole province. */
export const isTaskInArea = (member: string, today: PlainDate): Condition =>
  member === NOBODY
    ? sql`not exists (
        select from (${tasksIn(ofMembersOn(today), today)}) as assigned where assigned.task_id = standing.task_id)`
    : sql`standing.task_id in (
        select task_id from (${tasksIn(ofMember(member), today)} union all ${wholeProvince(ofMember(member))}) as area)`;

/** Whether the target of `item` is in the area of a member: in one of its sections, or led by one of its organizations. */
export const isTargetInArea = (member: string, today: PlainDate): Condition => {
  const whose = ofMember(member);
  return sql`(
    exists (select from committee_area_part as part where part.kind = 'province' and ${whose})
    or item.id in (select id from (${itemsOfSections(whose)}) as standing_there)
    or item.id in (select item_id from (${tasksOfOrganizations(whose, today)}) as led))`;
};

/** Whether a task is in one of these areas. */
export const isTaskInAreas = async (
  db: Db,
  taskId: string,
  members: readonly string[],
  today: PlainDate,
): Promise<boolean> => {
  if (members.length === 0) return false;
  const isInOne = sql.join(
    members.map((member) => isTaskInArea(member, today)),
    sql` or `,
  );
  const { rows } = await sql<{ isIn: boolean }>`
    select exists (
      select from task_standing as standing where standing.task_id = ${taskId} and (${isInOne})) as "isIn"`.execute(
    db,
  );
  return rows[0]?.isIn === true;
};

/**
 * Whether a `difficulty` is of the area of a member: raised by one of its organizations, or about one of its tasks or a target in its
 * sections.
 */
export const isDifficultyInArea = (member: string, today: PlainDate): Condition => {
  const whose = ofMember(member);
  return sql`(
    exists (select from committee_area_part as part where part.kind = 'province' and ${whose})
    or difficulty.organization_code in (select code from (${organizationsIn(whose, today)}) as answering)
    or difficulty.item_id in (select task_id from (${tasksIn(whose, today)}) as area))`;
};

/** Who is a member on a day, in the order of their posts. */
export const listCommitteeMembers = async (
  db: Db,
  today: PlainDate,
  accountId: string | undefined,
): Promise<readonly CommitteeMemberName[]> => {
  const { rows } = await sql<CommitteeMemberName>`
    select member.committee_member_id as id, coalesce(account.display_name, member.name) as name, member.office,
      member.area, member.is_simulated as "isSimulated",
      coalesce(member.account_id = ${accountId ?? null}::uuid, false) as "isOwn"
    from committee_member as member left join account on account.account_id = member.account_id
    where ${isMemberOn(today)}
    order by array_position(${[...COMMITTEE_POSTS]}::text[], member.post),
      member.valid_from, member.committee_member_id`.execute(db);
  return rows;
};
