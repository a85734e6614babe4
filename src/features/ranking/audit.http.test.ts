import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#core/access/permissions.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getLeagueAudit, type LeagueAudit, type StableNumber } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const auditOf = async (framework: string): Promise<LeagueAudit> => {
  const answer = await api.as('viewer').call(getLeagueAudit, { params: { framework } });
  expect(answer.status).toBe(200);
  return answer.body;
};

const endsOf = (number: StableNumber): readonly [number, number] =>
  number.kind === 'number' ? [number.value, number.value] : [number.low, number.high];

describe('the audit of a league', () => {
  it('names every component with its weight, what the ranking follows of it, and what is known', async () => {
    const audit = await auditOf('dti-commune-2026');
    expect(audit.subjectCount).toBe(102);
    expect(audit.subjects).toHaveLength(102);
    expect(audit.simulated).toBe(true);
    const mains = audit.components.filter(({ parent }) => parent === null);
    expect(mains.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(mains.reduce((total, { nominalWeight }) => total + nominalWeight, 0)).toBeCloseTo(1, 9);
    const indicators = audit.components.filter(({ isGroup }) => !isGroup);
    expect(indicators.reduce((total, { nominalWeight }) => total + nominalWeight, 0)).toBeCloseTo(1, 9);
    for (const { importance, availability } of indicators) {
      if (importance !== null) expect(importance).toBeLessThanOrEqual(1);
      expect(availability).toBeGreaterThanOrEqual(0);
    }
  });

  it('correlates siblings once each and flags those that say the same', async () => {
    const { families } = await auditOf('dti-commune-2026');
    expect(families[0]?.code).toBeNull();
    for (const { children, pairs, explained } of families) {
      expect(pairs).toHaveLength((children.length * (children.length - 1)) / 2);
      for (const { coefficient, flag } of pairs) {
        if (coefficient === null) continue;
        expect(Math.abs(coefficient)).toBeLessThanOrEqual(1);
        expect(flag === 'redundant').toBe(coefficient >= 0.92);
      }
      if (explained.length > 0) {
        expect(explained.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  it('says which assumption moves the ranks, in stable digits that have settled', async () => {
    const { sensitivity } = await auditOf('dti-commune-2026');
    const names = sensitivity.assumptions.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['weights', 'scale', 'mean', 'outliers']);
    expect(sensitivity.runs).toBe(sensitivity.points * (names.length + 2));
    expect(endsOf(sensitivity.meanRankChange)[0]).toBeGreaterThan(0);
    for (const { firstOrder, total } of sensitivity.assumptions) {
      // What an input does alone is part of all that it does.
      expect(endsOf(firstOrder)[0]).toBeLessThanOrEqual(endsOf(total)[1]);
      expect(endsOf(total)[1]).toBeLessThanOrEqual(1);
    }
    const last = sensitivity.convergence.at(-1)!;
    expect(last.points).toBe(sensitivity.points);
    expect(last.totals).toEqual(sensitivity.assumptions.map(({ total }) => total));
  });

  it('is the same for everyone who asks, agencies too', async () => {
    const [first, again] = await Promise.all([auditOf('dti-agency-2026'), auditOf('dti-agency-2026')]);
    expect(again).toEqual(first);
    expect(first.subjectCount).toBe(22);
    // Agencies without procedures are not asked for some indicators.
    expect(first.sensitivity.assumptions.map(({ name }) => name)).toContain('gaps');
  });

  it('refuses what is not there and what is too small to say anything of', async () => {
    const call = (framework: string) => api.as('viewer').call(getLeagueAudit, { params: { framework } });
    expect((await call('nothing')).problem?.code).toBe('record.not-found');
    expect((await call('dti-province-2025')).problem).toMatchObject({
      code: 'ranking.too-few-to-audit',
      details: { subjects: 1 },
    });
  });
});

it.each(ROLES)('getLeagueAudit answers the role %s as the ranking itself does', async (role) => {
  const input = { params: { framework: 'dti-agency-2026' } };
  const mayRead = ['coordinator', 'leader', 'auditor', 'viewer'].includes(role);
  const { status, problem } = await api.as(role).call(getLeagueAudit, input);
  expect([status, problem?.code]).toEqual(mayRead ? [200, undefined] : [403, 'access.denied']);
});

it('getLeagueAudit is open to nobody without a session', async () => {
  const input = { params: { framework: 'dti-agency-2026' } };
  expect((await api.as(undefined).call(getLeagueAudit, input)).problem?.code).toBe('session.required');
});
