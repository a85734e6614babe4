import { z } from 'zod';
import { FindingKindCount, FindingView } from '#contract/consistency.ts';
import { DocumentName, ItemAgency } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { PlainDateText } from '#contract/schemas.ts';
import { TaskState, TaskStateCounts } from '#contract/task-state.ts';

const UrgentTask = z
  .object({
    id: z.uuid(),
    name: z.string(),
    document: DocumentName,
    leads: z.array(ItemAgency),
    state: TaskState,
    /** The next last day that counts, extension included. */
    lastDay: PlainDateText,
  })
  .meta({ id: 'UrgentTask' });

/** What the first page shows beside the index: tasks by state, contradictions, documents. */
export const Overview = z
  .object({
    today: PlainDateText,
    tasks: z.object({
      total: z.number().int(),
      byState: TaskStateCounts,
      /** In order of the last day, the earliest first: overdue, then due soon. */
      urgent: z.array(UrgentTask),
    }),
    /** Those that nobody has settled or accepted. */
    contradictions: z.object({
      total: z.number().int(),
      byKind: z.array(FindingKindCount),
      top: z.array(FindingView),
    }),
    documents: z.object({ total: z.number().int() }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const getOverview = route({
  method: 'GET',
  path: '/overview',
  operationId: 'getOverview',
  summary: 'What is due, what the plans contradict and how many documents there are',
  access: 'overview.read',
  response: Overview,
  since: '0.1.0',
});
