import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { OrganizationPerformance, PlanPerformance } from '#features/collection/follow-up-contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages, type RoundWords } from './messages.ts';
import { performanceQuery } from './queries.ts';
import { kindGroupOf, shareWords } from './round-words.ts';

type Figures = Pick<
  PlanPerformance,
  'asked' | 'sent' | 'inTime' | 'due' | 'figuresAsked' | 'figuresAnswered'
>;

const figureColumns = (format: Format, words: RoundWords) => {
  const { performance } = words;
  return [
    {
      key: 'sent',
      title: performance.sent,
      kind: 'figure' as const,
      cell: ({ sent, asked }: Figures) => shareWords(sent, asked, format, words),
    },
    {
      key: 'inTime',
      title: performance.inTime,
      kind: 'figure' as const,
      cell: ({ inTime, due }: Figures) => shareWords(inTime, due, format, words),
    },
    {
      key: 'figures',
      title: performance.figures,
      kind: 'figure' as const,
      cell: ({ figuresAnswered, figuresAsked }: Figures) =>
        shareWords(figuresAnswered, figuresAsked, format, words),
    },
  ];
};

const shareInTime = ({ inTime, due }: Figures): number => (due === 0 ? 2 : inTime / due);

/** Those that are in time least first; who has nothing due comes last. */
const sortByTimeliness = (rows: readonly OrganizationPerformance[]): readonly OrganizationPerformance[] =>
  rows.toSorted((one, other) => shareInTime(one) - shareInTime(other));

const findingOf = (
  { rounds, plans }: { readonly rounds: number; readonly plans: readonly PlanPerformance[] },
  format: Format,
  { performance }: RoundWords,
): string => {
  if (rounds === 0) return performance.findingNone;
  const total = (key: 'inTime' | 'due'): number => plans.reduce((sum, plan) => sum + plan[key], 0);
  return performance.finding(
    format.number(total('inTime')),
    format.number(total('due')),
    format.number(rounds),
  );
};

/** How completely and how timely organizations report, over rounds and by the plan that asks for it. */
const PerformancePage = () => {
  const words = useMessages(roundMessages);
  const { performance: own } = words;
  const format = useFormat();
  const navigate = useNavigate();
  const { 'nam-bao-cao': year } = useSearch({ from: '/shell/dot-bao-cao/thuc-hien' });
  const performance = useQuery(performanceQuery(year));
  const { data } = performance;
  if (performance.isError) {
    return (
      <Page title={own.loading}>
        <ErrorState
          error={performance.error}
          where={own.loading}
          onRetry={() => void performance.refetch()}
        />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={own.loading}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return (
    <Page
      wide
      title={findingOf(data, format, words)}
      eyebrow={<Link to="/dot-bao-cao">{own.back}</Link>}
      lead={own.lead}
      actions={
        <NativeSelect
          label={own.year}
          value={year ?? ''}
          data={[
            { value: '', label: own.allYears },
            ...data.years.map((known) => ({ value: String(known), label: String(known) })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({
              to: '/dot-bao-cao/thuc-hien',
              search: chosen === '' ? {} : { 'nam-bao-cao': chosen },
            });
          }}
        />
      }
    >
      {data.rounds === 0 ? (
        <EmptyState title={own.findingNone}>{own.noneHelp}</EmptyState>
      ) : (
        <>
          <Section title={own.byPlan}>
            <FigureTable
              caption={own.byPlan}
              rows={data.plans}
              rowKey={({ document }) => document ?? ''}
              columns={[
                { key: 'plan', title: own.plan, cell: ({ document }) => document ?? own.noPlan },
                {
                  key: 'rounds',
                  title: own.rounds,
                  kind: 'figure',
                  cell: ({ rounds }) => format.number(rounds),
                },
                ...figureColumns(format, words),
              ]}
            />
          </Section>
          <Section title={own.byOrganization}>
            <FigureTable
              caption={own.byOrganization}
              rows={sortByTimeliness(data.organizations)}
              rowKey={({ organization }) => organization.code}
              columns={[
                {
                  key: 'organization',
                  title: own.organization,
                  cell: ({ organization }) => (
                    <Link to="/co-quan/$code" params={{ code: organization.code }}>
                      {organization.name}
                    </Link>
                  ),
                },
                { key: 'kind', title: own.kind, cell: ({ kind }) => words.kinds[kindGroupOf(kind)] },
                ...figureColumns(format, words),
              ]}
            />
          </Section>
        </>
      )}
    </Page>
  );
};

export default PerformancePage;
