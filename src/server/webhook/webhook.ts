import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { isPublicAddress, lookupPublic } from './public-address.ts';
import type { WebhookSettings } from './webhook-config.ts';

/**
 * What became of a post: taken, refused for what it says, not handed over because the other side refuses us (`denied`) or does not
 * answer (`unreachable`), or handed over whole without an answer (`uncertain`).
 */
export type WebhookOutcome = 'accepted' | 'refused' | 'denied' | 'unreachable' | 'uncertain';

/** Posts to the one address that is configured. */
export interface Webhook {
  /** Posts JSON, signed. What goes wrong is an outcome, never an exception. The id names the message, also when it comes again. */
  readonly post: (id: string, content: unknown) => Promise<WebhookOutcome>;
}

const PATIENCE_MILLISECONDS = 10_000;

/** The signature of a body at an instant in seconds: HMAC-SHA-256 over both, so that an old one can be told. */
const signBody = (secret: string, seconds: number, body: string): string =>
  `t=${String(seconds)},v1=${createHmac('sha256', secret)
    .update(`${String(seconds)}.${body}`)
    .digest('hex')}`;

const outcomeOfStatus = (status: number): WebhookOutcome => {
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 401 || status === 403) return 'denied';
  // A redirection is not followed: it could lead into an inner network.
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status) ? 'refused' : 'unreachable';
};

const CERTIFICATE_FAULT = /CERT|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_|^ENOTPUBLIC$/;

const outcomeOfFault = ({ code }: NodeJS.ErrnoException, wasHandedOver: boolean): WebhookOutcome => {
  if (wasHandedOver) return 'uncertain';
  return CERTIFICATE_FAULT.test(String(code)) ? 'denied' : 'unreachable';
};

/** The status of an answer, or why there was none and whether all of the post had left by then. */
type PostAnswer =
  { readonly status: number } | { readonly fault: NodeJS.ErrnoException; readonly wasHandedOver: boolean };

const send = (
  { address, allowsAnyNetwork }: WebhookSettings,
  patience: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<PostAnswer> =>
  new Promise((resolve) => {
    let wasHandedOver = false;
    const fail = (fault: NodeJS.ErrnoException): void => {
      resolve({ fault, wasHandedOver });
    };
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowsAnyNetwork && isIP(host) !== 0 && !isPublicAddress(host)) {
      fail(Object.assign(new Error('An inner network'), { code: 'ENOTPUBLIC' }));
      return;
    }
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      ...{ method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
      ...{ agent: false, signal: AbortSignal.timeout(patience) },
      ...(!allowsAnyNetwork && { lookup: lookupPublic }),
    });
    request.on('error', fail);
    request.on('finish', () => {
      wasHandedOver = true;
    });
    request.on('response', (response) => {
      // What it answers beyond the status is nobody's.
      response.destroy();
      resolve({ status: response.statusCode ?? 0 });
    });
    request.end(body);
  });

/** The clock of signatures, in milliseconds, and how long is waited for an answer. */
interface WebhookTimes {
  readonly now?: () => number;
  readonly patienceMilliseconds?: number;
}

/** Opens the way to the address. Each post has a connection of its own. */
export const openWebhook = (
  settings: WebhookSettings,
  logger: Logger,
  { now = () => Date.now(), patienceMilliseconds = PATIENCE_MILLISECONDS }: WebhookTimes = {},
): Webhook => ({
  post: async (id, content) => {
    const body = JSON.stringify(content);
    const headers = {
      ...{ 'content-type': 'application/json; charset=utf-8', 'user-agent': 'senso' },
      ...{
        'x-senso-message': id,
        'x-senso-signature': signBody(settings.secret, Math.floor(now() / 1000), body),
      },
    };
    const answer = await send(settings, patienceMilliseconds, headers, body);
    if ('fault' in answer) {
      const outcome = outcomeOfFault(answer.fault, answer.wasHandedOver);
      logger.warn({ outcome, code: answer.fault.code }, 'a webhook was not answered');
      return outcome;
    }
    const outcome = outcomeOfStatus(answer.status);
    if (outcome !== 'accepted') logger.warn({ outcome, status: answer.status }, 'a webhook was not taken');
    return outcome;
  },
});
