import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { inventOrganization as organization } from '#test/invented-agencies.ts';
import { type AssignedTask, proposeTaskRequests } from './task-requests.ts';
import { TASK_ROLES } from './task-role.ts';

const ORGANIZATIONS = [
  organization('SKHCN', 'department'),
  organization('STP', 'department'),
  organization('STTTT', 'department', { validTo: plainDate('2025-02-28') }),
  organization('BKHCN', 'ministry'),
  organization('SBN', 'group', { memberKinds: ['department', 'ministry'] }),
];
const DAY = plainDate('2026-12-01');
const TASK: AssignedTask = {
  ...{ id: 't', planId: 'p', startDay: null, doneBy: [] },
  agencies: [
    { role: 'lead', organizationCode: 'STP' },
    { role: 'coordinating', organizationCode: 'SBN' },
  ],
};
const askedOf = (change: Partial<AssignedTask>) =>
  proposeTaskRequests([{ ...TASK, ...change }], ORGANIZATIONS, DAY).map(
    ({ organizationCode, task }) => `${organizationCode} ${String(task?.role)}`,
  );

describe('whom a round asks about a task', () => {
  it('who leads and who helps; a group’s members of today, each as it is named itself', () => {
    expect(askedOf({})).toEqual(['STP lead', 'SKHCN coordinating']);
    expect(proposeTaskRequests([TASK], ORGANIZATIONS, DAY)[0]).toEqual({
      ...{ organizationCode: 'STP', subjectCode: 'STP', share: 'whole' },
      ...{ itemCode: 'task:t', indicatorCode: 'plan:p', task: { id: 't', role: 'lead' } },
    });
  });

  it('who is named to help, as helping, also where a group that leads includes it', () => {
    const agencies = [
      { role: 'lead', organizationCode: 'SBN' },
      { role: 'coordinating', organizationCode: 'STP' },
    ] as const;
    expect(askedOf({ agencies })).toEqual(['SKHCN lead', 'STP coordinating']);
  });

  it('nobody whose part is done, and nobody before the work begins', () => {
    expect(askedOf({ doneBy: ['STP'] })).toEqual(['SKHCN coordinating']);
    expect(askedOf({ startDay: DAY })).toHaveLength(2);
    expect(askedOf({ startDay: plainDate('2026-12-02') })).toEqual([]);
  });

  it('nobody outside the province, and nobody twice, whatever a plan names', () => {
    const named = fc.record({
      role: fc.constantFrom(...TASK_ROLES),
      organizationCode: fc.constantFrom('SKHCN', 'STP', 'STTTT', 'BKHCN', 'SBN', 'UNKNOWN'),
    });
    fc.assert(
      fc.property(fc.array(named), (agencies) => {
        const codes = proposeTaskRequests([{ ...TASK, agencies }], ORGANIZATIONS, DAY).map(
          ({ organizationCode }) => organizationCode,
        );
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.every((code) => ['SKHCN', 'STP'].includes(code))).toBe(true);
      }),
    );
  });
});
