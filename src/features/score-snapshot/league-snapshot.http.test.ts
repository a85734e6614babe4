import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putDataValue } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
  takeScoreSnapshot,
} from './contract.ts';

const LEAGUE = { framework: 'dti-agency-2025', year: 2025 };
// The component of this framework that is measured by the best of all agencies.
const COMPARED = '3.2';

let api: TestApi;
let subjects: readonly string[];
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  const { rows } = await sql<{ subject: string }>`
    select distinct subject_code as subject from data_value
    where framework_code = ${LEAGUE.framework} and year = ${LEAGUE.year}
      and item_code in ('3.2.a', 'staff') and state = 'value'
    group by subject_code having count(*) = 2 order by subject`.execute(api.db);
  subjects = rows.map(({ subject }) => subject);
});
afterAll(() => api.close());

it('a snapshot keeps the best that its subject was compared with, whatever others report later', async () => {
  const [subject = '', other = ''] = subjects;
  const taken = await api.as('coordinator').call(takeScoreSnapshot, {
    body: {
      ...LEAGUE,
      ...{ subject, kind: 'self', name: 'Tự đánh giá', note: null, changes: [], writeId: newId() },
    },
  });
  expect(taken.status).toBe(200);
  expect(taken.body.simulated).toBe(true);
  const sheetOf = async (snapshot?: string) =>
    (
      await api.as('viewer').call(getExplanationSheet, {
        query: snapshot === undefined ? { framework: LEAGUE.framework, subject } : { snapshot },
      })
    ).body.components.find(({ code }) => code === COMPARED)?.points;
  const before = await sheetOf();
  expect(Number(before?.low)).toBeGreaterThan(0);

  const best = await api.as('coordinator').call(putDataValue, {
    params: { item: '3.2.a' },
    body: {
      ...LEAGUE,
      ...{ subject: other, state: 'value', value: '999999', comparator: '=' },
      ...{ reason: null, version: 1, writeId: newId() },
    },
  });
  expect(best.status).toBe(200);

  expect(Number((await sheetOf())?.low)).toBeLessThan(Number(before?.low));
  expect(await sheetOf(taken.body.id)).toEqual(before);
  const opened = await api.as('viewer').call(getScoreSnapshot, { params: { id: taken.body.id } });
  expect(opened.body.verification).toMatchObject({ holds: true, score: true });
  const since = await api.as('viewer').call(compareScoreSnapshots, { query: { before: taken.body.id } });
  expect(since.body.items).toEqual([]);
  expect(since.body.total.difference.low.startsWith('-')).toBe(true);
});

it('compares with no snapshot of another framework', async () => {
  const [subject = ''] = subjects;
  const idOf = async (query: Readonly<Record<string, string>>) =>
    (await api.as('viewer').call(listScoreSnapshots, { query })).body.items[0]?.id ?? '';
  const [before, after] = [await idOf({}), await idOf({ framework: LEAGUE.framework, subject })];
  const { problem } = await api.as('viewer').call(compareScoreSnapshots, { query: { before, after } });
  expect(problem).toMatchObject({
    code: 'score-snapshot.different-frameworks',
    details: { before: 'dti-province-2025', after: LEAGUE.framework },
  });
});
