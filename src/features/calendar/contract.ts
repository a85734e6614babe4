import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { z } from 'zod';
import { ENTERED_KINDS } from '#core/calendar/entered-days.ts';
import { HOLIDAYS, HOLIDAY_BASES } from '#core/calendar/public-holidays.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';

/** What makes a day differ from its weekday. */
const DAY_KINDS = [
  'holiday',
  'in-lieu',
  'swapped-off',
  'swapped-worked',
  'entered-off',
  'entered-worked',
] as const;

export const CalendarDay = z
  .object({
    day: PlainDateText,
    kind: z.enum(DAY_KINDS),
    holiday: z.enum(HOLIDAYS).nullable(),
    /** On what a day of the delivered table rests; null for what was entered. */
    basis: z.enum(HOLIDAY_BASES).nullable(),
    /** The notice that an entered day comes from. */
    reason: z.string().nullable(),
    enteredAt: Instant.nullable(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

const CalendarYear = z
  .object({
    year: z.number().int(),
    /** Years of the delivered table. */
    years: z.array(z.number().int()),
    /** Whether the yearly notice is in the table; until then days by precedent may still move. */
    isAnnounced: z.boolean(),
    sources: z.array(z.string()),
    items: z.array(CalendarDay),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;

export const getCalendarYear = route({
  method: 'GET',
  path: '/calendar',
  operationId: 'getCalendarYear',
  summary:
    'The days of a year that differ from their weekday: holidays, days in lieu, swapped and entered days',
  access: 'session.read',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: CalendarYear,
  since: '0.1.0',
});

export const enterCalendarDay = route({
  method: 'PUT',
  path: '/calendar/days/:day',
  operationId: 'enterCalendarDay',
  summary: 'Enters what a notice makes of a day, or withdraws it; every deadline follows',
  access: 'calendar.write',
  params: z.object({ day: PlainDateText }),
  body: z
    .object({
      /** Made by the client, so that a retry enters nothing twice. */
      writeId: z.uuid(),
      kind: z.enum(ENTERED_KINDS),
      reason: z.string().trim().max(300).regex(SAYS_SOMETHING),
    })
    .meta({ id: 'CalendarEntry' }),
  response: CalendarYear,
  refusals: [
    'calendar.already-off',
    'calendar.already-worked',
    'calendar.nothing-entered',
    'calendar.year-unknown',
  ],
  since: '0.1.0',
});

export const CalendarFeed = z
  .object({
    id: z.uuid(),
    /** Null for all organizations that one holds a role for. */
    organization: z.object({ code: z.string(), name: z.string() }).nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const listCalendarFeeds = route({
  method: 'GET',
  path: '/calendar/feeds',
  operationId: 'listCalendarFeeds',
  summary: 'The secret addresses of due days that one has made oneself and not revoked',
  access: 'session.read',
  response: z.object({
    items: z.array(CalendarFeed),
    /** Organizations that an address can be made for. */
    choices: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  since: '0.1.0',
});

export const createCalendarFeed = route({
  method: 'POST',
  path: '/calendar/feeds',
  operationId: 'createCalendarFeed',
  summary: 'Makes a secret address of due days; its token is told once',
  access: 'session.read',
  body: z.object({ organizationCode: z.string().max(40).nullable() }).meta({ id: 'NewCalendarFeed' }),
  response: z.object({ feed: CalendarFeed, token: z.string() }),
  refusals: ['access.denied', 'request.too-many'],
  since: '0.1.0',
});

export const revokeCalendarFeed = route({
  method: 'DELETE',
  path: '/calendar/feeds/:id',
  operationId: 'revokeCalendarFeed',
  summary: 'Revokes an address that one has made; doing it twice changes nothing',
  access: 'session.read',
  params: z.object({ id: z.uuid() }),
  response: z.object({ id: z.uuid() }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const readCalendarFeed = route({
  method: 'GET',
  path: '/calendar-feeds/:token',
  operationId: 'readCalendarFeed',
  summary: 'Due days as iCalendar (RFC 5545), for whoever knows the secret address',
  access: 'public',
  params: z.object({ token: z.string().regex(/^[\w-]{43}$/) }),
  answers: 'file',
  response: FileAnswer,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
