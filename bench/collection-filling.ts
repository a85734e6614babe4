import { sql } from 'kysely';
import { FrameworkDefinition } from '#contract/framework.ts';
import province from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { listIndicators } from '#core/scoring/framework.ts';
import { hashSessionToken, newSessionToken } from '#server/auth/session-token.ts';
import { type DatabaseAddress, openAsMigrator } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

/** A round a month for five years. */
const ROUNDS = 60;
const FIRST_YEAR = 2022;
const HOUSES = 142;
const ITEMS = 60;
/** How often each figure was typed before it was sent. */
const REVISIONS = 2;

/** Where a running system keeps its figures: a folder with the embedded server, or a database outside. */
export type Place =
  | { readonly kind: 'embedded'; readonly dataDirectory: string }
  | { readonly kind: 'outside'; readonly url: string };

const openPlace = async (place: Place): Promise<{ address: DatabaseAddress; leave: () => Promise<void> }> => {
  if (place.kind === 'outside') {
    return { address: { connectionString: place.url }, leave: () => Promise.resolve() };
  }
  const { dataDirectory } = place;
  const server = await openEmbeddedPostgres({ dataDirectory, report: () => undefined, whenInUse: 'join' });
  return { address: server.address('senso'), leave: () => server.stop() };
};

/** Works on the database of a running system, beside it. */
export const withDatabase = async <Answer>(
  place: Place,
  work: (db: Db) => Promise<Answer>,
): Promise<Answer> => {
  const { address, leave } = await openPlace(place);
  const { db, close } = openAsMigrator(address);
  try {
    return await work(db);
  } finally {
    await close();
    await leave();
  }
};

const listAsked = () => {
  const framework = FrameworkDefinition.parse(province);
  return listIndicators(framework)
    .flatMap(({ code, dataItems }) => dataItems.map((item) => ({ item, indicator: code })))
    .filter(({ item }, place, all) => all.findIndex((other) => other.item === item) === place)
    .slice(0, ITEMS)
    .map((asked, position) => ({ ...asked, position }));
};

interface FilledRound {
  readonly id: string;
  readonly period: string;
  readonly due: string;
  readonly isLast: boolean;
}

const listRounds = (newId: () => string): readonly FilledRound[] =>
  Array.from({ length: ROUNDS }, (_, place) => {
    const month = String((place % 12) + 1).padStart(2, '0');
    const period = `${String(FIRST_YEAR + Math.floor(place / 12))}-${month}`;
    const isLast = place === ROUNDS - 1;
    return { id: newId(), period, due: isLast ? '2099-12-20' : `${period}-20`, isLast };
  });

const addRound = async (db: Db, { id, period, due, isLast }: FilledRound, asked: string): Promise<void> => {
  const year = Number(period.slice(0, 4));
  await sql`insert into reporting_round (round_id, title, framework_code, framework_version, year, period,
      value_kind, state, due_day, due_before, appraisal_steps, requires_evidence, version, created_at, opened_at)
    values (${id}, ${`Báo cáo tháng ${period}`}, 'dti-province-2025', 1, ${year}, ${period}, 'final',
      ${isLast ? 'open' : 'published'}, ${due}, false, 1, false, 2, now(), now())`.execute(db);
  await sql`insert into round_request (round_id, organization_code, subject_code, item_code, indicator_code, share, position)
    select ${id}::uuid, house.code, house.code, asked.item, asked.indicator, 'whole', asked.position
    from (select code from organization where valid_to is null and kind not in ('group', 'province')
      order by (kind in ('commune', 'ward')) desc, position limit ${HOUSES}) as house
    cross join jsonb_to_recordset(${asked}::jsonb) as asked (item text, indicator text, position int)`.execute(
    db,
  );
  await sql`insert into submission (submission_id, round_id, organization_code, state, appraiser_codes, asked_count,
      answered_count, submitted_at, version, changed_at)
    select gen_random_uuid(), ${id}::uuid, organization_code, ${isLast ? 'draft' : 'published'}, '{}', count(*),
      ${isLast ? 0 : ITEMS}, ${isLast ? null : `${due}T08:00:00Z`}::timestamptz, 1, now()
    from round_request where round_id = ${id}::uuid group by organization_code`.execute(db);
};

/** Answers to every figure of a past round, each typed more than once. */
const addAnswers = async (db: Db, { id }: FilledRound): Promise<void> => {
  await sql`insert into answer (submission_id, subject_code, item_code, state, value, version, changed_at)
    select submission.submission_id, request.subject_code, request.item_code, 'value',
      (request.position * 7 + hashtext(request.organization_code) % 50 + 100)::text, ${REVISIONS}, now()
    from round_request as request join submission using (round_id, organization_code)
    where request.round_id = ${id}::uuid`.execute(db);
  await sql`insert into answer_revision (revision_id, submission_id, subject_code, item_code, kind, version, content, at, write_id)
    select gen_random_uuid(), submission_id, subject_code, item_code, 'declared', typed.version,
      jsonb_build_object('value', jsonb_build_object('state', 'value', 'value', value, 'comparator', '='),
        'note', null, 'explanation', null), now(), gen_random_uuid()
    from answer join submission using (submission_id) cross join generate_series(1, ${REVISIONS}) as typed (version)
    where round_id = ${id}::uuid`.execute(db);
};

/** What the quarters of past rounds left in the series of figures, with its history. */
const addSeries = async (db: Db): Promise<void> => {
  await sql`insert into period_value (framework_code, subject_code, item_code, period, value, origin, recorded_at, kind, source)
    select round.framework_code, answer.subject_code, answer.item_code,
      left(round.period, 4) || '-Q' || right(round.period, 2)::int / 3, answer.value::numeric, 'entered', now(), 'final', round.title
    from answer join submission using (submission_id) join reporting_round as round using (round_id)
    where right(round.period, 2)::int % 3 = 0
    on conflict do nothing`.execute(db);
  await sql`insert into period_value_revision (revision_id, framework_code, subject_code, item_code, period, version,
      new_value, new_kind, source, write_id, changed_at, changed_by)
    select gen_random_uuid(), framework_code, subject_code, item_code, period, typed.version, value, kind, source,
      gen_random_uuid(), now(), (select account_id from account order by created_at limit 1)
    from period_value cross join generate_series(1, ${REVISIONS}) as typed (version) where origin = 'entered'`.execute(
    db,
  );
};

const countValues = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from answer) + (select count(*) from answer_revision)
      + (select count(*) from period_value) + (select count(*) from period_value_revision)
      + (select count(*) from data_value) + (select count(*) from data_value_revision))::int as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};

/** Five years of monthly rounds, all but the last published, each with an answer to every figure. */
const fill = async (db: Db, newId: () => string) => {
  const asked = JSON.stringify(listAsked());
  const rounds = listRounds(newId);
  for (const round of rounds) {
    await addRound(db, round, asked);
    if (!round.isLast) await addAnswers(db, round);
  }
  await addSeries(db);
  // What the filling left to be tidied and written would otherwise fall into the measured minute.
  await sql`vacuum analyze`.execute(db);
  await sql`checkpoint`.execute(db);
  return { openRound: rounds.at(-1)?.id ?? '', values: await countValues(db) };
};

/** What the filled system holds, and how to look into it afterwards. */
export interface FilledRounds {
  readonly rounds: number;
  /** Figures in all tables of figures, with their history. */
  readonly values: number;
  readonly openRound: string;
  /** Revisions of answers that are stored in a round. */
  readonly countRevisions: (roundId: string) => Promise<number>;
  /** How many submissions of a round have been sent. */
  readonly countSent: (roundId: string) => Promise<number>;
}

const countIn = async (
  place: Place,
  query: (db: Db) => Promise<{ rows: { count: number }[] }>,
): Promise<number> => withDatabase(place, async (db) => (await query(db)).rows[0]?.count ?? 0);

/** Fills a running system with five years of rounds, the last of them open. */
export const fillRounds = async (place: Place, newId: () => string): Promise<FilledRounds> => {
  const { openRound, values } = await withDatabase(place, (db) => fill(db, newId));
  return {
    ...{ rounds: ROUNDS, values, openRound },
    countRevisions: (roundId) =>
      countIn(place, (db) =>
        sql<{
          count: number;
        }>`select count(*)::int as count from answer_revision join submission using (submission_id)
          where round_id = ${roundId}::uuid`.execute(db),
      ),
    countSent: (roundId) =>
      countIn(place, (db) =>
        sql<{ count: number }>`select count(*)::int as count from submission
          where round_id = ${roundId}::uuid and state = 'submitted'`.execute(db),
      ),
  };
};

/** A house in the hour of the deadline: its submission, and the sessions of its people. */
export interface BenchHouse {
  readonly submissionId: string;
  readonly reporters: readonly string[];
  /** Who signs. */
  readonly head: string;
}

interface BenchPerson {
  readonly username: string;
  readonly role: 'reporter' | 'approver';
  readonly code: string;
  readonly token: string;
}

const addPeople = async (db: Db, people: readonly BenchPerson[]): Promise<void> => {
  const text = JSON.stringify(
    people.map(({ token, ...person }) => ({ ...person, hash: hashSessionToken(token) })),
  );
  await sql`with person as (
      select gen_random_uuid() as id, username, code, role, hash
      from jsonb_to_recordset(${text}::jsonb) as person (username text, code text, role text, hash text)
    ), added as (
      insert into account (account_id, username, display_name, created_at, updated_at)
      select id, username, username, now(), now() from person
    ), held as (
      insert into role_holding (role_holding_id, account_id, role, organization_code, valid_from, granted_at, granted_by)
      select gen_random_uuid(), id, role, code, '2020-01-01', now(), 'bench' from person
    )
    insert into session (token_hash, account_id, created_at, last_seen_at, expires_at)
    select hash, id, now(), now(), now() + interval '1 day' from person`.execute(db);
};

/** The people of each house of a round, each with a session of their own. */
export const makeHouses = (
  place: Place,
  roundId: string,
  reportersPerHouse: number,
): Promise<readonly BenchHouse[]> =>
  withDatabase(place, async (db) => {
    const { rows } = await sql<{ id: string; code: string }>`
      select submission_id as id, organization_code as code from submission where round_id = ${roundId}::uuid
      order by organization_code`.execute(db);
    const houses = rows.map(({ id, code }, house) => {
      const roles = [
        ...Array.from({ length: reportersPerHouse }, () => 'reporter' as const),
        'approver' as const,
      ];
      const people = roles.map((role, seat): BenchPerson => ({
        ...{ role, code, token: newSessionToken() },
        username: `nguoi-${String(house)}-${String(seat)}`,
      }));
      return { id, people };
    });
    await addPeople(
      db,
      houses.flatMap(({ people }) => people),
    );
    const cookieOf = ({ token }: BenchPerson): string => `senso_session=${token}`;
    return houses.map(({ id, people }) => ({
      submissionId: id,
      reporters: people.filter(({ role }) => role === 'reporter').map(cookieOf),
      head: people.filter(({ role }) => role === 'approver').map(cookieOf)[0] ?? '',
    }));
  });

/** Makes forms complete but for what is typed in the last minutes: what is blank has its reason. */
export const completeForms = (place: Place, submissionIds: readonly string[]): Promise<void> =>
  withDatabase(place, async (db) => {
    await sql`insert into answer (submission_id, subject_code, item_code, state, explanation, version, changed_at)
      select submission.submission_id, request.subject_code, request.item_code, 'blank', 'chưa có số liệu', 1, now()
      from submission join round_request as request using (round_id, organization_code)
      where submission.submission_id = any(${[...submissionIds]}::uuid[])`.execute(db);
  });
