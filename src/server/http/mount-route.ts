import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decideAccess, nameHolding, type AccessDecision, type Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Route } from '#contract/route.ts';
import { FileAnswer } from '#contract/schemas.ts';
import type { Authentication } from '#server/auth/authentication.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import type { Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { withStatementCount } from '#server/db/statement-count.ts';
import type { RankingAuditor } from '#server/audit/ranking-auditor.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Optimizer } from '#server/optimize/optimizer.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import type { FrameworkReader } from '#server/read/framework-reader.ts';
import type { PlanReader } from '#server/read/plan-reader.ts';
import type { Webhook } from '#server/webhook/webhook.ts';
import type { HandledRoute, Installation, RequestContext, SessionCookie } from './handler.ts';
import { FILE_LIMIT_BYTES, sendProblem } from './problem.ts';
import { listForeignMembers, readInput } from './read-input.ts';
import { recordDeadToken, recordDenial, recordForeignMembers } from './record-denial.ts';

/** Tells who a session token belongs to. */
export type FindActor = (
  ports: Pick<HttpPorts, 'db' | 'clock' | 'authentication'>,
  token: string,
) => Promise<Actor | undefined>;

/** What the HTTP layer needs from the outside. */
export interface HttpPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly installation: Installation;
  readonly findActor: FindActor;
  readonly authentication: Authentication;
  readonly planReader: PlanReader;
  readonly frameworkReader: FrameworkReader;
  readonly optimizer: Optimizer;
  readonly rankingAuditor: RankingAuditor;
  readonly documentRenderer: DocumentRenderer;
  readonly evidenceFiles: EvidenceFiles;
  /** Undefined where no mail server is configured. */
  readonly mailer: Mailer | undefined;
  /** Undefined where no address is configured. */
  readonly webhook: Webhook | undefined;
  readonly isDatabaseReady: () => Promise<boolean>;
}

/** What one application adds: the counters of what must not be done too often. */
type AppPorts = HttpPorts & { readonly counter: WindowCounter };

const SEVEN_DAYS_IN_SECONDS = 7 * 24 * 60 * 60;
const SESSION_COOKIE = { name: 'senso_session', maxAge: SEVEN_DAYS_IN_SECONDS } as const;
// Who signs in elsewhere comes back within minutes.
const SIGN_IN_COOKIE = { name: 'senso_sign_in', maxAge: 10 * 60 } as const;
const LONGEST_USER_AGENT = 300;

const cookieOf = (
  { name, maxAge }: { readonly name: string; readonly maxAge: number },
  request: FastifyRequest,
  reply: FastifyReply,
): SessionCookie => ({
  token: request.cookies[name],
  keep: (token) =>
    void reply.setCookie(name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge,
    }),
  clear: () => void reply.clearCookie(name, { path: '/' }),
});

const BEARER = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

const bearerTokenOf = ({ headers: { authorization = '' } }: FastifyRequest): string | undefined =>
  /^Bearer\b/i.test(authorization) ? (BEARER.exec(authorization)?.[1] ?? '') : undefined;

const LONGEST_KEY = 200;

const idempotencyKeyOf = ({ headers }: FastifyRequest): string | undefined => {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key.slice(0, LONGEST_KEY) : undefined;
};

const watchClientOf = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  if (reply.raw.destroyed) controller.abort();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) controller.abort();
  });
  return controller.signal;
};

const decide = (route: Route, actor: Actor | undefined): AccessDecision | undefined =>
  route.access === 'public' || route.access === 'token' ? undefined : decideAccess(actor, route.access);

const findRefusedAccess = (
  route: Route,
  actor: Actor | undefined,
  decision: AccessDecision | undefined,
): Refusal | undefined => {
  if (!decision || decision.permitted) return undefined;
  if (decision.reason === 'no-session') return refuse('session.required');
  return decision.reason === 'pending-step'
    ? refuse('session.step-required', { step: actor?.pendingStep })
    : refuse('access.denied', { action: route.access });
};

const callerOf = (
  request: FastifyRequest,
  actor: Actor | undefined,
  decision: AccessDecision | undefined,
): Caller => ({
  actor: actor?.accountId ?? 'nobody',
  actingAs: decision?.permitted ? nameHolding(decision.holding) : null,
  address: request.ip,
  requestId: request.id,
});

const answer = async (
  { route, handler }: HandledRoute,
  ports: AppPorts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const sessionCookie = cookieOf(SESSION_COOKIE, request, reply);
  const { findActor, ...offered } = ports;
  const bearerToken = bearerTokenOf(request);
  // Programs that show a token of their own are never taken for the person whose cookies they may carry.
  const token = bearerToken === undefined ? sessionCookie.token : undefined;
  const actor = token === undefined ? undefined : await findActor(ports, token);
  const decision = decide(route, actor);
  const context: RequestContext = {
    ...offered,
    sessionCookie,
    signInCookie: cookieOf(SIGN_IN_COOKIE, request, reply),
    clientAddress: request.ip,
    ...{ bearerToken, idempotencyKey: idempotencyKeyOf(request) },
    userAgent: request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null,
    watchClient: () => watchClientOf(reply),
    actor,
    caller: callerOf(request, actor, decision),
  };
  const refused = findRefusedAccess(route, actor, decision);
  if (refused) {
    if (actor) await recordDenial(context, route, request.params);
    else if (token !== undefined) await recordDeadToken(context, route, token);
    return refused;
  }
  const limit = route.fileLimit === 'evidence' ? ports.evidenceFiles.limitBytes : FILE_LIMIT_BYTES;
  const input = await readInput(route, request, limit);
  if (isRefusal(input)) {
    const foreign = listForeignMembers(input);
    if (actor && foreign.length > 0) await recordForeignMembers(context, route, foreign);
    return input;
  }
  const answered = await handler(input, context);
  if (actor && isRefusal(answered) && answered.code === 'access.denied') {
    await recordDenial(context, route, request.params);
  }
  return answered;
};

// A file that somebody sent in is saved and never shown here: even if a browser opened it, it could do nothing.
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

// A name in the header's own letters, and the true one in the form of RFC 8187.
const sendFile = (reply: FastifyReply, { name, mediaType, content }: FileAnswer): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', FILE_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-disposition',
      `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .type(mediaType)
    .send(content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content));

/** Mounts a route: session, policy, input by contract, handler, answer stripped to what the contract declares. */
export const mountRoute = (app: FastifyInstance, handled: HandledRoute, ports: AppPorts): void => {
  const { route } = handled;
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const { answer: answered, statements } = await withStatementCount(() =>
        answer(handled, ports, request, reply),
      );
      // What a page costs the database can be seen in any browser.
      reply.header('server-timing', `statements;desc="${String(statements)}"`);
      if (isRefusal(answered)) return sendProblem(request, reply, answered);
      if (route.answers === 'file') return sendFile(reply, FileAnswer.parse(answered));
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(route.response.parse(answered)));
    },
  });
};
