import { pino, type Logger } from 'pino';

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** Structured logs on standard output. No body, cookie or query is ever logged: they may hold secrets and names. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: { product: 'senso' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url.split('?')[0] }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
      err: pino.stdSerializers.err,
    },
    redact: ['*.password', '*.token', '*.cookie', '*.authorization'],
  });
