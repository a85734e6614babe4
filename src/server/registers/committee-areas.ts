import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { CommitteeMemberName } from '#contract/committee-member.ts';
import type { Db } from '#server/db/database.ts';

/** Instead of a member: what is in nobody's own area. */
export const NOBODY = 'none';

type Condition = RawBuilder<SqlBool>;

/** Which parts (`part`) are meant. */
const ofMember = (id: string): Condition => sql`part.committee_member_id = ${id}`;
const ofMembersOn = (today: PlainDate): Condition => sql`part.committee_member_id in (
  select committee_member_id from committee_member
  where valid_from <= ${today}::date and coalesce(valid_to >= ${today}::date, true))`;

// Whoever has taken the work over answers for what a merged organization led, and each member for a group.
const organizationsIn = (whose: Condition, today: PlainDate) => sql`
  with recursive named (member, code) as (
    select part.committee_member_id, part.organization_code from committee_area_part as part
    where part.kind = 'organization' and ${whose}
    union
    select named.member, heir.organization_code from named
    join organization as gone on gone.code = named.code and gone.valid_to < ${today}::date
    join organization_predecessor as heir on heir.predecessor_code = named.code)
  select member, code from named
  union
  select named.member, one.code from named
  join organization as many on many.code = named.code and many.kind = 'group'
  join organization as one on one.kind = any(many.member_kinds)`;

const itemsOfSections = (whose: Condition) => sql`
  select part.committee_member_id as member, item.id from committee_area_part as part
  join document_item as item on item.document_id = part.document_id
    and (part.section is null or item.section = part.section)
  where part.kind = 'section' and ${whose}`;

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

const tasksIn = (whose: Condition, today: PlainDate) => sql`
  select member, id as task_id from (${itemsOfSections(whose)}) as item
  union
  select answering.member, led.task_id from (${organizationsIn(whose, today)}) as answering
  join part_standing as led on led.organization_code = answering.code and led.role = 'lead'
  union
  select part.committee_member_id, part.task_id from committee_area_part as part
  where part.kind = 'task' and ${whose}
  union
  ${tasksOfIndicators(whose)}`;

const wholeProvince = (whose: Condition) => sql`
  select part.committee_member_id as member, standing.task_id from committee_area_part as part
  cross join task_standing as standing where part.kind = 'province' and ${whose}`;

/** The tasks in the area of each member, of today and of others, as rows of `member` and `task_id`; ended tasks among them. */
export const tasksOfMembers = (today: PlainDate): RawBuilder<unknown> =>
  sql`${tasksIn(sql`true`, today)} union ${wholeProvince(sql`true`)}`;

/** Whether the task of `standing` is in the area of a member; of `none`, in no area of a member of today but the whole province. */
export const isTaskInArea = (member: string, today: PlainDate): Condition =>
  member === NOBODY
    ? sql`standing.task_id in (
        select task_id from task_standing
        except select task_id from (${tasksIn(ofMembersOn(today), today)}) as assigned)`
    : sql`standing.task_id in (
        select task_id from (${tasksIn(ofMember(member), today)} union ${wholeProvince(ofMember(member))}) as area)`;

/**
 * Whether a `difficulty` is of the area of a member: raised by one of its organizations, or about one of its tasks or a target in its
 * sections.
 */
export const isDifficultyInArea = (member: string, today: PlainDate): Condition => {
  const whose = ofMember(member);
  return sql`(
    exists (select from committee_area_part as part where part.kind = 'province' and ${whose})
    or difficulty.organization_code in (select code from (${organizationsIn(whose, today)}) as answering)
    or difficulty.item_id in (select id from (${itemsOfSections(whose)}) as item
      union select task_id from (${tasksIn(whose, today)}) as area))`;
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
    where member.valid_from <= ${today}::date and coalesce(member.valid_to >= ${today}::date, true)
    order by array_position(array['head', 'deputy-head', 'standing-member', 'member'], member.post),
      member.valid_from, member.committee_member_id`.execute(db);
  return rows;
};
