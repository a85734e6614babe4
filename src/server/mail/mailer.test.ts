import type { AddressInfo, Socket } from 'node:net';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMailer, type MailPatience } from './mailer.ts';

const taken: string[] = [];
let goOn = (): void => undefined;
let firstIsOver: () => void;
const overOfFirst = new Promise<void>((resolve) => (firstIsOver = resolve));

// Takes letters whole and then hangs up without a word, while it is told to.
let isDropping = false;
const sockets = new Set<Socket>();

// Thinks about the first letter until it is told to go on; the letters after it it takes at once.
let asked = 0;
const senders: string[] = [];
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
  onMailFrom: (_address, _session, answer) => {
    asked += 1;
    if (asked === 1) goOn = () => answer();
    else answer();
  },
  onData: (stream, _session, answer) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    stream.on('end', () => {
      taken.push(/^subject: (\S+)/im.exec(text)?.[1] ?? '');
      senders.push(/^from: (.*)$/im.exec(text)?.[1]?.trim() ?? '');
      if (isDropping) for (const socket of sockets) socket.destroy();
      else answer();
      firstIsOver();
    });
  },
  onClose: () => firstIsOver(),
});

server.server.on('connection', (socket: Socket) => void sockets.add(socket));
server.on('error', () => undefined);

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const openMailerOfTest = (patience: MailPatience = { step: 5000, letter: 1500, person: 1500 }) =>
  openMailer(
    {
      ...{ host: '127.0.0.1', port: (server.server.address() as AddressInfo).port },
      ...{ isImplicitTls: false, requiresTls: false, login: undefined },
      ...{ from: 'senso@dongthap.gov.vn', publicUrl: 'https://senso.dongthap.gov.vn' },
    },
    pino({ level: 'silent' }),
    patience,
  );
const letter = (subject: string) => ({ to: 'a@dongthap.gov.vn', subject, text: subject, html: subject });

it('does not hand over a letter behind the back of who was told that it was not', async () => {
  const mailer = openMailerOfTest();
  expect(await mailer.send(letter('mot'))).toBe('unreachable');
  goOn();
  await overOfFirst;
  expect(taken).toEqual([]);
  expect(await mailer.send(letter('hai'))).toBe('accepted');
  expect(taken).toEqual(['hai']);
  expect(senders).toEqual(['=?UTF-8?Q?Sen_S=E1=BB=91?= <senso@dongthap.gov.vn>']);
  mailer.close();
});

it('lets a person wait less long than a letter that goes out by itself', async () => {
  asked = 0;
  const mailer = openMailerOfTest({ step: 60_000, letter: 60_000, person: 300 });
  expect(await mailer.send(letter('khong'), 'person')).toBe('unreachable');
  goOn();
  mailer.close();
});

it('hands a letter over once where the server hangs up after it, and says that it may have arrived', async () => {
  taken.length = 0;
  const mailer = openMailerOfTest();
  expect(await mailer.send(letter('ba'))).toBe('accepted');
  isDropping = true;
  expect(await mailer.send(letter('bon'))).toBe('uncertain');
  expect(await mailer.send(letter('nam'))).toBe('uncertain');
  isDropping = false;
  expect(taken).toEqual(['ba', 'bon', 'nam']);
  mailer.close();
});
