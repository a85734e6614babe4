import { Link } from '@tanstack/react-router';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { League, LeagueRow } from '#features/ranking/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { FigureColumn } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import type { RankingWords } from './messages.ts';
import { RankCell } from './RankCell.tsx';
import { RankChange, ShortRankChange } from './RankChange.tsx';
import { writeRank } from './write-rank.ts';
import styles from './ranking.module.css';

interface ColumnWording {
  readonly words: RankingWords;
  readonly format: Format;
  readonly pick: (text: LocalizedText) => string;
}

/** The way to how the points of a subject come about: its snapshot, its tree, or the component that is ranked by. */
const SubjectLink = ({ league, row }: { readonly league: League; readonly row: LeagueRow }) => {
  if (row.snapshotId !== null) {
    return (
      <Link to="/bo-chi-so/ban-chot/$id" params={{ id: row.snapshotId }}>
        {row.subject.name}
      </Link>
    );
  }
  const code = league.columns[league.chosen]?.componentCode ?? null;
  const search = { 'don-vi': row.subject.code, bo: league.framework.code };
  return code === null ? (
    <Link to="/bo-chi-so" search={search}>
      {row.subject.name}
    </Link>
  ) : (
    <Link to="/bo-chi-so/$code" params={{ code }} search={search}>
      {row.subject.name}
    </Link>
  );
};

const titleOfChange = (earlier: NonNullable<League['earlier']>, { columns }: RankingWords): string =>
  earlier.snapshot ? columns.changeSince : columns.change(String(earlier.year));

const mainColumns = (league: League, { pick, format }: ColumnWording): readonly FigureColumn<LeagueRow>[] =>
  league.columns.flatMap(({ componentCode, name }, index) =>
    componentCode === null || index === league.chosen
      ? []
      : [
          {
            key: componentCode,
            title: <span className={styles.mainTitle}>{`${componentCode} ${pick(name)}`}</span>,
            kind: 'figure' as const,
            width: '3.625rem',
            cell: ({ places }: LeagueRow) => {
              const place = places[index];
              if (!place) return '–';
              return (
                <>
                  {writeRank(place.label, format)}
                  {league.earlier && <ShortRankChange change={place.change} earlier={place.earlier} />}
                </>
              );
            },
          },
        ],
  );

/**
 * The columns of a ranking: rank, change, subject, points of what it is ranked by, and the ranks by main indicator.
 * On a phone each row is a list: the ranks by main indicator are left out there, any of them can be ranked by instead.
 */
export const leagueColumns = (
  league: League,
  wording: ColumnWording,
  isNarrow: boolean,
): readonly FigureColumn<LeagueRow>[] => {
  const { words, format } = wording;
  const { chosen, earlier } = league;
  const subject: FigureColumn<LeagueRow> = {
    key: 'subject',
    title: words.columns.subject,
    width: '13rem',
    cell: (row) => <SubjectLink league={league} row={row} />,
  };
  return [
    ...(isNarrow ? [subject] : []),
    {
      key: 'rank',
      title: words.columns.rank,
      width: '7rem',
      cell: ({ places, interval }) => <RankCell label={places[chosen]?.label} interval={interval} />,
    },
    ...(earlier
      ? [
          {
            key: 'change',
            title: titleOfChange(earlier, words),
            width: '6rem',
            cell: ({ places }: LeagueRow) => {
              const place = places[chosen];
              return place ? <RankChange change={place.change} earlier={place.earlier} /> : null;
            },
          },
        ]
      : []),
    ...(isNarrow ? [] : [subject]),
    {
      key: 'points',
      title: words.columns.points,
      kind: 'figure',
      width: '9.5rem',
      cell: ({ places, open }) => {
        const place = places[chosen];
        if (!place) return null;
        return (
          <>
            <PointsRange {...place.points} maximum={place.maximum} />
            {open > 0 && place.points.low !== place.points.high && (
              <span className={styles.open}>{words.openIndicators(format.number(open))}</span>
            )}
          </>
        );
      },
    },
    {
      key: 'percent',
      title: words.columns.percent,
      kind: 'figure',
      width: '4rem',
      cell: ({ places }) => {
        const place = places[chosen];
        return place ? format.number(place.percent, { places: 1 }) : null;
      },
    },
    ...(isNarrow ? [] : mainColumns(league, wording)),
  ];
};
