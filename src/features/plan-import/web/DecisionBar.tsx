import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { planImportMessages, type PlanImportWords } from './messages.ts';
import classes from './plan-import.module.css';
import { reviewMessages } from './review/messages.ts';
import { ReviewProgress } from './review/ReviewProgress.tsx';
import { useAccept, useDiscard } from './queries.ts';
import { useBarHeight } from './use-bar-height.ts';
import { changesNothing, summarizeDecisions, type DecisionSummary } from './summarize-decisions.ts';

const PARTS = ['added', 'quoted', 'replaced', 'kept', 'unchanged', 'excluded'] as const;

const describeSummary = (summary: DecisionSummary, words: PlanImportWords, format: Format): string => {
  if (changesNothing(summary)) return words.review.summaryNothing;
  const parts = PARTS.filter((part) => summary[part] > 0).map((part) =>
    words.review.summaryParts[part](format.number(summary[part])),
  );
  return words.review.summarySentence(format.list(parts));
};

interface DecisionBarProps {
  readonly preview: PlanImportPreview;
  /** Steps of the review on their way. */
  readonly unsent: number;
  /** Why the last step was not kept. */
  readonly stepError: unknown;
  readonly onUndo: () => void;
}

/** Says how far the review is and what entering the draft will do; enters or discards it. */
export const DecisionBar = ({ preview, unsent, stepError, onUndo }: DecisionBarProps) => {
  const reviewWords = useMessages(reviewMessages);
  const words = useMessages(planImportMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { id } = preview.import;
  // The page itself then says what entered, and offers to undo it; that the file came twice is no longer news.
  const accepting = useAccept(id, () => {
    void navigate({ to: '/nhap-van-ban/$id', params: { id }, search: {}, replace: true });
    window.scrollTo({ top: 0 });
  });
  const discarding = useDiscard(id, () => {
    notifications.show({ message: words.review.discardedNotice });
    void navigate({ to: '/nhap-van-ban' });
  });
  const bar = useBarHeight();
  const [asking, { open: ask, close }] = useDisclosure(false);
  const { pending } = preview.review;
  const isAsked = preview.identity.standing === 'asked';
  const busy = accepting.isPending || discarding.isPending;
  const error = accepting.error ?? discarding.error;

  const accept = (): void => {
    accepting.mutate({ excluded: [], replaced: [], reviewVersion: preview.review.version });
  };
  const discard = (): void => {
    close();
    discarding.mutate();
  };

  return (
    <div ref={bar} className={classes.bar}>
      {error !== null && <ErrorState error={error} where={words.review.loading} />}
      {stepError !== null && <ErrorState error={stepError} where={reviewWords.saving} />}
      <div className={classes.barLine}>
        <ReviewProgress review={preview.review} unsent={unsent} />
        <p className={classes.summary} data-waiting={pending > 0 || undefined}>
          {isAsked && `${reviewWords.document.first}. `}
          {pending > 0
            ? reviewWords.pendingFirst(format.number(pending))
            : describeSummary(summarizeDecisions(preview.items), words, format)}
        </p>
        <Group gap="xs">
          <Button variant="default" disabled={busy || preview.review.standing === 0} onClick={onUndo}>
            {reviewWords.actions.undo}
          </Button>
          <Button variant="default" disabled={busy} onClick={ask}>
            {words.review.discard}
          </Button>
          <Button
            loading={accepting.isPending}
            disabled={busy || isAsked || pending > 0 || unsent > 0}
            onClick={accept}
          >
            {reviewWords.enter}
          </Button>
        </Group>
      </div>
      <p className={classes.hint}>{reviewWords.hint}</p>
      <Modal opened={asking} onClose={close} title={words.review.confirmTitle} centered>
        <p>{words.review.confirmText}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.review.cancel}
          </Button>
          <Button color="lotus" onClick={discard}>
            {words.review.discard}
          </Button>
        </Group>
      </Modal>
    </div>
  );
};
