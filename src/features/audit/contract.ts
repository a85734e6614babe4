import { z } from 'zod';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';

const Facts = z.record(z.string(), z.unknown());

/** An event of the audit trail. */
export const AuditEvent = z
  .object({
    id: z.uuid(),
    /** Place in the chain, from 1. */
    position: z.number().int(),
    at: Instant,
    /** An account, or the name of the process that acted without one. */
    actor: z.object({ id: z.string(), name: z.string().nullable() }),
    /** Role by which it was done: `reporter@STP`, `approver@STP~delegated`. */
    actingAs: z.string().nullable(),
    address: z.string().nullable(),
    action: z.string(),
    /** What it was done to, `kind:id`. */
    subject: z.string(),
    /** Name of what it was done to, where it is an account. */
    subjectName: z.string().nullable(),
    isDenial: z.boolean(),
    details: Facts,
    before: Facts.nullable(),
    after: Facts.nullable(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof AuditEvent>;

const filters = {
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  /** The whole subject, or its kind with a colon: `account:`. */
  subject: z.string().max(300).optional(),
  /** First and last day, in the time of Vietnam. */
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
  denials: z.enum(['only']).optional(),
};

/** Which events are asked for. */
export const AuditFilter = z.object(filters);
export type AuditFilter = z.infer<typeof AuditFilter>;

export const listAuditEvents = route({
  method: 'GET',
  path: '/audit-events',
  operationId: 'listAuditEvents',
  summary: 'Events of the audit trail, the newest first, a hundred at a time',
  access: 'audit.read',
  query: z.object({
    ...filters,
    /** `next` of the page before. */
    after: z.string().max(60).optional(),
  }),
  response: z.object({
    items: z.array(AuditEvent),
    /** Where the next page begins; null on the last. */
    next: z.string().nullable(),
  }),
  since: '0.1.0',
});

export const listAuditChoices = route({
  method: 'GET',
  path: '/audit-events/choices',
  operationId: 'listAuditChoices',
  summary: 'Who and what occurs in the audit trail, for choosing from',
  access: 'audit.read',
  response: z.object({
    actors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    actions: z.array(z.string()),
  }),
  since: '0.1.0',
});

export const exportAuditEvents = route({
  method: 'GET',
  path: '/audit-events/export',
  operationId: 'exportAuditEvents',
  summary: 'Events of the audit trail as CSV, the newest first, at most 50,000',
  access: 'audit.read',
  query: AuditFilter,
  response: FileAnswer,
  answers: 'file',
  since: '0.1.0',
});

const Head = z
  .object({ position: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'AuditHead', description: 'A place in the audit trail and the hash of the event there' });

/** What is wrong with the chain, and where. */
export const AuditFault = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('changed'), position: z.number().int(), eventId: z.string() }),
    z.object({ kind: z.literal('removed'), from: z.number().int(), to: z.number().int() }),
    z.object({ kind: z.literal('replaced'), position: z.number().int() }),
    z.object({
      kind: z.literal('inserted'),
      position: z.number().int().nullable(),
      eventId: z.string().nullable(),
    }),
    z.object({ kind: z.literal('rewritten'), position: z.number().int() }),
    z.object({ kind: z.literal('unguarded') }),
  ])
  .meta({ id: 'AuditFault' });
export type AuditFault = z.infer<typeof AuditFault>;

export const verifyAuditTrail = route({
  method: 'GET',
  path: '/audit-trail/verification',
  operationId: 'verifyAuditTrail',
  summary: 'Checks a stretch of the audit trail; go on from `reached` until it is complete',
  access: 'audit.read',
  query: z.object({
    /** Where the stretch before ended, `position:hash`; from the beginning when not given. */
    from: z.string().max(90).optional(),
    /** A head that was noted before, as printed on reports. */
    head: z.string().max(90).optional(),
  }),
  response: z.object({
    reached: Head,
    /** The end of the trail. */
    head: Head,
    faults: z.array(AuditFault),
    isComplete: z.boolean(),
  }),
  refusals: ['value.malformed'],
  since: '0.1.0',
});
