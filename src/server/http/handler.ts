import type { z } from 'zod';
import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { Route } from '#contract/route.ts';
import type { RankingAuditor } from '#server/audit/ranking-auditor.ts';
import type { Authentication } from '#server/auth/authentication.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import type { Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Optimizer } from '#server/optimize/optimizer.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import type { FrameworkReader } from '#server/read/framework-reader.ts';
import type { PlanReader } from '#server/read/plan-reader.ts';
import type { Webhook } from '#server/webhook/webhook.ts';

/** What kind of installation this is. The demonstration profile shows invented accounts and listens on loopback only. */
export interface Installation {
  readonly profile: 'demonstration' | 'production';
  readonly version: string;
}

/** A cookie with one opaque value, such as the session's token. */
export interface SessionCookie {
  readonly token: string | undefined;
  readonly keep: (token: string) => void;
  readonly clear: () => void;
}

/** What every handler is given beside its input. */
export interface RequestContext {
  readonly db: Db;
  /** The signed-in person; the HTTP layer has already asked the policy about the route's action. */
  readonly actor: Actor | undefined;
  readonly clock: Clock;
  /** Who asks, by which role and from where, for the audit trail. */
  readonly caller: Caller;
  /** The client's address on the network, as far as it can be known. */
  readonly clientAddress: string;
  /** The token that a program shows instead of a session, `''` for one without the form of a token. Never to be logged. */
  readonly bearerToken: string | undefined;
  /** By what the client tells a retry from a new request. */
  readonly idempotencyKey: string | undefined;
  /** What the browser says of itself, cut to a length that can be kept. */
  readonly userAgent: string | null;
  readonly authentication: Authentication;
  /** Counts what must not be done too often. */
  readonly counter: WindowCounter;
  /** Whether the database answers, asked beside the connections that requests share. */
  readonly isDatabaseReady: () => Promise<boolean>;
  readonly installation: Installation;
  readonly sessionCookie: SessionCookie;
  /** Keeps, sealed, what was begun at a provider of single sign-on until the browser comes back. */
  readonly signInCookie: SessionCookie;
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
  /** Gives a signal that is aborted when the client goes away before the answer: for work that takes long. */
  readonly watchClient: () => AbortSignal;
}

/** A file that arrived with a multipart request, read whole and within the size limit. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

// Members of a contract are optional, so each type carries `undefined`, which says nothing about the input.
type Parsed<Member> = z.output<Extract<Member, z.ZodType>>;

export interface RequestInput<R extends Route> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  /** Present when the route's body is `multipart`. */
  readonly file: UploadedFile | undefined;
}

export type Handler<R extends Route> = (
  input: RequestInput<R>,
  context: RequestContext,
) => Promise<z.input<R['response']> | Refusal>;

/** A route with the function that answers it, ready for the composition root to mount. */
export interface HandledRoute {
  readonly route: Route;
  readonly handler: Handler<Route>;
}

/** Joins a route and its handler; the types of both must agree. */
export const handle = <R extends Route>(route: R, handler: Handler<R>): HandledRoute => ({
  route,
  // Safe: the HTTP layer parses the input with this very route before it calls the handler.
  handler: handler,
});
