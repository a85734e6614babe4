import type { RoundState } from '#core/submission/reporting-round.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { roundMessages } from './messages.ts';
import { ROUND_TONES, SUBMISSION_TONES } from './round-words.ts';

export const RoundStateBadge = ({ state }: { readonly state: RoundState }) => {
  const { roundStates } = useMessages(roundMessages);
  return <StateBadge tone={ROUND_TONES[state]}>{roundStates[state]}</StateBadge>;
};

export const SubmissionStateBadge = ({ state }: { readonly state: SubmissionState }) => {
  const { states } = useMessages(roundMessages);
  return <StateBadge tone={SUBMISSION_TONES[state]}>{states[state]}</StateBadge>;
};
