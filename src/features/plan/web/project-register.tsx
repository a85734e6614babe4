import { decimal } from '#core/kernel/decimal.ts';
import type { ProjectItem } from '#contract/plan-item.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { withUnit } from '#web/widgets/plan-item/measure.ts';
import { agencyColumn, documentColumn, dueColumn, nameColumn } from './item-columns.tsx';
import { agencyFacet, documentFacet, dueStateFacet, sectionFacet } from './item-facets.ts';
import classes from './plan.module.css';
import type { Wording } from './wording.ts';

/** Columns of the register of projects. */
export const buildProjectColumns = (wording: Wording): readonly RegisterColumn<ProjectItem>[] => {
  const { plan, format } = wording;
  const budgetOf = ({ budget }: ProjectItem): string => {
    if (budget === null) return '';
    return budget.value === null ? budget.raw : withUnit(format.number(budget.value), budget.unit);
  };
  return [
    nameColumn(plan.columns.project, 42),
    agencyColumn('co-quan', plan.columns.investor, 15, ['investor', 'lead']),
    {
      id: 'nguon-von',
      header: plan.columns.funding,
      width: 14,
      text: ({ fundingSource, projectGroup }) => fundingSource ?? projectGroup ?? '',
      cell: ({ fundingSource, projectGroup }) => (
        <span className={classes.clampedShort}>{fundingSource ?? projectGroup}</span>
      ),
      sortKey: ({ fundingSource, projectGroup }) => fundingSource ?? projectGroup,
    },
    {
      id: 'kinh-phi',
      header: plan.columns.budget,
      width: 10,
      align: 'end',
      text: budgetOf,
      sortKey: ({ budget }) => {
        const value = budget?.value ?? null;
        return value === null ? null : decimal(value);
      },
      hiddenBelow: 760,
    },
    dueColumn(wording, 11),
    documentColumn(wording, 14),
  ];
};

/** What projects are filtered and grouped by. */
export const buildProjectFacets = (
  wording: Wording,
  projects: readonly ProjectItem[],
): readonly RegisterFacet<ProjectItem>[] => {
  const { plan } = wording;
  return [
    documentFacet(wording),
    agencyFacet('co-quan', plan.columns.investor, ['investor', 'lead']),
    sectionFacet(wording, projects),
    {
      id: 'nguon-von',
      label: plan.columns.funding,
      groupable: true,
      values: ({ fundingSource }) =>
        fundingSource === null ? [] : [{ key: fundingSource, label: fundingSource }],
    },
    dueStateFacet(wording),
  ];
};
