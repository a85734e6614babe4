import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TargetItem } from '#contract/plan-item.ts';
import type { TargetYearValue } from '#features/collection/follow-up-contract.ts';
import { usePermission } from '#web/session/session.ts';
import { buildFan, type FanPeriod } from '#web/ui/chart/build-fan.ts';
import { ChartLegend } from '#web/ui/chart/ChartLegend.tsx';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { findFullMeasure, withUnit } from '#web/widgets/plan-item/measure.ts';
import { targetYearsQuery } from './queries.ts';
import { listTargetYears, type TargetYear } from './target-years.ts';
import { useWording, type Wording } from './wording.ts';

const reachedWords = ({ reached }: TargetYear, { plan, format }: Wording): string =>
  reached ? withUnit(format.number(reached.value), reached.unit) : plan.years.notYet;

const plannedWords = ({ planned }: TargetYear, { plan, format, item }: Wording): string =>
  (planned && findFullMeasure(planned, format, item)) ?? plan.years.notPlanned;

const pointOf = (row: TargetYear, wording: Wording): FanPeriod => ({
  ...{ key: String(row.year), name: String(row.year), intervals: [] },
  // A picture needs no more than binary numbers.
  observed: row.reached && { value: Number(row.reached.value), text: reachedWords(row, wording) },
  forecast:
    row.plannedNumber === null
      ? null
      : { value: Number(row.plannedNumber), text: plannedWords(row, wording) },
});

const YearPicture = ({ rows }: { readonly rows: readonly TargetYear[] }) => {
  const wording = useWording();
  const { plan, format } = wording;
  const build = useMemo(
    () =>
      buildFan({
        periods: rows.map((row) => pointOf(row, wording)),
        formatNumber: (value) => format.number(String(value)),
      }),
    [rows, wording, format],
  );
  return (
    <ChartWithTable<TargetYear>
      caption={plan.years.caption}
      description={rows
        .map((row) =>
          plan.years.described(String(row.year), plannedWords(row, wording), reachedWords(row, wording)),
        )
        .join(' ')}
      build={build}
      table="open"
      rows={rows}
      rowKey={({ year }) => String(year)}
      rowHeader="year"
      legend={
        <ChartLegend
          entries={[
            { sign: 'line', name: plan.years.reached },
            { sign: 'forecast', name: plan.years.planned },
          ]}
        />
      }
      columns={[
        { key: 'year', title: plan.years.year, width: '5rem', cell: ({ year }) => String(year) },
        {
          ...{ key: 'planned', title: plan.years.planned, kind: 'figure' },
          cell: (row) => plannedWords(row, wording),
        },
        {
          ...{ key: 'reached', title: plan.years.reached, kind: 'figure' },
          cell: (row) => (
            <>
              {reachedWords(row, wording)}{' '}
              {row.reached?.valueKind === 'estimate' && <CertaintyMark certainty="estimate" />}
            </>
          ),
        },
        {
          ...{ key: 'source', title: plan.years.source },
          cell: ({ reached, earlier }) =>
            reached &&
            plan.years.sourceOf(
              reached.round.title,
              format.instant(reached.recordedAt),
              earlier.map(({ value, unit }) => withUnit(format.number(value), unit)).join(', '),
            ),
        },
      ]}
    />
  );
};

const titleOf = (
  values: readonly TargetYearValue[],
  rows: readonly TargetYear[],
  wording: Wording,
): string => {
  const last = rows.findLast(({ reached }) => reached !== null);
  return last && values.length > 0
    ? wording.plan.years.title(String(last.year), reachedWords(last, wording), plannedWords(last, wording))
    : wording.plan.years.caption;
};

const Years = ({ target }: { readonly target: TargetItem }) => {
  const wording = useWording();
  const { data, error, refetch } = useQuery(targetYearsQuery(target.id));
  const rows = useMemo(() => listTargetYears(target, data?.items ?? []), [target, data]);
  if (error)
    return <ErrorState error={error} where={wording.plan.years.caption} onRetry={() => void refetch()} />;
  // Nothing was accepted for it yet: what is planned stands above.
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={titleOf(data.items, rows, wording)} lead={wording.plan.years.lead} id="ket-qua">
      <YearPicture rows={rows} />
    </Section>
  );
};

/** What was reached of a target year by year, beside what is planned, for those who read the index. */
export const TargetYears = ({ target }: { readonly target: TargetItem }) =>
  usePermission('index.read') ? <Years target={target} /> : null;
