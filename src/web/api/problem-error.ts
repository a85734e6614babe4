import { REFUSAL_STATUS, type RefusalCode } from '#core/kernel/codes.ts';

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

/** Whether a server that may be newer than this page told a code that the page has a sentence for. */
export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(REFUSAL_STATUS, code);

/** A refusal within an answer as a problem to show; a code of another version is a problem of the server. */
export const problemOf = (refused: {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}): ProblemError =>
  new ProblemError(isRefusalCode(refused.code) ? refused.code : 'server.error', refused.details);

/** The problem behind any thrown value: what is not a problem of the server is one of its own. */
export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('server.error', {});
