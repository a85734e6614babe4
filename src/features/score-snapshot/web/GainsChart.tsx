import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SnapshotComparison } from '#features/score-snapshot/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { buildWaterfall, type WaterfallStep } from '#web/ui/chart/build-waterfall.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { nameOfSide } from './comparison-words.ts';
import { findGains } from './gains.ts';
import { snapshotMessages } from './messages.ts';
import { describePoints } from './wording.ts';

const ROUNDING = 'rounding';

/** Gains and losses that lead from one total to the other, as a waterfall of the lower ends. */
export const GainsChart = ({ comparison }: { readonly comparison: SnapshotComparison }) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const navigate = useNavigate();
  const { before, after, total } = comparison;
  const gains = useMemo(() => findGains(comparison), [comparison]);
  const steps = useMemo((): readonly WaterfallStep[] => {
    if (!gains) return [];
    const ends = [
      { key: 'before', side: before, low: total.before?.low },
      { key: 'after', side: after, low: total.after?.low },
    ].map(({ key, side, low }) => ({
      ...{ kind: 'total' as const, key, name: nameOfSide(side, words) },
      value: Number(low ?? 0),
      text: describePoints(side.points, format),
    }));
    const changes = gains.steps.map(({ code, component, value }) => ({
      ...{ kind: 'change' as const, key: code, name: `${code} ${pick(component.name)}`, value },
      text: format.signedPoints(component.change.difference.low),
    }));
    const rounding =
      gains.rounding === 0
        ? []
        : [
            {
              ...{ kind: 'change' as const, key: ROUNDING, name: words.comparison.rounding },
              ...{ value: gains.rounding, text: format.signedPoints(gains.rounding.toFixed(2)) },
            },
          ];
    return [...ends.slice(0, 1), ...changes, ...rounding, ...ends.slice(1)];
  }, [gains, before, after, total, words, format, pick]);
  const build = useMemo(
    () =>
      buildWaterfall({
        steps,
        from: gains?.axisFrom,
        formatNumber: (value) => format.number(String(value)),
      }),
    [steps, gains, format],
  );
  if (!gains) return null;
  const { comparison: texts } = words;
  const hasRange = before.points.low !== before.points.high || after.points.low !== after.points.high;
  return (
    <ChartWithTable
      caption={texts.chartTitle}
      description={texts.chartDescription(
        describePoints(before.points, format),
        describePoints(after.points, format),
        format.number(gains.steps.length),
      )}
      build={build}
      legend={
        <ChartLegend
          entries={[
            { sign: 'total', name: texts.signs.total },
            { sign: 'gain', name: texts.signs.gain },
            { sign: 'loss', name: texts.signs.loss },
          ]}
        />
      }
      columns={[
        { key: 'step', title: texts.step, cell: ({ name }: WaterfallStep) => name },
        { key: 'points', title: words.list.points, kind: 'figure', cell: ({ text }: WaterfallStep) => text },
      ]}
      rows={steps}
      rowKey={({ key }) => key}
      source={[
        ...(gains.areGroups ? [texts.chartOfGroups] : []),
        ...(hasRange ? [texts.chartLowEnd] : []),
        ...(gains.axisFrom > 0 ? [texts.chartCut(format.number(gains.axisFrom))] : []),
        texts.source,
      ].join(' ')}
      onSelect={(code) => {
        if (gains.steps.some((step) => step.code === code)) {
          void navigate({ to: '/bo-chi-so/$code', params: { code } });
        }
      }}
    />
  );
};
