import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#server/db/database.ts';
import type { AuditFilter } from './contract.ts';

export interface AuditEventRow {
  readonly id: string;
  readonly position: number;
  /** Instant, ISO 8601 in UTC, to the microsecond. */
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly acting_as: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subject_name: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly request_id: string | null;
}

/** A place between two events. */
export interface AuditCursor {
  readonly at: string;
  readonly position: number;
}

// A subject such as `account:` asks for all of its kind.
const bySubject = (subject: string): RawBuilder<SqlBool> =>
  subject.endsWith(':')
    ? sql`split_part(event.subject, ':', 1) = ${subject.slice(0, -1)}`
    : sql`event.subject = ${subject}`;

const conditionsOf = (filter: AuditFilter): readonly RawBuilder<SqlBool>[] => [
  sql<SqlBool>`event.sequence is not null`,
  ...(filter.actor === undefined ? [] : [sql<SqlBool>`event.actor = ${filter.actor}`]),
  ...(filter.action === undefined ? [] : [sql<SqlBool>`event.action = ${filter.action}`]),
  ...(filter.subject === undefined ? [] : [bySubject(filter.subject)]),
  ...(filter.from === undefined
    ? []
    : [sql<SqlBool>`event.at >= ${filter.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`]),
  ...(filter.to === undefined
    ? []
    : [sql<SqlBool>`event.at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`]),
  // The very words of the index.
  ...(filter.denials === undefined ? [] : [sql<SqlBool>`event.action ~ '\\.(deny|refuse|brake)$'`]),
];

// Without a person behind it an actor is a process, and a subject something else than an account.
const NAMES = sql`
  left join account as person on person.account_id::text = event.actor
  left join account as other on event.subject = 'account:' || other.account_id::text`;

/** Events in the order of their instants, the newest first, from a place on. */
export const listEvents = async (
  db: Db,
  filter: AuditFilter,
  after: AuditCursor | undefined,
  limit: number,
): Promise<readonly AuditEventRow[]> => {
  const conditions = [
    ...conditionsOf(filter),
    ...(after
      ? [sql<SqlBool>`(event.at, event.sequence) < (${after.at}::timestamptz, ${after.position})`]
      : []),
  ];
  const found = await sql<AuditEventRow>`
    select event.audit_event_id as id, event.sequence as position, event.at, event.actor,
           person.display_name as actor_name, event.acting_as, event.address, event.action, event.subject,
           other.display_name as subject_name, event.details, event.request_id
    from (
      select * from audit_event as event
      where ${sql.join(conditions, sql` and `)}
      order by event.at desc, event.sequence desc limit ${limit}
    ) as event ${NAMES}
    order by event.at desc, event.sequence desc`.execute(db);
  return found.rows;
};

// From one value to the next by the index: a distinct over a long trail would read all of it.
const distinct = (column: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive found(value) as (
    (select ${column} from audit_event order by ${column} limit 1)
    union all
    select (select ${column} from audit_event where ${column} > found.value order by ${column} limit 1)
    from found where found.value is not null
  )
  select found.value from found where found.value is not null`;

export const listActors = async (
  db: Db,
): Promise<readonly { readonly id: string; readonly name: string | null }[]> => {
  const found = await sql<{ id: string; name: string | null }>`
    select actor.value as id, person.display_name as name
    from (${distinct(sql`actor`)}) as actor
    left join account as person on person.account_id::text = actor.value
    order by person.display_name nulls last, actor.value`.execute(db);
  return found.rows;
};

export const listActions = async (db: Db): Promise<readonly string[]> => {
  const found = await sql<{ value: string }>`${distinct(sql`action`)} order by value`.execute(db);
  return found.rows.map(({ value }) => value);
};
