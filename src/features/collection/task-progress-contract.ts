import { z } from 'zod';
import { route } from '#contract/route.ts';
import { OrganizationName, PeriodText } from '#contract/reporting-round.ts';
import { DecimalText, Instant } from '#contract/schemas.ts';

/** What an organization reported of a task, in a round or outside, as it was accepted. */
const TaskReport = z
  .object({
    version: z.number().int(),
    state: z.enum(['value', 'blank', 'not-applicable']),
    /** From 0 to 100; null when it is blank or does not apply. */
    percent: DecimalText.nullable(),
    words: z.string().nullable(),
    difficulties: z.string().nullable(),
    result: z.string().nullable(),
    /** The report of a round that brought it in; null where it was reported outside rounds and confirmed. */
    submissionId: z.uuid().nullable(),
    round: z.object({ id: z.uuid(), title: z.string(), period: PeriodText }).nullable(),
    evidence: z.array(z.object({ id: z.uuid(), title: z.string() })),
    recordedAt: Instant,
    recordedBy: z.string().nullable(),
  })
  .meta({ id: 'TaskReport' });

export const TaskProgress = z
  .object({
    organization: OrganizationName,
    latest: TaskReport,
    /** What it reported before, the latest first. */
    earlier: z.array(TaskReport),
  })
  .meta({ id: 'TaskProgress' });
export type TaskProgress = z.infer<typeof TaskProgress>;

export const listTaskProgress = route({
  method: 'GET',
  path: '/tasks/:id/progress',
  operationId: 'listTaskProgress',
  summary: 'How far the organizations within reach have come with a task, as reported and accepted',
  access: 'submission.read',
  params: z.object({ id: z.uuid() }),
  response: z
    .object({ items: z.array(TaskProgress), total: z.number().int() })
    .meta({ id: 'TaskProgressList' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
