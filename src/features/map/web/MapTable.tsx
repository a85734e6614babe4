import { Link } from '@tanstack/react-router';
import type { League, LeagueRow } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { PointsRange } from '#web/ui/PointsRange.tsx';
import type { Shading } from './league-on-map.ts';
import styles from './map.module.css';
import { mapMessages } from './messages.ts';

interface MapTableProps {
  readonly league: League;
  readonly shading: Shading;
  readonly caption: string;
}

/** The same figures as a table, folded: the map is for seeing where, the table for reading how much. */
export const MapTable = ({ league, shading, caption }: MapTableProps) => {
  const words = useMessages(mapMessages);
  const format = useFormat();
  const { chosen, framework, rows } = league;
  const placeOf = (row: LeagueRow) => row.places[chosen];
  return (
    <details className={styles.table}>
      <summary>{caption}</summary>
      <FigureTable
        caption={caption}
        rows={rows}
        rowKey={({ subject }) => subject.code}
        columns={[
          {
            key: 'unit',
            title: words.columns.unit,
            cell: ({ subject }) => (
              <Link to="/bo-chi-so" search={{ 'don-vi': subject.code, bo: framework.code }}>
                {subject.name}
              </Link>
            ),
          },
          {
            key: 'points',
            title: words.columns.points,
            kind: 'figure',
            cell: (row) => {
              const place = placeOf(row);
              return place ? <PointsRange {...place.points} maximum={place.maximum} /> : words.noValue;
            },
          },
          { key: 'rank', title: words.columns.rank, kind: 'figure', cell: (row) => placeOf(row)?.label },
          {
            key: 'class',
            title: words.columns.class,
            kind: 'figure',
            cell: ({ subject }) => {
              const index = shading.units.get(subject.code)?.classIndex;
              return index === undefined ? null : format.number(index + 1);
            },
          },
        ]}
      />
    </details>
  );
};
