import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { SubmissionForm } from '#contract/submission.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import type { DifficultySearch } from './difficulty-address.ts';
import { hinderedItemQuery, hinderedReportQuery, statisticsQuery } from './queries.ts';
import { type AskedItem, type Hindered, RaiseForm } from './RaiseForm.tsx';
import { useDifficultyTexts } from './use-difficulty-texts.ts';
import { useWording } from './use-wording.ts';

const NO_FILTER = {};

/** What a report asks for, each once, in its order; a figure of several subjects is one. */
const listAsked = (report: SubmissionForm, pick: ReturnType<typeof usePickText>): readonly AskedItem[] => {
  const items = report.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.items));
  return [...new Map(items.map(({ item }) => [item.code, pick(item.name)]))].map(([value, label]) => ({
    value,
    label,
  }));
};

const hinderedOf = (search: DifficultySearch): Hindered | undefined => {
  const item = search['nhiem-vu'] ?? search['chi-tieu'];
  if (item !== undefined) return { kind: 'item', id: item };
  const submission = search['bao-cao'];
  return submission === undefined
    ? undefined
    : { kind: 'submission', id: submission, item: search.muc ?? null };
};

/** Where a difficulty with a task, a target or a report is raised. */
const RaisePage = () => {
  const { texts } = useDifficultyTexts();
  const { words } = useWording();
  const search: DifficultySearch = useSearch({ from: '/shell/kho-khan/moi' });
  const navigate = useNavigate();
  const about = hinderedOf(search);
  const statistics = useQuery(statisticsQuery(NO_FILTER));
  const item = useQuery({ ...hinderedItemQuery(about?.id ?? ''), enabled: about?.kind === 'item' });
  const report = useQuery({ ...hinderedReportQuery(about?.id ?? ''), enabled: about?.kind === 'submission' });
  const pick = usePickText();
  const { raise } = texts;
  const name = item.data?.item.name ?? report.data?.round.title;
  const organizations = (statistics.data?.mayRaiseFor ?? []).filter(
    ({ code }) => !report.data || code === report.data.organization.code,
  );
  const hindered = about?.kind === 'item' ? item : report;
  return (
    <Page
      title={name === undefined ? raise.title : raise.titleOf(name)}
      eyebrow={<Link to="/kho-khan">{words.eyebrow}</Link>}
      lead={raise.lead}
    >
      {about === undefined && <EmptyState title={raise.nowhereTitle}>{raise.nowhereText}</EmptyState>}
      {statistics.isError && (
        <ErrorState error={statistics.error} onRetry={() => void statistics.refetch()} />
      )}
      {hindered.isError && <ErrorState error={hindered.error} onRetry={() => void hindered.refetch()} />}
      {about !== undefined && (statistics.isPending || hindered.isPending) && <LoadingState lines={8} />}
      {about !== undefined && statistics.data && hindered.data && (
        <RaiseForm
          about={about}
          asked={report.data ? listAsked(report.data, pick) : []}
          organizations={organizations}
          onRaised={({ id }) => {
            void navigate({ to: '/kho-khan/$id', params: { id } });
          }}
        />
      )}
    </Page>
  );
};

export default RaisePage;
