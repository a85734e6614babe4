import { memo, useEffect, useRef } from 'react';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import type { ReviewState } from '#core/plan-review/review-step.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { describeSummary } from '#features/plan-import/web/describe-value.ts';
import { planImportMessages } from '#features/plan-import/web/messages.ts';
import { ItemPanel } from './ItemPanel.tsx';
import { reviewMessages } from './messages.ts';
import type { ReviewActions, ReviewMode } from './review-actions.ts';
import classes from './review.module.css';

const TONES = { pending: 'open', accepted: 'good', rejected: 'bad' } as const satisfies Record<
  ReviewState,
  StateTone
>;

interface ReviewRowProps {
  readonly item: PreviewItem;
  readonly actions: ReviewActions;
  /** The form that is open; undefined for an item that is not chosen. */
  readonly mode: ReviewMode | undefined;
  readonly above: string | null;
  /** Grows with each command: the chosen item takes the focus again. Zero until the first one. */
  readonly focus: number;
}

/** One item of the list; the chosen one is open and can be decided on. */
export const ReviewRow = memo(function ReviewRow({ item, actions, mode, above, focus }: ReviewRowProps) {
  const words = useMessages(reviewMessages);
  const button = useRef<HTMLButtonElement>(null);
  const row = useRef<HTMLLIElement>(null);
  const isChosen = mode !== undefined;
  useEffect(() => {
    if (focus === 0 || mode === undefined) return undefined;
    // A form that opens takes the focus itself.
    if (mode === 'look') button.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'nearest' });
    // Rows that come into the window only now have another height than was reserved for them.
    const settled = requestAnimationFrame(() => row.current?.scrollIntoView({ block: 'nearest' }));
    return () => {
      cancelAnimationFrame(settled);
    };
  }, [focus, mode]);

  return (
    <li
      ref={row}
      className={classes.row}
      data-chosen={isChosen || undefined}
      data-state={item.review.state}
      aria-current={isChosen || undefined}
    >
      <button
        ref={button}
        type="button"
        data-review-item
        className={classes.name}
        tabIndex={isChosen ? 0 : -1}
        aria-expanded={isChosen}
        onClick={() => {
          actions.choose(item.readingId);
        }}
      >
        <span className={classes.words}>{item.name}</span>
        <RowFacts item={item} />
      </button>
      {isChosen && <ItemPanel item={item} above={above} mode={mode} actions={actions} />}
      {item.review.correctedFields.length > 0 && !isChosen && (
        <span className={classes.quiet}>{words.corrected}</span>
      )}
    </li>
  );
});

const RowFacts = ({ item }: Pick<ReviewRowProps, 'item'>) => {
  const words = useMessages(reviewMessages);
  const { matches } = useMessages(planImportMessages);
  const { kinds, place } = useMessages(planItemMessages);
  const format = useFormat();
  const { state, replaces, sameAs } = item.review;
  const summary = describeSummary(item, format);
  return (
    <span className={classes.rowFacts}>
      <StateBadge tone={TONES[state]}>{words.states[state]}</StateBadge>
      <span>{kinds[item.kind]}</span>
      {summary !== '' && <span>{summary}</span>}
      {item.match !== 'new' && <span>{matches[item.match]}</span>}
      {replaces && <span>{words.replaces}</span>}
      {sameAs !== null && <span>{words.sameAsOther}</span>}
      {item.place.line !== null && <span>{place.line(String(item.place.line))}</span>}
    </span>
  );
};
