import { type DestinationStream, pino, type Logger } from 'pino';

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

// Whoever has the rest of such an address reads what it leads to; also where it is written in another way, or no route knows it.
const SECRET_PATH = /(\/calendar-feeds\/).+/i;

/** The path of a request; a sign stands for what is secret in it. */
const pathOf = (url: string): string => (url.split('?')[0] ?? '').replace(SECRET_PATH, '$1…');

interface LoggedError {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
}

// Not all that an error carries: the database quotes whole rows in the details of its own.
const errorOf = (error: Error & LoggedError) => ({
  ...{ type: error.name, message: error.message, stack: error.stack },
  ...{ code: error.code, constraint: error.constraint, table: error.table },
});

/** Structured logs, on standard output unless told otherwise. No body, cookie, query or token is ever logged: they may hold secrets and names. */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      base: { product: 'senso' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: (request: LoggedRequest) => ({
          id: request.id,
          method: request.method,
          path: pathOf(request.url),
        }),
        res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
        err: errorOf,
      },
      redact: ['*.password', '*.token', '*.cookie', '*.authorization'],
    },
    destination,
  );
