import { groupBy } from '#core/kernel/group-by.ts';
import type { NumberItem } from '#core/scoring/data-value.ts';
import type { ComponentGroup, ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { planIndicatorCode, taskItemCode } from './task-codes.ts';

/** A task as a form names it, and the plan that it stands in. */
export interface AskedTask {
  readonly id: string;
  readonly name: string;
  readonly planId: string;
  readonly planName: string;
}

const PERCENT = { vi: '%', en: '%' } as const;
const NO_WORDS = { vi: '', en: '' } as const;
const SAID = { mark: 'document', note: null } as const;

/** Tasks stand last in a form, under this heading. */
const HEADING: LocalizedText = { vi: 'Tiến độ nhiệm vụ được giao', en: 'Progress of the tasks given' };
/** The code of the group of tasks in a form. */
export const TASK_GROUP = 'tasks';

// Names of tasks and plans are what documents say: they are not translated.
const asWritten = (words: string): LocalizedText => ({ vi: words, en: words });

/** The progress of a task as a form asks for it: a percentage from 0 to 100 with any decimals. */
const taskItem = ({ id, name }: AskedTask): NumberItem => ({
  ...{ kind: 'number', code: taskItemCode(id), name: asWritten(name), unit: PERCENT },
  ...{ whole: false, minimum: '0', maximum: '100' },
});

// No points follow from progress: the place of a rule is empty.
const planIndicator = (tasks: readonly AskedTask[], { planId, planName }: AskedTask): ComponentIndicator => ({
  ...{ kind: 'indicator', code: planIndicatorCode(planId), name: asWritten(planName), maximumPoints: '0' },
  ...{ rule: { kind: 'unknown', candidates: [] }, alternatives: [], evidence: NO_WORDS },
  dataItems: tasks.map(({ id }) => taskItemCode(id)),
  ...{ leadAgencies: [], appraisers: [], coordinatingAgencies: [], notes: [], workedExamples: [] },
  provenance: {
    ...{ name: SAID, maximumPoints: SAID, rule: SAID, dataItems: SAID, evidence: SAID, assignment: SAID },
  },
});

/**
 * What a form asks for: the items of its framework and, after them, the progress of tasks under their plans. It is a form
 * and nothing to compute a score with.
 */
export const withTasks = (framework: Framework, tasks: readonly AskedTask[]): Framework => {
  if (tasks.length === 0) return framework;
  const plans = [...groupBy(tasks, ({ planId }) => planId).values()];
  const group: ComponentGroup = {
    ...{ kind: 'group', code: TASK_GROUP, name: HEADING, maximumPoints: '0' },
    provenance: { name: SAID, maximumPoints: SAID },
    children: plans.flatMap((own) => (own[0] ? [planIndicator(own, own[0])] : [])),
  };
  return {
    ...framework,
    dataItems: [...framework.dataItems, ...tasks.map(taskItem)],
    components: [...framework.components, group],
  };
};
