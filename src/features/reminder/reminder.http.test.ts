import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LADDER } from '#core/reminder/ladder.ts';
import { getPaper } from '#features/official-document/contract.ts';
import { makeLadderLetter } from '#features/official-document/make-paper.ts';
import { decideTask, getTaskExecution } from '#features/execution/task-contract.ts';
import { addWorkSteps, changeWorkStep } from '#features/work-plan/contract.ts';
import { listJobs } from '#features/job/contract.ts';
import { openJobRunner } from '#server/jobs/job-runner.ts';
import { openMailer, type Mailer } from '#server/mail/mailer.ts';
import { projectRoot } from '#server/project-root.ts';
import { openWebhook } from '#server/webhook/webhook.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { decodeLetter, headerOf, openMailServer } from '#test/mail-server.ts';
import { openWebhookReceiver } from '#test/webhook-receiver.ts';
import { inventTask } from '#test/invented-task.ts';
import * as contract from './contract.ts';
import * as own from './own/own-contract.ts';
import { planDay } from './planning/plan-day.ts';
import { reminderJobs, tendReminders } from './reminder-jobs.ts';
import type { ReminderPorts } from './reminder-ports.ts';
import { sendDue } from './delivery/send-due.ts';

const logger = pino({ level: 'silent' });

/** The mail server holds letters back while it is told to. */
let isHolding = false;
/** It takes letters whole and hangs up without an answer while it is told to. */
let isHangingUp = false;
let onHeld: () => void = () => undefined;
const {
  server: smtp,
  letters,
  hangUp,
} = openMailServer({
  ...{ authOptional: true, disabledCommands: ['AUTH'] },
  onLetter: (take) => {
    if (isHolding) onHeld();
    else if (isHangingUp) hangUp();
    else take();
  },
});
const silentSockets = new Set<Socket>();
const silent = createServer((socket) => void silentSockets.add(socket.on('error', () => undefined)));
const { server: hook, posts } = openWebhookReceiver();
const portOf = (server: { address: () => unknown }): number => (server.address() as AddressInfo).port;

const SECRET = 'bí mật dài hơn ba mươi hai ký tự để ký';
let api: TestApi;
let mailer: Mailer;
let ports: ReminderPorts;
const mailerTo = (port: number): Mailer =>
  openMailer(
    {
      ...{ host: '127.0.0.1', port, isImplicitTls: false, requiresTls: false, login: undefined },
      ...{ from: 'senso@dongthap.gov.vn', publicUrl: WEB },
    },
    logger,
    { step: 400, letter: 800, person: 800 },
  );
const setEmail = (username: string, email: string | null) =>
  api.db.updateTable('account').set({ email }).where('username', '=', username).execute();

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1');
  silent.listen(0, '127.0.0.1');
  hook.listen(0, '127.0.0.1');
  api = await startTestApi({
    mailer: { publicUrl: WEB, send: (mail, waiting) => mailer.send(mail, waiting), close: () => undefined },
    demonstration: true,
  });
  const { db, clock, ports: offered } = api;
  ports = {
    ...{ db, clock, mailer: offered.mailer, webhook: undefined, secretBox: offered.authentication.secretBox },
    makeLetter: (order) => makeLadderLetter({ db, clock }, order),
  };
  await setEmail('stp-can-bo', 'can-bo@stp.dongthap.gov.vn');
  await setEmail('stp-lanh-dao', 'lanh-dao@stp.dongthap.gov.vn');
  await setEmail('dieu-phoi', 'dieu-phoi@dongthap.gov.vn');
  // What the demonstration owes is not what is looked at here.
  await db.updateTable('document_item').set({ due_kind: 'ongoing' }).where('kind', '=', 'task').execute();
});
beforeEach(async () => {
  letters.length = 0;
  posts.length = 0;
  isHolding = false;
  mailer = mailerTo(portOf(smtp.server));
  await api.db.updateTable('document_item').set({ due_kind: 'ongoing' }).where('kind', '=', 'task').execute();
  await api.db.deleteFrom('job').execute();
});
afterAll(async () => {
  await api.close();
  smtp.close();
  hook.close();
  for (const socket of silentSockets) socket.destroy();
  silent.close();
});

// Sessions end within days: whoever looks signs in anew.
const at = (instant: string): void => {
  api.setNow(instant);
  for (const role of ['coordinator', 'leader', 'administrator', 'reporter'] as const) api.forgetSession(role);
};
const WEB = 'https://senso.dongthap.gov.vn';
const dueTask = (end: string, name: string, lead = 'STP', draft?: string) =>
  inventTask(api, { name, draft, due: { kind: 'day', raw: end, end }, lead: [lead] });
const log = async (query: Record<string, string> = {}) =>
  (await api.as('coordinator').call(contract.listReminderMessages, { query })).body;
const mails = async (username = 'Cán bộ Sở Tư pháp (trình diễn)') =>
  (await log({ channel: 'e-mail' })).items.filter(({ person }) => person === username);
const ownList = async (username: string) => (await api.asAccount(username).call(own.listOwnReminders)).body;

describe('steps of a work plan', () => {
  it('are told in the digest of the officers who do them, never above, and no longer once they are done', async () => {
    at('2026-11-24T18:00:00Z');
    const { id } = await inventTask(api, { name: 'Số hóa sổ hộ tịch', lead: ['STP'], coordinating: ['SNV'] });
    const step = { firstDay: null, assigneeId: null, assigneeWords: null, result: null, handedTo: null };
    const steps = [
      { ...step, name: 'Khảo sát các xã', lastDay: '2026-11-30' },
      { ...step, name: 'Góp ý mẫu sổ', lastDay: '2026-11-30', handedTo: 'SNV' },
    ];
    const added = await api.asAccount('stp-can-bo').call(addWorkSteps, {
      params: { id, organization: 'STP' },
      body: { steps, writeId: newId() },
    });
    expect(added.status).toBe(200);
    await planDay(ports);
    const told = async (username: string) =>
      (await ownList(username)).items.filter(({ kind }) => kind === 'step');
    const [own, ...others] = await told('stp-can-bo');
    expect(own).toMatchObject({ id, name: 'Khảo sát các xã', document: 'Số hóa sổ hộ tịch', isDuty: true });
    expect(others).toEqual([]);
    expect((await told('snv-can-bo')).map(({ name }) => name)).toEqual(['Góp ý mẫu sổ']);
    for (const above of ['stp-lanh-dao', 'dieu-phoi']) expect(await told(above)).toEqual([]);
    at('2026-11-25T00:45:00Z');
    await sendDue(ports);
    const letter = decodeLetter(letters.find((one) => one.includes('To: can-bo@stp')) ?? '');
    const named = 'Khảo sát các xã, Số hóa sổ hộ tịch (Sở Tư pháp): hạn 30/11/2026';
    expect(letter).toContain(`${named}\n  ${WEB}/nhiem-vu/${id}?co-quan=STP#ke-hoach-thuc-hien\n`);
    for (const [place, username] of ['stp-can-bo', 'snv-can-bo'].entries()) {
      await api.asAccount(username).call(changeWorkStep, {
        params: { id: added.body.steps[place]?.id ?? '' },
        body: { kind: 'complete', doneOn: '2026-11-25', words: null, version: 1, writeId: newId() },
      });
      expect(await told(username)).toEqual([]);
    }
  });
});

describe('a day of reminders', () => {
  it('tells each person once in one letter and in the application, in quiet hours not before the morning', async () => {
    at('2026-11-29T18:00:00Z');
    await dueTask('2026-12-14', 'Kho dữ liệu <dùng chung>');
    const { id: opening } = await dueTask('2026-12-03', 'Cổng dữ liệu mở', 'STP', 'Dữ liệu mở năm 2026');
    const days = await Promise.all([planDay(ports), planDay(ports)]);
    expect(days.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
    expect(await sendDue(ports)).toBe(0);
    expect(await ownList('stp-can-bo')).toMatchObject({ total: 2, fresh: 2, late: 0 });
    at('2026-11-30T00:45:00Z');
    // Two servers at once: each letter is one's.
    const attempts = await Promise.all([sendDue(ports), sendDue(ports)]);
    expect(attempts[0] + attempts[1]).toBe(2);
    expect(letters).toHaveLength(2);
    const letter = decodeLetter(letters.find((one) => one.includes('To: can-bo@stp')) ?? '');
    expect(letter).toContain('Kho dữ liệu &lt;dùng chung&gt;');
    expect(letter).toContain('- Kho dữ liệu <dùng chung>');
    const named = '- Cổng dữ liệu mở, Kế hoạch Dữ liệu mở năm 2026 (Sở Tư pháp): hạn 03/12/2026';
    expect(letter).toContain(`${named}\n  ${WEB}/nhiem-vu/${opening}?co-quan=STP#phan-viec\n`);
    expect(headerOf(letter, 'Auto-Submitted')).toBe('auto-generated');
    expect(await sendDue(ports)).toBe(0);
    expect((await mails())[0]?.deliveries.map(({ event }) => event)).toEqual(['queued', 'attempted', 'sent']);
    expect((await planDay(ports)).isNew).toBe(false);
  });

  it('leaves out at the moment of sending what was done, paused, put off or given away meanwhile', async () => {
    at('2026-12-01T18:00:00Z');
    const [paused, moved, kept] = [
      await dueTask('2026-12-07', 'Tạm dừng'),
      await dueTask('2026-12-07', 'Chuyển cho cơ quan khác'),
      await dueTask('2026-12-07', 'Còn lại'),
    ];
    await planDay(ports);
    expect((await ownList('stp-can-bo')).total).toBe(3);
    const coordinator = api.as('coordinator');
    const params = { id: paused.id };
    const { version = 0 } = (await coordinator.call(getTaskExecution, { params })).body.whole ?? {};
    const pausing = await coordinator.call(decideTask, {
      params,
      body: {
        kind: 'pause',
        organization: null,
        period: '',
        version,
        writeId: newId(),
        reason: 'chờ vốn',
        document: null,
      },
    });
    expect(pausing.problem).toBeUndefined();
    const agencies = api.db.updateTable('item_agency').where('item_id', '=', moved.id);
    await agencies.set({ organization_code: 'SNV' }).execute();
    expect((await ownList('stp-can-bo')).items.map(({ name }) => name)).toEqual(['Còn lại']);
    at('2026-12-02T01:00:00Z');
    await sendDue(ports);
    expect(letters.map(decodeLetter).join('')).not.toMatch(/Tạm dừng|Chuyển cho/u);
    expect(decodeLetter(letters[0] ?? '')).toContain('Còn lại');
    // All of it gone: nothing is sent, and the log says why.
    await dueTask('2026-12-08', 'Xong ngay');
    at('2026-12-02T18:00:00Z');
    await planDay(ports);
    await api.db
      .updateTable('document_item')
      .set({ due_kind: 'ongoing' })
      .where('kind', '=', 'task')
      .execute();
    letters.length = 0;
    at('2026-12-03T01:00:00Z');
    await sendDue(ports);
    expect(letters).toEqual([]);
    const [dropped] = await mails();
    expect(dropped).toMatchObject({ state: 'dropped' });
    expect(dropped?.deliveries.at(-1)).toMatchObject({ event: 'dropped', reason: 'nothing-left' });
    expect(kept.id).not.toBe(moved.id);
  });
});

describe('a mail server that fails', () => {
  it('that hangs is tried again later, days without it end in one letter, and no attempt is spent on others', async () => {
    at('2026-12-04T01:00:00Z');
    mailer = mailerTo(portOf(silent));
    await dueTask('2026-12-08', 'Việc một');
    await planDay(ports);
    expect(await sendDue(ports)).toBe(1);
    expect((await mails())[0]?.deliveries.at(-1)).toMatchObject({ event: 'failed', reason: 'unreachable' });
    expect(await sendDue(ports)).toBe(0);
    // Over the weekend; what Monday adds joins the letter that waits.
    at('2026-12-07T01:00:00Z');
    await dueTask('2026-12-09', 'Việc hai');
    await planDay(ports);
    mailer = mailerTo(portOf(smtp.server));
    await sendDue(ports);
    const mine = letters.map(decodeLetter).filter((letter) => letter.includes('To: can-bo@stp'));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain('Việc một');
    expect(mine[0]).toContain('Việc hai');
  });

  it('that refuses an address is believed; the person is told in the application, the coordinator in the log', async () => {
    at('2026-12-08T01:00:00Z');
    await setEmail('stp-can-bo', 'khong-co@stp.dongthap.gov.vn');
    const ladder = { steps: [{ offset: -3, audiences: ['officer'], channels: ['e-mail'] }] };
    const write = (body: object) =>
      api.as('coordinator').call(contract.writeReminderLadder, {
        body: {
          version: 0,
          writeId: newId(),
          quietHours: DEFAULT_LADDER.quietHours,
          reason: 'Công văn 12',
          ...body,
        },
      });
    expect((await write(ladder)).body.ladder.version).toBe(1);
    expect((await write(ladder)).problem?.code).toBe('edit.conflict');
    await dueTask('2026-12-11', 'Thư bị từ chối');
    await planDay(ports);
    await sendDue(ports);
    expect(await log({ state: 'given-up' })).toMatchObject({ total: 1, givenUp: 1 });
    expect((await ownList('stp-can-bo')).items.map(({ name }) => name)).toContain('Thư bị từ chối');
    // The address is mended, and the coordinator has the letter sent again, under its name.
    await setEmail('stp-can-bo', 'can-bo@stp.dongthap.gov.vn');
    const [given] = (await log({ state: 'given-up' })).items;
    const params = { id: given?.id ?? '' };
    const again = { params, body: { version: given?.version, writeId: newId() } };
    expect((await api.as('coordinator').call(contract.sendReminderAgain, again)).status).toBe(200);
    await sendDue(ports);
    expect(headerOf(letters[0] ?? '', 'Message-ID')).toBe(`<${params.id}@senso.dongthap.gov.vn>`);
    await write({ version: 1, ...DEFAULT_LADDER });
  });

  it('takes a letter and sees us die: another server sends it again, and it is known by its name', async () => {
    at('2026-12-09T01:00:00Z');
    await dueTask('2026-12-14', 'Máy chủ chết giữa chừng');
    await planDay(ports);
    isHolding = true;
    const held = new Promise<void>((resolve) => (onHeld = resolve));
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', join('test', 'reminder-child.ts')],
        ...[JSON.stringify(api.databaseAddress), String(portOf(smtp.server)), api.clock.now()],
      ],
      { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    await held;
    child.kill('SIGKILL');
    await once(child, 'exit');
    isHolding = false;
    // Nobody else takes what is in somebody's hands, until that one has been silent too long.
    const first = letters.splice(0).map((letter) => headerOf(letter, 'Message-ID'));
    const addressed = first.length;
    await sendDue(ports);
    const others = letters.splice(0).map((letter) => headerOf(letter, 'Message-ID'));
    expect(others).not.toContain(first[0]);
    const silentSince = { leased_until: '2020-01-01T00:00:00Z' };
    await api.db.updateTable('reminder_message').set(silentSince).where('state', '=', 'sending').execute();
    await sendDue(ports);
    expect(letters.map((letter) => headerOf(letter, 'Message-ID'))).toEqual(first);
    expect(addressed).toBe(1);
    expect(await sendDue(ports)).toBe(0);
  });
});

describe('jobs of reminders', () => {
  it('plan a day once and send it, with two servers asking again and again', async () => {
    at('2026-12-10T01:00:00Z');
    await dueTask('2026-12-15', 'Hai máy chủ');
    const open = () =>
      openJobRunner({
        ...{ db: api.db, kinds: reminderJobs(ports), logger },
        pace: { pollMilliseconds: 10, heartbeatMilliseconds: 20, leaseSeconds: 5 },
      });
    const runners = [open(), open()];
    await Promise.all([tendReminders(ports), tendReminders(ports), tendReminders(ports)]);
    await vi.waitFor(
      async () => {
        await tendReminders(ports);
        expect(letters.map(decodeLetter).filter((letter) => letter.includes('Hai máy chủ'))).toHaveLength(2);
      },
      { timeout: 15_000, interval: 50 },
    );
    await tendReminders(ports);
    const { body } = await api.as('administrator').call(listJobs);
    expect(body.items.filter(({ kind }) => kind === 'reminder.plan')).toHaveLength(1);
    await Promise.all(runners.map((runner) => runner.close()));
    expect(letters.filter((letter) => letter.includes('To: can-bo@stp'))).toHaveLength(1);
  });
});

describe('the formal step', () => {
  it('draws up the letter to the late and lets it wait; the coordinator notes its number, once', async () => {
    at('2026-12-11T01:00:00Z');
    await dueTask('2026-11-20', 'Trễ từ tháng trước');
    const preview = (await api.as('leader').call(contract.getReminderPreview)).body;
    expect(preview).toMatchObject({ isToday: true, letter: { parts: 1, organizations: 1 } });
    expect(preview.people.map(({ account }) => account.name)).toContain('Lãnh đạo UBND tỉnh (trình diễn)');
    await planDay(ports);
    const { items } = (await api.as('leader').call(contract.listReminderLetters)).body;
    expect(items).toMatchObject([{ state: 'waiting', parts: 1, organizations: 1 }]);
    const paper = await api.as('coordinator').call(getPaper, { params: { id: items[0]?.documentId ?? '' } });
    expect(paper.body).toMatchObject({ kind: 'reminder-letter', madeBy: null, isIntact: true });
    const decide = (decision: string, writeId: string) =>
      api.as('coordinator').call(contract.decideReminderLetter, {
        params: { id: items[0]?.id ?? '' },
        body: { decision, note: '815/UBND-KGVX ngày 11/12/2026', writeId },
      });
    const writeId = newId();
    expect((await decide('issued', writeId)).body.items).toMatchObject([{ state: 'issued' }]);
    expect((await decide('issued', writeId)).status).toBe(200);
    expect((await decide('dismissed', newId())).problem?.code).toBe('reminder.wrong-state');
    // The same lateness asks for no second letter.
    at('2026-12-14T01:00:00Z');
    await planDay(ports);
    expect((await api.as('leader').call(contract.listReminderLetters)).body.total).toBe(1);
  });
});

describe('what a person chooses', () => {
  it('turns off copies by a link without a sign-in, and never a duty', async () => {
    at('2026-12-15T01:00:00Z');
    await dueTask('2026-12-07', 'Bản sao cho điều phối');
    await dueTask('2026-12-07', 'Không có người nhận', 'STC');
    await dueTask('2026-12-18', 'Trách nhiệm của Sở');
    await planDay(ports);
    await sendDue(ports);
    const letter = decodeLetter(letters.find((one) => one.includes('To: dieu-phoi@')) ?? '');
    expect(letter).toContain('Bản sao cho điều phối');
    // Nobody has an account where this is due.
    expect(letter).toMatch(/1 cơ quan chưa có người nhận nhắc việc[^]*\/nhac-viec/u);
    const link = /ngung-nhan-ban-sao#([\w-]+)/.exec(letter)?.[1] ?? '';
    const stranger = api.browser();
    const body = { link };
    expect((await stranger.call(own.findStopLink, { body })).body.isStopped).toBe(false);
    expect((await stranger.call(own.findStopLink, { body })).body.isStopped).toBe(false);
    expect((await stranger.call(own.stopReminderCopies, { body })).body.isStopped).toBe(true);
    expect((await stranger.call(own.stopReminderCopies, { body })).status).toBe(200);
    const wrong = { body: { link: `${link.startsWith('A') ? 'B' : 'A'}${link.slice(1)}` } };
    expect((await stranger.call(own.stopReminderCopies, wrong)).problem?.code).toBe('reminder.unusable-link');
    const officer = api.asAccount('stp-can-bo');
    const choose = { body: { version: 0, language: 'en', copyChannels: [] } };
    expect((await officer.call(own.writeReminderPreference, choose)).body).toMatchObject({
      version: 1,
      language: 'en',
    });
    expect((await officer.call(own.writeReminderPreference, choose)).status).toBe(200);
    letters.length = 0;
    at('2026-12-18T01:00:00Z');
    await dueTask('2026-12-11', 'Trễ nữa');
    await dueTask('2026-12-17', 'Trễ một ngày');
    await planDay(ports);
    await sendDue(ports);
    expect(letters.some((one) => one.includes('To: dieu-phoi@'))).toBe(false);
    expect(decodeLetter(letters.find((one) => one.includes('To: can-bo@stp')) ?? '')).toContain(
      'Overdue, not yet reported',
    );
    const before = (await ownList('stp-can-bo')).fresh;
    expect(before).toBeGreaterThan(0);
    const read = { body: { upTo: api.clock.now() } };
    expect((await api.asAccount('stp-can-bo').call(own.readOwnReminders, read)).body.fresh).toBe(0);
  });
});

describe('a webhook', () => {
  it('is signed and carries the digest; an inner network is refused unless the operator allows it', async () => {
    at('2026-12-21T01:00:00Z');
    const address = `http://127.0.0.1:${String(portOf(hook))}/nhac-viec`;
    const seconds = Date.parse(api.clock.now()) / 1000;
    const settings = { address, secret: SECRET, allowsAnyNetwork: true };
    const webhook = openWebhook(settings, logger, { now: () => seconds * 1000 });
    const body = {
      ...{ version: 2, writeId: newId(), quietHours: DEFAULT_LADDER.quietHours, reason: 'Thử webhook' },
      steps: [{ offset: -1, audiences: ['officer'], channels: ['webhook'] }],
    };
    expect((await api.as('coordinator').call(contract.writeReminderLadder, { body })).status).toBe(200);
    await dueTask('2026-12-22', 'Gửi sang hệ thống khác');
    await planDay({ ...ports, webhook });
    await sendDue({ ...ports, webhook });
    expect(posts).toHaveLength(1);
    const [post] = posts;
    const digest = createHmac('sha256', SECRET)
      .update(`${String(seconds)}.${post?.body ?? ''}`)
      .digest('hex');
    expect(post?.headers['x-senso-signature']).toBe(`t=${String(seconds)},v1=${digest}`);
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      ...{ type: 'reminder.digest', day: '2026-12-21' },
      items: [{ name: 'Gửi sang hệ thống khác', organization: { code: 'STP' }, isLate: false, isDuty: true }],
    });
    const guarded = openWebhook({ ...settings, allowsAnyNetwork: false }, logger);
    expect(await guarded.post(newId(), {})).toBe('denied');
    const named = openWebhook(
      { ...settings, address: address.replace('127.0.0.1', 'localhost'), allowsAnyNetwork: false },
      logger,
    );
    expect(await named.post(newId(), {})).toBe('denied');
    expect(posts).toHaveLength(1);
  });

  it('and letters are tested by whoever coordinates, who is told what became of it', async () => {
    const test = (channel: string) =>
      api.as('coordinator').call(contract.testReminderChannel, { body: { channel } });
    expect((await test('e-mail')).body.outcome).toBe('accepted');
    expect(headerOf(decodeLetter(letters[0] ?? ''), 'To')).toBe('dieu-phoi@dongthap.gov.vn');
    expect((await test('webhook')).problem?.code).toBe('webhook.not-configured');
    mailer = mailerTo(portOf(silent));
    expect((await test('e-mail')).body.outcome).toBe('unreachable');
  });
});

describe('a mail server', () => {
  it('that hangs up after each letter has it three times at most; then a person decides, once', async () => {
    at('2026-12-22T01:00:00Z');
    const steps = [{ offset: -1, audiences: ['officer'], channels: ['e-mail'] }];
    const { quietHours } = DEFAULT_LADDER;
    const ladder = { version: 3, writeId: newId(), steps, quietHours, reason: 'Thử gửi lại' };
    await api.as('coordinator').call(contract.writeReminderLadder, { body: ladder });
    await dueTask('2026-12-23', 'Ngắt sau khi nhận');
    await planDay(ports);
    isHangingUp = true;
    for (const instant of ['02:00', '02:10', '02:20', '02:30', '05:00']) {
      at(`2026-12-22T${instant}:00Z`);
      await sendDue(ports);
    }
    isHangingUp = false;
    const tries = letters.splice(0).filter((letter) => letter.includes('To: can-bo@stp'));
    expect(tries).toHaveLength(3);
    expect(new Set(tries.map((letter) => headerOf(letter, 'Message-ID'))).size).toBe(1);
    const [left] = (await mails()).filter(({ state }) => state === 'uncertain');
    expect(left?.deliveries.at(-1)).toMatchObject({ event: 'uncertain', reason: 'no-answer', attempt: 3 });
    expect((await log()).uncertain).toBeGreaterThan(0);
    const again = (version: number, writeId: string) =>
      api.as('coordinator').call(contract.sendReminderAgain, {
        params: { id: left?.id ?? '' },
        body: { version, writeId },
      });
    const writeId = newId();
    const clicks = await Promise.all([again(0, writeId), again(0, writeId), again(0, newId())]);
    expect(clicks.map(({ status }) => status)).toEqual([200, 200, 409]);
    await sendDue(ports);
    // A retry that comes late, and somebody who looks at the list of before.
    expect((await again(0, writeId)).status).toBe(200);
    expect((await again(0, newId())).problem?.code).toBe('edit.conflict');
    await sendDue(ports);
    expect(letters.filter((letter) => letter.includes('To: can-bo@stp'))).toHaveLength(1);
    expect((await mails())[0]).toMatchObject({ state: 'sent', version: 1, maySendAgain: true });
  });
});

describe('a milestone of a span of years', () => {
  it('is told before it, and of nobody as late once it is over', async () => {
    at('2026-12-29T18:00:00Z');
    const steps = [{ offset: -1, audiences: ['officer'], channels: ['in-app', 'e-mail'] }];
    const { quietHours } = DEFAULT_LADDER;
    const ladder = { version: 4, writeId: newId(), steps, quietHours, reason: 'Nhắc mốc năm' };
    await api.as('coordinator').call(contract.writeReminderLadder, { body: ladder });
    const due = { kind: 'range', raw: 'Năm 2026 - 2027', start: '2026-01-01', end: '2027-12-31' };
    await inventTask(api, { name: 'Hai năm', due, lead: ['STP'] });
    await dueTask('2026-12-31', 'Một ngày');
    await planDay(ports);
    const told = async () =>
      (await ownList('stp-can-bo')).items
        .filter(({ lastDay }) => lastDay === '2026-12-31')
        .map(({ name, isLate }) => [name, isLate]);
    const notLate = ['Hai năm', 'Một ngày'].map((name) => [name, false]);
    expect(await told()).toEqual(notLate);
    letters.length = 0;
    at('2027-01-04T01:00:00Z');
    expect(await told()).toEqual([['Một ngày', true]]);
    await sendDue(ports);
    const letter = decodeLetter(letters.find((one) => one.includes('To: can-bo@stp')) ?? '');
    expect(letter).toContain('Một ngày');
    expect(letter).not.toContain('Hai năm');
  });
});
