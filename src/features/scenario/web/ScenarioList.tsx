import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { IndexSheet } from '#features/index-score/contract.ts';
import { putScenario, type Scenario } from '#features/scenario/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { type FigureColumn, FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { scenarioMessages } from './messages.ts';
import { SCENARIO_KEY, scenariosQuery, type ScoreKey } from './queries.ts';
import styles from './ScenarioList.module.css';
import { findScenarioOutdated } from './scenario-values.ts';
import { MOST_COMPARED, type SubjectSearch } from './what-if-address.ts';

interface ScenarioListProps {
  readonly sheet: IndexSheet;
  /** The one that is open. */
  readonly openId: string | undefined;
  /** Whose score it is, as the address says it. */
  readonly of: SubjectSearch;
}

const keyOf = ({ framework, subject, year }: IndexSheet): ScoreKey => ({
  framework: framework.code,
  subject: subject.code,
  year,
});

/** Withdraws a scenario or brings it back; its changes stay as they were kept. */
const useWithdrawal = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (scenario: Scenario) =>
      call(putScenario, {
        params: { id: scenario.id },
        body: {
          framework: scenario.framework,
          // It is not scored anew for this: the version that it was kept by will do.
          frameworkVersion: scenario.frameworkVersion,
          subject: scenario.subject,
          year: scenario.year,
          name: scenario.name,
          note: scenario.note,
          changes: scenario.changes,
          withdrawn: !scenario.withdrawn,
          version: scenario.version,
          writeId: newId(),
        },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: SCENARIO_KEY }),
  });
};

/** The kept scenarios of the score: open one, compare several, withdraw one. */
export const ScenarioList = memo(({ sheet, openId, of }: ScenarioListProps) => {
  const { list: words, outdated } = useMessages(scenarioMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const mayWrite = usePermission('scenario.write');
  const [withWithdrawn, setWithWithdrawn] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const scenarios = useQuery(scenariosQuery(keyOf(sheet), withWithdrawn));
  const withdrawal = useWithdrawal();
  const columns: readonly FigureColumn<Scenario>[] = [
    {
      key: 'choose',
      title: words.choose,
      width: '4.5rem',
      cell: ({ id, name }) => (
        <Checkbox
          size="xs"
          aria-label={words.chooseNamed(name)}
          checked={chosen.includes(id)}
          disabled={!chosen.includes(id) && chosen.length >= MOST_COMPARED}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id));
          }}
        />
      ),
    },
    {
      key: 'name',
      title: words.name,
      cell: (scenario) => (
        <>
          <Link
            to="/bo-chi-so/neu-thi"
            search={{ ...of, 'phuong-an': scenario.id }}
            aria-current={scenario.id === openId ? 'true' : undefined}
          >
            {scenario.name}
          </Link>
          {scenario.withdrawn && <span className={styles.mark}>{words.withdrawn}</span>}
          {findScenarioOutdated(scenario, sheet) && <span className={styles.mark}>{outdated.mark}</span>}
          {scenario.note !== null && <span className={styles.note}>{scenario.note}</span>}
        </>
      ),
    },
    {
      key: 'points',
      title: words.points,
      kind: 'figure',
      cell: ({ points }) => format.pointsRange(points.low, points.high),
    },
    {
      key: 'changes',
      title: words.changes,
      cell: ({ changes }) => words.changesCount(format.number(changes.length)),
    },
    { key: 'who', title: words.who, cell: ({ changedBy }) => changedBy ?? '–' },
    { key: 'when', title: words.when, cell: ({ changedAt }) => format.instant(changedAt) },
    ...(mayWrite
      ? [
          {
            key: 'withdraw',
            title: '',
            cell: (scenario: Scenario) => (
              <Button
                size="compact-xs"
                variant="default"
                loading={withdrawal.isPending && withdrawal.variables.id === scenario.id}
                aria-label={
                  scenario.withdrawn ? words.restoreNamed(scenario.name) : words.withdrawNamed(scenario.name)
                }
                onClick={() => {
                  withdrawal.mutate(scenario);
                }}
              >
                {scenario.withdrawn ? words.restore : words.withdraw}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const items = scenarios.data?.items ?? [];
  return (
    <Section
      title={words.title}
      lead={items.length > 0 ? words.compareHint : undefined}
      aside={
        <Checkbox
          size="xs"
          label={words.showWithdrawn}
          checked={withWithdrawn}
          onChange={({ currentTarget }) => {
            setWithWithdrawn(currentTarget.checked);
          }}
        />
      }
    >
      {withdrawal.error && <ErrorState error={withdrawal.error} />}
      {scenarios.isPending && <LoadingState lines={3} />}
      {scenarios.isError && (
        <ErrorState error={scenarios.error} where={words.title} onRetry={() => void scenarios.refetch()} />
      )}
      {scenarios.data && items.length === 0 && (
        <EmptyState title={words.none}>{mayWrite ? words.noneMend : words.noneMendViewer}</EmptyState>
      )}
      {items.length > 0 && (
        <>
          <FigureTable
            caption={words.caption}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            rowHeader="name"
          />
          <div className={styles.compare}>
            <Button
              size="xs"
              disabled={chosen.length === 0}
              onClick={() => {
                void navigate({
                  to: '/bo-chi-so/neu-thi/so-sanh',
                  search: { ...of, 'phuong-an': chosen.join('*') },
                });
              }}
            >
              {words.compare}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
});
ScenarioList.displayName = 'ScenarioList';
