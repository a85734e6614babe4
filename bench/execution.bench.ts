import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { makeDataDirectory, startSystemProcess } from '#e2e/system.ts';
import { type Place, withDatabase } from './collection-filling.ts';
import { openSession } from './collection.bench.ts';
import { againstBudget, percentile, type BenchRow } from './row.ts';
import { send } from './send.ts';

const PLANS = 20;
const TASKS = 20_000;
const VISITS = 60;
const WARM_UPS = 10;

/**
 * Twenty thousand tasks in twenty plans, as the plans of a province give them: one in ten to all communes, three in ten
 * with all departments to help, the rest to one or two; due through two years, some recurring, some over years, some never.
 */
const fill = async (db: Db): Promise<void> => {
  await sql`
    insert into document (id, identity_key, year, is_draft, recipients, legal_basis, origin, doc_type, doc_number,
      issue_date, search_key, registered_at)
    select gen_random_uuid(), 'bench ' || place, 2026, false, '[]', '[]', 'document', 'Kế hoạch', place || '/KH-UBND',
      date '2026-01-05', '', now() from generate_series(1, ${PLANS}) as place`.execute(db);
  await sql`
    insert into plan (document_id, name, period_start, period_end)
    select id, identity_key, date '2026-01-01', date '2027-12-31' from document
    where identity_key like 'bench %'`.execute(db);
  await sql`
    insert into document_item (id, document_id, kind, item_key, position, name, section, continuation, due_kind, due_raw,
      due_start, due_end, due_before, search_key)
    select gen_random_uuid(), document.id, 'task', 'bench ' || place, place,
      'Xây dựng, cập nhật và khai thác cơ sở dữ liệu chuyên ngành số ' || place, 'Mục ' || place % 12, '[]',
      case place % 20 when 0 then 'recurring' when 1 then 'range' when 2 then 'ongoing' else 'day' end,
      case place % 20 when 0 then 'hằng quý' else 'theo kế hoạch' end,
      case place % 20 when 1 then date '2026-01-01' end,
      case place % 20 when 0 then null when 1 then date '2028-12-31' when 2 then null
        else date '2026-01-01' + place % 730 end,
      false, 'xay dung co so du lieu ' || place
    from generate_series(1, ${TASKS}) as place
    join document on document.identity_key = 'bench ' || (1 + place % ${PLANS})`.execute(db);
  await sql`
    insert into task (item_id, form) select id, 'table-row' from document_item where item_key like 'bench %'`.execute(
    db,
  );
  await sql`
    insert into item_agency (item_id, role, position, name_as_written, name_key, organization_code)
    select item.id, 'lead', 0, 'x', 'x',
      case when item.position % 10 = 3 then 'UBND_XA' else departments.codes[1 + item.position % cardinality(departments.codes)] end
    from document_item as item
    cross join (select array_agg(code order by position) as codes from organization
      where kind = 'department' and valid_to is null) as departments
    where item.item_key like 'bench %'`.execute(db);
  await sql`
    insert into item_agency (item_id, role, position, name_as_written, name_key, organization_code)
    select id, 'coordinating', 1, 'x', 'x', 'SBN' from document_item
    where item_key like 'bench %' and position % 10 in (4, 5, 6)`.execute(db);
  await sql`
    insert into task_event (event_id, task_id, organization_code, version, kind, period, percent, at, by, write_id)
    select gen_random_uuid(), item.id, agency.organization_code, 1, 'report', '', 40, now(),
      (select account_id from account limit 1), gen_random_uuid()
    from document_item as item join item_agency as agency on agency.item_id = item.id and agency.role = 'lead'
    where item.item_key like 'bench %' and item.position % 3 = 0 and agency.organization_code <> 'UBND_XA'`.execute(
    db,
  );
};

// Two members: one with sections, organizations and a group, one with a whole plan.
const fillCommittee = async (db: Db): Promise<void> => {
  await sql`
    insert into committee_member (committee_member_id, name, post, area, valid_from, is_simulated, version)
    select gen_random_uuid(), 'bench ' || place, 'member', 'bench ' || place, date '2026-01-01', true, 1
    from generate_series(1, 2) as place`.execute(db);
  await sql`
    insert into committee_area_part (committee_area_part_id, committee_member_id, position, kind, document_id, section,
      organization_code)
    select gen_random_uuid(), member.committee_member_id, row_number() over (partition by member.name), part.kind,
      part.document_id, part.section, part.organization_code
    from committee_member as member
    join (
      select 'bench 1' as name, 'section' as kind, document.id as document_id, 'Mục ' || place as section,
        null as organization_code
      from document cross join generate_series(0, 5) as place where document.identity_key like 'bench %'
      union all select 'bench 1', 'organization', null, null, code from organization
      where code in ('STP', 'SKHCN', 'UBND_XA')
      union all select 'bench 2', 'section', id, null, null from document where identity_key = 'bench 7')
      as part on part.name = member.name`.execute(db);
};

const visit = async (address: string, cookie: string, path: string): Promise<number> => {
  const times: number[] = [];
  for (let count = 0; count < WARM_UPS + VISITS; count += 1) {
    const { milliseconds, status, text } = await send(address, cookie, path);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    times.push(milliseconds);
  }
  return percentile(times.slice(WARM_UPS), 0.95);
};

const measureAt = async (address: string, place: Place): Promise<readonly BenchRow[]> => {
  await withDatabase(place, fill);
  await withDatabase(place, fillCommittee);
  const coordinator = await openSession(address, 'dieu-phoi');
  const agency = await openSession(address, 'stp-can-bo');
  const first = await send(address, coordinator, '/execution/board');
  if (first.status !== 200) throw new Error(first.text);
  const { total } = JSON.parse(first.text) as { readonly total: number };
  const size = `${String(total)} tasks`;
  const choices = JSON.parse((await send(address, coordinator, '/execution/choices')).text) as {
    readonly members: readonly { readonly id: string; readonly area: string }[];
  };
  const member = choices.members.find(({ area }) => area === 'bench 1')?.id ?? '';
  const span = 'dueFrom=2026-01-01&dueTo=2027-12-31';
  const row = async (work: string, cookie: string, path: string): Promise<BenchRow> =>
    againstBudget(`${work}, ${size}, p95`, await visit(address, cookie, path), 150, 'ms');
  const derivedAfter = async (work: string, change: (db: Db) => Promise<unknown>): Promise<BenchRow> => {
    await withDatabase(place, change);
    const { milliseconds, status, text } = await send(address, coordinator, '/execution/board');
    if (status !== 200) throw new Error(text);
    return againstBudget(`states of ${size} ${work}`, milliseconds / 1000, 5, 's');
  };
  const derivations = [
    againstBudget(`states of ${size} derived for the first time`, first.milliseconds / 1000, 15, 's'),
    await derivedAfter('derived anew and found to be as before', (db) =>
      sql`delete from standing_basis`.execute(db),
    ),
    await derivedAfter('derived anew after a day off was entered', (db) =>
      sql`insert into calendar_entry (calendar_entry_id, day, kind, reason, recorded_at, recorded_by)
        select gen_random_uuid(), date '2026-12-31', 'day-off', 'bench', now(), account_id from account limit 1`.execute(
        db,
      ),
    ),
  ];
  // What the database does itself within a minute of so many new rows.
  await withDatabase(place, (db) => sql`analyze`.execute(db));
  return [
    ...derivations,
    await row('board of tasks', coordinator, '/execution/board'),
    await row('board of an agency’s parts', agency, '/execution/board'),
    await row('table of tasks, a late page', coordinator, '/execution/tasks?offset=15000'),
    await row('board of a member’s area', coordinator, `/execution/board?responsible=${member}`),
    await row('board of tasks in nobody’s area', coordinator, '/execution/board?responsible=none'),
    await row('committee with its counts', coordinator, '/steering-committee/members'),
    await row('tasks found by words', coordinator, '/execution/tasks?text=lieu%2019'),
    await row('timeline of two years', coordinator, `/execution/schedule?by=quarter&${span}`),
  ];
};

/** The states of very many tasks, on the real server and the embedded database. */
export const measureExecution = async (): Promise<readonly BenchRow[]> => {
  const data = makeDataDirectory();
  const system = await startSystemProcess(data.path);
  try {
    return await measureAt(system.address, { kind: 'embedded', dataDirectory: data.path });
  } finally {
    await system.stop();
    data.remove();
  }
};
