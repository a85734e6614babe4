import { memo } from 'react';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { type FigureColumn, FigureTable } from '#web/ui/FigureTable.tsx';
import { PointsBar } from '#web/ui/PointsBar.tsx';
import { Section } from '#web/ui/Section.tsx';
import { missingTo, type ShownChange, showChange } from './compute-what-if.ts';
import { describeMissing } from './describe-missing.ts';
import { Difference } from './Difference.tsx';
import { scenarioMessages } from './messages.ts';
import styles from './Results.module.css';
import { useBench } from './use-bench.ts';
import { type RankChange, type RankedBench, useRanks } from './use-ranks.ts';

interface ResultsProps extends RankedBench {
  readonly overview: IndexOverview;
}

interface ResultRow {
  readonly code: string;
  readonly name: string;
  readonly maximum: string;
  readonly change: ShownChange;
  readonly rank: RankChange | undefined;
}

interface Mark {
  readonly key: string;
  readonly name: string;
  readonly points: string;
}

/** What the assumptions come to: by main indicator, and against goal, forecast and what was published. */
export const Results = memo(({ bench, subject, others, overview }: ResultsProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const { whatIf } = useBench(bench);
  const rankIn = useRanks({ bench, subject, others });
  const { framework } = bench;
  const { result, distance } = words;
  const range = ({ low, high }: ShownChange['before']): string => format.pointsRange(low, high);
  const total = showChange(whatIf.before.points, whatIf.after.points, framework);
  const rows: readonly ResultRow[] = [
    ...whatIf.before.components.map(({ component, points }) => ({
      code: component.code,
      name: `${component.code} ${pick(component.name)}`,
      maximum: component.maximumPoints,
      change: showChange(points, whatIf.after.byCode.get(component.code)?.points ?? points, framework),
      rank: rankIn(component.code),
    })),
    {
      code: '',
      name: result.total,
      maximum: framework.maximumPoints,
      change: total,
      rank: rankIn(null),
    },
  ];
  const columns: readonly FigureColumn<ResultRow>[] = [
    {
      key: 'name',
      title: result.name,
      cell: ({ code, name }) => (code === '' ? <strong>{name}</strong> : name),
    },
    { key: 'maximum', title: result.maximum, kind: 'figure', cell: ({ maximum }) => format.number(maximum) },
    { key: 'now', title: result.now, kind: 'figure', cell: ({ change }) => range(change.before) },
    { key: 'then', title: result.then, kind: 'figure', cell: ({ change }) => range(change.after) },
    {
      key: 'difference',
      title: result.difference,
      kind: 'figure',
      cell: ({ change }) => <Difference difference={change.difference} />,
    },
    // Who stands alone has no rank in anything.
    ...(rows.some(({ rank }) => rank)
      ? [
          {
            key: 'rank',
            title: words.bar.rank,
            kind: 'figure' as const,
            cell: ({ rank }: ResultRow) =>
              rank ? words.bar.rankChange(rank.now.label, rank.then.label, String(rank.then.of)) : '–',
          },
        ]
      : []),
    {
      key: 'bar',
      title: result.bar,
      width: '8rem',
      cell: ({ maximum, change }) => (
        <span className={styles.bar}>
          <PointsBar {...change.after} maximum={maximum} />
        </span>
      ),
    },
  ];
  const marks = listMarks(overview, distance);
  const missing = (points: ShownChange['before'], mark: Mark): string =>
    describeMissing(missingTo(mark.points, points, framework), format, distance.above);
  return (
    <div className={styles.results}>
      <Section title={result.title}>
        <FigureTable caption={result.caption} columns={columns} rows={rows} rowKey={({ code }) => code} />
      </Section>
      {marks.length > 0 && (
        <Section title={distance.title}>
          <FigureTable
            caption={distance.caption}
            columns={[
              { key: 'name', title: distance.reference, cell: ({ name }: Mark) => name },
              {
                key: 'points',
                title: distance.points,
                kind: 'figure',
                cell: ({ points }: Mark) => format.points(points),
              },
              {
                key: 'now',
                title: distance.now,
                kind: 'figure',
                cell: (mark: Mark) => missing(total.before, mark),
              },
              {
                key: 'then',
                title: distance.then,
                kind: 'figure',
                cell: (mark: Mark) => missing(total.after, mark),
              },
            ]}
            rows={marks}
            rowKey={({ key }) => key}
          />
        </Section>
      )}
    </div>
  );
});
Results.displayName = 'Results';

const listMarks = (
  { goal, forecast, published }: IndexOverview,
  words: {
    readonly goal: string;
    readonly forecast: string;
    readonly published: (year: string) => string;
  },
): readonly Mark[] => [
  ...(goal ? [{ key: 'goal', name: words.goal, points: goal.points }] : []),
  ...(forecast ? [{ key: 'forecast', name: words.forecast, points: forecast.points }] : []),
  ...(published?.mean
    ? [{ key: 'published', name: words.published(String(published.year)), points: published.mean }]
    : []),
];
