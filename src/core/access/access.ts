import type { PendingStep } from './pending-step.ts';
import { ACTIONS, PERMISSIONS, type Action, type Extent, type Role } from './permissions.ts';

/** A role that a person holds today, for an organization or, where it is null, for the whole province. */
export interface RoleHolding {
  readonly role: Role;
  readonly organizationCode: string | null;
  /** Where the role is lent for an absence: the holding that is lent. */
  readonly delegatedFrom?: string | null;
}

/** Who asks: an account with the roles that it holds on the day of the request. */
export interface Actor {
  readonly accountId: string;
  readonly holdings: readonly RoleHolding[];
  /** Memberships of the steering committee that the account has today. */
  readonly memberships?: readonly string[];
  /** Until it is done, only the person's own account is within reach. */
  readonly pendingStep?: PendingStep | null;
}

/** Whose work an action would touch. */
export interface AccessSubject {
  readonly organizationCode: string;
  /** Organizations that appraise it. */
  readonly appraiserCodes?: readonly string[];
}

/** The area of a member of the steering committee. */
export interface AreaSubject {
  readonly committeeMemberId: string;
}

export type DenialReason = 'no-session' | 'pending-step' | 'no-role' | 'other-organization';

export type AccessDecision =
  | { readonly permitted: true; readonly holding: RoleHolding }
  | { readonly permitted: false; readonly reason: DenialReason };

const extentOf = (holding: RoleHolding, action: Action): Extent | undefined =>
  PERMISSIONS[holding.role][action];

const reaches = (
  { organizationCode: own }: RoleHolding,
  extent: Extent,
  subject: AccessSubject | AreaSubject,
  { memberships = [] }: Actor,
): boolean => {
  if (extent === 'all') return true;
  if ('committeeMemberId' in subject)
    return extent === 'area' && memberships.includes(subject.committeeMemberId);
  switch (extent) {
    case 'own':
      return own === subject.organizationCode;
    case 'appraised':
      return own !== null && (subject.appraiserCodes ?? []).includes(own);
    case 'area':
      return false;
  }
};

/** Whether a role permits an action at all: one that reaches areas alone, only to who has one. */
const entitles = (holding: RoleHolding, action: Action, { memberships = [] }: Actor): boolean => {
  const extent = extentOf(holding, action);
  return extent === 'area' ? memberships.length > 0 : extent !== undefined;
};

const isHeldBack = ({ pendingStep }: Actor, action: Action): boolean =>
  Boolean(pendingStep) && action !== 'session.read';

/**
 * Decides whether an actor may do an action, to a subject where there is one; without it, whether there may be any
 * subject at all, which is what a route asks before it knows its record. Deny by default.
 */
export const decideAccess = (
  actor: Actor | undefined,
  action: Action,
  subject?: AccessSubject | AreaSubject,
): AccessDecision => {
  if (!actor) return { permitted: false, reason: 'no-session' };
  if (isHeldBack(actor, action)) return { permitted: false, reason: 'pending-step' };
  const entitled = actor.holdings.filter((holding) => entitles(holding, action, actor));
  if (entitled.length === 0) return { permitted: false, reason: 'no-role' };
  const holding = entitled.find((candidate) => {
    const extent = extentOf(candidate, action);
    return extent !== undefined && (!subject || reaches(candidate, extent, subject, actor));
  });
  return holding ? { permitted: true, holding } : { permitted: false, reason: 'other-organization' };
};

/** The name of a holding in records of what was done by it: `reporter@STP`, `leader`, `approver@STP~delegated`. */
export const nameHolding = ({ role, organizationCode, delegatedFrom }: RoleHolding): string =>
  [
    role,
    organizationCode === null ? '' : `@${organizationCode}`,
    (delegatedFrom ?? null) === null ? '' : '~delegated',
  ].join('');

/** Whether an actor may do an action: see `decideAccess`. */
export const can = (
  actor: Actor | undefined,
  action: Action,
  subject?: AccessSubject | AreaSubject,
): boolean => decideAccess(actor, action, subject).permitted;

/** All that the actor may do, to one subject or to any, for the web, which never computes permissions itself. */
export const permittedActions = (actor: Actor | undefined, subject?: AccessSubject): readonly Action[] =>
  ACTIONS.filter((action) => can(actor, action, subject));

/** Which organizations' records a list may show. */
export type AccessReach =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** Organizations whose own records are within reach. */
      readonly organizationCodes: readonly string[];
      /** Organizations by whose appraisal a record comes within reach. */
      readonly appraiserCodes: readonly string[];
    };

/** The records that an actor may do an action to, as a filter for lists; a record passes it exactly when `can` says yes. */
export const findReach = (actor: Actor | undefined, action: Action): AccessReach => {
  const holdings = actor && !isHeldBack(actor, action) ? actor.holdings : [];
  const codesWith = (extent: Extent): readonly string[] => [
    ...new Set(
      holdings.flatMap((holding) =>
        extentOf(holding, action) === extent && holding.organizationCode !== null
          ? [holding.organizationCode]
          : [],
      ),
    ),
  ];
  return holdings.some((holding) => extentOf(holding, action) === 'all')
    ? { kind: 'all' }
    : {
        kind: 'some',
        organizationCodes: codesWith('own'),
        appraiserCodes: codesWith('appraised'),
      };
};
