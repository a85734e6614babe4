import { z } from 'zod';
import { FindingKindCount, FindingView } from '#contract/consistency.ts';
import { DocumentName, DueStateCounts, ItemAgency, ItemDue } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { PlainDateText } from '#contract/schemas.ts';

const UrgentTask = z
  .object({
    id: z.uuid(),
    name: z.string(),
    document: DocumentName,
    leads: z.array(ItemAgency),
    due: ItemDue,
    /** Last working day on or before the last day: what to aim at. */
    remindDay: PlainDateText,
    /** The last day, moved to a working day: overdue only after it. */
    lateAfterDay: PlainDateText,
  })
  .meta({ id: 'UrgentTask' });

/** What the first page shows beside the index: tasks by due state, contradictions, documents. */
export const Overview = z
  .object({
    today: PlainDateText,
    tasks: z.object({
      total: z.number().int(),
      byState: DueStateCounts,
      /** In order of the last day, the earliest first: overdue without a report, then due next. */
      urgent: z.array(UrgentTask),
      /** A task is due soon this many days before its last day. */
      dueSoonDays: z.number().int(),
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
