import { describe, expect, it } from 'vitest';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { countAnswers, groupFindings, queryOf, selectFindings } from './finding-filter.ts';

const finding = (fingerprint: string, change: Partial<DecidedFinding> = {}): DecidedFinding => ({
  ...{ id: fingerprint, fingerprint, kind: 'target-conflict', severity: 'high', subject: 'Kỹ năng số' },
  ...{ indicatorCode: null, year: 2026, statements: [], computed: null, difference: null },
  ...{ populationsDiffer: false, subjectsDiffer: false, leads: [], state: 'open', decision: null },
  ...{ version: 0, outdated: null },
  ...change,
});
const lead = (code: string) => ({ code, name: `Sở ${code}`, abbreviation: null });

const ALL = [
  finding('a', { leads: [lead('STP'), lead('SNV')] }),
  finding('b', { severity: 'low', kind: 'numbering' }),
  finding('c', { state: 'resolved', leads: [lead('STP')] }),
];
const namesOf = (some: readonly DecidedFinding[]): string =>
  some.map(({ fingerprint }) => fingerprint).join('');

describe('the contradictions of an address', () => {
  it('are the open ones when nothing is said, all when all are asked for', () => {
    expect(namesOf(selectFindings(ALL, {}))).toBe('ab');
    expect(namesOf(selectFindings(ALL, { 'trang-thai': 'tat-ca' }))).toBe('abc');
    expect(namesOf(selectFindings(ALL, { 'trang-thai': 'da-xu-ly', 'co-quan': 'STP' }))).toBe('c');
    expect(queryOf({ 'trang-thai': 'tat-ca', 'muc-do': 'strange' })).toMatchObject({
      ...{ state: undefined, severity: undefined },
    });
  });

  it('are counted for each answer by what the other choices leave', () => {
    expect(Object.fromEntries(countAnswers(ALL, { 'co-quan': 'STP' }, 'trang-thai'))).toEqual({
      ...{ 'chua-xu-ly': 1, 'da-xu-ly': 1 },
    });
  });

  it('stand under both agencies that they are between, and apart where no agency leads', () => {
    const groups = groupFindings(ALL, 'co-quan').map(({ key, findings }) => [key, namesOf(findings)]);
    expect(groups).toEqual([
      ['STP', 'ac'],
      ['SNV', 'a'],
      ['', 'b'],
    ]);
  });
});
