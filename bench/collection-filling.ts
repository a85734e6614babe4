import { sql } from 'kysely';
import { FrameworkDefinition } from '#contract/framework.ts';
import province from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { listIndicators } from '#core/scoring/framework.ts';
import { hashSessionToken, newSessionToken } from '#server/auth/session-token.ts';
import { openAsMigrator } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';

const ROUNDS = 20;
const HOUSES = 142;
const ITEMS = 60;

/** Works on the database of a running system, beside it. */
const withDatabase = async <Answer>(
  dataDirectory: string,
  work: (db: Db) => Promise<Answer>,
): Promise<Answer> => {
  const server = await openEmbeddedPostgres({
    dataDirectory,
    report: () => undefined,
    whenInUse: 'join',
  });
  const { db, close } = openAsMigrator(server.address('senso'));
  try {
    return await work(db);
  } finally {
    await close();
    await server.stop();
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

/** Five years of quarterly rounds, all but the last published, each with an answer to every figure. */
const fill = async (db: Db, newId: () => string) => {
  const asked = JSON.stringify(listAsked());
  const ids = Array.from({ length: ROUNDS }, () => newId());
  for (const [place, id] of ids.entries()) {
    const isLast = place === ROUNDS - 1;
    const year = 2022 + Math.floor(place / 4);
    const due = isLast ? '2099-12-20' : `${String(year)}-${String((place % 4) * 3 + 3)}-20`;
    await sql`insert into reporting_round (round_id, title, framework_code, framework_version, year, period,
        value_kind, state, due_day, due_before, appraisal_steps, requires_evidence, version, created_at, opened_at)
      values (${id}, ${`Quý ${String((place % 4) + 1)}/${String(year)}`}, 'dti-province-2025', 1, ${year},
        ${`${String(year)}-Q${String((place % 4) + 1)}`}, 'final', ${isLast ? 'open' : 'published'}, ${due}, false, 1, false, 2,
        now(), now())`.execute(db);
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
    if (isLast) continue;
    await sql`insert into answer (submission_id, subject_code, item_code, state, value, version, changed_at)
      select submission.submission_id, request.subject_code, request.item_code, 'value',
        (request.position * 7 + hashtext(request.organization_code) % 50 + 100)::text, 1, now()
      from round_request as request join submission using (round_id, organization_code)
      where request.round_id = ${id}::uuid`.execute(db);
  }
  await sql`analyze`.execute(db);
  return ids;
};

/** What the filled system holds, and how to look into it afterwards. */
export interface FilledRounds {
  readonly rounds: number;
  readonly answers: number;
  readonly latestRound: string;
  readonly openRound: string;
  /** Revisions of answers that are stored in a round. */
  readonly countRevisions: (roundId: string) => Promise<number>;
}

/** Fills a running system with five years of rounds, the last of them open. */
export const fillRounds = async (dataDirectory: string, newId: () => string): Promise<FilledRounds> => {
  const ids = await withDatabase(dataDirectory, (db) => fill(db, newId));
  const last = ids.at(-1) ?? '';
  const countRevisions = (roundId: string): Promise<number> =>
    withDatabase(dataDirectory, async (db) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from answer_revision join submission using (submission_id)
        where round_id = ${roundId}::uuid`.execute(db);
      return rows[0]?.count ?? 0;
    });
  return {
    ...{ rounds: ROUNDS, answers: (ROUNDS - 1) * HOUSES * ITEMS },
    ...{ latestRound: last, openRound: last, countRevisions },
  };
};

/** A person who may fill in the form of an organization. */
export interface BenchReporter {
  readonly cookie: string;
  readonly submissionId: string;
}

/** Three reporters of each organization of a round, each with a session of their own. */
export const makeReporters = (
  dataDirectory: string,
  roundId: string,
  perHouse: number,
): Promise<readonly BenchReporter[]> =>
  withDatabase(dataDirectory, async (db) => {
    const { rows: houses } = await sql<{ id: string; code: string }>`
      select submission_id as id, organization_code as code from submission where round_id = ${roundId}::uuid
      order by organization_code`.execute(db);
    const people = houses.flatMap(({ id, code }, house) =>
      Array.from({ length: perHouse }, (_, place) => {
        const token = newSessionToken();
        const username = `nguoi-${String(house)}-${String(place)}`;
        return { username, code, submissionId: id, token, hash: hashSessionToken(token) };
      }),
    );
    const text = JSON.stringify(people.map(({ username, code, hash }) => ({ username, code, hash })));
    await sql`with person as (
        select gen_random_uuid() as id, username, code, hash
        from jsonb_to_recordset(${text}::jsonb) as person (username text, code text, hash text)
      ), added as (
        insert into account (account_id, username, display_name, created_at, updated_at)
        select id, username, username, now(), now() from person
      ), held as (
        insert into role_holding (role_holding_id, account_id, role, organization_code, valid_from, granted_at, granted_by)
        select gen_random_uuid(), id, 'reporter', code, '2020-01-01', now(), 'bench' from person
      )
      insert into session (token_hash, account_id, created_at, last_seen_at, expires_at)
      select hash, id, now(), now(), now() + interval '1 day' from person`.execute(db);
    return people.map(({ token, submissionId }) => ({ cookie: `senso_session=${token}`, submissionId }));
  });
