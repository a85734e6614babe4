import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { RoundProposal } from '#features/collection/contract.ts';
import { EMPTY_DRAFT, inputOf, listFaults, takeProposal } from './round-draft.ts';

const proposal: RoundProposal = {
  ...{ dutyId: 'd', text: 'Báo cáo quý', document: '12/KH-UBND', dateAsWritten: 'trước ngày 20/02' },
  ...{ validFor: null, period: '2026-Q1', dueDay: plainDate('2026-02-20') },
  ...{ dueBefore: true, remindDay: plainDate('2026-02-13'), lateAfterDay: plainDate('2026-02-23') },
};
const preview = {
  organizations: [{ code: 'STP' }, { code: 'SNV' }],
  items: [{ code: '6.4.a' }, { code: '6.4.b' }],
  plans: [{ id: 'p', organizations: [{ code: 'SNV' }, { code: '29869' }] }],
};
const ready = {
  ...takeProposal(EMPTY_DRAFT, proposal, 'Báo cáo Quý I/2026'),
  framework: 'dti-province-2025',
};

describe('a round that is prepared', () => {
  it('from a duty has the plan’s day, and asks for an estimate when that lies before the period is over', () => {
    expect(ready).toMatchObject({ period: '2026-Q1', dueDay: '2026-02-20', dueBefore: true });
    expect(ready.valueKind).toBe('estimate');
    expect(takeProposal(EMPTY_DRAFT, { ...proposal, period: '2025' }, 'x').valueKind).toBe('final');
  });

  it('names every field that is to be mended, in the order of the form', () => {
    expect(listFaults(EMPTY_DRAFT, undefined)).toEqual([
      ...['name-missing', 'framework-missing', 'period-malformed', 'due-missing'],
    ]);
    expect(listFaults({ ...ready, lockDay: '2026-02-19' }, preview)).toEqual(['lock-before-due']);
    expect(listFaults({ ...ready, withoutOrganizations: ['STP', 'SNV'] }, preview)).toEqual(['nobody']);
    expect(listFaults({ ...ready, lockDay: '2026-02-20' }, preview)).toEqual([]);
  });

  it('asks all that the framework gives, or exactly those that are left', () => {
    expect(inputOf(ready, preview, 'w')).toMatchObject({ organizations: null, items: null, dutyId: 'd' });
    // Tasks may be asked for alone, and of whom no figure is asked.
    const tasks = { ...ready, plans: ['p'], withoutItems: ['6.4.a', '6.4.b'] };
    expect(listFaults(tasks, preview)).toEqual([]);
    expect(inputOf({ ...tasks, withoutOrganizations: ['STP'] }, preview, 'w')).toMatchObject({
      ...{ organizations: ['SNV', '29869'], items: [], plans: ['p'] },
    });
    const some = {
      ...ready,
      basis: 'ad-hoc',
      withoutOrganizations: ['STP'],
      withoutItems: ['6.4.a'],
    } as const;
    expect(inputOf(some, preview, 'w')).toMatchObject({
      ...{ organizations: ['SNV'], items: ['6.4.b'], dutyId: null },
    });
  });
});
