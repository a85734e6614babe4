import { decimal, decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import type { GapItem } from '#contract/plan-item.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { agencyColumn, documentColumn, indicatorColumn, nameColumn } from './item-columns.tsx';
import { agencyFacet, documentFacet, indicatorFacet, sectionFacet } from './item-facets.ts';
import classes from './plan.module.css';
import type { Wording } from './wording.ts';

/** Points that a gap costs, or null while the score or the maximum is not stated. */
export const findLostPoints = ({
  score,
  maximumScore,
}: Pick<GapItem, 'score' | 'maximumScore'>): DecimalText | null =>
  score === null || maximumScore === null ? null : decimalText(decimal(maximumScore).minus(decimal(score)));

/** Columns of the register of gaps. */
export const buildGapColumns = (wording: Wording): readonly RegisterColumn<GapItem>[] => {
  const { plan, format } = wording;
  return [
    nameColumn(plan.columns.gap, 24),
    indicatorColumn(wording),
    {
      id: 'diem',
      header: plan.columns.score,
      width: 9,
      align: 'end',
      text: ({ score, maximumScore }) =>
        score === null || maximumScore === null
          ? ''
          : plan.item.scoreOf(format.points(score), format.number(maximumScore)),
      sortKey: ({ score }) => (score === null ? null : decimal(score)),
    },
    {
      id: 'mat',
      header: plan.columns.lost,
      width: 7,
      align: 'end',
      text: (gap) => {
        const lost = findLostPoints(gap);
        return lost === null ? '' : format.points(lost);
      },
      sortKey: (gap) => {
        const lost = findLostPoints(gap);
        return lost === null ? null : decimal(lost);
      },
    },
    {
      id: 'nguyen-nhan',
      header: plan.columns.cause,
      width: 22,
      text: ({ cause }) => cause ?? '',
      cell: ({ cause }) => <span className={classes.clamped}>{cause}</span>,
      hiddenBelow: 860,
    },
    {
      id: 'giai-phap',
      header: plan.columns.remedy,
      width: 22,
      text: ({ remedy }) => remedy ?? '',
      cell: ({ remedy }) => <span className={classes.clamped}>{remedy}</span>,
    },
    agencyColumn('co-quan', plan.columns.lead, 12, ['lead']),
    { ...documentColumn(wording, 12), hiddenBelow: 1200 },
  ];
};

/** What gaps are filtered and grouped by. */
export const buildGapFacets = (
  wording: Wording,
  gaps: readonly GapItem[],
): readonly RegisterFacet<GapItem>[] => [
  documentFacet(wording),
  agencyFacet('co-quan', wording.plan.agencyFacet, ['lead']),
  sectionFacet(wording, gaps),
  indicatorFacet(wording),
];
