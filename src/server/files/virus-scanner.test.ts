import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openVirusScanner, readScannerAddress } from './virus-scanner.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** Reads what INSTREAM carries: undefined until its last chunk, of no length, is there. */
const readStream = (received: Buffer): Buffer | undefined => {
  const command = 'zINSTREAM\0';
  const chunks: Buffer[] = [];
  let at = command.length;
  if (received.subarray(0, at).toString() !== command) return undefined;
  while (at + 4 <= received.byteLength) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** A daemon that speaks the protocol and finds a virus wherever there is the word. */
const startDaemon = (answer?: string): Promise<{ host: string; port: number }> =>
  new Promise((resolve) => {
    server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        const content = readStream(received);
        if (!content) return;
        const found = content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
        socket.end(`${answer ?? found}\0`);
      });
    });
    server.listen(0, '127.0.0.1', () => {
      resolve({ host: '127.0.0.1', port: (server?.address() as AddressInfo).port });
    });
  });

test('a content is sent whole, in chunks, and found clean or not', async () => {
  const scan = openVirusScanner(await startDaemon());
  expect(await scan(new Uint8Array(300_000))).toEqual({ kind: 'clean' });
  const infected = Buffer.concat([Buffer.alloc(200_000), Buffer.from('EICAR')]);
  expect(await scan(infected)).toEqual({ kind: 'infected', signature: 'Eicar-Test-Signature' });
});

test('a daemon that refuses, hangs or is not there is unavailable, never a clean verdict', async () => {
  const refusing = openVirusScanner(await startDaemon('INSTREAM size limit exceeded. ERROR'));
  expect(await refusing(new Uint8Array(1))).toMatchObject({ kind: 'unavailable' });
  server?.close();
  const silent = createServer(() => undefined);
  server = silent;
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  expect(await openVirusScanner({ host: '127.0.0.1', port }, 50)(new Uint8Array(1))).toMatchObject({
    kind: 'unavailable',
  });
  expect(await openVirusScanner({ path: '/nowhere/clamd.ctl' })(new Uint8Array(1))).toMatchObject({
    kind: 'unavailable',
  });
});

test('addresses are a socket or a host with its port', () => {
  expect(readScannerAddress('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  expect(readScannerAddress('tcp://[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  expect(['clamd', 'tcp://host', 'http://host:1', 'unix:relative'].map(readScannerAddress)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});
