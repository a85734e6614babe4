import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

interface ReviewProgressProps {
  readonly review: PlanImportPreview['review'];
  /** Steps on their way. */
  readonly unsent: number;
}

/** How many items are decided, and whether every step is saved. */
export const ReviewProgress = ({ review, unsent }: ReviewProgressProps) => {
  const words = useMessages(reviewMessages);
  const format = useFormat();
  const done = review.accepted + review.rejected;
  const all = done + review.pending;
  return (
    <div className={classes.progress}>
      <span role="status">{words.progress(format.number(done), format.number(all))}</span>
      <progress aria-label={words.progressLabel} value={done} max={all} />
      {unsent > 0 && <span className={classes.quiet}>{words.unsent(format.number(unsent))}</span>}
    </div>
  );
};
