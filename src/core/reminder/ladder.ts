import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** Whom a step of the ladder tells: who does the work, the head of the agency, who coordinates, the province's leaders. */
export const REMINDER_AUDIENCES = ['officer', 'head', 'coordinator', 'leader'] as const;
export type ReminderAudience = (typeof REMINDER_AUDIENCES)[number];

/** How a person is told. */
export const MESSAGE_CHANNELS = ['in-app', 'e-mail', 'webhook'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** How a step tells: persons by messages, agencies by an official letter that waits for a signature. */
export const LADDER_CHANNELS = [...MESSAGE_CHANNELS, 'letter'] as const;
export type LadderChannel = (typeof LADDER_CHANNELS)[number];

/** That a step tells again while the work is not done: every so many working days, at most so many times. */
export interface StepRepetition {
  readonly every: number;
  readonly times: number;
}

/** How often a step may tell again at most. */
export const MOST_REPETITIONS = 24;

/** One step: so many working days before (negative) or after the last day, these are told, this way. */
export interface LadderStep {
  readonly offset: number;
  readonly audiences: readonly ReminderAudience[];
  readonly channels: readonly LadderChannel[];
  /** Null for a step that tells once. */
  readonly repeat: StepRepetition | null;
}

/** Hours of the day, `HH:MM` in the province's time, in which nothing leaves the house; none where both are the same. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Who is reminded of what is due, when and how: data of the province, not of the program. */
export interface ReminderLadder {
  /** By offset, the earliest first; no two at the same. */
  readonly steps: readonly LadderStep[];
  readonly quietHours: QuietHours;
}

/** The ladder of an installation that has written none. */
export const DEFAULT_LADDER: ReminderLadder = {
  steps: [
    { offset: -10, audiences: ['officer'], channels: ['in-app', 'e-mail'], repeat: null },
    { offset: -3, audiences: ['officer', 'head'], channels: ['in-app', 'e-mail'], repeat: null },
    { offset: 0, audiences: ['officer'], channels: ['in-app'], repeat: null },
    { offset: 1, audiences: ['officer', 'head'], channels: ['in-app', 'e-mail'], repeat: null },
    { offset: 5, audiences: ['head', 'coordinator'], channels: ['in-app', 'e-mail'], repeat: null },
    { offset: 10, audiences: ['leader'], channels: ['in-app', 'letter'], repeat: null },
  ],
  quietHours: { from: '18:00', to: '07:30' },
};

const IS_DUTY = {
  officer: true,
  head: true,
  coordinator: false,
  leader: false,
} as const satisfies Record<ReminderAudience, boolean>;

/** Whether what an audience is told is about its own work: that can't be turned off. Others are told a copy. */
export const isDuty = (audience: ReminderAudience): boolean => IS_DUTY[audience];

/** How many working days a step may lie from the last day. */
export const FURTHEST_STEP = 60;

/** Why a ladder can't be: two steps on one day, a step that tells nobody, a letter before anybody is late. */
export const findLadderFault = ({
  steps,
}: ReminderLadder):
  Refusal<'reminder.step-twice' | 'reminder.empty-step' | 'reminder.early-letter'> | undefined => {
  const offsets = new Set<number>();
  for (const [place, { offset, audiences, channels }] of steps.entries()) {
    const where = { step: place + 1, offset };
    if (offsets.has(offset)) return refuse('reminder.step-twice', where);
    offsets.add(offset);
    const messages = channels.filter((channel) => channel !== 'letter');
    const makesLetter = messages.length < channels.length;
    if (channels.length === 0) return refuse('reminder.empty-step', where);
    if (messages.length > 0 && audiences.length === 0) return refuse('reminder.empty-step', where);
    if (makesLetter && offset <= 0) return refuse('reminder.early-letter', where);
  }
  return undefined;
};
