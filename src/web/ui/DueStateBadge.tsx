import type { DueState } from '#core/calendar/due-state.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { StateBadge, type StateTone } from './StateBadge.tsx';

const TONES = {
  'overdue-unreported': 'bad',
  'ended-unreported': 'warning',
  'due-soon': 'warning',
  'in-period': 'running',
  upcoming: 'open',
  ongoing: 'neutral',
  recurring: 'neutral',
  'waiting-for-event': 'open',
  'no-due-date': 'open',
  'result-stated': 'neutral',
} as const satisfies Record<DueState, StateTone>;

/** How something stands against its due rule, in the words that every page uses. */
export const DueStateBadge = ({ state }: { readonly state: DueState }) => {
  const { dueStates } = useMessages(sharedMessages);
  return <StateBadge tone={TONES[state]}>{dueStates[state]}</StateBadge>;
};
