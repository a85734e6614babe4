import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { League, LeagueRow } from '#features/ranking/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { buildIntervalRows, type IntervalRow } from '#web/ui/chart/build-interval-rows.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { leagueColumns } from './league-columns.tsx';
import { rankingMessages, type RankingWords } from './messages.ts';
import styles from './ranking.module.css';

const FIRST = 30;

const drawnRow = (
  row: LeagueRow,
  chosen: number,
  hasIntervals: boolean,
  words: RankingWords,
): IntervalRow[] => {
  const place = row.places[chosen];
  if (!place) return [];
  const { interval, subject } = row;
  return [
    {
      key: subject.code,
      name: subject.name,
      value: hasIntervals ? place.rank : Number(place.points.low),
      text: hasIntervals ? place.label : place.points.low,
      interval: interval && {
        ...interval,
        text: words.interval(String(interval.low), String(interval.high)),
      },
    },
  ];
};

interface LeagueChartProps {
  readonly league: League;
  readonly rows: readonly LeagueRow[];
  /** What the rows are ranked by. */
  readonly column: string;
}

/** The ranking as a picture, each rank with its whisker, and as a table with all its figures. */
export const LeagueChart = ({ league, rows, column }: LeagueChartProps) => {
  const words = useMessages(rankingMessages);
  const format = useFormat();
  const pick = usePickText();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [drawsAll, setDrawsAll] = useState(false);
  const { chosen, framework, uncertainty } = league;
  const hasIntervals = uncertainty !== null;
  const build = useMemo(() => {
    const drawn = rows.flatMap((row) => drawnRow(row, chosen, hasIntervals, words));
    return buildIntervalRows({
      rows: (drawsAll ? drawn : drawn.slice(0, FIRST)).map((row) =>
        hasIntervals ? row : { ...row, text: format.points(row.text) },
      ),
      shape: hasIntervals ? 'dot' : 'bar',
      formatNumber: (value) => format.number(value),
      from: 0,
    });
  }, [rows, chosen, hasIntervals, words, drawsAll, format]);
  const inWords = (row: LeagueRow | undefined): string => {
    const place = row?.places[chosen];
    return row && place ? `${row.subject.name} (${place.label})` : '';
  };
  return (
    <>
      <ChartWithTable
        caption={hasIntervals ? words.chartTitle(column) : words.chartPoints(column)}
        description={words.chartDescription(
          inWords(rows[0]),
          inWords(rows.findLast(({ places }) => places[chosen])),
        )}
        build={build}
        columns={leagueColumns(league, { words, format, pick }, isNarrow)}
        rows={rows}
        rowKey={({ subject }) => subject.code}
        rowHeader="subject"
        table="open"
        onSelect={(code) => {
          const id = rows.find(({ subject }) => subject.code === code)?.snapshotId ?? null;
          if (id !== null) return void navigate({ to: '/bo-chi-so/ban-chot/$id', params: { id } });
          void navigate({ to: '/bo-chi-so', search: { 'don-vi': code, bo: framework.code } });
        }}
        legend={
          hasIntervals && (
            <ChartLegend
              entries={[
                { sign: 'dot', name: words.legendRank },
                { sign: 'interval', name: words.legendInterval },
              ]}
            />
          )
        }
        source={(league.snapshot ? words.kept.source : words.source)(
          pick(framework.title),
          String(framework.version),
        )}
      />
      {rows.length > FIRST && (
        <Button
          variant="default"
          className={styles.screenOnly ?? ''}
          aria-pressed={drawsAll}
          onClick={() => {
            setDrawsAll(!drawsAll);
          }}
        >
          {drawsAll ? words.drawFirst(format.number(FIRST)) : words.drawAll(format.number(rows.length))}
        </Button>
      )}
    </>
  );
};
