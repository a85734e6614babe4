import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AuditedFamily, AuditedPair, LeagueAudit } from '#features/ranking/contract.ts';
import { buildHeatMap } from '#web/ui/chart/build-heat-map.ts';
import { ChartWithTable } from '#web/ui/chart/ChartWithTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './audit.module.css';
import { capitalised, useAuditWording } from './use-audit-wording.ts';

const strongestFirst = (one: AuditedPair, other: AuditedPair): number =>
  Math.abs(other.coefficient ?? 0) - Math.abs(one.coefficient ?? 0);

interface FamilyMapProps {
  readonly audit: LeagueAudit;
  readonly family: AuditedFamily;
}

/** The correlations of one group as a heat map, and as a table of its pairs. */
const FamilyMap = ({ audit, family }: FamilyMapProps) => {
  const { words, format, pick, nameOf, correlation } = useAuditWording(audit);
  const build = useMemo(() => {
    const entries = family.children.map((code) => {
      const component = audit.components.find((one) => one.code === code);
      return { code, name: component ? pick(component.name) : code };
    });
    const placeOf = (code: string): number => family.children.indexOf(code);
    return buildHeatMap({
      entries,
      cells: family.pairs.map(({ left, right, coefficient }) => ({
        ...{ row: placeOf(right), column: placeOf(left), value: coefficient },
        text: coefficient === null ? words.none : format.number(coefficient, { places: 2 }),
      })),
    });
  }, [audit, family, format, pick, words]);
  const flagged = family.pairs.filter(({ flag }) => flag !== null).length;
  return (
    <ChartWithTable
      caption={words.correlationChart(nameOf(family.code))}
      description={words.correlationDescription(format.number(family.pairs.length), format.number(flagged))}
      build={build}
      columns={[
        {
          key: 'pair',
          title: words.columns.component,
          cell: ({ left, right }: AuditedPair) => words.pairOf(nameOf(left), nameOf(right)),
        },
        {
          key: 'coefficient',
          title: words.columns.coefficient,
          kind: 'figure',
          width: '6rem',
          cell: ({ coefficient }) => correlation(coefficient),
        },
        {
          key: 'units',
          title: words.columns.units,
          kind: 'figure',
          width: '8rem',
          cell: ({ pairs }) => format.number(pairs),
        },
        {
          key: 'note',
          title: words.columns.note,
          width: '9rem',
          cell: ({ flag }) => (flag === null ? words.none : words.kinds[flag]),
        },
      ]}
      rows={family.pairs.toSorted(strongestFirst)}
      rowKey={({ left, right }) => `${left} ${right}`}
      source={words.correlationSource}
    />
  );
};

/** Which indicators of a group go together. Which group stands in the address. */
export const AuditCorrelations = ({ audit }: { readonly audit: LeagueAudit }) => {
  const { words, nameOf } = useAuditWording(audit);
  const { nhom } = useSearch({ from: '/shell/xep-hang/kiem-dinh' });
  const navigate = useNavigate({ from: '/xep-hang/kiem-dinh' });
  const families = audit.families.filter(({ children }) => children.length > 1);
  const family = families.find(({ code }) => code === (nhom ?? null)) ?? families[0];
  if (!family) return null;
  return (
    <Section title={words.correlationTitle} lead={words.correlationLead}>
      <NativeSelect
        className={styles.choice ?? ''}
        label={words.correlationFilter}
        value={family.code ?? ''}
        data={families.map(({ code }) => ({ value: code ?? '', label: capitalised(nameOf(code)) }))}
        onChange={(event) => {
          const code = event.currentTarget.value;
          void navigate({
            search: (search) => ({ ...search, nhom: code === '' ? undefined : code }),
            replace: true,
            resetScroll: false,
          });
        }}
      />
      <FamilyMap audit={audit} family={family} />
    </Section>
  );
};
