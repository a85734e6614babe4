import type { WorkingCalendar } from '#core/calendar/working-days.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { keyOfPart, type DuePart } from './due-part.ts';
import {
  isDuty,
  type LadderStep,
  type MessageChannel,
  type ReminderAudience,
  type ReminderLadder,
} from './ladder.ts';
import { buildStepFinder, listTellings } from './reached-steps.ts';
import { buildAddressBook, type AddressBook, type ReminderPerson } from './reminder-person.ts';

/** One thing that one person is told. */
export interface PlannedReminder {
  readonly accountId: string;
  readonly part: DuePart;
  /** The step, by its working days from the last day. */
  readonly offset: number;
  readonly audience: ReminderAudience;
  readonly channels: readonly MessageChannel[];
}

/** An organization in which nobody could be told as the ladder wants it. */
export interface UnreachedOrganization {
  readonly organizationCode: string;
  /** It has nobody with an account, or nobody with an address for letters. */
  readonly reason: 'no-account' | 'no-address';
  /** How many things are due there. */
  readonly parts: number;
}

/** What is to be told on a day. */
export interface ReminderPlan {
  readonly reminders: readonly PlannedReminder[];
  /** Parts that have reached a step with an official letter since the last one. */
  readonly letterParts: readonly { readonly part: DuePart; readonly offset: number }[];
  readonly unreached: readonly UnreachedOrganization[];
}

/** All that follows for a day from what is due. */
export interface ReminderFacts {
  readonly parts: readonly DuePart[];
  readonly people: readonly ReminderPerson[];
  readonly ladder: ReminderLadder;
  readonly calendar: WorkingCalendar;
  readonly today: PlainDate;
  /** The highest step that a person was told of a part, by `toldKey`. */
  readonly told: ReadonlyMap<string, number>;
  /** The highest step at which a letter was made of a part, by `keyOfPart`. */
  readonly lettered: ReadonlyMap<string, number>;
  /** Ways that this installation has. */
  readonly channels: readonly MessageChannel[];
}

/** By what it is known again that a person was told of a part. */
export const toldKey = (accountId: string, partKey: string): string => `${accountId} ${partKey}`;

const DUTIES_FIRST: readonly ReminderAudience[] = ['officer', 'head', 'coordinator', 'leader'];

const messagesOf = (
  { channels }: LadderStep,
  available: readonly MessageChannel[],
): readonly MessageChannel[] => available.filter((channel) => channels.includes(channel));

/**
 * The ways by which a person is told. Who has no address for letters is told in the application; copies go only where the
 * person wants them.
 */
const channelsFor = (
  person: ReminderPerson,
  audience: ReminderAudience,
  step: LadderStep,
  available: readonly MessageChannel[],
): readonly MessageChannel[] => {
  const wanted = messagesOf(step, available);
  const possible = wanted.filter((channel) => channel !== 'e-mail' || person.hasAddress);
  if (!isDuty(audience)) return possible.filter((channel) => person.copyChannels.includes(channel));
  const isCut = possible.length < step.channels.filter((channel) => channel !== 'letter').length;
  return isCut && !possible.includes('in-app') ? ['in-app', ...possible] : possible;
};

/**
 * Of the steps reached the last that tells this person: after days without a run one message takes the place of many, by every
 * way that a step since the one before would have taken. A later step that goes only by ways on which the person wants no copies
 * does not hide an earlier one.
 */
const lastTelling = (
  person: ReminderPerson,
  audience: ReminderAudience,
  untold: readonly LadderStep[],
  available: readonly MessageChannel[],
): Pick<PlannedReminder, 'offset' | 'channels'> | undefined => {
  const tellings = untold
    .filter(({ audiences }) => audiences.includes(audience))
    .map((step) => ({ offset: step.offset, channels: channelsFor(person, audience, step, available) }))
    .filter(({ channels }) => channels.length > 0);
  const last = tellings.at(-1);
  const ways = new Set(tellings.flatMap(({ channels }) => channels));
  return last && { offset: last.offset, channels: available.filter((channel) => ways.has(channel)) };
};

const remindersOf = (
  part: DuePart,
  reached: readonly LadderStep[],
  book: AddressBook,
  { told, channels: available }: ReminderFacts,
): readonly PlannedReminder[] => {
  const planned = new Map<string, PlannedReminder>();
  const partKey = keyOfPart(part);
  for (const audience of DUTIES_FIRST) {
    for (const person of book.find(audience, part.organizationCode)) {
      const { accountId } = person;
      const before = Math.max(
        told.get(toldKey(accountId, partKey)) ?? -Infinity,
        planned.get(accountId)?.offset ?? -Infinity,
      );
      const untold = reached.filter(({ offset }) => offset > before);
      const telling = lastTelling(person, audience, untold, available);
      if (telling) planned.set(accountId, { accountId, part, audience, ...telling });
    }
  }
  return [...planned.values()];
};

const unreachedReason = (
  { organizationCode }: DuePart,
  reached: readonly LadderStep[],
  book: AddressBook,
  available: readonly MessageChannel[],
): UnreachedOrganization['reason'] | undefined => {
  const duties = reached.filter(({ audiences }) => audiences.some(isDuty));
  if (duties.length === 0) return undefined;
  const people = [...book.find('officer', organizationCode), ...book.find('head', organizationCode)];
  if (people.length === 0) return 'no-account';
  const wantsLetters =
    available.includes('e-mail') && duties.some(({ channels }) => channels.includes('e-mail'));
  return wantsLetters && !people.some(({ hasAddress }) => hasAddress) ? 'no-address' : undefined;
};

// A step is how an organization carries out its work: its officers are told, and the head alone where there is no officer.
const tellingSteps = (
  { kind, organizationCode }: DuePart,
  reached: readonly LadderStep[],
  book: AddressBook,
): readonly LadderStep[] => {
  if (kind !== 'step') return reached;
  const worker = book.find('officer', organizationCode).length > 0 ? 'officer' : 'head';
  return reached
    .filter(({ audiences }) => audiences.includes('officer'))
    .map((step) => ({ ...step, audiences: [worker] }));
};

const letterOffset = (part: DuePart, reached: readonly LadderStep[]): number | undefined =>
  part.kind === 'task' && part.role === 'lead'
    ? reached.findLast(({ channels }) => channels.includes('letter'))?.offset
    : undefined;

/**
 * Whom to tell what on a day: of everything due the last step that it has reached, each person once, nobody twice of the
 * same step. The same comes out whether every day was looked at or only this one.
 */
export const planReminders = (facts: ReminderFacts): ReminderPlan => {
  const steps = listTellings(facts.ladder.steps);
  const findReached = buildStepFinder(steps, facts.calendar, facts.today);
  const book = buildAddressBook(facts.people);
  const reminders: PlannedReminder[] = [];
  const letterParts: { part: DuePart; offset: number }[] = [];
  const unreached = new Map<string, UnreachedOrganization>();
  for (const part of facts.parts) {
    const reached = tellingSteps(part, findReached(part), book);
    if (reached.length === 0) continue;
    reminders.push(...remindersOf(part, reached, book, facts));
    const offset = letterOffset(part, reached);
    if (offset !== undefined && (facts.lettered.get(keyOfPart(part)) ?? -Infinity) < offset) {
      letterParts.push({ part, offset });
    }
    const reason = unreachedReason(part, reached, book, facts.channels);
    const { organizationCode } = part;
    const parts = (unreached.get(organizationCode)?.parts ?? 0) + 1;
    if (reason) unreached.set(organizationCode, { organizationCode, reason, parts });
  }
  return { reminders, letterParts, unreached: [...unreached.values()] };
};
