import { z } from 'zod';
import { DELIVERY_EVENTS, DELIVERY_OUTCOMES, MESSAGE_STATES } from '#core/reminder/delivery.ts';
import {
  FURTHEST_STEP,
  LADDER_CHANNELS,
  MESSAGE_CHANNELS,
  MOST_REPETITIONS,
  REMINDER_AUDIENCES,
} from '#core/reminder/ladder.ts';
import { OrganizationName } from '#contract/reporting-round.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';
import { ReminderLine } from './own/own-contract.ts';

/** Where the ladder and what became of messages are looked at. */
export const REMINDERS_PAGE = '/nhac-viec';

const Count = z.number().int();
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const LadderStepText = z
  .object({
    /** Working days from the last day, before it when negative. */
    offset: Count.min(-FURTHEST_STEP).max(FURTHEST_STEP),
    audiences: z.array(z.enum(REMINDER_AUDIENCES)).max(REMINDER_AUDIENCES.length),
    channels: z.array(z.enum(LADDER_CHANNELS)).max(LADDER_CHANNELS.length),
    /** That it tells again while the work is not done; null or left out for a step that tells once. */
    repeat: z
      .object({
        /** Working days from one time to the next. */
        every: Count.min(1).max(FURTHEST_STEP),
        /** How often at most, the first time not counted. */
        times: Count.min(1).max(MOST_REPETITIONS),
      })
      .nullable()
      .default(null),
  })
  .meta({ id: 'ReminderStep' });

/** The steps of a ladder as they are kept. */
export const LadderSteps = z.array(LadderStepText);

const QuietHoursText = z.object({ from: TimeOfDay, to: TimeOfDay });

const WrittenLadder = z
  .object({
    /** 0 for the delivered one. */
    version: Count,
    steps: LadderSteps,
    quietHours: QuietHoursText,
    reason: z.string().nullable(),
    recordedAt: Instant.nullable(),
    recordedBy: z.string().nullable(),
  })
  .meta({ id: 'ReminderLadder' });
export type WrittenLadder = z.infer<typeof WrittenLadder>;

const LadderView = z
  .object({
    ladder: WrittenLadder,
    /** Those before it, the latest first. */
    history: z.array(WrittenLadder),
    /** Ways that this installation has. */
    channels: z.array(z.enum(MESSAGE_CHANNELS)),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'ReminderLadderView' });
export type LadderView = z.infer<typeof LadderView>;

export const getReminderLadder = route({
  method: 'GET',
  path: '/reminder-ladder',
  operationId: 'getReminderLadder',
  summary: 'Who is reminded of what is due, when and how, with what it was before',
  access: 'reminder.read',
  response: LadderView,
  since: '0.1.0',
});

const MOST_STEPS = 20;

export const writeReminderLadder = route({
  method: 'PUT',
  path: '/reminder-ladder',
  operationId: 'writeReminderLadder',
  summary: 'Writes the ladder of reminders anew; the one before is kept',
  access: 'reminder.write',
  body: z
    .object({
      /** The version that was changed. */
      version: Count.min(0),
      writeId: z.uuid(),
      steps: LadderSteps.max(MOST_STEPS),
      quietHours: QuietHoursText,
      reason: z.string().trim().min(1).max(300),
    })
    .meta({ id: 'NewReminderLadder' }),
  response: LadderView,
  refusals: ['edit.conflict', 'reminder.step-twice', 'reminder.empty-step', 'reminder.early-letter'],
  since: '0.1.0',
});

const PreviewedPerson = z
  .object({
    account: z.object({ id: z.uuid(), name: z.string() }),
    places: z.array(
      z.object({ audience: z.enum(REMINDER_AUDIENCES), organization: OrganizationName.nullable() }),
    ),
    channels: z.array(z.enum(MESSAGE_CHANNELS)),
    duties: Count,
    copies: Count,
    late: Count,
    /** The first of them. */
    lines: z.array(ReminderLine),
  })
  .meta({ id: 'PreviewedReminder' });
export type PreviewedPerson = z.infer<typeof PreviewedPerson>;

const Unreached = z
  .object({
    organization: OrganizationName,
    reason: z.enum(['no-account', 'no-address']),
    parts: Count,
  })
  .meta({ id: 'UnreachedOrganization' });
export type Unreached = z.infer<typeof Unreached>;

const ReminderPreview = z
  .object({
    /** The next working day that is not planned yet: today, or the one after. */
    day: PlainDateText,
    isToday: z.boolean(),
    /** What today came to, where it has been planned. */
    run: z.object({ reminders: Count, people: Count, at: Instant }).nullable(),
    people: z.array(PreviewedPerson),
    reminders: Count,
    /** The official letter that the day would ask for. */
    letter: z.object({ parts: Count, organizations: Count }).nullable(),
    unreached: z.array(Unreached),
  })
  .meta({ id: 'ReminderPreview' });
export type ReminderPreview = z.infer<typeof ReminderPreview>;

export const getReminderPreview = route({
  method: 'GET',
  path: '/reminder-preview',
  operationId: 'getReminderPreview',
  summary: 'What the next working day would tell whom, as things stand; nothing is kept or sent',
  access: 'reminder.read',
  response: ReminderPreview,
  since: '0.1.0',
});

const Delivery = z
  .object({
    at: Instant,
    event: z.enum(DELIVERY_EVENTS),
    attempt: Count,
    reason: z.string().nullable(),
    items: Count.nullable(),
  })
  .meta({ id: 'ReminderDelivery' });
export type Delivery = z.infer<typeof Delivery>;

const ReminderMessage = z
  .object({
    id: z.uuid(),
    person: z.string(),
    channel: z.enum(MESSAGE_CHANNELS),
    day: PlainDateText,
    state: z.enum(MESSAGE_STATES),
    /** Of how many things it was to tell. */
    items: Count,
    attempts: Count,
    notBefore: Instant,
    deliveries: z.array(Delivery),
    /** How often somebody has had it sent again. */
    version: Count,
    /** It can be sent again. */
    maySendAgain: z.boolean(),
  })
  .meta({ id: 'ReminderMessage' });
export type ReminderMessage = z.infer<typeof ReminderMessage>;

export const listReminderMessages = route({
  method: 'GET',
  path: '/reminder-messages',
  operationId: 'listReminderMessages',
  summary: 'The log of messages: to whom, by which way, and what became of each; the newest first',
  access: 'reminder.read',
  query: z.object({
    state: z.enum(MESSAGE_STATES).optional(),
    channel: z.enum(MESSAGE_CHANNELS).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  response: z
    .object({
      items: z.array(ReminderMessage),
      total: Count,
      /** How many messages of the last thirty days were given up, over all ways. */
      givenUp: Count,
      /** Of how many messages of the last thirty days nobody knows whether they were taken, over all ways. */
      uncertain: Count,
      /** How many wait for a way out of the house. */
      waiting: Count,
    })
    .meta({ id: 'ReminderMessageList' }),
  since: '0.1.0',
});

export const sendReminderAgain = route({
  method: 'POST',
  path: '/reminder-messages/:id/again',
  operationId: 'sendReminderAgain',
  summary:
    'Has a message sent again that was given up, may have got lost or was sent, under the same name; told twice it changes nothing',
  access: 'reminder.write',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    /** The version that was looked at: who has not seen that somebody else asked meanwhile is refused. */
    version: Count.min(0),
    writeId: z.uuid(),
  }),
  response: z.object({ id: z.uuid() }),
  refusals: ['record.not-found', 'reminder.wrong-state', 'edit.conflict'],
  since: '0.1.0',
});

export const testReminderChannel = route({
  method: 'POST',
  path: '/reminder-tests',
  operationId: 'testReminderChannel',
  summary: 'Sends a test message to oneself by one way, and tells what became of it',
  access: 'reminder.write',
  body: z.object({ channel: z.enum(['e-mail', 'webhook']) }),
  response: z.object({ outcome: z.enum([...DELIVERY_OUTCOMES, 'no-address']) }),
  refusals: ['mail.not-configured', 'webhook.not-configured', 'request.too-many'],
  since: '0.1.0',
});

/** `not-made`: when it was to be drawn up it was refused. */
export const LETTER_STATES = ['waiting', 'issued', 'dismissed', 'replaced', 'not-made'] as const;

const Letter = z
  .object({
    id: z.uuid(),
    day: PlainDateText,
    state: z.enum(LETTER_STATES),
    parts: Count,
    organizations: Count,
    /** The official document; null where it could not be drawn up. */
    documentId: z.uuid().nullable(),
    /** Why it could not be drawn up, as the code of a refusal: nobody was late any more. */
    refusal: z.string().nullable(),
    note: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'ReminderLetter' });
export type Letter = z.infer<typeof Letter>;

const LetterList = z.object({ items: z.array(Letter), total: Count }).meta({ id: 'ReminderLetterList' });

export const listReminderLetters = route({
  method: 'GET',
  path: '/reminder-letters',
  operationId: 'listReminderLetters',
  summary: 'Official letters to the late that steps of the ladder have drawn up, the newest first',
  access: 'reminder.read',
  response: LetterList,
  since: '0.1.0',
});

export const decideReminderLetter = route({
  method: 'POST',
  path: '/reminder-letters/:id/decision',
  operationId: 'decideReminderLetter',
  summary: 'Notes that a letter was signed and issued, or that it will not be',
  access: 'reminder.write',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    decision: z.enum(['issued', 'dismissed']),
    /** Number and day under which it was issued, or why it was not. */
    note: z.string().trim().min(1).max(300),
    writeId: z.uuid(),
  }),
  response: LetterList,
  refusals: ['record.not-found', 'reminder.wrong-state'],
  since: '0.1.0',
});
