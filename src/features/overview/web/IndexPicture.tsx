import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { PointsBar, PointsSign, type PointsMark } from '#web/ui/PointsBar.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SourceLink } from '#web/ui/SourcePlace.tsx';
import { IndexFigures } from './IndexFigures.tsx';
import { overviewMessages } from './messages.ts';
import { findUnsupported } from './standing.ts';
import styles from './IndexPicture.module.css';

type Published = IndexOverview['published'];
type Stated = IndexOverview['forecast'];

const marksOf = (goal: Stated, forecast: Stated, published: Published) => {
  const place = (mark: PointsMark, points: string | null | undefined) =>
    points === null || points === undefined ? [] : [{ mark, points }];
  const scores = published?.scores ?? [];
  return [
    ...place('goal', goal?.points),
    ...place('forecast', forecast?.points),
    ...(published?.mean ? scores.flatMap(({ points }) => place('predecessor', points)) : []),
    ...place('published', published?.mean ?? scores[0]?.points),
  ];
};

interface LegendEntryProps {
  readonly sign: PointsMark | 'achieved' | 'possible';
  readonly name: string;
  readonly children?: ReactNode;
}

const LegendEntry = ({ sign, name, children }: LegendEntryProps) => (
  <div className={styles.entry}>
    <dt>
      <PointsSign sign={sign} /> {name}
    </dt>
    {children !== undefined && <dd>{children}</dd>}
  </div>
);

/** The whole index on one bar; its legend carries the figures, so that no label stands on another. */
const TotalBar = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const { points, goal, forecast, published, framework } = index;
  const publishedPoints = published?.mean ?? published?.scores[0]?.points;
  return (
    <div className={styles.total}>
      <PointsBar {...points} maximum={framework.maximumPoints} marks={marksOf(goal, forecast, published)} />
      <dl className={styles.legend}>
        <LegendEntry sign="achieved" name={words.achieved}>
          <Link to="/bo-chi-so" hash="gia-dinh">
            <PointsRange {...points} maximum={framework.maximumPoints} />
          </Link>
        </LegendEntry>
        {points.low !== points.high && <LegendEntry sign="possible" name={words.possible} />}
        {goal && (
          <LegendEntry sign="goal" name={words.goal}>
            <SourceLink place={goal.place}>{format.points(goal.points)}</SourceLink>
          </LegendEntry>
        )}
        {forecast && (
          <LegendEntry sign="forecast" name={words.forecast}>
            <SourceLink place={forecast.place}>{format.points(forecast.points)}</SourceLink>
          </LegendEntry>
        )}
        {published && publishedPoints !== undefined && (
          <LegendEntry
            sign="published"
            name={
              published.mean === null
                ? words.published(String(published.year))
                : words.publishedMean(String(published.year))
            }
          >
            <SourceLink place={published.mean === null ? (published.scores[0]?.place ?? null) : null}>
              {format.number(publishedPoints)}
            </SourceLink>
            {published.mergedRank && (
              <>
                {', '}
                <SourceLink place={published.mergedRank.place}>
                  {words.rank(String(published.mergedRank.rank), String(published.mergedRank.outOf))}
                </SourceLink>
              </>
            )}
          </LegendEntry>
        )}
        {published?.mean &&
          published.scores.map(({ subject, points: score, place }) => (
            <LegendEntry key={subject.code} sign="predecessor" name={words.predecessor(subject.name)}>
              <SourceLink place={place}>{format.points(score)}</SourceLink>
            </LegendEntry>
          ))}
      </dl>
    </div>
  );
};

/** The eight main indicators on one scale of points: a longer bar is worth more. */
const MainBars = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const pick = usePickText();
  const scale = String(Math.max(...index.mainIndicators.map(({ maximum }) => Number(maximum))));
  return (
    <ul className={styles.bars}>
      {index.mainIndicators.map(
        ({ code, name, maximum, points, forecast, forecastBeyondRules, published }) => {
          const unsupported = findUnsupported(forecastBeyondRules);
          return (
            <li key={code} className={styles.row}>
              <Link to="/bo-chi-so/$code" params={{ code }} className={styles.name}>
                {code}. {pick(name)}
              </Link>
              <PointsBar
                {...points}
                maximum={maximum}
                scale={scale}
                marks={marksOf(null, forecast, published)}
              />
              <span className={styles.points}>
                <PointsRange {...points} maximum={maximum} />
                {unsupported !== null && (
                  <span className={styles.unsupported}>{words.unsupported(format.points(unsupported))}</span>
                )}
              </span>
            </li>
          );
        },
      )}
    </ul>
  );
};

/** Achieved, possible, goal, expected and published: the picture of the index with its table. */
export const IndexPicture = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  return (
    <Section title={words.pictureTitle}>
      <TotalBar index={index} />
      <MainBars index={index} />
      <details className={styles.details}>
        <summary>{words.tableTitle}</summary>
        <IndexFigures index={index} />
      </details>
    </Section>
  );
};
