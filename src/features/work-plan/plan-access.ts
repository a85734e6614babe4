import { type Actor, can } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';

/** Who stands for whom on a day, and what an actor may do for them. */
export interface PlanAccess {
  /** The organization itself, and whoever has taken its work over. */
  readonly ownersOf: (code: string) => readonly string[];
  readonly nameOf: (code: string) => { readonly code: string; readonly name: string };
  /** Whether the actor may do this to what is an organization's; to nobody's, where none is named. */
  readonly may: (action: Action, code: string | null) => boolean;
}

/** Builds it from the organizations of the register. */
export const buildPlanAccess = (
  actor: Actor | undefined,
  organizations: readonly Organization[],
  today: PlainDate,
): PlanAccess => {
  const names = new Map(organizations.map(({ code, name }) => [code, name]));
  const known = new Map<string, readonly string[]>();
  const ownersOf = (code: string): readonly string[] => {
    const found = known.get(code) ?? [
      ...new Set([code, findStandingFor(organizations, code, today)?.code ?? code]),
    ];
    known.set(code, found);
    return found;
  };
  return {
    ownersOf,
    nameOf: (code) => ({ code, name: names.get(code) ?? code }),
    may: (action, code) =>
      code !== null && ownersOf(code).some((organizationCode) => can(actor, action, { organizationCode })),
  };
};

/** That a task is not there, or that nothing under it is for this person. */
export const planNotFound = (taskId: string): Refusal =>
  refuse('record.not-found', { kind: 'task', code: taskId });
