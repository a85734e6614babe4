// Walks the days of a quarter over the demonstration province, with a real mail server, and prints what each day told whom.
// `node --import tsx bench/reminder-quarter.ts`
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { ensureDemonstrationAccounts } from '#features/account/service.ts';
import { makeLadderLetter } from '#features/official-document/make-paper.ts';
import { planDay } from '#features/reminder/planning/plan-day.ts';
import { sendDue } from '#features/reminder/delivery/send-due.ts';
import type { ReminderPorts } from '#features/reminder/reminder-ports.ts';
import { openSecretBox } from '#server/auth/secret-box.ts';
import { clockFrom } from '#server/clock.ts';
import { openAsApplication } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { processCaller } from '#server/db/audit.ts';
import { openEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { migrate } from '#server/db/migrate.ts';
import { loadDemonstration } from '#server/demonstration/load.ts';
import { loadReference } from '#server/load-reference.ts';
import { openMailer } from '#server/mail/mailer.ts';

const FIRST = plainDate('2025-10-01');
const LAST = plainDate('2025-12-31');
const write = (line: string): void => void process.stdout.write(`${line}\n`);

let letters = 0;
const smtp = new SMTPServer({
  ...{ authOptional: true, hideSTARTTLS: true, disabledCommands: ['AUTH'] },
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => {
      letters += 1;
      done();
    });
  },
});
smtp.listen(0, '127.0.0.1');

const dataDirectory = mkdtempSync(join(tmpdir(), 'senso-quarter-'));
// The database server's user must be able to enter.
chmodSync(dataDirectory, 0o755);
const server = await openEmbeddedPostgres({ dataDirectory, report: () => undefined, whenInUse: 'refuse' });

/** Morning in the province, after the quiet hours. */
let now = `${FIRST}T01:00:00.000Z`;
const clock = clockFrom(() => now);

/** An officer in every agency that has none yet, as after the accounts of a province were imported. */
const addOfficers = async (db: Db): Promise<void> => {
  await sql`
    with wanted as (
      select gen_random_uuid() as id, code, name from organization
      where valid_to is null and kind not in ('group', 'province', 'ministry', 'central-body') and not exists (
        select from role_holding where organization_code = code and role = 'reporter')),
      added as (
        insert into account (account_id, username, display_name, created_at, updated_at)
        select id, 'can-bo-' || lower(code), 'Cán bộ ' || name, ${now}::timestamptz, ${now}::timestamptz from wanted)
    insert into role_holding (role_holding_id, account_id, role, organization_code, valid_from, granted_at, granted_by)
    select gen_random_uuid(), id, 'reporter', code, ${FIRST}::date, ${now}::timestamptz, 'bench' from wanted`.execute(
    db,
  );
};

const walk = async (ports: ReminderPorts): Promise<void> => {
  let [told, sent, papers] = [0, 0, 0];
  for (let day: PlainDate = FIRST; day <= LAST; day = addDays(day, 1)) {
    now = `${day}T01:00:00.000Z`;
    const { isNew } = await planDay(ports);
    if (!isNew) continue;
    await sendDue(ports);
    const run = await ports.db
      .selectFrom('reminder_run')
      .selectAll()
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    const letter = await ports.db
      .selectFrom('reminder_letter')
      .select('parts')
      .where('day', '=', day)
      .executeTakeFirst();
    told += run.reminders;
    sent += letters;
    papers += letter ? 1 : 0;
    const formal = letter ? `; official letter drawn up for ${String(letter.parts)} parts` : '';
    if (run.reminders > 0 || letter) {
      write(
        `${day}  ${String(run.people)} people, ${String(run.reminders)} reminders, ${String(letters)} e-mails${formal}`,
      );
    }
    letters = 0;
  }
  write(
    `${FIRST} to ${LAST}: ${String(told)} reminders, ${String(sent)} e-mails, ${String(papers)} official letters`,
  );
};

try {
  await migrate(server.address('postgres'));
  const database = openAsApplication(server.applicationAddress('postgres'));
  const { db } = database;
  await loadReference(db, clock);
  await loadDemonstration(db, clock);
  await ensureDemonstrationAccounts(
    { db, clock, caller: processCaller('demonstration') },
    demonstrationAccounts,
  );
  await addOfficers(db);
  await db
    .updateTable('account')
    .set({ email: sql<string>`username || '@dongthap.gov.vn'` })
    .execute();
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = openMailer(
    {
      ...{ host: '127.0.0.1', port, isImplicitTls: false, requiresTls: false, login: undefined },
      ...{ from: 'senso@dongthap.gov.vn', publicUrl: 'https://senso.dongthap.gov.vn' },
    },
    pino({ level: 'warn' }),
  );
  await walk({
    ...{ db, clock, mailer, webhook: undefined, secretBox: openSecretBox(randomBytes(32)) },
    makeLetter: (order) => makeLadderLetter({ db, clock }, order),
  });
  mailer.close();
  await database.close();
} finally {
  smtp.close();
  await server.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
