import type { DifficultyState } from '#core/difficulty/difficulty.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { difficultyWords } from './messages.ts';

const TONES = {
  open: 'open',
  forwarded: 'running',
  answered: 'warning',
  closed: 'good',
} as const satisfies Record<DifficultyState, StateTone>;

interface DifficultyStateBadgeProps {
  readonly state: DifficultyState;
  /** It waits for an answer whose day has passed. */
  readonly isOverdue: boolean;
}

/** Where a difficulty stands, in the words that every page uses. */
export const DifficultyStateBadge = ({ state, isOverdue }: DifficultyStateBadgeProps) => {
  const { states, overdue } = useMessages(difficultyWords);
  return isOverdue ? (
    <StateBadge tone="bad">{`${states[state]} · ${overdue}`}</StateBadge>
  ) : (
    <StateBadge tone={TONES[state]}>{states[state]}</StateBadge>
  );
};
