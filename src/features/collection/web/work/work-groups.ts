import { ACCEPTED_STATES } from '#core/submission/submission-state.ts';
import type { WorkItem } from '#contract/submission.ts';

/** What has to be done now by the person, what waits for others, what is over. */
export const WORK_GROUPS = ['now', 'waiting', 'done'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

// Steps back are possible, but nobody waits for them.
const STEPS_ON: readonly WorkItem['actions'][number][] = [
  'mark-ready',
  'submit',
  'start-appraisal',
  'accept',
];

/** What a person is expected to do with a submission; undefined when it waits for others or is over. */
export type WorkTask = 'fill' | 'correct' | 'sign' | 'appraise';

/** What the person is expected to do with a submission now. */
export const findTask = (item: WorkItem): WorkTask | undefined => {
  if (ACCEPTED_STATES.includes(item.state) || !item.actions.some((action) => STEPS_ON.includes(action))) {
    return undefined;
  }
  if (item.mayAppraise) return 'appraise';
  if (item.state === 'ready') return item.actions.includes('submit') ? 'sign' : undefined;
  if (!item.mayWrite) return undefined;
  return item.state === 'returned' ? 'correct' : 'fill';
};

/** Where a submission stands for the person. */
export const groupOfWork = (item: WorkItem): WorkGroup => {
  if (ACCEPTED_STATES.includes(item.state)) return 'done';
  return findTask(item) ? 'now' : 'waiting';
};
