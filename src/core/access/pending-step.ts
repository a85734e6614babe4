import { ROLES_WITH_SECOND_FACTOR, type Role } from './permissions.ts';

/** What a signed-in person must do before anything else: replace a password that others know, add a second factor. */
export const PENDING_STEPS = ['change-password', 'set-up-second-factor'] as const;
export type PendingStep = (typeof PENDING_STEPS)[number];

/** Whether one of the roles asks for a second factor, where second factors are required. */
export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => ROLES_WITH_SECOND_FACTOR.some((guarded) => guarded === role));

interface SignedInState {
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  /** The provider of a single sign-on answers for its own second factor. */
  readonly isBySingleSignOn: boolean;
  readonly requiresSecondFactor: boolean;
  readonly roles: readonly Role[];
}

/** The step that comes before anything else; null when nothing is in the way. */
export const findPendingStep = (state: SignedInState): PendingStep | null => {
  if (state.isBySingleSignOn) return null;
  if (state.mustChangePassword) return 'change-password';
  const isOpen = state.requiresSecondFactor && !state.hasSecondFactor && needsSecondFactor(state.roles);
  return isOpen ? 'set-up-second-factor' : null;
};
