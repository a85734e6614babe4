// Sends the reminders that wait, in a process of its own, until it is killed. Its arguments: the address of a database, the
// port of a mail server on this machine, and the present instant.
import { pino } from 'pino';
import { randomBytes } from 'node:crypto';
import { refuse } from '#core/kernel/refusal.ts';
import { sendDue } from '#features/reminder/delivery/send-due.ts';
import { openSecretBox } from '#server/auth/secret-box.ts';
import { clockFrom } from '#server/clock.ts';
import { openAsApplication, type DatabaseAddress } from '#server/db/connect.ts';
import { openMailer } from '#server/mail/mailer.ts';

const [, , address = '{}', port = '0', now = ''] = process.argv;
const { db } = openAsApplication(JSON.parse(address) as DatabaseAddress);
const mailer = openMailer(
  {
    ...{ host: '127.0.0.1', port: Number(port), isImplicitTls: false, requiresTls: false, login: undefined },
    ...{ from: 'senso@dongthap.gov.vn', publicUrl: 'https://senso.dongthap.gov.vn' },
  },
  pino({ level: 'silent' }),
);
await sendDue({
  ...{
    db,
    mailer,
    webhook: undefined,
    clock: clockFrom(() => now),
    secretBox: openSecretBox(randomBytes(32)),
  },
  makeLetter: () => Promise.resolve(refuse('record.not-found')),
});
