import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { REFUSAL_STATUS } from '#core/kernel/codes.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Problem } from '#contract/schemas.ts';

/** The problem details of RFC 9457 that carry a refusal. The code is the title: prose belongs to dictionaries. */
const buildProblem = (refusal: Refusal, requestId: string): Problem => ({
  type: `urn:senso:problem:${refusal.code}`,
  title: refusal.code,
  status: REFUSAL_STATUS[refusal.code],
  code: refusal.code,
  details: { ...refusal.details },
  requestId,
});

/** Sends a refusal. */
export const sendProblem = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const problem = buildProblem(refusal, request.id);
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
};

/** Largest file that may be sent in, evidence apart. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

// What the framework itself objects to, in our own words.
const FRAMEWORK_REFUSALS: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => refuse('request.too-large'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => refuse('file.missing'),
};

const OUT_OF_REACH = new Set([
  // Node's codes of a connection that fails.
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'],
  // PostgreSQL's of a server that is starting or stopping, has no room, or did not answer in time.
  ...['57P01', '57P02', '57P03', '53200', '53300', '57014', '55P03'],
]);

// Node's codes of a disk without room, and PostgreSQL's.
const STORAGE_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

// A limit on files of the database server has no code of its own, but the place in its source that says so.
const STORAGE_FULL_ROUTINES = new Set(['mdextend', 'mdzeroextend']);

// PostgreSQL's code of a value that may stand there once, and how the constraints on names of writes end: whoever uses one name for
// two writes at the same moment is told as if one had come after the other.
const TAKEN = '23505';
const WRITE_ONCE = '_write_once';

interface DatabaseFault {
  readonly routine: string;
  readonly constraint: string;
}

// The connection pool gives these without a code.
const OUT_OF_REACH_MESSAGES = /^timeout exceeded when trying to connect|^Connection terminated/;

const isFaultOfClient = (error: Partial<FastifyError>): boolean =>
  error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;

/** The refusal that an exception stands for. Anything unknown is a fault of ours and tells nothing about itself. */
export const refusalOf = (error: unknown): Refusal => {
  if (isRefusal(error)) return error;
  if (!(error instanceof Error)) return refuse('server.error');
  const { code = '', routine = '', constraint = '' } = error as Partial<FastifyError & DatabaseFault>;
  const known = FRAMEWORK_REFUSALS[code];
  if (known) return known();
  if (STORAGE_FULL.has(code) || STORAGE_FULL_ROUTINES.has(routine)) return refuse('storage.full');
  if (code === TAKEN && constraint.endsWith(WRITE_ONCE)) return refuse('edit.conflict', { field: 'writeId' });
  if (OUT_OF_REACH.has(code) || OUT_OF_REACH_MESSAGES.test(error.message))
    return refuse('server.unavailable');
  return isFaultOfClient(error) ? refuse('request.invalid', { reason: code }) : refuse('server.error');
};
