import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { planImportMessages } from './messages.ts';
import { planImportQuery } from './queries.ts';
import { registerChangeMessages } from './register-change/messages.ts';
import { UndoImport } from './register-change/UndoImport.tsx';
import { ReviewContents } from './ReviewContents.tsx';

/** A file beside the registers: what it says, how that stands against what is known, and what accepting would do. */
const PlanImportReviewPage = () => {
  const words = useMessages(planImportMessages);
  const mayImport = usePermission('plan.import');
  const { id } = useParams({ from: '/shell/nhap-van-ban/$id' });
  const preview = useQuery({ ...planImportQuery(id), enabled: mayImport });
  if (!mayImport) {
    return (
      <Page title={words.denied.finding} eyebrow={words.eyebrow}>
        <EmptyState title={words.denied.title}>{words.denied.text}</EmptyState>
      </Page>
    );
  }
  // What is on the page stays while the server is away: steps on their way would be lost with it.
  if (preview.isError && !preview.data) {
    return (
      <Page title={words.review.loading} eyebrow={words.eyebrow}>
        <ErrorState
          error={preview.error}
          where={words.review.loading}
          onRetry={() => void preview.refetch()}
        />
      </Page>
    );
  }
  if (!preview.data) {
    return (
      <Page title={words.review.loading} eyebrow={words.eyebrow}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  return <LoadedReview key={id} preview={preview.data} />;
};

const LoadedReview = ({ preview }: { readonly preview: PlanImportPreview }) => {
  const words = useMessages(planImportMessages);
  const { amendment } = useMessages(registerChangeMessages);
  const { documentId } = preview.import;
  return (
    <Page
      wide
      title={useFinding(preview)}
      eyebrow={<Link to="/nhap-van-ban">{words.eyebrow}</Link>}
      actions={
        documentId === null ? (
          preview.import.state === 'draft' &&
          preview.document === null && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/nhap-van-ban/$id/doi-chieu" params={{ id: preview.import.id }} {...props} />
              )}
            >
              {amendment.open}
            </Button>
          )
        ) : (
          <>
            <UndoImport of={preview.import} />
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/van-ban/$id" params={{ id: documentId }} {...props} />}
            >
              {words.review.openDocument}
            </Button>
          </>
        )
      }
    >
      <ReviewContents preview={preview} />
    </Page>
  );
};

const useFinding = ({ import: row, counts, head }: PlanImportPreview): string => {
  const words = useMessages(planImportMessages);
  const format = useFormat();
  const { 'tai-lai': repeated } = useSearch({ from: '/shell/nhap-van-ban/$id' });
  const subject = head.subjectLine ?? head.docType ?? words.review.untitled;
  if (row.state === 'accepted') {
    return repeated === undefined ? words.review.accepted(subject) : words.review.acceptedBefore(subject);
  }
  if (row.state === 'discarded') return words.review.discarded(subject);
  if (row.state === 'undone') return words.review.undone(subject);
  if (counts.new + counts['gains-quote'] + counts.differs === 0) return words.review.nothingToDo(subject);
  const parts = (['new', 'gains-quote', 'differs', 'same'] as const)
    .filter((match) => counts[match] > 0)
    .map((match) => words.matchCounts[match](format.number(counts[match])));
  return words.review.finding(subject, format.list(parts));
};

export default PlanImportReviewPage;
