import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { MailSettings } from './mail-config.ts';

/** A letter to one person, as plain text and as a page that says the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Names the letter to mail programs, `<…@…>`: sent again it is known again. The mail server's own without it. */
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What became of a letter: taken by the mail server, refused by it for this address, not handed over because the server
 * refuses us (`denied`) or does not answer (`unreachable`), or handed over whole without an answer (`uncertain`).
 */
export type MailOutcome = 'accepted' | 'refused' | 'denied' | 'unreachable' | 'uncertain';

/** Sends letters. */
export interface Mailer {
  /** Hands a letter to the mail server, for less long where a person waits. What goes wrong is an outcome, never an exception. */
  readonly send: (mail: Mail, waiting?: 'person') => Promise<MailOutcome>;
  /** The system's address as browsers see it, for links in letters. */
  readonly publicUrl: string;
  readonly close: () => void;
}

/** How long is waited for the mail server, in milliseconds. */
export interface MailPatience {
  /** For a connection and for its greeting. */
  readonly step: number;
  /** For the whole letter: servers look through what they take before they say so, but one that answers by drops is not waited for. */
  readonly letter: number;
  /** For the whole letter where a person waits for what becomes of it. */
  readonly person: number;
}

const PATIENCE: MailPatience = { step: 10_000, letter: 60_000, person: 30_000 };

// Beside the address alone a letter box shows nothing of who writes.
const SENDER = 'Sen Số';

const CONNECTIONS = 4;

interface MailFault {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

// OpenSSL's and Node's codes of a certificate that is not trusted.
const CERTIFICATE_FAULT = /CERT|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_/;

// What waiting does not mend, and another address neither: the operator must.
const isOwnFault = ({ code, originalCode, command }: MailFault): boolean =>
  ['EAUTH', 'ENOAUTH', 'ETLS', 'EOAUTH2'].includes(String(code)) ||
  CERTIFICATE_FAULT.test(String(originalCode)) ||
  command === 'MAIL FROM';

const outcomeOf = (fault: MailFault, wasHandedOver: boolean): MailOutcome => {
  const { responseCode } = fault;
  if (typeof responseCode !== 'number' && wasHandedOver) return 'uncertain';
  if (isOwnFault(fault)) return 'denied';
  return Number(responseCode) >= 500 ? 'refused' : 'unreachable';
};

/** Lets a letter through and tells when the last of it has passed. */
const watchEnd = (onEnd: () => void): Transform =>
  new Transform({
    // Holds nothing back: what has passed was asked for.
    readableHighWaterMark: 0,
    transform: (chunk: Buffer, _encoding, done) => done(null, chunk),
    flush: (done) => {
      onEnd();
      done();
    },
  });

/** Opens the way to a mail server. Connections are made when there is something to send. */
export const openMailer = (settings: MailSettings, logger: Logger, patience = PATIENCE): Mailer => {
  const { host, port, isImplicitTls, requiresTls, login, from, publicUrl } = settings;
  const transport = createTransport({
    ...{ host, port, secure: isImplicitTls, requireTLS: requiresTls },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    // Whether a letter is tried again is decided by whoever keeps it: the pool knows of no limits and no quiet hours.
    ...{ pool: true, maxConnections: CONNECTIONS, maxRequeues: 0 },
    ...{ connectionTimeout: patience.step, greetingTimeout: patience.step, socketTimeout: patience.letter },
    // A letter is text that we wrote: nothing is fetched for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const handedOver = new WeakSet<AbortSignal>();
  transport.use('stream', ({ data, message }, done) => {
    const { signal } = data;
    if (signal) message.processFunc((letter) => letter.pipe(watchEnd(() => handedOver.add(signal))));
    done();
  });
  return {
    publicUrl,
    close: () => {
      transport.close();
    },
    send: async (mail, waiting) => {
      // What comes too late is taken back: it must not go out behind the back of who tries it again.
      const signal = AbortSignal.timeout(waiting ? patience[waiting] : patience.letter);
      try {
        await transport.sendMail({
          ...mail,
          headers: { ...mail.headers },
          from: { name: SENDER, address: from },
          signal,
        });
        return 'accepted';
      } catch (error) {
        const fault = error as MailFault;
        const outcome = outcomeOf(fault, handedOver.has(signal));
        // Not the message: it may quote the address or the letter, and letters hold one-time links.
        const { code, originalCode, command, responseCode } = fault;
        logger.warn({ outcome, code, originalCode, command, responseCode }, 'a letter was not sent');
        return outcome;
      }
    },
  };
};
