import type { SubmissionState } from '#core/submission/submission-state.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { submissionMessages } from './submission-messages.ts';

const TONES = {
  draft: 'open',
  ready: 'running',
  submitted: 'running',
  'under-appraisal': 'running',
  returned: 'bad',
  accepted: 'good',
  locked: 'good',
  published: 'good',
} as const satisfies Record<SubmissionState, StateTone>;

/** Where a submission stands, in the words that every page uses. */
export const SubmissionStateBadge = ({ state }: { readonly state: SubmissionState }) => {
  const { states } = useMessages(submissionMessages);
  return <StateBadge tone={TONES[state]}>{states[state]}</StateBadge>;
};
