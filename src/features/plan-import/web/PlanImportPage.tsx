import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { PlanImportRow } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ImportStateBadge } from './ImportStateBadge.tsx';
import { planImportMessages } from './messages.ts';
import { describeOutcome } from './outcome-words.ts';
import { planImportsQuery } from './queries.ts';
import { ReadingJob } from './ReadingJob.tsx';
import { UploadArea } from './UploadArea.tsx';

/** Offers a document to the registers, and lists what was offered before. */
const PlanImportPage = () => {
  const words = useMessages(planImportMessages);
  const mayImport = usePermission('plan.import');
  const { viec: jobId } = useSearch({ from: '/shell/nhap-van-ban' });
  if (!mayImport) {
    return (
      <Page title={words.denied.finding} eyebrow={words.eyebrow}>
        <EmptyState
          title={words.denied.title}
          action={
            <Button variant="default" renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>
              {words.denied.open}
            </Button>
          }
        >
          {words.denied.text}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      eyebrow={words.eyebrow}
      lead={words.lead}
      actions={<Link to="/nhap-van-ban/chi-dao">{words.byHand}</Link>}
    >
      <UploadArea />
      {jobId !== undefined && <ReadingJob id={jobId} />}
      <Section title={words.earlier.title}>
        <EarlierImports />
      </Section>
    </Page>
  );
};

const EarlierImports = () => {
  const words = useMessages(planImportMessages);
  const format = useFormat();
  const imports = useQuery(planImportsQuery);
  if (imports.isError) return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data) return <LoadingState lines={5} />;
  if (imports.data.total === 0) return <EmptyState title={words.earlier.empty} />;
  const labels = words.earlier;
  return (
    <FigureTable
      caption={labels.title}
      rows={imports.data.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'document',
          title: labels.document,
          cell: (row) => (
            <Link to="/nhap-van-ban/$id" params={{ id: row.id }}>
              {describeDocument(row) || row.fileName}
            </Link>
          ),
        },
        {
          key: 'file',
          title: labels.file,
          width: '13rem',
          cell: ({ fileName, origin }) => (origin === 'document' ? fileName : labels.reviewedReading),
        },
        { key: 'state', title: labels.state, width: '9rem', cell: (row) => <ImportStateBadge of={row} /> },
        {
          key: 'items',
          title: labels.items,
          kind: 'figure',
          width: '6rem',
          cell: ({ itemCount }) => format.number(itemCount),
        },
        {
          key: 'outcome',
          title: labels.outcome,
          width: '14rem',
          cell: ({ outcome }) => outcome && describeOutcome(outcome, words, format),
        },
        {
          key: 'uploaded',
          title: labels.uploaded,
          width: '9rem',
          cell: ({ uploadedAt }) => format.instant(uploadedAt),
        },
      ]}
    />
  );
};

const describeDocument = ({ docType, docNumber, subjectLine }: PlanImportRow): string =>
  [docType, docNumber, subjectLine].filter((part) => part !== null).join(' ');

export default PlanImportPage;
