import { Link } from '@tanstack/react-router';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { SourceLink } from '#web/ui/SourcePlace.tsx';
import { addsUpAsShown } from '#web/widgets/index-score/sum-as-shown.ts';
import styles from './IndexPicture.module.css';
import { overviewMessages } from './messages.ts';

type StatedPoints = Pick<NonNullable<IndexOverview['forecast']>, 'points' | 'place'>;
type MainIndicator = IndexOverview['mainIndicators'][number];

/** The figures of the picture as a table: one row for each main indicator and one for the whole. */
export const IndexFigures = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  const { kit } = useMessages(sharedMessages);
  const format = useFormat();
  const pick = usePickText();
  const year = index.published?.year;
  const subjects = index.published?.scores.map(({ subject }) => subject) ?? [];
  const stated = (found: StatedPoints | null | undefined) =>
    found === null || found === undefined ? (
      kit.blank
    ) : (
      <SourceLink place={found.place}>{format.points(found.points)}</SourceLink>
    );

  const columns: readonly FigureColumn<MainIndicator>[] = [
    {
      key: 'name',
      title: words.mainIndicator,
      cell: ({ code, name }) => (
        <Link to="/bo-chi-so/$code" params={{ code }}>
          {code}. {pick(name)}
        </Link>
      ),
    },
    { key: 'maximum', title: words.maximum, kind: 'figure', cell: ({ maximum }) => format.number(maximum) },
    {
      key: 'points',
      title: words.achieved,
      kind: 'figure',
      cell: ({ points }) => <PointsRange {...points} />,
    },
    {
      key: 'forecast',
      title: words.forecast,
      kind: 'figure',
      cell: ({ forecast }) => stated(forecast),
    },
    ...subjects.map(({ code, name }) => ({
      key: code,
      title: `${name}, ${words.published(String(year)).toLowerCase()}`,
      kind: 'figure' as const,
      cell: ({ published }: MainIndicator) =>
        stated(published?.scores.find(({ subject }) => subject.code === code)),
    })),
    ...(index.published?.mean
      ? [
          {
            key: 'mean',
            title: words.publishedMean(String(year)),
            kind: 'figure' as const,
            cell: ({ published }: MainIndicator) =>
              published?.mean ? format.number(published.mean) : kit.blank,
          },
        ]
      : []),
  ];

  return (
    <>
      <FigureTable
        caption={words.tableTitle}
        columns={columns}
        rows={index.mainIndicators}
        rowKey={({ code }) => code}
        footer={
          <tr>
            <th scope="row">{words.total}</th>
            <td data-kind="figure">{format.number(index.framework.maximumPoints)}</td>
            <td data-kind="figure">
              <PointsRange {...index.points} />
            </td>
            <td data-kind="figure">{stated(index.forecast)}</td>
            {subjects.map(({ code }) => (
              <td key={code} data-kind="figure">
                {stated(index.published?.scores.find(({ subject }) => subject.code === code))}
              </td>
            ))}
            {index.published?.mean && <td data-kind="figure">{format.number(index.published.mean)}</td>}
          </tr>
        }
      />
      {!addsUpAsShown(
        index.mainIndicators.map(({ points }) => points),
        index.points,
      ) && <p className={styles.rounding}>{words.roundedOnce}</p>}
    </>
  );
};
