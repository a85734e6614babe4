import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getComponent, getIndexOverview, putDataValue } from '#features/index-score/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getLeague, type League, listLeagues } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const leagueOf = async (framework: string, component?: string): Promise<League> => {
  const query = component === undefined ? {} : { component };
  const answer = await api.as('viewer').call(getLeague, { params: { framework }, query });
  expect(answer.status).toBe(200);
  return answer.body;
};

describe('leagues', () => {
  it('are the frameworks with figures of several subjects, latest year first, marked as simulated', async () => {
    const { body } = await api.as('viewer').call(listLeagues);
    expect(
      body.items.map(({ framework, subjectCount, simulated }) => [framework.code, subjectCount, simulated]),
    ).toEqual([
      ['dti-agency-2026', 22, true],
      ['dti-commune-2026', 102, true],
      ['dti-agency-2025', 22, true],
      ['dti-commune-2025', 102, true],
    ]);
  });

  it('rank every subject overall and by main indicator, each once', async () => {
    const { rows, columns, chosen, unreported, simulated } = await leagueOf('dti-commune-2026');
    expect(rows).toHaveLength(102);
    expect(new Set(rows.map(({ subject }) => subject.code)).size).toBe(102);
    expect(columns.map(({ componentCode }) => componentCode)).toEqual([
      null,
      ...['1', '2', '3', '4', '5', '6', '7', '8'],
    ]);
    expect([chosen, unreported, simulated]).toEqual([0, [], true]);
    const ranks = rows.map(({ places }) => places[0]!.rank);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(ranks[0]).toBe(1);
    for (const { places } of rows) expect(places).toHaveLength(9);
  });

  it('add up: points of the main indicators are the points of the whole', async () => {
    const { rows } = await leagueOf('dti-agency-2025');
    for (const { places } of rows) {
      const [whole, ...mains] = places.map((place) => Number(place?.points.low ?? '0'));
      expect(mains.reduce((sum, points) => sum + points, 0)).toBeCloseTo(whole!, 1);
    }
  });

  it('give each rank the interval that it lies in, the same for everyone who asks', async () => {
    const first = await leagueOf('dti-commune-2026');
    const again = await leagueOf('dti-commune-2026');
    expect(again.rows.map(({ interval }) => interval)).toEqual(first.rows.map(({ interval }) => interval));
    for (const { places, interval } of first.rows) {
      expect(interval!.low).toBeLessThanOrEqual(places[0]!.rank);
      expect(interval!.high).toBeGreaterThanOrEqual(places[0]!.rank);
    }
    expect(first.rows.some(({ interval }) => interval!.low < interval!.high)).toBe(true);
    expect(first.uncertainty).toEqual({ draws: 10_000, weightShare: 0.25, coverage: 0.9 });
  });

  it('tell places won and lost since the earlier year, which add up to nothing without ties', async () => {
    const { rows, earlier } = await leagueOf('dti-agency-2026');
    expect(earlier).toEqual({ code: 'dti-agency-2025', year: 2025, snapshot: null, simulated: true });
    const changes = rows.map(({ places }) => places[0]!.change!);
    expect(changes.reduce((sum, change) => sum + change, 0)).toBe(0);
    expect(changes.some((change) => change !== 0)).toBe(true);
    const before = await leagueOf('dti-agency-2025');
    expect(before.earlier).toBeNull();
    expect(before.rows.every(({ places }) => places[0]!.change === null)).toBe(true);
  });

  it('are ordered by a component when one is named; a single indicator has no weights to vary', async () => {
    const { rows, columns, chosen, uncertainty } = await leagueOf('dti-commune-2026', '6.3');
    expect(columns[chosen]).toMatchObject({ componentCode: '6.3', maximum: '40' });
    const points = rows.flatMap(({ places }) => (places[chosen] ? [Number(places[chosen].points.low)] : []));
    expect(points).toEqual(points.toSorted((one, other) => other - one));
    expect(uncertainty).toBeNull();
    const main = await leagueOf('dti-commune-2026', '6');
    expect(main.uncertainty).not.toBeNull();
  });

  it('leave out of a column who is not asked, and put them last', async () => {
    const { rows, chosen } = await leagueOf('dti-agency-2026', '6.1');
    const withoutProcedures = rows.filter(({ places }) => places[chosen] === null);
    expect(withoutProcedures.map(({ subject }) => subject.code).toSorted()).toEqual(
      ['BAO_PTTH', 'CONG_TTDT', 'THONGKE', 'TTCDS', 'TTPVHCC'].toSorted(),
    );
    expect(rows.slice(-5)).toEqual(withoutProcedures);
    expect(withoutProcedures.every(({ interval }) => interval === null)).toBe(true);
  });

  it('follow a corrected figure at once, and then tell real figures from simulated ones by origin', async () => {
    const selection = { framework: 'dti-commune-2025', subject: '28261', year: '2025' };
    const before = await leagueOf('dti-commune-2025', '1.5');
    const stood = before.rows.find(({ subject }) => subject.code === '28261')!;
    const component = await api
      .as('viewer')
      .call(getComponent, { params: { code: '1.5' }, query: selection });
    const item = component.body.dataItems.find(({ item: { code } }) => code === '1.5.count')!;
    expect(item.origin).toBe('simulated');
    const corrected = Number(stood.places[before.chosen]!.points.low) === 10 ? '1' : '52';
    const written = await api.as('coordinator').call(putDataValue, {
      params: { item: '1.5.count' },
      body: {
        ...{ framework: 'dti-commune-2025', subject: '28261', year: 2025, state: 'value', value: corrected },
        ...{ comparator: '=', reason: 'counted again', version: item.version, writeId: newId() },
      },
    });
    expect(written.status).toBe(200);
    const after = await leagueOf('dti-commune-2025', '1.5');
    const stands = after.rows.find(({ subject }) => subject.code === '28261')!;
    expect(stands.places[after.chosen]!.points).not.toEqual(stood.places[before.chosen]!.points);
  });

  it('score a component that compares with the best of the league on its own page as in the league', async () => {
    const { rows, chosen } = await leagueOf('dti-agency-2026', '3.2');
    const [best, second] = rows;
    expect(best!.places[chosen]!.points).toEqual({ low: '40.00', high: '40.00' });
    const query = { framework: 'dti-agency-2026', subject: second!.subject.code, year: '2026' };
    const own = await api.as('viewer').call(getComponent, { params: { code: '3.2' }, query });
    expect(own.body.points).toEqual(second!.places[chosen]!.points);
  });

  it('leave the province the subject that is meant when none is named', async () => {
    const { body } = await api.as('viewer').call(getIndexOverview);
    expect(body.subject.code).toBe('DONG_THAP');
  });

  it('refuse what is not there', async () => {
    const call = (framework: string, query: Readonly<Record<string, string>> = {}) =>
      api.as('viewer').call(getLeague, { params: { framework }, query });
    expect((await call('nothing')).problem?.code).toBe('record.not-found');
    expect((await call('dti-commune-2026', { component: '99' })).problem).toMatchObject({
      code: 'record.not-found',
      details: { kind: 'component', code: '99' },
    });
  });

  it('list a subject of the kind that has no figure at all as not reported', async () => {
    await api.db.deleteFrom('organization').where('code', '=', 'XA_MOI').execute();
    await api.db
      .insertInto('organization')
      .values({
        ...{ code: 'XA_MOI', kind: 'commune', name: 'Xã Mới', member_kinds: [], position: 9999 },
        search_key: 'xa moi',
      })
      .execute();
    const { unreported, rows } = await leagueOf('dti-commune-2026');
    expect(unreported).toEqual([{ code: 'XA_MOI', name: 'Xã Mới', abbreviation: null, kind: 'commune' }]);
    expect(rows).toHaveLength(102);
  });
});

it.each([
  [listLeagues, {}],
  [getLeague, { params: { framework: 'dti-agency-2026' } }],
] as const)('$operationId is open to both roles and to nobody without a session', async (route, input) => {
  expect((await api.as('coordinator').call(route, input)).status).toBe(200);
  expect((await api.as('viewer').call(route, input)).status).toBe(200);
  expect((await api.as(undefined).call(route, input)).problem?.code).toBe('session.required');
});
