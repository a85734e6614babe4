import type { RoundState } from '#core/submission/reporting-round.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { roundMessages } from './messages.ts';
import { ROUND_TONES } from './round-words.ts';

export const RoundStateBadge = ({ state }: { readonly state: RoundState }) => {
  const { roundStates } = useMessages(roundMessages);
  return <StateBadge tone={ROUND_TONES[state]}>{roundStates[state]}</StateBadge>;
};
