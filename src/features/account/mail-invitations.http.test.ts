import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openMailer, type Mailer } from '#server/mail/mailer.ts';
import { routes } from '#server/compose.ts';
import { buildApp } from '#server/http/app.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { openMailServer } from '#test/mail-server.ts';
import { acceptInvitation, findInvitation } from './own-account-contract.ts';
import { addAccount, getAccount, listAccounts, mailInvitations } from './administration-contract.ts';

const PATIENCE = { step: 400, letter: 60_000, person: 800 };
const logged: string[] = [];
const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });

const mailerTo = (port: number, change: object = {}): Mailer =>
  openMailer(
    {
      ...{ host: '127.0.0.1', port, isImplicitTls: false, requiresTls: false },
      ...{ login: { user: 'senso', password: 'thư' }, from: 'senso@dongthap.gov.vn' },
      publicUrl: 'https://senso.dongthap.gov.vn',
      ...change,
    },
    logger,
    PATIENCE,
  );

const { server, letters } = openMailServer({
  ...{ allowInsecureAuth: true, authMethods: ['PLAIN'] },
  onAuth: ({ password }, _session, done) => {
    if (password === 'thư') done(null, { user: 'senso' });
    else done(Object.assign(new Error('Wrong'), { responseCode: 535 }));
  },
});

/** A server that takes connections and says nothing. */
const held = new Set<Socket>();
const silent: Server = createServer((socket) => void held.add(socket.on('error', () => undefined)));

let api: TestApi;
let port: number;
let mailer: Mailer;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  port = (server.server.address() as AddressInfo).port;
  // Each test says over which way letters go.
  api = await startTestApi({
    mailer: {
      publicUrl: 'https://senso.dongthap.gov.vn',
      send: (mail, waiting) => mailer.send(mail, waiting),
      close: () => undefined,
    },
  });
});
afterEach(() => {
  mailer.close();
  letters.length = 0;
});
afterAll(async () => {
  await api.close();
  server.close();
  for (const socket of held) socket.destroy();
  silent.close();
});

const add = async (
  name: string,
  email: string | null,
  displayName = 'Lê Thị <b>Sen</b>',
): Promise<string> => {
  const writeId = newId();
  const person = { username: name, displayName, email, phone: null, organizationCode: null };
  const { status } = await api.as('administrator').call(addAccount, {
    body: {
      ...person,
      holdings: [{ role: 'viewer', organizationCode: null, validFrom: '2026-01-01', validTo: null }],
      writeId,
    },
  });
  expect(status).toBe(200);
  return writeId;
};

const mailTo = async (...accountIds: readonly string[]) =>
  (await api.as('administrator').call(mailInvitations, { body: { accountIds } })).body.items;

// As a mail program does: quoted-printable, with soft line ends.
const decode = (letter: string): string =>
  Buffer.from(
    letter
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

const outcomesIn = async (accountId: string): Promise<readonly unknown[]> => {
  const { body } = await api.as('administrator').call(getAccount, { params: { id: accountId } });
  return body.history
    .filter(({ action }) => action === 'account.mail-invitation')
    .map(({ details }) => details.outcome);
};

test('a person opens the link of a letter and chooses a password, once; the letter shows what was typed as text', async () => {
  mailer = mailerTo(port);
  const accountId = await add('thu.sen', 'sen@dongthap.gov.vn');
  expect(await mailTo(accountId)).toMatchObject([
    { outcome: 'sent', email: 'sen@dongthap.gov.vn', invitation: null },
  ]);
  expect(letters).toHaveLength(1);
  const letter = decode(letters[0] ?? '');
  expect(letter).toContain('From: =?UTF-8?Q?Sen_Số?= <senso@dongthap.gov.vn>');
  expect(letter).toContain('Kính gửi Lê Thị &lt;b&gt;Sen&lt;/b&gt;,');
  expect(letter).toContain('Kính gửi Lê Thị <b>Sen</b>,');
  const [, code = ''] = /https:\/\/senso\.dongthap\.gov\.vn\/loi-moi#([\w-]+)/.exec(letter) ?? [];
  const stranger = api.browser();
  const found = await stranger.call(findInvitation, { body: { code } });
  expect(found.body).toMatchObject({ username: 'thu.sen' });
  const accepted = { body: { code, password: 'một câu đủ dài để nhớ' } };
  expect((await stranger.call(acceptInvitation, accepted)).status).toBe(200);
  expect((await stranger.call(acceptInvitation, accepted)).problem?.code).toBe('invitation.unusable');
  expect(await outcomesIn(accountId)).toEqual(['sent']);
  // Neither the trail nor the log holds the link or the address.
  const trail = await api.db.selectFrom('audit_event').selectAll().execute();
  const written = JSON.stringify([trail, logged]);
  for (const secret of [code, 'sen@dongthap.gov.vn']) expect(written).not.toContain(secret);
});

test('who can not be reached by letter is told with the reason, and has a sheet that works', async () => {
  mailer = mailerTo(port);
  const ids = [
    await add('thu.khong', null),
    await add('thu.sai', 'khong-co@dongthap.gov.vn'),
    await add('thu.dung', 'dung@dongthap.gov.vn'),
  ];
  const items = await mailTo(...ids);
  const outcomes = new Map(items.map((item) => [item.username, item.outcome]));
  expect(Object.fromEntries(outcomes)).toEqual({
    ...{ 'thu.khong': 'no-address', 'thu.sai': 'refused', 'thu.dung': 'sent' },
  });
  const sheet = items.find(({ username }) => username === 'thu.sai')?.invitation;
  const found = await api.browser().call(findInvitation, { body: { code: sheet?.code ?? '' } });
  expect(found.body.username).toBe('thu.sai');
  expect(logged.join('')).not.toContain('khong-co@');
});

test.each([
  ['a server that says nothing', () => mailerTo((silent.address() as AddressInfo).port), 'unreachable'],
  ['no server', () => mailerTo(1), 'unreachable'],
  ['a wrong password', () => mailerTo(port, { login: { user: 'senso', password: 'sai' } }), 'denied'],
  // The certificate that comes with the server of the test is nobody's.
  ['a certificate that is not trusted', () => mailerTo(port, { requiresTls: true }), 'denied'],
])('%s hinders no invitation: it is told, and the sheets are there', async (_what, open, outcome) => {
  mailer = open();
  const ids = [];
  for (let turn = 0; turn < 5; turn += 1) ids.push(await add(`thu.${newId()}`, 'an@dongthap.gov.vn'));
  const items = await mailTo(...ids);
  // After the first that find it out nobody else waits for it.
  expect(items.map((item) => item.outcome)).toEqual(ids.map(() => outcome));
  expect(items.every(({ invitation }) => invitation !== null)).toBe(true);
  expect(letters).toEqual([]);
  expect(await outcomesIn(ids[4] ?? '')).toEqual([outcome]);
});

test('without a mail server nobody is offered letters', async () => {
  mailer = mailerTo(port);
  const plain = await buildApp({ routes, ports: { ...api.ports, mailer: undefined }, logger });
  const payload = { username: 'quan-tri', password: 'sen-so-quan-tri' };
  const signedIn = await plain.inject({ method: 'POST', url: '/api/v1/session', payload });
  const headers = { cookie: `senso_session=${signedIn.cookies[0]?.value ?? ''}` };
  const listed = await plain.inject({ method: 'GET', url: '/api/v1/accounts', headers });
  expect(listed.json()).toMatchObject({ sendsMail: false });
  const asked = { method: 'POST', url: '/api/v1/accounts/invitation-mails', headers } as const;
  const answer = await plain.inject({ ...asked, payload: { accountIds: [newId()] } });
  expect(answer.json()).toMatchObject({ code: 'mail.not-configured' });
  await plain.close();
  expect((await api.as('administrator').call(listAccounts)).body.sendsMail).toBe(true);
});
