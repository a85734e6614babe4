import type { RefusalCode } from '#core/kernel/codes.ts';

/** What can go wrong with a call: the server refuses, or it cannot be reached at all. */
export type ProblemCode = RefusalCode | 'network.unreachable';

/** An answer that is not the one asked for: the code that dictionaries know, and the facts a sentence may mention. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** What to tell the administrator so that the request is found in the log. */
  readonly requestId: string | undefined;

  constructor(code: ProblemCode, details: Readonly<Record<string, unknown>>, requestId?: string) {
    super(code);
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}

/** The problem behind any thrown value: what is not a problem of the server is one of its own. */
export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('server.error', {});
