import { useDebouncedValue } from '@mantine/hooks';
import { memo, useMemo } from 'react';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { buildWaterfall } from '#web/ui/chart/build-waterfall.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { FigureColumn } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import type { Bench } from './bench.ts';
import { findAxisStart, type GainRow, listGainRows } from './gain-rows.ts';
import { scenarioMessages } from './messages.ts';
import { useBench } from './use-bench.ts';

const REST_MILLISECONDS = 150;

interface GainsSectionProps {
  readonly bench: Bench;
  /** Points that the plans aim at; null when none does. */
  readonly goal: string | null;
}

/** Which indicators carry the difference: a waterfall of certain points, and the table with both bounds. */
export const GainsSection = memo(({ bench, goal }: GainsSectionProps) => {
  const { gains: words, bar } = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  // The picture comes when the keyboard rests: typing does not wait for it.
  const [{ gains }] = useDebouncedValue(useBench(bench).whatIf, REST_MILLISECONDS);
  const { framework } = bench;
  const rows = useMemo(
    () => listGainRows(gains, framework, { now: bar.now, then: bar.then, rounding: words.rounding, pick }),
    [gains, framework, bar, words, pick],
  );
  const build = useMemo(
    () =>
      buildWaterfall({
        steps: rows.map(({ key, kind, name, low }) => ({
          ...{ key, kind, name, value: Number(low) },
          text: kind === 'total' ? format.points(low) : format.signedPoints(low),
        })),
        from: findAxisStart(rows),
        goal:
          goal === null ? undefined : { name: words.goal, value: Number(goal), text: format.number(goal) },
        formatNumber: (value) => format.number(value),
      }),
    [rows, goal, words, format],
  );
  if (rows.length === 2) {
    return (
      <Section title={words.title}>
        <EmptyState title={words.none}>{words.noneMend}</EmptyState>
      </Section>
    );
  }
  const figure = (kind: GainRow['kind'], points: string): string =>
    kind === 'total' ? format.points(points) : format.signedPoints(points);
  const columns: readonly FigureColumn<GainRow>[] = [
    { key: 'name', title: words.step, cell: ({ name }) => name },
    { key: 'low', title: words.low, kind: 'figure', cell: ({ kind, low }) => figure(kind, low) },
    { key: 'high', title: words.high, kind: 'figure', cell: ({ kind, high }) => figure(kind, high) },
  ];
  const [from, to] = [rows[0]?.low ?? '0', rows.at(-1)?.low ?? '0'];
  return (
    <Section title={words.title} lead={words.lead}>
      <ChartWithTable
        caption={words.caption}
        description={words.description(
          format.points(from),
          format.points(to),
          format.number(rows.length - 2),
        )}
        build={build}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        legend={
          <ChartLegend
            entries={[
              { sign: 'gain', name: words.gain },
              { sign: 'loss', name: words.loss },
              ...(goal === null ? [] : [{ sign: 'goal', name: words.goal } as const]),
            ]}
          />
        }
        source={words.source(pick(framework.title))}
      />
    </Section>
  );
});
GainsSection.displayName = 'GainsSection';
