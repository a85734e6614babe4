import type { ReactNode } from 'react';
import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ScorePlace } from '#web/widgets/index-score/ScorePlace.tsx';
import { indexMessages } from './messages.ts';

interface StatedRow {
  readonly key: string;
  readonly name: string;
  readonly points: string;
  readonly source: ReactNode;
}

/** What was published and what the plan expects, beside what the rules give today. */
export const StatedScores = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const { forecast, published, points } = component;
  if (!forecast && !published) return null;
  const year = String(published?.year ?? '');
  const rows: readonly StatedRow[] = [
    { key: 'today', name: words.today, points: format.pointsRange(points.low, points.high), source: null },
    ...(forecast
      ? [
          {
            key: 'forecast',
            name: words.forecast,
            points: format.points(forecast.points),
            source: forecast.place && <ScorePlace place={forecast.place} />,
          },
        ]
      : []),
    ...(published?.scores ?? []).map(({ subject, points: score, rank, rankOutOf, place }) => ({
      key: subject.code,
      name:
        rank === null
          ? words.published(year, subject.name)
          : `${words.published(year, subject.name)}, ${words.rank(String(rank), String(rankOutOf ?? ''))}`,
      points: format.points(score),
      source: place && <ScorePlace place={place} />,
    })),
    ...(published?.mean
      ? [
          {
            key: 'mean',
            name: words.publishedMean(year),
            points: format.number(published.mean),
            source: null,
          },
        ]
      : []),
  ];
  return (
    <Section title={words.publishedTitle}>
      <FigureTable<StatedRow>
        caption={words.publishedTitle}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: words.statedBy, cell: ({ name }) => name },
          { key: 'points', title: words.points, kind: 'figure', cell: (row) => row.points },
          { key: 'source', title: words.source, cell: ({ source }) => source },
        ]}
      />
    </Section>
  );
};
