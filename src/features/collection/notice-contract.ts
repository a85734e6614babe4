import { z } from 'zod';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { Instant } from '#contract/schemas.ts';

/** What people are told of on every page. */
const NOTICE_KINDS = [
  'returned',
  'reminder',
  'difficulty-to-answer',
  'difficulty-answered',
  'task-sent-back',
  'task-confirmed',
  'extension-granted',
  'extension-refused',
  'step-handed',
] as const;

/** Something that waits for a person, or that was decided of what the person has asked for. */
const Notice = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    /** Where it leads: a report, a difficulty, a task with the part of an organization. */
    place: z.object({
      kind: z.enum(['submission', 'difficulty', 'task']),
      id: z.uuid(),
      organization: z.string().nullable(),
    }),
    /** The reporting round, the difficulty or the task, in words. */
    title: z.string(),
    organization: OrganizationName,
    at: Instant,
    /** What was said with it; null where nothing was. */
    reason: z.string().nullable(),
    isLate: z.boolean(),
    /** It waits for something to be done, or has not been read. */
    isNew: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const listNotices = route({
  method: 'GET',
  path: '/notices',
  operationId: 'listNotices',
  summary:
    'What waits for the signed-in person: returned reports, reminders, difficulties to answer, answers, what was decided of the own tasks, and steps handed over',
  access: 'session.read',
  response: z
    .object({ items: z.array(Notice), total: z.number().int(), fresh: z.number().int() })
    .meta({ id: 'NoticeList' }),
  since: '0.1.0',
});
