import type { SubmissionForm } from '#contract/submission.ts';

/** The steps that an organization takes with its own report; the others belong to whoever appraises it. */
export const OWN_STEPS = ['submit', 'mark-ready', 'take-back', 'withdraw'] as const;
export type OwnStep = (typeof OWN_STEPS)[number];

export interface OfferedStep {
  readonly action: OwnStep;
  readonly needsReason: boolean;
}

/** The steps of its own that the server offers for a report now, the one that leads furthest first. */
export const listOwnSteps = ({ actions }: Pick<SubmissionForm, 'actions'>): readonly OfferedStep[] =>
  OWN_STEPS.flatMap((action) => {
    const offered = actions.find((one) => one.action === action);
    return offered ? [{ action, needsReason: offered.needsReason }] : [];
  });

/** Whether the figures leave with a step, so that they must be fit for it. */
export const sendsFigures = (action: OwnStep): boolean => action === 'submit' || action === 'mark-ready';
