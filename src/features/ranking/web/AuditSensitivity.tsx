import { useMemo } from 'react';
import type { AuditedAssumption, LeagueAudit } from '#features/ranking/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { buildIntervalRows, type IntervalRow } from '#web/ui/chart/build-interval-rows.ts';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { endsOf, orderAssumptions } from './audit-findings.ts';
import styles from './audit.module.css';
import type { AuditWords } from './audit-messages.ts';
import { capitalised, useAuditWording, writeShare } from './use-audit-wording.ts';

const drawnRow = ({ name, total }: AuditedAssumption, words: AuditWords, format: Format): IntervalRow => {
  const [low, high] = endsOf(total);
  const text = writeShare(total, words, format);
  return {
    ...{ key: name, name: capitalised(words.assumptions[name]), text },
    value: ((low + high) / 2) * 100,
    interval: total.kind === 'span' ? { low: low * 100, high: high * 100, text: words.interval(text) } : null,
  };
};

/** How estimates grew steady with the design, line by line. */
const Convergence = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, format, shareOf } = useAuditWording(audit);
  const { assumptions, convergence } = audit.sensitivity;
  return (
    <details className={styles.fold}>
      <summary>{words.convergenceTitle}</summary>
      <p className={styles.plain}>{words.convergenceLead}</p>
      <FigureTable
        caption={words.convergenceTitle}
        columns={[
          {
            key: 'points',
            title: words.columns.points,
            cell: ({ points }: (typeof convergence)[number]) => format.number(points),
          },
          ...assumptions.map(({ name }, place) => ({
            key: name,
            title: capitalised(words.assumptions[name]),
            kind: 'figure' as const,
            cell: ({ totals }: (typeof convergence)[number]) => {
              const total = totals[place];
              return total ? shareOf(total) : words.none;
            },
          })),
        ]}
        rows={convergence}
        rowKey={({ points }) => String(points)}
      />
    </details>
  );
};

/** Which choice of the method moves the ranks, alone and with others. */
export const AuditSensitivity = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, format, inPercent, shareOf } = useAuditWording(audit);
  const { points, runs, replicates, weightShare } = audit.sensitivity;
  const rows = orderAssumptions(audit);
  const build = useMemo(
    () =>
      buildIntervalRows({
        rows: orderAssumptions(audit).map((assumption) => drawnRow(assumption, words, format)),
        shape: 'bar',
        formatNumber: (value) => format.percent(value),
        from: 0,
        to: 100,
      }),
    [audit, words, format],
  );
  const list = rows.map(({ name, total }) => `${words.assumptions[name]} ${shareOf(total)}`);
  return (
    <Section title={words.sensitivityTitle} lead={words.sensitivityLead}>
      <ChartWithTable
        caption={words.sensitivityChart}
        description={words.sensitivityDescription(format.list(list))}
        build={build}
        columns={[
          {
            key: 'assumption',
            title: words.columns.assumption,
            cell: ({ name }: AuditedAssumption) => capitalised(words.assumptions[name]),
          },
          {
            key: 'alternatives',
            title: words.columns.alternatives,
            cell: ({ name }) => words.alternatives[name](inPercent(weightShare)),
          },
          {
            key: 'firstOrder',
            title: words.columns.firstOrder,
            kind: 'figure',
            cell: ({ firstOrder }) => shareOf(firstOrder),
          },
          {
            key: 'total',
            title: words.columns.total,
            kind: 'figure',
            cell: ({ total }) => shareOf(total),
          },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
        table="open"
        source={words.sensitivitySource(
          format.number(runs),
          format.number(points),
          format.number(replicates),
        )}
      />
      <Convergence audit={audit} />
    </Section>
  );
};
