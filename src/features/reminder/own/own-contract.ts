import { z } from 'zod';
import { DUE_PART_KINDS } from '#core/reminder/due-part.ts';
import { MESSAGE_CHANNELS, REMINDER_AUDIENCES } from '#core/reminder/ladder.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';

/** Where a person sees what the person is reminded of, and chooses how. */
export const OWN_REMINDERS_PAGE = '/thong-bao';

/** Where a link of a letter turns off copies, without a sign-in. */
export const STOP_COPIES_PAGE = '/ngung-nhan-ban-sao';

const Count = z.number().int();

/** Something that is due, as a message tells of it. */
export const ReminderLine = z
  .object({
    kind: z.enum(DUE_PART_KINDS),
    /** The task, the reporting round, or the step. */
    id: z.uuid(),
    name: z.string(),
    /** The plan of a task, the task of a step; null of a report. */
    document: z.string().nullable(),
    organization: OrganizationName,
    period: z.string(),
    lastDay: PlainDateText,
    isLate: z.boolean(),
    isDuty: z.boolean(),
  })
  .meta({ id: 'ReminderLine' });

const OwnReminder = ReminderLine.extend({
  /** What is opened: the task, also of a step, or the submission. */
  id: z.uuid(),
  audience: z.enum(REMINDER_AUDIENCES),
  toldAt: Instant,
  isNew: z.boolean(),
}).meta({ id: 'OwnReminder' });
export type OwnReminder = z.infer<typeof OwnReminder>;

export const listOwnReminders = route({
  method: 'GET',
  path: '/own-reminders',
  operationId: 'listOwnReminders',
  summary: 'What the signed-in person was reminded of in the application and is still due, by the last day',
  access: 'session.read',
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).optional() }),
  response: z
    .object({
      items: z.array(OwnReminder),
      total: Count,
      late: Count,
      fresh: Count,
      toldAt: Instant.nullable(),
    })
    .meta({ id: 'OwnReminderList' }),
  since: '0.1.0',
});

export const readOwnReminders = route({
  method: 'POST',
  path: '/own-reminders/readings',
  operationId: 'readOwnReminders',
  summary:
    'Notes that the signed-in person has read what was told until an instant; doing it again changes nothing',
  access: 'session.read',
  body: z.object({ upTo: z.iso.datetime({ offset: true }) }),
  response: z.object({ fresh: Count }),
  since: '0.1.0',
});

const Preference = z
  .object({
    language: z.enum(['vi', 'en']),
    /** The ways of what is not the own duty. */
    copyChannels: z.array(z.enum(MESSAGE_CHANNELS)),
    /** 0 before anything was chosen. */
    version: Count,
    /** Where letters go; null where they can't. */
    email: z.string().nullable(),
    /** As what the person is reminded today. */
    audiences: z.array(z.enum(REMINDER_AUDIENCES)),
    /** Ways that this installation has. */
    channels: z.array(z.enum(MESSAGE_CHANNELS)),
  })
  .meta({ id: 'ReminderPreference' });
export type Preference = z.infer<typeof Preference>;

export const getReminderPreference = route({
  method: 'GET',
  path: '/reminder-preference',
  operationId: 'getReminderPreference',
  summary: 'In which language and by which ways the signed-in person is reminded',
  access: 'session.read',
  response: Preference,
  since: '0.1.0',
});

export const writeReminderPreference = route({
  method: 'PUT',
  path: '/reminder-preference',
  operationId: 'writeReminderPreference',
  summary: 'Chooses the language of reminders, and the ways of what is not the own duty',
  access: 'session.read',
  body: z
    .object({
      version: Count.min(0),
      language: z.enum(['vi', 'en']),
      copyChannels: z.array(z.enum(MESSAGE_CHANNELS)).max(MESSAGE_CHANNELS.length),
    })
    .meta({ id: 'NewReminderPreference' }),
  response: Preference,
  refusals: ['edit.conflict'],
  since: '0.1.0',
});

const StopLink = z.object({ displayName: z.string(), isStopped: z.boolean() }).meta({ id: 'StopLink' });
const StopLinkInput = z.object({ link: z.string().min(1).max(500) });

export const findStopLink = route({
  method: 'POST',
  path: '/reminder-stop-links',
  operationId: 'findStopLink',
  summary: 'Whose copies a link of a letter turns off, for whoever has it; changes nothing',
  access: 'public',
  body: StopLinkInput,
  response: StopLink,
  refusals: ['reminder.unusable-link'],
  since: '0.1.0',
});

export const stopReminderCopies = route({
  method: 'POST',
  path: '/reminder-stop-links/use',
  operationId: 'stopReminderCopies',
  summary: 'Turns off the copies by e-mail of the person of a link; doing it twice changes nothing',
  access: 'public',
  body: StopLinkInput,
  response: StopLink,
  refusals: ['reminder.unusable-link'],
  since: '0.1.0',
});
