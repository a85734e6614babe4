import type { MailedInvitation } from '#features/account/administration-contract.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { FrameworkState } from '#core/scoring/framework-lifecycle.ts';
import type { RoundState } from '#core/submission/reporting-round.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';
import type { FindingDecisionKind } from '#core/consistency/finding-standing.ts';
import type { SumDecision } from '#core/submission/sum-decision.ts';

/** By which door a session was opened. */
type SignInMethod = 'password' | 'invitation' | 'single-sign-on';

/** Codes of states and decisions that events tell; the dictionaries have a word for each. */
export type CodedValue =
  | DataValue['state']
  | FrameworkState
  | RoundState
  | SubmissionState
  | SumDecision
  | FindingDecisionKind
  | 'corrected'
  | 'estimate'
  | 'final'
  | 'withdrawn'
  | MailedInvitation['outcome']
  | SignInMethod
  | 'true'
  | 'false';
