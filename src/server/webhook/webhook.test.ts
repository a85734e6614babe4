import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { openWebhook } from './webhook.ts';

const logger = pino({ level: 'silent' });
const sockets: Socket[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

const listen = async (onSocket: (socket: Socket) => void): Promise<string> => {
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    onSocket(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

const postTo = (address: string, content: unknown = { type: 'reminder.test' }) =>
  openWebhook({ address, secret: 'x'.repeat(32), allowsAnyNetwork: true }, logger, {
    patienceMilliseconds: 300,
  }).post('message', content);

test('what was handed over whole without an answer may have been taken', async () => {
  const silent = await listen(() => undefined);
  expect(await postTo(`http://${silent}/`)).toBe('uncertain');
  const hangingUp = await listen((socket) => socket.once('data', () => socket.destroy()));
  expect(await postTo(`http://${hangingUp}/`)).toBe('uncertain');
});

test('what could not be handed over was not', async () => {
  const closed = await listen(() => undefined);
  await new Promise((resolve) => servers[0]?.close(resolve));
  expect(await postTo(`http://${closed}/`)).toBe('unreachable');
  // Nothing is said before a secure connection stands.
  const noHandshake = await listen(() => undefined);
  expect(await postTo(`https://${noHandshake}/`)).toBe('unreachable');
  // More than fits into the buffers of the network, and nobody reads it.
  const reading = await listen((socket) => socket.pause());
  expect(await postTo(`http://${reading}/`, 'a'.repeat(30_000_000))).toBe('unreachable');
});

test('what is answered is what the answer says', async () => {
  const answering = (line: string) =>
    listen((socket) =>
      socket.once('data', () => socket.end(`HTTP/1.1 ${line}\r\ncontent-length: 0\r\n\r\n`)),
    );
  expect(await postTo(`http://${await answering('204 No Content')}/`)).toBe('accepted');
  expect(await postTo(`http://${await answering('400 Bad Request')}/`)).toBe('refused');
  expect(await postTo(`http://${await answering('403 Forbidden')}/`)).toBe('denied');
  expect(await postTo(`http://${await answering('503 Unavailable')}/`)).toBe('unreachable');
});
