import { saysSomething } from '#core/kernel/text.ts';
import { decideAccess, type AccessSubject, type Actor } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** Where an organization's answer to a reporting round stands. */
export const SUBMISSION_STATES = [
  'draft',
  'ready',
  'submitted',
  'under-appraisal',
  'returned',
  'accepted',
  'locked',
  'published',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** States in which the figures of a submission count. */
export const ACCEPTED_STATES: readonly SubmissionState[] = ['accepted', 'locked', 'published'];

/** States of a submission that has left its house and was not sent back. */
export const SENT_STATES: readonly SubmissionState[] = ['submitted', 'under-appraisal', ...ACCEPTED_STATES];

/** What moves a submission on. */
export const SUBMISSION_ACTIONS = [
  'mark-ready',
  'take-back',
  'submit',
  'withdraw',
  'start-appraisal',
  'return',
  'accept',
  'reopen',
  'lock',
  'publish',
] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

interface Transition {
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  readonly access: Action;
  readonly reason: 'required' | 'optional';
}

const TRANSITIONS: Readonly<Record<SubmissionAction, Transition>> = {
  'mark-ready': {
    from: ['draft', 'returned'],
    to: 'ready',
    access: 'submission.write',
    reason: 'optional',
  },
  'take-back': { from: ['ready'], to: 'draft', access: 'submission.write', reason: 'optional' },
  submit: {
    from: ['draft', 'returned', 'ready'],
    to: 'submitted',
    access: 'submission.sign',
    reason: 'optional',
  },
  withdraw: { from: ['submitted'], to: 'draft', access: 'submission.sign', reason: 'required' },
  'start-appraisal': {
    from: ['submitted'],
    to: 'under-appraisal',
    access: 'submission.appraise',
    reason: 'optional',
  },
  return: {
    from: ['submitted', 'under-appraisal'],
    to: 'returned',
    access: 'submission.appraise',
    reason: 'optional',
  },
  accept: {
    from: ['submitted', 'under-appraisal'],
    to: 'accepted',
    access: 'submission.appraise',
    reason: 'optional',
  },
  reopen: { from: ['accepted', 'locked'], to: 'returned', access: 'round.write', reason: 'required' },
  lock: { from: ['accepted'], to: 'locked', access: 'round.write', reason: 'optional' },
  publish: { from: ['locked'], to: 'published', access: 'round.write', reason: 'optional' },
};

/** What a person must be permitted to do to a submission so as to take a step. */
export const accessOfAction = (action: SubmissionAction): Action => TRANSITIONS[action].access;

/** What a decision about a submission rests on. */
export interface SubmissionFacts extends AccessSubject {
  readonly state: SubmissionState;
  /** Whether the round still takes figures from this organization: it is open and not locked, or has an exception. */
  readonly takesFigures: boolean;
  readonly isRoundPublished: boolean;
  /** How many appraisals the round asks for, one or two, and how many have been passed. */
  readonly appraisalSteps: number;
  readonly appraisalsPassed: number;
  /** Who passed the first appraisal: the second is another person's. */
  readonly firstAppraiserId: string | null;
  /** Findings that stop a submission, and those that still lack a reason. */
  readonly hardFindings: number;
  readonly unreasonedFindings: number;
  /** Answers that no appraiser has decided on, and those that were returned. */
  readonly undecidedAnswers: number;
  readonly returnedAnswers: number;
}

/** Where a permitted action leads. */
export interface SubmissionMove {
  readonly state: SubmissionState;
  readonly appraisalsPassed: number;
}

type MoveRefusal = Refusal<
  | 'session.required'
  | 'access.denied'
  | 'submission.wrong-state'
  | 'submission.reason-required'
  | 'submission.incomplete'
  | 'submission.undecided'
  | 'submission.same-appraiser'
  | 'round.closed'
  | 'round.wrong-state'
>;

const findAccessRefusal = (
  facts: SubmissionFacts,
  action: Action,
  actor: Actor | undefined,
): MoveRefusal | undefined => {
  const decision = decideAccess(actor, action, facts);
  if (decision.permitted) return undefined;
  return decision.reason === 'no-session'
    ? refuse('session.required')
    : refuse('access.denied', { action, reason: decision.reason });
};

const FIGURES_LEAVE: readonly SubmissionAction[] = ['mark-ready', 'submit'];

const findFault = (
  facts: SubmissionFacts,
  action: SubmissionAction,
  actor: Actor | undefined,
): MoveRefusal | undefined => {
  if (FIGURES_LEAVE.includes(action)) {
    if (!facts.takesFigures) return refuse('round.closed');
    const { hardFindings: hard, unreasonedFindings: unreasoned } = facts;
    if (hard > 0 || unreasoned > 0) return refuse('submission.incomplete', { hard, unreasoned });
  }
  if (action === 'accept') {
    // What was published stays as it is: the index must not change behind it.
    if (facts.isRoundPublished) return refuse('round.wrong-state', { action, state: 'published' });
    const { undecidedAnswers: undecided, returnedAnswers: returned } = facts;
    if (undecided > 0 || returned > 0) return refuse('submission.undecided', { undecided, returned });
    if (facts.appraisalsPassed > 0 && actor?.accountId === facts.firstAppraiserId) {
      return refuse('submission.same-appraiser');
    }
  }
  return undefined;
};

const moveTo = (facts: SubmissionFacts, action: SubmissionAction): SubmissionMove => {
  const { to } = TRANSITIONS[action];
  if (action !== 'accept') {
    const keepsAppraisals = action === 'lock' || action === 'publish' || action === 'start-appraisal';
    return { state: to, appraisalsPassed: keepsAppraisals ? facts.appraisalsPassed : 0 };
  }
  const passed = facts.appraisalsPassed + 1;
  return { state: passed < facts.appraisalSteps ? 'under-appraisal' : to, appraisalsPassed: passed };
};

/**
 * Decides an action on a submission: where it leads, or why not. It asks, in this order, whether the person may, whether
 * the state allows it, whether the reason that it needs is there, and whether the figures are fit for it.
 */
export const decideSubmission = (
  facts: SubmissionFacts,
  action: SubmissionAction,
  actor: Actor | undefined,
  reason: string | null,
): SubmissionMove | MoveRefusal => {
  const transition = TRANSITIONS[action];
  const denied = findAccessRefusal(facts, transition.access, actor);
  if (denied) return denied;
  if (!transition.from.includes(facts.state)) {
    return refuse('submission.wrong-state', { action, state: facts.state });
  }
  if (isReasonMissing(facts, action, reason)) return refuse('submission.reason-required', { action });
  return findFault(facts, action, actor) ?? moveTo(facts, action);
};

// A return says why: for each item, or for the whole.
const isReasonMissing = (
  facts: SubmissionFacts,
  action: SubmissionAction,
  reason: string | null,
): boolean => {
  const isGiven = reason !== null && saysSomething(reason);
  if (action === 'return') return !isGiven && facts.returnedAnswers === 0;
  return TRANSITIONS[action].reason === 'required' && !isGiven;
};

/** Whether an action must be given a reason, for the form that asks for it. */
export const needsReason = (facts: SubmissionFacts, action: SubmissionAction): boolean =>
  isReasonMissing(facts, action, null);

/** The actions that a person may start now: those whose state and person fit; what figures lack is said when they try. */
export const listSubmissionActions = (
  facts: SubmissionFacts,
  actor: Actor | undefined,
): readonly SubmissionAction[] =>
  SUBMISSION_ACTIONS.filter((action) => {
    const { access, from } = TRANSITIONS[action];
    return from.includes(facts.state) && findAccessRefusal(facts, access, actor) === undefined;
  });

const WRITABLE: readonly SubmissionState[] = ['draft', 'ready', 'returned'];
const APPRAISABLE: readonly SubmissionState[] = ['submitted', 'under-appraisal'];

/** Decides whether a person may change the figures of a submission now. Undefined is yes. */
export const findWriteRefusal = (
  facts: Pick<SubmissionFacts, 'state' | 'takesFigures' | 'organizationCode' | 'appraiserCodes'>,
  actor: Actor | undefined,
): MoveRefusal | undefined => {
  const decision = decideAccess(actor, 'submission.write', facts);
  if (!decision.permitted) return refuse('access.denied', { reason: decision.reason });
  if (!WRITABLE.includes(facts.state)) return refuse('submission.wrong-state', { state: facts.state });
  return facts.takesFigures ? undefined : refuse('round.closed');
};

/** Decides whether a person may appraise answers of a submission now. Undefined is yes. */
export const findAppraisalRefusal = (
  facts: Pick<SubmissionFacts, 'state' | 'organizationCode' | 'appraiserCodes'>,
  actor: Actor | undefined,
): MoveRefusal | undefined => {
  const decision = decideAccess(actor, 'submission.appraise', facts);
  if (!decision.permitted) return refuse('access.denied', { reason: decision.reason });
  return APPRAISABLE.includes(facts.state)
    ? undefined
    : refuse('submission.wrong-state', { state: facts.state });
};
