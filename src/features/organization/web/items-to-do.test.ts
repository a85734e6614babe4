import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCY_ROLES, type AgencyRole } from '#core/plan/plan-item.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { TASK_STATES, type TaskState } from '#core/task-state/task-state.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { findItemsToDo, listForemostRoles, type ItemsToDo } from './items-to-do.ts';
import { concerningTask } from './test/concerning-task.ts';

const task = (
  name: string,
  state: TaskState,
  lastDay: string,
  roles: readonly AgencyRole[],
  group?: string,
) =>
  concerningTask({ name, state, lastDay: plainDate(lastDay), roles, ...(group !== undefined && { group }) });
const names = ({ items }: ItemsToDo): string[] => items.map(({ item: { name } }) => name);

describe('what an organization has to do first', () => {
  const found = findItemsToDo([
    task('helped, via a group', 'overdue', '2025-06-30', ['coordinating'], 'SBN'),
    task('under way', 'in-progress', '2027-06-30', ['lead']),
    task('soon', 'due-soon', '2026-12-10', ['lead']),
    task('paid', 'overdue', '2025-12-31', ['investor']),
    task('over', 'completed-late', '2024-12-31', ['lead']),
    task('led, via a group', 'overdue', '2024-12-31', ['coordinating', 'lead'], 'SBN'),
    task('helped', 'overdue', '2025-12-31', ['coordinating']),
    task('without a time', 'not-yet-due', '2025-12-31', ['lead']),
  ]);

  it('is what is overdue or due soon, whatever its role, the oldest last day first', () => {
    expect(names(found)).toEqual(['led, via a group', 'helped, via a group', 'paid', 'helped', 'soon']);
  });

  it('is counted, and so is what it leads, named itself or through a group', () => {
    expect(found).toMatchObject({ overdue: 4, overdueLed: 2, dueSoon: 1 });
  });

  it('goes by its own part of a task, not by the whole that others hold up', () => {
    const lead = { lastDay: plainDate('2025-12-31'), roles: ['lead'] } as const;
    const done = concerningTask({ ...lead, name: 'done', state: 'overdue', part: 'completed-on-time' });
    const late = concerningTask({ ...lead, name: 'late', state: 'in-progress', part: 'overdue' });
    expect(names(findItemsToDo([done, late]))).toEqual(['late']);
  });

  it('is nothing for an organization that has nothing', () => {
    expect(findItemsToDo([])).toMatchObject({ items: [], overdue: 0, dueSoon: 0 });
  });

  it('counts each item once, so that the counts add up to the list', () => {
    const anyItem = fc
      .tuple(
        fc.constantFrom(...TASK_STATES),
        fc.uniqueArray(fc.constantFrom(...AGENCY_ROLES), { minLength: 1 }),
        fc.boolean(),
        fc.constantFrom('2024-12-31', '2025-12-31', '2026-12-31'),
      )
      .map(([state, roles, viaGroup, day]): OrganizationItem =>
        task('any', state, day, roles, viaGroup ? 'SBN' : undefined),
      );
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const { items: toDo, overdue, overdueLed, dueSoon } = findItemsToDo(items);
        expect(overdueLed).toBeLessThanOrEqual(overdue);
        expect(toDo).toHaveLength(overdue + dueSoon);
        const days = toDo.map(({ item }) => item.due?.lastDay);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });
});

it('names the roles in which an organization answers, and its other roles only where it has none of these', () => {
  expect(listForemostRoles({ roles: ['lead', 'coordinating'] })).toEqual(['lead']);
  expect(listForemostRoles({ roles: ['recipient', 'coordinating'] })).toEqual(['recipient', 'coordinating']);
});
