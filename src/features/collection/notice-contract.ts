import { z } from 'zod';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { Instant } from '#contract/schemas.ts';

/** Something that waits for the people of an organization, told on every page. */
const Notice = z
  .object({
    kind: z.enum(['returned', 'reminder']),
    submissionId: z.uuid(),
    round: z.string(),
    organization: OrganizationName,
    at: Instant,
    /** Of a returned report: what was said of the whole of it. */
    reason: z.string().nullable(),
    isLate: z.boolean(),
    /** A reminder that the person has read is not; a returned report is until it is sent again. */
    isNew: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const listNotices = route({
  method: 'GET',
  path: '/notices',
  operationId: 'listNotices',
  summary:
    'What waits for the signed-in person: returned reports of the own organizations, and reminders of what they still owe',
  access: 'session.read',
  response: z
    .object({ items: z.array(Notice), total: z.number().int(), fresh: z.number().int() })
    .meta({ id: 'NoticeList' }),
  since: '0.2.0',
});
