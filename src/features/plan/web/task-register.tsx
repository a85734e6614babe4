import type { TaskItem } from '#contract/plan-item.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import {
  agencyColumn,
  documentColumn,
  dueColumn,
  indicatorColumn,
  nameColumn,
  taskStateColumn,
} from './item-columns.tsx';
import { agencyFacet, documentFacet, indicatorFacet, sectionFacet, taskStateFacet } from './item-facets.ts';
import type { Wording } from './wording.ts';

/** Columns of the register of tasks. */
export const buildTaskColumns = (wording: Wording): readonly RegisterColumn<TaskItem>[] => {
  const { plan } = wording;
  return [
    nameColumn(plan.columns.task, 38),
    indicatorColumn(wording),
    agencyColumn('co-quan', plan.columns.lead, 15, ['lead']),
    agencyColumn('phoi-hop', plan.columns.coordinating, 14, ['coordinating'], 1000),
    dueColumn(wording, 12),
    taskStateColumn(wording),
    documentColumn(wording, 17),
  ];
};

/** What tasks are filtered and grouped by. */
export const buildTaskFacets = (
  wording: Wording,
  tasks: readonly TaskItem[],
): readonly RegisterFacet<TaskItem>[] => {
  const { plan } = wording;
  return [
    documentFacet(wording),
    agencyFacet('co-quan', plan.agencyFacet, ['lead']),
    agencyFacet('phoi-hop', plan.columns.coordinating, ['coordinating']),
    sectionFacet(wording, tasks),
    taskStateFacet(wording),
    indicatorFacet(wording),
    {
      id: 'dang',
      label: plan.columns.form,
      values: ({ form }) => [{ key: form, label: plan.forms[form] }],
    },
  ];
};
