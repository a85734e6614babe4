import { decimal } from '#core/kernel/decimal.ts';
import type { TargetItem } from '#contract/plan-item.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { findShortMeasure } from '#web/widgets/plan-item/measure.ts';
import { buildAlignment } from './aligned-numbers.ts';
import { agencyColumn, documentColumn, dueColumn, indicatorColumn, nameColumn } from './item-columns.tsx';
import { agencyFacet, documentFacet, dueStateFacet, indicatorFacet, sectionFacet } from './item-facets.ts';
import type { Wording } from './wording.ts';

/** Columns of the register of targets. */
export const buildTargetColumns = (
  wording: Wording,
  targets: readonly TargetItem[],
): readonly RegisterColumn<TargetItem>[] => {
  const { plan, item: words, format } = wording;
  const shortOf = (target: TargetItem) => findShortMeasure(target, format, words);
  const baselineOf = ({ baseline }: TargetItem) => {
    const value = baseline?.value ?? null;
    return value === null ? undefined : format.number(value);
  };
  const alignValue = buildAlignment(targets.map(shortOf), format);
  const alignBaseline = buildAlignment(targets.map(baselineOf), format);
  return [
    nameColumn(plan.columns.target, 36),
    indicatorColumn(wording),
    {
      id: 'hien-trang',
      header: plan.columns.baseline,
      width: 9,
      align: 'end',
      text: (target) => baselineOf(target) ?? target.baseline?.raw ?? '',
      cell: (target) => {
        const number = baselineOf(target);
        return number === undefined ? target.baseline?.raw : alignBaseline(number);
      },
      sortKey: ({ baseline }) => {
        const value = baseline?.value ?? null;
        return value === null ? null : decimal(value);
      },
      hiddenBelow: 1000,
    },
    {
      id: 'gia-tri',
      header: plan.columns.value,
      width: 10,
      align: 'end',
      text: (target) => shortOf(target) ?? target.qualitativeLevel ?? target.rawTarget,
      cell: (target) => {
        const number = shortOf(target);
        return number === undefined ? (target.qualitativeLevel ?? target.rawTarget) : alignValue(number);
      },
      sortKey: ({ value }) => (value === null ? null : decimal(value)),
    },
    {
      id: 'don-vi',
      header: plan.columns.unit,
      width: 8,
      text: ({ unit }) => unit ?? '',
    },
    agencyColumn('co-quan', plan.columns.lead, 12, ['lead']),
    dueColumn(wording, 11),
    documentColumn(wording, 17),
  ];
};

/** What targets are filtered and grouped by. */
export const buildTargetFacets = (
  wording: Wording,
  targets: readonly TargetItem[],
): readonly RegisterFacet<TargetItem>[] => {
  const { plan } = wording;
  return [
    documentFacet(wording),
    agencyFacet('co-quan', plan.agencyFacet, ['lead']),
    sectionFacet(wording, targets),
    indicatorFacet(wording),
    dueStateFacet(wording),
    {
      id: 'dang',
      label: plan.columns.kindOfTarget,
      values: ({ embedded }) => {
        const key = embedded ? 'embedded' : 'listed';
        return [{ key, label: plan.embedded[key] }];
      },
    },
  ];
};
