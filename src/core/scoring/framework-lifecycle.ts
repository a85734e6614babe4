import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** A draft scores nothing; the newest version in force scores; a discarded draft is kept for its history. */
export const FRAMEWORK_STATES = ['draft', 'in-force', 'discarded'] as const;
export type FrameworkState = (typeof FRAMEWORK_STATES)[number];

/** What can be done to a version of a framework. */
export const FRAMEWORK_ACTIONS = ['clone', 'edit', 'put-in-force', 'withdraw', 'discard'] as const;
export type FrameworkAction = (typeof FRAMEWORK_ACTIONS)[number];

type Moves = Readonly<Partial<Record<FrameworkAction, FrameworkState>>>;

// A copy leaves its original as it is.
const MOVES = {
  draft: { clone: 'draft', edit: 'draft', 'put-in-force': 'in-force', discard: 'discarded' },
  'in-force': { clone: 'in-force', withdraw: 'draft' },
  discarded: { clone: 'discarded' },
} as const satisfies Record<FrameworkState, Moves>;

/** What decides about a version: where it stands, and whether anything was scored with it. */
export interface FrameworkStanding {
  readonly state: FrameworkState;
  /** Values were entered or scores kept for it: it never changes again. */
  readonly isInUse: boolean;
}

/** The state after an action, or why it is not allowed. */
export const decideFrameworkAction = (
  { state, isInUse }: FrameworkStanding,
  action: FrameworkAction,
): FrameworkState | Refusal<'framework.not-draft' | 'framework.in-use'> => {
  const moves: Moves = MOVES[state];
  const next = moves[action];
  if (next === undefined) return refuse('framework.not-draft', { state, action });
  return action === 'withdraw' && isInUse ? refuse('framework.in-use') : next;
};

/** The actions that a version allows, for the view. */
export const listFrameworkActions = (standing: FrameworkStanding): readonly FrameworkAction[] =>
  FRAMEWORK_ACTIONS.filter((action) => typeof decideFrameworkAction(standing, action) === 'string');
