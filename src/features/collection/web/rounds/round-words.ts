import type { RoundState } from '#core/submission/reporting-round.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';
import { decimal } from '#core/kernel/decimal.ts';
import type { RoundMember, RoundSummary } from '#contract/reporting-round.ts';
import type { Format } from '#web/i18n/format.ts';
import type { StateTone } from '#web/ui/StateBadge.tsx';
import type { RoundWords } from './messages.ts';

export const ROUND_TONES = {
  draft: 'open',
  open: 'running',
  locked: 'neutral',
  published: 'good',
  cancelled: 'neutral',
} as const satisfies Record<RoundState, StateTone>;

export const SUBMISSION_TONES = {
  draft: 'open',
  ready: 'warning',
  submitted: 'running',
  'under-appraisal': 'running',
  returned: 'bad',
  accepted: 'good',
  locked: 'neutral',
  published: 'good',
} as const satisfies Record<SubmissionState, StateTone>;

const UNSENT: readonly SubmissionState[] = ['draft', 'ready', 'returned'];

/** Whether an organization still owes its report: it has not left the house, or came back. */
export const isOwed = ({ state }: Pick<RoundMember, 'state'>): boolean => UNSENT.includes(state);

const COMMUNE_KINDS: readonly string[] = ['commune', 'ward', 'special-zone'];

/** Communes and wards, or whatever belongs to the province. */
export const kindGroupOf = (kind: string): 'agency' | 'commune' =>
  COMMUNE_KINDS.includes(kind) ? 'commune' : 'agency';

/** `98/142 (69,0 %)`; without its share where there is nothing to have a share of. */
export const shareWords = (count: number, all: number, format: Format, words: RoundWords): string => {
  if (all === 0) return words.ofAll(format.number(count), format.number(all));
  // Cut, not rounded: all but one is not yet all.
  const percent = decimal(count).times(100).dividedBy(all).toDecimalPlaces(1, 1);
  return words.share(
    format.number(count),
    format.number(all),
    format.percent(percent.toFixed(), { places: 1 }),
  );
};

/** The due day as the plan says it: a day, or before it. */
export const dueWords = (
  { dueDay, dueBefore }: Pick<RoundSummary['schedule'], 'dueDay' | 'dueBefore'>,
  format: Format,
  words: RoundWords,
): string => (dueBefore ? words.round.before(format.day(dueDay)) : format.day(dueDay));

/** What still waits, the late first and then those with the least done. */
export const listOwed = (members: readonly RoundMember[]): readonly RoundMember[] => {
  const shareOf = ({ answered, asked }: RoundMember): number => (asked === 0 ? 1 : answered / asked);
  return members
    .filter(isOwed)
    .toSorted((one, other) => Number(other.isLate) - Number(one.isLate) || shareOf(one) - shareOf(other));
};
