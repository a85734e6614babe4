import { useMemo } from 'react';
import type { IndexForecastView } from '#features/forecast/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { buildFan, type FanPeriod } from '#web/ui/chart/build-fan.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import type { FigureColumn } from '#web/ui/FigureTable.tsx';
import { endOf, middleBand, wholePoints } from './forecast-words.ts';
import { forecastMessages } from './messages.ts';

type PeriodRow = IndexForecastView['periods'][number];

/** The total by period as a line that opens into a fan, with its table. */
export const ForecastFan = ({ view }: { readonly view: IndexForecastView }) => {
  const words = useMessages(forecastMessages);
  const format = useFormat();
  const build = useMemo(() => {
    const whole = (points: number): string => wholePoints(points, format);
    const periods = view.periods.map((one): FanPeriod => {
      const drawn = { value: one.mean, text: words.aboutPoints(whole(one.mean)) };
      return {
        ...{ key: one.period, name: format.period(one.period) },
        observed: one.observed && drawn,
        forecast: one.observed ? null : drawn,
        intervals: one.bands.map(({ probability, low, high }) => ({
          ...{ low, high },
          text: `${format.percent(String(probability * 100))}: ${whole(low)}–${whole(high)}`,
        })),
      };
    });
    return buildFan({
      periods,
      formatNumber: (value) => format.number(String(value)),
      ...(view.goal !== null && {
        goal: { name: words.goal, value: Number(view.goal), text: format.number(view.goal) },
      }),
    });
  }, [view, words, format]);

  const band = (probability: number, title: string): FigureColumn<PeriodRow> => ({
    key: `band-${String(probability)}`,
    title,
    kind: 'figure',
    cell: (one) => {
      const found = one.bands.find((known) => known.probability === probability);
      return found ? `${wholePoints(found.low, format)}–${wholePoints(found.high, format)}` : '';
    },
  });
  const end = endOf(view);
  const middle = end && middleBand(end);
  const last = view.periods.findLast((one) => one.observed !== null);
  const { columns } = words;
  return (
    <ChartWithTable<PeriodRow>
      caption={words.picture}
      description={
        end && middle && last?.observed
          ? words.pictureDescription(
              format.period(last.period),
              format.pointsRange(last.observed.low, last.observed.high),
              format.period(end.period),
              wholePoints(end.mean, format),
              wholePoints(middle.low, format),
              wholePoints(middle.high, format),
            )
          : words.picture
      }
      build={build}
      table="open"
      rows={view.periods}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', title: columns.period, cell: ({ period }) => format.period(period) },
        {
          key: 'points',
          title: columns.points,
          kind: 'figure',
          cell: ({ observed }) => (observed ? format.pointsRange(observed.low, observed.high) : ''),
        },
        {
          key: 'mean',
          title: columns.mean,
          kind: 'figure',
          cell: ({ mean }) => words.aboutPoints(wholePoints(mean, format)),
        },
        band(0.5, columns.band50),
        band(0.8, columns.band80),
        band(0.95, columns.band95),
      ]}
      legend={
        <ChartLegend
          entries={[
            { sign: 'line', name: words.legendLine },
            { sign: 'forecast', name: words.legendForecast },
            { sign: 'band', name: words.legendBand },
            ...(view.goal === null ? [] : [{ sign: 'goal', name: words.legendGoal } as const]),
          ]}
        />
      }
      source={
        <>
          {words.pictureSource(format.number(view.draws), String(view.seed))}
          {view.publishedMean &&
            ` ${words.published(String(view.publishedMean.year), format.points(view.publishedMean.points))}`}
        </>
      }
    />
  );
};
