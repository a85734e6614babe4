import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  type DataValueInput,
  getComponent,
  getIndexOverview,
  listComponents,
  listDataValueHistory,
  putDataValue,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const SELECTION = { framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 };

const entry = (changes: Partial<DataValueInput>): DataValueInput => ({
  ...SELECTION,
  state: 'value',
  value: null,
  comparator: '=',
  reason: null,
  version: 0,
  writeId: newId(),
  ...changes,
});

const put = (item: string, changes: Partial<DataValueInput>) =>
  api.as('coordinator').call(putDataValue, { params: { item }, body: entry(changes) });

const component = async (code: string) =>
  (await api.as('viewer').call(getComponent, { params: { code } })).body;

const itemOf = async (code: string, item: string) => {
  const found = (await component(code)).dataItems.find((data) => data.item.code === item);
  if (!found) throw new Error(`No item ${item}`);
  return found;
};

describe('overview of the index', () => {
  it('sets the score by the rules against goal, forecast and published scores', async () => {
    const { status, body } = await api.as('viewer').call(getIndexOverview);
    expect(status).toBe(200);
    expect(body.subject).toEqual({ code: 'DONG_THAP', name: 'Tỉnh Đồng Tháp' });
    expect(body.year).toBe(2025);
    expect(body.points).toEqual({ low: '625.64', high: '646.82' });
    expect(body.goal?.points).toBe('700');
    expect(body.missingToGoal).toEqual({ low: '53.18', high: '74.36' });
    expect(body.forecast?.points).toBe('817.41');
    expect(body.forecastBeyondRules).toBe('170.59');
    expect(body.published).toMatchObject({
      year: 2024,
      scores: [
        { subject: { code: 'TIEN_GIANG' }, points: '596.03', rank: 51, rankOutOf: 63 },
        { subject: { code: 'DONG_THAP_2025' }, points: '624.8', rank: 45, rankOutOf: 63 },
      ],
      mean: '610.415',
      mergedRank: { rank: 27, outOf: 34 },
    });
    expect(body.mainIndicators).toHaveLength(8);
    expect(body.mainIndicators[3]).toMatchObject({
      code: '4',
      points: { low: '40.12', high: '40.12' },
      forecast: { points: '76.16' },
      forecastBeyondRules: '36.04',
      published: { mean: '65.06' },
    });
  });

  it('names the largest losses and the nearest thresholds', async () => {
    const { body } = await api.as('viewer').call(getIndexOverview);
    expect(body.largestLosses.map(({ code }) => code).slice(0, 4)).toEqual(['8.2', '6.6', '4.2', '7.2']);
    expect(body.largestLosses).toHaveLength(10);
    expect(body.nearestThresholds[0]).toMatchObject({
      code: '6.4',
      current: '57.6',
      threshold: '60',
      distance: '2.4',
      gain: '20.00',
      allOrNothing: true,
    });
    expect(body.nearestThresholds.find(({ code }) => code === '5.4')).toMatchObject({
      fraction: { numerator: '3', needed: '4', denominator: '4' },
      gain: '2.50',
      allOrNothing: false,
    });
    // What may be lost counts as well: the rule of 7.5 is not known.
    expect(body.largestLosses.map(({ code }) => code)).toContain('7.5');
  });

  it('lists what the score rests on, with the points at stake', async () => {
    const { body } = await api.as('viewer').call(getIndexOverview);
    const atStake = new Map(body.assumptions.map((one) => [`${one.componentCode} ${one.kind}`, one.atStake]));
    expect(atStake.get('7.5 unknown-rule')).toBe('13.36');
    expect(atStake.get('4.3 unknown-threshold')).toBe('20.00');
    expect(atStake.get('2.3 inferred-value')).toBe('10.00');
    expect(atStake.get('3.5 inferred-value')).toBe('15.00');
    expect(atStake.get('6.7 unknown-rule')).toBe('0.00');
    expect(body.openIndicators).toBe(3);
  });

  it('refuses a framework, subject or year that it does not know', async () => {
    const ask = (query: Record<string, string>) => api.as('viewer').call(getIndexOverview, { query });
    expect((await ask({ year: '1999' })).status).toBe(400);
    expect((await ask({ year: '2019' })).problem?.code).toBe('record.not-found');
    expect((await ask({ framework: 'nobody' })).problem?.code).toBe('record.not-found');
    const all = await ask({ framework: 'dti-province-2025', subject: 'NOBODY', year: '2025' });
    expect(all.problem?.code).toBe('record.not-found');
  });
});

describe('tree of indicators', () => {
  it('gives 8 groups and 47 indicators, parents before children', async () => {
    const { body } = await api.as('viewer').call(listComponents);
    expect(body.items).toHaveLength(55);
    expect([body.total, body.totalUnfiltered, body.maximum]).toEqual([47, 47, '1000']);
    expect(body.items.slice(0, 2).map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['1', null],
      ['1.1', '1'],
    ]);
    expect(body.items.find(({ code }) => code === '6.4')).toMatchObject({
      current: { low: '57.6', high: '57.6' },
      currentUnit: { vi: '%' },
      leadAgencies: [{ organizationCode: 'SBN' }],
    });
  });

  it('narrows by lead agency and by points lost', async () => {
    const { body } = await api
      .as('viewer')
      .call(listComponents, { query: { leadAgency: 'CAT', lostMoreThan: '3' } });
    expect(body.items.map(({ code }) => code)).toEqual(['5', '5.5', '5.6', '6', '6.3', '8', '8.1']);
    expect(body.total).toBe(4);
    expect(body.leadAgencies.map(({ organizationCode }) => organizationCode)).toContain('SKHCN');
  });
});

describe('explanation of a component', () => {
  it('gives data with their source, rule, steps, worked example and provenance', async () => {
    const body = await component('6.5');
    expect(body.points).toEqual({ low: '14.91', high: '14.91' });
    expect(body.steps.map((step) => step.kind)).toEqual(['given-rate', 'share-of', 'points']);
    expect(body.dataItems.map(({ item, origin }) => [item.code, origin])).toEqual([
      ['6.5.a', null],
      ['6.5.b', null],
      ['6.5.rate', 'document'],
    ]);
    expect(body.dataItems[1]?.feeds).toEqual(['6.5', '6.6']);
    expect(body.dataItems[2]?.place).toMatchObject({ line: 370 });
    expect(body.workedExamples[0]).toMatchObject({
      ...{ verdict: 'given', printedPoints: '14.91', ruleOrigin: 'component' },
    });
    expect(body.provenance.rule?.mark).toBe('document');
    expect([body.previousCode, body.nextCode, body.parent?.code]).toEqual(['6.4', '6.6', '6']);
  });

  it('tells where a printed score was held against the wording of the document, not against the rule', async () => {
    for (const code of ['3.5', '7.2', '7.5']) {
      const [example] = (await component(code)).workedExamples;
      expect(example).toMatchObject({ verdict: 'not-given', ruleOrigin: 'document' });
    }
  });

  it('leads to the document and to what the registers say about the indicator', async () => {
    const body = await component('6.5');
    expect(body.dataItems[2]?.place?.documentId).toBeTruthy();
    const kinds = new Set(body.related.map(({ kind }) => kind));
    expect(kinds).toContain('gap');
    expect(kinds).toContain('target');
    expect(body.related.find(({ kind }) => kind === 'target')).toMatchObject({
      documentId: body.dataItems[2]?.place?.documentId,
      leadAgencies: [{ organizationCode: 'SBN' }, { organizationCode: 'UBND_XA' }],
    });
  });

  it('shows the candidates of an unknown rule with what each gives', async () => {
    const body = await component('7.5');
    expect(body.state).toBe('range');
    expect(body.reasons).toEqual(['unknown-rule']);
    expect(body.candidates.map(({ code, points }) => [code, points.low])).toEqual([
      ['threshold-50', '23.15'],
      ['threshold-60', '19.29'],
      ['threshold-70', '16.53'],
      ['threshold-80', '14.47'],
      ['proportional', '11.57'],
      ['relative-to-best', '9.79'],
    ]);
    expect(body.workedExamples[0]).toMatchObject({ verdict: 'not-given', computed: { low: '11.57' } });
  });

  it('explains a group by its children', async () => {
    const body = await component('3');
    expect(body.children).toHaveLength(7);
    expect(body.rule).toBeNull();
    expect(body.forecast?.points).toBe('200');
  });

  it('refuses an unknown code', async () => {
    const answer = await api.as('viewer').call(getComponent, { params: { code: '9.9' } });
    expect(answer.problem?.code).toBe('record.not-found');
  });

  it('says what the reader may do', async () => {
    expect((await component('6.5')).actions).not.toContain('data-value.write');
    const asCoordinator = await api.as('coordinator').call(getComponent, { params: { code: '6.5' } });
    expect(asCoordinator.body.actions).toContain('data-value.write');
  });
});

describe('entry of a data item', () => {
  it('re-scores, keeps the old value and who changed it, and shows the difference', async () => {
    const before = await itemOf('6.4', '6.4.rate');
    const answer = await put('6.4.rate', {
      value: '60.5',
      version: before.version,
      reason: 'Số liệu tháng 10',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.total).toEqual({
      before: { low: '625.64', high: '646.82' },
      after: { low: '645.64', high: '666.82' },
      difference: { low: '20.00', high: '20.00' },
    });
    expect(answer.body.components.map(({ code, change }) => [code, change.difference.low])).toEqual([
      ['6', '20.00'],
      ['6.4', '20.00'],
    ]);
    expect(answer.body.data).toMatchObject({ origin: 'entered', version: before.version + 1 });
    expect(answer.body.data.changedBy).toBeTruthy();

    const history = await api.as('viewer').call(listDataValueHistory, { params: { item: '6.4.rate' } });
    expect(history.body.items.map(({ oldValue, newValue }) => [oldValue, newValue])).toEqual([
      [before.value, { state: 'value', value: '60.5', comparator: '=' }],
      [{ state: 'blank' }, before.value],
    ]);
    expect(history.body.items[0]).toMatchObject({
      reason: 'Số liệu tháng 10',
      total: { difference: { low: '20.00' } },
    });
    expect((await api.as('viewer').call(getIndexOverview)).body.points.low).toBe('645.64');
    await put('6.4.rate', { value: '57.6', version: before.version + 1 });
  });

  it('prefers the fraction to the printed rate once both parts are there', async () => {
    await put('8.2.a', { value: '600000' });
    const answer = await put('8.1.b', { value: '2000000' });
    expect(answer.body.components.find(({ code }) => code === '8.2')?.change.after.low).toBe('30.00');
    await put('8.2.a', { state: 'blank', version: 1 });
    await put('8.1.b', { state: 'blank', version: 1 });
  });

  it('answers a retry as it answered the first time, and changes nothing twice', async () => {
    const { version } = await itemOf('4.4', '4.4.rate');
    const body = entry({ value: '85', version });
    const call = () => api.as('coordinator').call(putDataValue, { params: { item: '4.4.rate' }, body });
    const first = await call();
    const later = await put('4.4.rate', { value: '90', version: version + 1 });
    const retry = await call();
    expect(retry.status).toBe(200);
    expect(retry.body).toEqual(first.body);
    expect((await itemOf('4.4', '4.4.rate')).value).toEqual(later.body.data.value);
  });

  it('stores one of two simultaneous retries', async () => {
    const body = entry({ value: '12', version: 0 });
    const call = () => api.as('coordinator').call(putDataValue, { params: { item: '1.2.a' }, body });
    const answers = await Promise.all([call(), call(), call()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const history = await api.as('viewer').call(listDataValueHistory, { params: { item: '1.2.a' } });
    expect(history.body.total).toBe(1);
  });

  it.each([
    ['year', { year: 2099 }],
    ['year', { year: 2024 }],
    ['subject', { subject: 'SKHCN' }],
    ['subject', { subject: 'TIEN_GIANG' }],
    ['subject', { subject: 'DONG_THAP_2025' }],
  ])(
    'refuses a %s that the framework does not assess, and shows everybody the same score',
    async (field, key) => {
      const before = (await api.as('viewer').call(getIndexOverview)).body;
      const answer = await put('6.4.a', { value: '1', ...key });
      expect(answer.problem).toMatchObject({ status: 422, code: 'index.not-assessed', details: { field } });
      expect((await api.as('viewer').call(getIndexOverview)).body).toEqual(before);
      const query = { framework: SELECTION.framework, subject: SELECTION.subject, year: '2025', ...key };
      const shown = await api
        .as('coordinator')
        .call(getComponent, { params: { code: '6.4' }, query: { ...query, year: String(query.year) } });
      expect(shown.problem?.code).toBe('index.not-assessed');
    },
  );

  it('does not take a stray row of another year for the latest score', async () => {
    const row = { framework_code: SELECTION.framework, subject_code: SELECTION.subject, item_code: '6.4.a' };
    await api.db
      .insertInto('data_value')
      .values({
        ...row,
        year: 2099,
        state: 'blank',
        comparator: '=',
        origin: 'entered',
        version: 1,
        changed_at: api.clock.now(),
      })
      .execute();
    expect((await api.as('viewer').call(getIndexOverview)).body.year).toBe(2025);
  });

  it('takes a used key with another reason for another write', async () => {
    const { version } = await itemOf('7.4', '7.4.rate');
    const writeId = newId();
    const written = await put('7.4.rate', { value: '81', version, writeId, reason: 'Báo cáo quý' });
    expect(written.status).toBe(200);
    const reused = await put('7.4.rate', { value: '81', version, writeId, reason: 'Báo cáo năm' });
    expect(reused.problem?.code).toBe('edit.conflict');
  });

  it('tells the history of an item by its versions, whatever the clock says', async () => {
    const { version } = await itemOf('7.4', '7.4.rate');
    api.setNow('2026-01-01T00:00:00.000Z');
    await put('7.4.rate', { value: '79', version });
    const history = await api.as('viewer').call(listDataValueHistory, { params: { item: '7.4.rate' } });
    expect(history.body.items[0]?.newValue).toMatchObject({ value: '79' });
  });

  it('refuses a write over a version that it did not see, and a used key for another write', async () => {
    const { version } = await itemOf('7.3', '7.3.rate');
    const writeId = newId();
    await put('7.3.rate', { value: '82', version, writeId });
    const stale = await put('7.3.rate', { value: '83', version });
    expect(stale.problem).toMatchObject({
      status: 409,
      code: 'edit.conflict',
      details: { version: version + 1 },
    });
    const reused = await put('7.3.rate', { value: '84', version, writeId });
    expect(reused.problem?.code).toBe('edit.conflict');
    const elsewhere = await put('7.4.rate', { value: '84', version, writeId });
    expect(elsewhere.problem?.code).toBe('edit.conflict');
  });

  it.each([
    ['6.5.rate', { value: '59,65' }, 'value.malformed'],
    ['6.5.rate', { value: 'nhiều' }, 'value.malformed'],
    ['6.5.rate', { value: null }, 'value.malformed'],
    ['6.5.rate', { value: '101' }, 'value.out-of-range'],
    ['6.5.rate', { value: '-1' }, 'value.out-of-range'],
    ['5.4.b', { value: '4.5' }, 'value.malformed'],
    ['2.3.issued', { value: 'maybe' }, 'value.malformed'],
    ['6.2.level', { value: 'C' }, 'value.malformed'],
    ['6.2.level', { value: 'A', comparator: '<' as const }, 'value.malformed'],
    ['5.4.a', { value: '5' }, 'value.numerator-exceeds-denominator'],
    ['5.1.b', { value: '100' }, 'value.numerator-exceeds-denominator'],
  ])('refuses %s %j at its field: %s', async (item, changes, code) => {
    const owner = item.slice(0, 3);
    const { version, value } = await itemOf(owner, item);
    const answer = await put(item, { ...changes, version });
    expect(answer.problem).toMatchObject({ status: 422, code });
    expect(answer.problem?.details.field).toBe('comparator' in changes ? 'comparator' : 'value');
    expect((await itemOf(owner, item)).value).toEqual(value);
  });

  it('refuses an unknown item', async () => {
    expect((await put('9.9.a', { value: '1' })).problem?.code).toBe('record.not-found');
  });

  it('keeps blank, zero and not-applicable apart', async () => {
    const pointsAfter = async (changes: Partial<DataValueInput>) => {
      const { version } = await itemOf('8.3', '8.3.rate');
      const answer = await put('8.3.rate', { ...changes, version });
      return answer.body.components.find(({ code }) => code === '8.3')?.change.after;
    };
    expect(await pointsAfter({ value: '0' })).toEqual({ low: '0.00', high: '0.00' });
    expect(await pointsAfter({ state: 'blank' })).toEqual({ low: '0.00', high: '50.00' });
    expect((await component('8.3')).state).toBe('no-data');
    expect(await pointsAfter({ state: 'not-applicable' })).toEqual({ low: '0.00', high: '0.00' });
    expect((await component('8.3')).state).toBe('not-applicable');
    expect(await pointsAfter({ value: '41.24' })).toEqual({ low: '29.46', high: '29.46' });
  });
});
