import { decideAccess, type Actor } from '#core/access/access.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { RoundState } from './reporting-round.ts';

/** What becomes of a sum to which some organizations gave nothing: it counts with its gaps named, or it does not count. */
export const SUM_DECISIONS = ['write', 'leave'] as const;
export type SumDecision = (typeof SUM_DECISIONS)[number];

/** A sum of parts as far as it goes. */
export interface SumProgress {
  /** Organizations whose part was accepted, of those that were asked. */
  readonly accepted: number;
  readonly asked: number;
  readonly value: DataValue;
}

/** Whether a sum is open to a decision: its round takes no more figures, and parts are missing. */
export const isSumOpen = (state: RoundState, { accepted, asked }: SumProgress): boolean =>
  state === 'locked' && accepted < asked;

/** A decision with whether an earlier one wrote the sum already. */
export interface SumChoice {
  readonly decision: SumDecision;
  readonly wasWritten: boolean;
}

/**
 * Decides whether a person may settle a sum with gaps in this way. Undefined is yes. A sum without gaps counts by itself,
 * and one without a single number has nothing to write. What was written counts: it can be written anew, not left out.
 */
export const findSumRefusal = (
  state: RoundState,
  progress: SumProgress,
  { decision, wasWritten }: SumChoice,
  actor: Actor | undefined,
):
  | Refusal<'access.denied' | 'round.wrong-state' | 'sum.nothing-to-decide' | 'sum.already-written'>
  | undefined => {
  const access = decideAccess(actor, 'round.write');
  if (!access.permitted) return refuse('access.denied', { reason: access.reason });
  if (state !== 'locked') return refuse('round.wrong-state', { action: 'decide-sum', state });
  const { accepted, asked, value } = progress;
  const isWritable = decision === 'leave' || value.state === 'value';
  if (accepted >= asked || !isWritable) return refuse('sum.nothing-to-decide', { accepted, asked });
  return decision === 'leave' && wasWritten ? refuse('sum.already-written') : undefined;
};
