import { connect, type Socket } from 'node:net';

/** What a scanner says of a content. */
export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly signature: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Looks for malicious software in a content. */
export type VirusScanner = (content: Uint8Array) => Promise<ScanVerdict>;

/** Where a ClamAV daemon listens. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

const CHUNK_BYTES = 64 * 1024;
const LIMIT_MILLISECONDS = 60_000;
const LONGEST_ANSWER = 4096;

/** Reads an address: `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; undefined when it is neither. */
export const readScannerAddress = (text: string): ScannerAddress | undefined => {
  if (text.startsWith('unix:/')) return { path: text.slice('unix:'.length) };
  if (!text.startsWith('tcp://') || !URL.canParse(text)) return undefined;
  const { hostname, port } = new URL(text);
  return hostname === '' || port === ''
    ? undefined
    : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
};

const lengthOf = (size: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
};

// The daemon's command INSTREAM: chunks with their lengths before them, the last one of no length.
const sendStream = (socket: Socket, content: Uint8Array): void => {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.byteLength; at += CHUNK_BYTES) {
    const chunk = content.subarray(at, at + CHUNK_BYTES);
    socket.write(lengthOf(chunk.byteLength));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
};

const readVerdict = (answer: string): ScanVerdict => {
  const said = answer.replace(/\0[^]*$/, '').trim();
  if (said === 'stream: OK') return { kind: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(said)?.[1];
  return signature === undefined
    ? { kind: 'unavailable', reason: said === '' ? 'no answer' : said }
    : { kind: 'infected', signature };
};

/** Opens the way to a ClamAV daemon. Each content has a connection of its own. */
export const openVirusScanner =
  (address: ScannerAddress, limitMilliseconds = LIMIT_MILLISECONDS): VirusScanner =>
  (content) =>
    new Promise((resolve) => {
      const socket = connect(address);
      let answer = '';
      const end = (verdict: ScanVerdict): void => {
        socket.destroy();
        resolve(verdict);
      };
      socket.setTimeout(limitMilliseconds, () => end({ kind: 'unavailable', reason: 'no answer in time' }));
      socket.once('connect', () => sendStream(socket, content));
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
        if (answer.includes('\0') || answer.length > LONGEST_ANSWER) end(readVerdict(answer));
      });
      // The daemon may answer and hang up before it has read everything: what it said counts.
      socket.once('error', (error) =>
        end(answer === '' ? { kind: 'unavailable', reason: error.message } : readVerdict(answer)),
      );
      socket.once('end', () => end(readVerdict(answer)));
    });
