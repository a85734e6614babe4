import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeFrameworkState,
  cloneFramework,
  editFramework,
  getFramework,
} from '#features/framework/contract.ts';
import type { Component } from '#core/scoring/framework.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  compareScoreSnapshots,
  getScoreSnapshot,
  listScoreSnapshots,
  takeScoreSnapshot,
} from './contract.ts';

const CODE = 'dti-province-2025';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

/** The same framework with another threshold of 6.4 and without 1.1, whose points go to 1.2. */
const changed = (components: readonly Component[]): readonly Component[] =>
  components.map((component) => {
    if (component.kind === 'group') {
      const children = component.children.filter(({ code }) => code !== '1.1');
      return { ...component, children: changed(children) };
    }
    if (component.code === '1.2') return { ...component, maximumPoints: '20' };
    return component.code === '6.4' && component.rule.kind === 'step-threshold'
      ? { ...component, rule: { ...component.rule, threshold: '57' } }
      : component;
  });

const putNewVersionInForce = async () => {
  const cloned = await coordinator().call(cloneFramework, {
    params: { code: CODE, version: '1' },
    body: { code: CODE, assessmentYear: 2025, writeId: newId() },
  });
  const params = { code: CODE, version: String(cloned.body.version) };
  const { definition } = (await coordinator().call(getFramework, { params })).body;
  const write = (editVersion: number) => ({ editVersion, reason: null, writeId: newId() });
  await coordinator().call(editFramework, {
    params,
    body: { definition: { ...definition, components: changed(definition.components) }, ...write(1) },
  });
  return coordinator().call(changeFrameworkState, {
    params,
    body: { action: 'put-in-force', ...write(2) },
  });
};

describe('a snapshot by an earlier version of the framework', () => {
  let first: string;
  beforeAll(async () => {
    first = (await coordinator().call(listScoreSnapshots)).body.items[0]?.id ?? '';
    expect((await putNewVersionInForce()).status).toBe(200);
  });

  it('keeps its points and its framework', async () => {
    const { body } = await coordinator().call(getScoreSnapshot, { params: { id: first } });
    expect(body.snapshot).toMatchObject({ framework: { version: 1 }, points: { low: '625.64' } });
    expect(body.verification.holds).toBe(true);
    expect(body.components.map(({ code }) => code)).toContain('1.1');
  });

  it('is compared with the present by what changed in the framework alone', async () => {
    const { body } = await coordinator().call(compareScoreSnapshots, { query: { before: first } });
    expect([body.before.framework.version, body.after.framework.version]).toEqual([1, 2]);
    // 57.6 % passes the new threshold of 57 %: 20 points; the 10 of 1.1 are lost here and won in 1.2.
    expect(body.total.difference).toEqual({ low: '20', high: '20' });
    expect(body.items).toEqual([]);
    const told = body.components.flatMap(({ code, presence, changedFields, change }) =>
      presence !== 'both' || changedFields.length > 0
        ? [[code, presence, changedFields, change.difference.low]]
        : [],
    );
    expect(told).toEqual([
      ['1.1', 'removed', [], '-10'],
      ['1.2', 'both', ['maximumPoints'], '10'],
      ['6.4', 'both', ['rule'], '20'],
    ]);
  });

  it('is compared with one by the new version', async () => {
    const taken = await coordinator().call(takeScoreSnapshot, {
      body: {
        ...{ framework: CODE, subject: 'DONG_THAP', year: 2025, kind: 'self', name: 'Theo phiên bản 2' },
        ...{ note: null, changes: [], writeId: newId() },
      },
    });
    expect(taken.body.framework.version).toBe(2);
    const { body } = await coordinator().call(compareScoreSnapshots, {
      query: { before: taken.body.id, after: first },
    });
    expect(body.total.difference).toEqual({ low: '-20', high: '-20' });
    expect(body.components.find(({ code }) => code === '1.1')?.presence).toBe('added');
  });
});
