import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface MailServer {
  readonly server: SMTPServer;
  /** The letters that it took, the first one first. */
  readonly letters: string[];
  /** Ends all connections without a word. */
  readonly hangUp: () => void;
}

type Authentication = Pick<
  SMTPServerOptions,
  'allowInsecureAuth' | 'authMethods' | 'authOptional' | 'disabledCommands' | 'onAuth'
>;

interface MailServerOptions extends Authentication {
  /** Told of each letter when it is there whole: `take` says so to the sender, who waits until then. */
  readonly onLetter?: (take: () => void) => void;
}

const REFUSED = 'khong-co';

/** A real mail server, not listening yet: it keeps letters, and takes none for addresses that begin with "khong-co". */
export const openMailServer = ({ onLetter, ...options }: MailServerOptions): MailServer => {
  const letters: string[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    ...options,
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith(REFUSED))
        done(Object.assign(new Error('No such person'), { responseCode: 550 }));
      else done();
    },
    onData: (stream, _session, done) => {
      let letter = '';
      stream.on('data', (chunk: Buffer) => {
        letter += chunk.toString();
      });
      stream.on('end', () => {
        letters.push(letter);
        if (onLetter) onLetter(done);
        else done();
      });
    },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  // A connection that ends in the middle of a letter is a fault to the server.
  server.on('error', () => undefined);
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return { server, letters, hangUp };
};

/** A letter as a mail program reads it: quoted-printable, with soft line ends. */
export const decodeLetter = (letter: string): string =>
  Buffer.from(
    letter
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
    .toString('utf8')
    .replaceAll('\r\n', '\n');

/** What a header of a letter says; empty where it has none. */
export const headerOf = (letter: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(letter)?.[1]?.trim() ?? '';
