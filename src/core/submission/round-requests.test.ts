import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { inventOrganization as organization } from '#test/invented-agencies.ts';
import type { Framework } from '#core/scoring/framework.ts';
import province from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import agency from '#data/frameworks/dti-agency-2025.json' with { type: 'json' };
import { addsUp, findFocalAgency, proposeRequests } from './round-requests.ts';

const ORGANIZATIONS = [
  organization('DONG_THAP', 'province'),
  organization('SKHCN', 'department'),
  organization('STP', 'department'),
  organization('STTTT', 'department', { validTo: plainDate('2025-02-28') }),
  organization('CAT', 'police'),
  organization('SBN', 'group', { memberKinds: ['department', 'board'] }),
  organization('UBND_XA', 'group', { memberKinds: ['commune', 'ward'] }),
  organization('29869', 'ward'),
  organization('28249', 'commune'),
];

const requestsOf = (framework: unknown) =>
  proposeRequests({
    // Safe: a delivered framework, which the tests of frameworks parse.
    framework: framework as Framework,
    ...{ organizations: ORGANIZATIONS, provinceCode: 'DONG_THAP', day: plainDate('2026-12-01') },
  });

describe('whom a round asks', () => {
  it('agencies of today for themselves, for every item of their framework but rates of fractions', () => {
    const requests = requestsOf(agency);
    expect([...new Set(requests.map(({ organizationCode }) => organizationCode))]).toEqual([
      'SKHCN',
      'STP',
      'CAT',
    ]);
    expect(requests.every((request) => request.organizationCode === request.subjectCode)).toBe(true);
    const asked = requests.filter(({ organizationCode }) => organizationCode === 'STP');
    expect(new Set(asked.map(({ itemCode }) => itemCode)).size).toBe(asked.length);
  });

  it('of the province’s items, the agency that leads; members of a group give their parts', () => {
    const requests = requestsOf(province);
    const ofItem = (item: string) => requests.filter(({ itemCode }) => itemCode === item);
    const whole = ofItem('1.1.role');
    expect(whole).toEqual([
      {
        ...{ organizationCode: 'SKHCN', subjectCode: 'DONG_THAP', itemCode: '1.1.role' },
        ...{ indicatorCode: '1.1', share: 'whole' },
      },
    ]);
    const parts = requests.filter(({ share }) => share === 'part');
    expect(parts.length).toBeGreaterThan(0);
    for (const { organizationCode, subjectCode, itemCode } of parts) {
      expect(subjectCode).toBe(organizationCode);
      expect(['SKHCN', 'STP', '29869', '28249']).toContain(organizationCode);
      const item = (province as unknown as Framework).dataItems.find(({ code }) => code === itemCode);
      expect(item && addsUp(item)).toBe(true);
    }
  });

  it('every item once of each, and nobody that exists no more', () => {
    const requests = requestsOf(province);
    const keys = requests.map(({ organizationCode, itemCode }) => `${organizationCode}/${itemCode}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(requests.map(({ organizationCode }) => organizationCode)).not.toContain('STTTT');
    expect(requests.map(({ itemCode }) => itemCode)).not.toContain('6.5.rate');
  });

  it('the focal agency is the one that leads most', () => {
    expect(findFocalAgency(province as unknown as Framework, ORGANIZATIONS)).toBe('SKHCN');
    expect(findFocalAgency(agency as unknown as Framework, ORGANIZATIONS)).toBeUndefined();
  });
});
