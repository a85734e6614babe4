import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { MessageChannel } from '#core/reminder/ladder.ts';
import type { SecretBox } from '#server/auth/secret-box.ts';
import type { Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Webhook } from '#server/webhook/webhook.ts';

/** The ways out of the house that this installation has. */
export interface ReminderWays {
  /** Undefined where no mail server is configured. */
  readonly mailer: Mailer | undefined;
  /** Undefined where no address is configured. */
  readonly webhook: Webhook | undefined;
}

/** What reminders need from the outside. */
export interface ReminderPorts extends ReminderWays {
  readonly db: Db;
  readonly clock: Clock;
  /** Seals the links by which copies are turned off. */
  readonly secretBox: SecretBox;
  /** Draws up the official letter to the late, once for a write id; refused where nobody is late. */
  readonly makeLetter: (order: {
    readonly writeId: string;
    readonly answerBy: PlainDate;
  }) => Promise<{ readonly id: string } | Refusal>;
}

/** Somebody who writes, and when. */
export interface ReminderWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly actor: Actor;
}

/** The ways by which this installation can tell people. */
export const channelsOf = ({ mailer, webhook }: ReminderWays): readonly MessageChannel[] => [
  'in-app',
  ...(mailer ? (['e-mail'] as const) : []),
  ...(webhook ? (['webhook'] as const) : []),
];
