import { useMemo } from 'react';
import type { AuditedComponent, LeagueAudit } from '#features/ranking/contract.ts';
import { buildIntervalRows } from '#web/ui/chart/build-interval-rows.ts';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useAuditWording } from './use-audit-wording.ts';

const changeOf = ({ leftOut }: AuditedComponent): number => leftOut?.meanRankChange ?? 0;

const mainsOf = ({ components }: LeagueAudit): readonly AuditedComponent[] =>
  components
    .filter(({ parent, leftOut }) => parent === null && leftOut !== null)
    .toSorted((one, other) => changeOf(other) - changeOf(one));

/** What each component should weigh, what the ranking really follows, and how ranks move without it. */
export const AuditWeights = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, format, pick, nameOf, inPercent } = useAuditWording(audit);
  const [first] = mainsOf(audit);
  const build = useMemo(
    () =>
      buildIntervalRows({
        rows: mainsOf(audit).map((component) => ({
          ...{ key: component.code, name: `${component.code} ${pick(component.name)}`, interval: null },
          value: changeOf(component),
          text: format.number(changeOf(component), { places: 1 }),
        })),
        shape: 'bar',
        formatNumber: (value) => format.number(value, { atMost: 1 }),
        from: 0,
      }),
    [audit, format, pick],
  );
  const subjectOf = (code: string): string =>
    audit.subjects.find(({ subject }) => subject.code === code)?.subject.name ?? code;
  return (
    <Section title={words.weightsTitle} lead={words.weightsLead}>
      <ChartWithTable
        caption={words.weightsChart}
        description={
          first
            ? words.weightsDescription(nameOf(first.code), format.number(changeOf(first), { places: 1 }))
            : words.weightsChart
        }
        build={build}
        columns={[
          {
            key: 'component',
            title: words.columns.component,
            cell: ({ code }: AuditedComponent) => nameOf(code),
          },
          {
            key: 'nominal',
            title: words.columns.nominal,
            kind: 'figure',
            width: '7rem',
            cell: ({ nominalWeight }) => inPercent(nominalWeight, 1),
          },
          {
            key: 'importance',
            title: words.columns.importance,
            kind: 'figure',
            width: '9rem',
            cell: ({ importance, isOpposed }) =>
              importance === null
                ? words.none
                : `${inPercent(importance, 1)}${isOpposed ? ` (${words.opposedMark})` : ''}`,
          },
          {
            key: 'leftOut',
            title: words.columns.leftOut,
            kind: 'figure',
            width: '9rem',
            cell: ({ leftOut }) =>
              leftOut ? format.number(leftOut.meanRankChange, { places: 1 }) : words.none,
          },
          {
            key: 'largest',
            title: words.columns.largest,
            width: '13rem',
            cell: ({ leftOut }) =>
              leftOut && leftOut.mostMoved !== null
                ? words.mostMoved(format.number(leftOut.largestRankChange), subjectOf(leftOut.mostMoved))
                : words.none,
          },
        ]}
        rows={audit.components}
        rowKey={({ code }) => code}
        source={words.weightsSource}
      />
    </Section>
  );
};
