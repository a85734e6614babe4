import { type DestinationStream, pino, type Logger } from 'pino';

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly params?: unknown;
}

/** The path of a request; where it holds a secret, which routes call its token, a sign stands for that. */
const pathOf = ({ url, params }: Pick<LoggedRequest, 'url' | 'params'>): string => {
  const path = url.split('?')[0] ?? '';
  const token = (params as Readonly<Record<string, unknown>> | undefined)?.token;
  return typeof token === 'string' && token !== '' ? path.replace(encodeURIComponent(token), '…') : path;
};

/** Structured logs, on standard output unless told otherwise. No body, cookie, query or token is ever logged: they may hold secrets and names. */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { product: 'senso' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: (request: LoggedRequest) => ({ id: request.id, method: request.method, path: pathOf(request) }),
        res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
        err: pino.stdSerializers.err,
      },
      redact: ['*.password', '*.token', '*.cookie', '*.authorization'],
    },
    destination,
  );
