import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { reviewMessages } from './messages.ts';
import type { ReviewActions, ReviewMode } from './review-actions.ts';
import { isUnsure } from './review-order.ts';
import classes from './review.module.css';
import { ReviewRow } from './ReviewRow.tsx';

interface ReviewListProps {
  /** In the order of review. */
  readonly items: readonly PreviewItem[];
  readonly unsure: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly mode: ReviewMode;
  readonly focus: number;
  readonly actions: ReviewActions;
}

/** The items of a file, those that need a closer look first. */
export const ReviewList = (props: ReviewListProps) => {
  const { items, unsure } = props;
  const words = useMessages(reviewMessages);
  const format = useFormat();
  const first = items.filter((item) => isUnsure(item, unsure));
  const rest = items.filter((item) => !isUnsure(item, unsure));
  return (
    <>
      {first.length > 0 && <h3 className={classes.part}>{words.unsure(format.number(first.length))}</h3>}
      <Rows {...props} part={first} />
      {rest.length > 0 && <h3 className={classes.part}>{words.sure(format.number(rest.length))}</h3>}
      <Rows {...props} part={rest} />
    </>
  );
};

const Rows = ({
  items,
  part,
  chosen,
  mode,
  focus,
  actions,
}: ReviewListProps & { readonly part: readonly PreviewItem[] }) => {
  const nameOf = (readingId: string | null): string | null =>
    items.find((item) => item.readingId === readingId)?.name ?? null;
  if (part.length === 0) return null;
  return (
    <ol className={classes.rows}>
      {part.map((item) => {
        const isChosen = item.readingId === chosen;
        return (
          <ReviewRow
            key={item.readingId}
            item={item}
            actions={actions}
            mode={isChosen ? mode : undefined}
            above={isChosen ? nameOf(item.review.above) : null}
            focus={isChosen ? focus : 0}
          />
        );
      })}
    </ol>
  );
};
