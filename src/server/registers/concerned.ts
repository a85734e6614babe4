import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';

const inRole = (role: AgencyRole | undefined): RawBuilder<unknown> =>
  role === undefined ? sql`` : sql`and agency.role = ${role}`;

/** Whether the item (`item`) names the organization itself, in the role if one is asked for. */
export const isNamed = (code: string, role?: AgencyRole): RawBuilder<SqlBool> =>
  sql`item.id in (
    select agency.item_id from item_agency as agency where agency.organization_code = ${code} ${inRole(role)})`;

/**
 * Whether the item names a group that the organization belonged to in the year of the document (`document`):
 * what is asked of all departments concerns each department that existed then, and a task who has to do it today.
 */
export const isMemberOfNamedGroup = (
  code: string,
  today: PlainDate,
  role?: AgencyRole,
): RawBuilder<SqlBool> =>
  sql`item.id in (
    select agency.item_id
    from item_agency as agency
    join organization as named on named.code = agency.organization_code and named.kind = 'group'
    join organization as member on member.code = ${code} and member.kind = any(named.member_kinds)
    where true ${inRole(role)})
  and exists (select from organization as member where member.code = ${code} and ${isConcernedAsMember(sql`member`, today)})`;

/**
 * Whether what the item (`item`) asks of a group concerns an organization of the group: it existed then, or answers for
 * a task today.
 */
export const isConcernedAsMember = (
  organization: RawBuilder<unknown>,
  today: PlainDate,
): RawBuilder<SqlBool> =>
  sql`((${existedThen(organization)}) or (item.kind = 'task'
    and coalesce(${organization}.valid_from <= ${today}::date, true)
    and coalesce(${organization}.valid_to >= ${today}::date, true)))`;

/** Whether an organization existed in the year of the document; unknown bounds and years exclude nothing. */
const existedThen = (organization: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(${organization}.valid_from is null or document.year is null
       or ${organization}.valid_from <= make_date(greatest(document.year, 1), 12, 31))
  and (${organization}.valid_to is null or document.year is null
       or ${organization}.valid_to >= coalesce(document.issue_date, make_date(greatest(document.year, 1), 1, 1)))`;
