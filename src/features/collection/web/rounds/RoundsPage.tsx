import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoundSummary } from '#contract/reporting-round.ts';
import { SUBMISSION_STATES } from '#core/submission/submission-state.ts';
import type { RoundGlance } from '#features/collection/follow-up-contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages, type RoundWords } from './messages.ts';
import { overviewQuery, roundsQuery } from './queries.ts';
import { isOwed, shareWords } from './round-words.ts';
import { RoundStateBadge } from './RoundStateBadge.tsx';
import styles from './rounds.module.css';

const findingOf = (glances: readonly RoundGlance[], format: Format, words: RoundWords): string => {
  const [first] = glances;
  if (!first) return words.list.findingNone;
  return words.list.finding(
    first.round.title,
    ...([first.sent, first.asked, first.late, first.returned].map((count) => format.number(count)) as [
      string,
      string,
      string,
      string,
    ]),
  );
};

const MOST_INDICATORS = 6;

const Concerned = ({ indicators }: Pick<RoundGlance, 'indicators'>) => {
  const { list: words } = useMessages(roundMessages);
  const format = useFormat();
  const others = indicators.length - MOST_INDICATORS;
  return (
    <>
      {indicators
        .slice(0, MOST_INDICATORS)
        .map(({ code, late, returned }) =>
          words.concernedOf(code, format.number(late), format.number(returned)),
        )
        .join(' · ')}
      {others > 0 && ` · ${words.more(format.number(others))}`}
    </>
  );
};

const GlanceTable = ({ glances }: { readonly glances: readonly RoundGlance[] }) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const count = (key: 'accepted' | 'late' | 'returned', title: string) => ({
    ...{ key, title, kind: 'figure' as const },
    cell: (row: RoundGlance) => format.number(row[key]),
  });
  return (
    <FigureTable
      caption={words.list.glance}
      rows={glances}
      rowKey={({ round }) => round.id}
      columns={[
        {
          key: 'title',
          title: words.list.title,
          cell: ({ round }) => (
            <Link to="/dot-bao-cao/$id" params={{ id: round.id }}>
              {round.title}
            </Link>
          ),
        },
        {
          key: 'sent',
          title: words.list.sent,
          kind: 'figure',
          cell: ({ sent, asked }) => shareWords(sent, asked, format, words),
        },
        count('accepted', words.list.accepted),
        count('late', words.list.late),
        count('returned', words.list.returned),
        {
          key: 'concerned',
          title: words.list.concerned,
          cell: ({ indicators }) => <Concerned indicators={indicators} />,
        },
      ]}
    />
  );
};

const sentOf = ({ stateCounts }: RoundSummary): number =>
  SUBMISSION_STATES.filter((state) => !isOwed({ state })).reduce(
    (total, state) => total + stateCounts[state],
    0,
  );

const RoundTable = ({ rounds }: { readonly rounds: readonly RoundSummary[] }) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const pick = usePickText();
  return (
    <FigureTable
      caption={words.list.table}
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: words.list.title,
          cell: ({ id, title }) => (
            <Link to="/dot-bao-cao/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        { key: 'period', title: words.list.period, cell: ({ period }) => format.period(period) },
        {
          key: 'framework',
          title: words.list.framework,
          cell: ({ framework }) => pick(framework.title),
        },
        {
          key: 'days',
          title: words.list.days,
          cell: ({ schedule }) =>
            [schedule.remindDay, schedule.lastDay, schedule.lateAfterDay]
              .map((day) => format.day(day))
              .join(' · '),
        },
        { key: 'state', title: words.list.state, cell: ({ state }) => <RoundStateBadge state={state} /> },
        {
          key: 'sent',
          title: words.list.sent,
          kind: 'figure',
          cell: (round) => words.ofAll(format.number(sentOf(round)), format.number(round.organizationCount)),
        },
      ]}
    />
  );
};

/** All reporting rounds; what is open stands at the top, at a glance. */
const RoundsPage = () => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const rounds = useQuery(roundsQuery);
  const overview = useQuery(overviewQuery);
  const error = rounds.error ?? overview.error;
  if (error) {
    return (
      <Page title={words.list.loading}>
        <ErrorState
          error={error}
          where={words.list.loading}
          onRetry={() => {
            void rounds.refetch();
            void overview.refetch();
          }}
        />
      </Page>
    );
  }
  if (!rounds.data || !overview.data) {
    return (
      <Page title={words.list.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  const glances = overview.data.items;
  return (
    <Page
      wide
      title={findingOf(glances, format, words)}
      eyebrow={words.eyebrow}
      lead={words.list.lead}
      actions={
        <>
          {rounds.data.mayWrite && (
            <Button renderRoot={(props) => <Link to="/dot-bao-cao/mo" {...props} />}>
              {words.list.open}
            </Button>
          )}
          <Button variant="default" renderRoot={(props) => <Link to="/dot-bao-cao/thuc-hien" {...props} />}>
            {words.list.performance}
          </Button>
        </>
      }
    >
      {glances.length > 0 && (
        <Section title={words.list.glance}>
          <div className={styles.glance}>
            <GlanceTable glances={glances} />
          </div>
        </Section>
      )}
      {rounds.data.items.length === 0 ? (
        <EmptyState title={words.list.none}>{words.list.noneHelp}</EmptyState>
      ) : (
        <Section title={words.list.table}>
          <RoundTable rounds={rounds.data.items} />
        </Section>
      )}
    </Page>
  );
};

export default RoundsPage;
