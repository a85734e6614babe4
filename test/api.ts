import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject as provided } from 'vitest';
import type { z } from 'zod';
import type { Role } from '#core/access/permissions.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Route } from '#contract/route.ts';
import type { Problem } from '#contract/schemas.ts';
import { signIn } from '#features/account/contract.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { clockFrom } from '#server/clock.ts';
import { findActor, routes } from '#server/compose.ts';
import type { Authentication } from '#server/auth/authentication.ts';
import { openSecretBox } from '#server/auth/secret-box.ts';
import type { DatabaseAddress } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { buildApp } from '#server/http/app.ts';
import type { HttpPorts } from '#server/http/mount-route.ts';
import type { UploadedFile } from '#server/http/handler.ts';
import { openEvidenceFiles } from '#server/files/evidence-files.ts';
import { openFileStore } from '#server/files/file-store.ts';
import type { VirusScanner } from '#server/files/virus-scanner.ts';
import type { Mailer } from '#server/mail/mailer.ts';
import type { Webhook } from '#server/webhook/webhook.ts';
import { openRankingAuditor } from '#server/audit/ranking-auditor.ts';
import { openOptimizer } from '#server/optimize/optimizer.ts';
import { openDocumentRenderer } from '#server/report/document-renderer.ts';
import { openFrameworkReader } from '#server/read/framework-reader.ts';
import { openPlanReader } from '#server/read/plan-reader.ts';
import { openWriteLog } from './audited-writes.ts';
import { createTestDatabase } from './test-database.ts';

/** What a test sends to a route. */
export interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly file?: UploadedFile;
}

export interface CallResult<R extends Route> {
  readonly status: number;
  /** The answer when the status is 200. */
  readonly body: z.output<R['response']>;
  /** The bytes as they came: of a route that answers with a file. */
  readonly bytes: Uint8Array;
  /** How many statements the database was asked for it. */
  readonly statements: number;
  /** The refusal otherwise. */
  readonly problem: Problem | undefined;
}

/** A person before the API, or nobody. */
export interface Caller {
  readonly call: <R extends Route>(route: R, input?: CallInput) => Promise<CallResult<R>>;
}

/** A caller that keeps the cookies that it is given. */
export interface Browser extends Caller {
  readonly cookies: ReadonlyMap<string, string>;
}

export interface TestApi {
  /** The first demonstration account with the role. */
  readonly as: (role: Role | undefined) => Caller;
  /** A demonstration account by its name. */
  readonly asAccount: (username: string) => Caller;
  /** A browser that keeps its cookies; signed in as nobody at first. */
  readonly browser: (userAgent?: string) => Browser;
  /** Lets the account of a role sign in again with its next call: the session was ended. */
  readonly forgetSession: (role: Role) => void;
  readonly db: Db;
  /** For requests that no contract describes. */
  readonly app: FastifyInstance;
  readonly clock: Clock;
  /** Sets the clock to an instant, ISO 8601. */
  readonly setNow: (instant: string) => void;
  /** What the application works with: for another application before the same database. */
  readonly ports: HttpPorts;
  /** Where files of evidence are. */
  readonly filesDirectory: string;
  /** Leads to the test's own database with its owner's rights. */
  readonly databaseAddress: DatabaseAddress;
  readonly close: () => Promise<void>;
}

export interface TestApiOptions {
  /** Starts with the demonstration province in the registers. */
  readonly demonstration?: boolean;
  /** The present instant, ISO 8601; by default a morning in November 2026. */
  readonly now?: string;
  /** Calls are tried that change nothing: that a write leaves an event is for other tests. */
  readonly triesAccess?: boolean;
  /** What the configuration says of proving who one is. */
  readonly authentication?: Partial<Authentication>;
  /** Looks into files of evidence, instead of nobody. */
  readonly scanner?: VirusScanner;
  /** Sends letters, instead of nobody. */
  readonly mailer?: Mailer;
  /** Posts messages, instead of nobody. */
  readonly webhook?: Webhook;
}

const DEFAULT_NOW = '2026-11-22T02:00:00.000Z';

const addressOf = (route: Route, { params = {}, query = {} }: CallInput): string => {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const entries = Object.entries(query).flatMap(([key, value]) => [value].flat().map((item) => [key, item]));
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
};

// Small, so that a file beyond it is made at once.
const EVIDENCE_LIMIT_BYTES = 4 * 1024 * 1024;

const BOUNDARY = 'senso-test-boundary';

const multipart = ({ name, content }: UploadedFile): Pick<InjectOptions, 'payload' | 'headers'> => ({
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
});

const contentOf = ({ body, file }: CallInput): Pick<InjectOptions, 'payload' | 'headers'> => {
  if (file) return multipart(file);
  return body === undefined
    ? {}
    : { payload: body as object, headers: { 'content-type': 'application/json' } };
};

const usernameOf = (role: Role): string => {
  const account = demonstrationAccounts.find(({ holdings }) => holdings.some((held) => held.role === role));
  if (!account) throw new Error(`No demonstration account is a ${role}`);
  return account.username;
};

const openSession = async (app: FastifyInstance, username: string): Promise<string> => {
  const account = demonstrationAccounts.find((candidate) => candidate.username === username);
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${signIn.path}`,
    payload: { username: account?.username, password: account?.password },
  });
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`Nobody signs in as ${username}: ${answer.body}`);
  return `${cookie.name}=${cookie.value}`;
};

const resultOf = <R extends Route>(answer: LightMyRequestResponse): CallResult<R> => {
  const isFile = answer.headers['content-disposition'] !== undefined;
  // Of a file the bytes are what counts.
  const body = isFile ? (undefined as never) : answer.json<z.output<R['response']>>();
  return {
    status: answer.statusCode,
    body,
    bytes: answer.rawPayload,
    statements: Number(/statements;desc="(\d+)"/.exec(String(answer.headers['server-timing']))?.[1]),
    problem: answer.statusCode === 200 ? undefined : (body as unknown as Problem),
  };
};

/** Starts the whole application on a database of its own, without a port. Call `close` when done. */
export const startTestApi = async (options: TestApiOptions = {}): Promise<TestApi> => {
  let now = options.now ?? DEFAULT_NOW;
  const clock = clockFrom(() => now);
  const content = options.demonstration ? 'demonstration' : 'empty';
  const database = await createTestDatabase(
    content,
    clockFrom(() => DEFAULT_NOW),
  );
  const { db } = database;
  const installation = { profile: 'demonstration', version: 'test' } as const;
  const authentication: Authentication = {
    requiresSecondFactor: false,
    secretBox: openSecretBox(randomBytes(32)),
    singleSignOn: undefined,
    ...options.authentication,
  };
  const planReader = openPlanReader({ workerFile: provided('planWorker') });
  const frameworkReader = openFrameworkReader({ workerFile: provided('frameworkWorker') });
  const optimizer = openOptimizer({ workerFile: provided('optimizeWorker') });
  const rankingAuditor = openRankingAuditor({ workerFile: provided('auditWorker') });
  const documentRenderer = openDocumentRenderer({ workerFile: provided('reportWorker') });
  const threads = { planReader, frameworkReader, optimizer, rankingAuditor, documentRenderer };
  const filesDirectory = mkdtempSync(join(tmpdir(), 'senso-files-'));
  const evidenceFiles = openEvidenceFiles(await openFileStore(filesDirectory), {
    limitBytes: EVIDENCE_LIMIT_BYTES,
    scanner: options.scanner,
  });
  const ports: HttpPorts = {
    ...{ db, clock, installation, findActor, authentication, ...threads, evidenceFiles },
    mailer: options.mailer,
    webhook: options.webhook,
    isDatabaseReady: database.isReady,
  };
  const app = await buildApp({
    routes,
    ports,
    logger: pino({ level: process.env.SENSO_LOG_LEVEL ?? 'silent' }),
  });
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = (username: string): Promise<string> => {
    const cookie = cookies.get(username) ?? openSession(app, username);
    cookies.set(username, cookie);
    return cookie;
  };
  const writes = openWriteLog();
  const send = async (
    route: Route,
    input: CallInput,
    more: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse> => {
    const { headers, ...content } = contentOf(input);
    const request = { method: route.method, url: addressOf(route, input), ...content };
    const answer = await app.inject({ ...request, headers: { ...headers, ...more } });
    const isJson = String(answer.headers['content-type']).includes('json');
    writes.note({
      ...{ route, status: answer.statusCode, requestId: answer.headers['x-request-id'] },
      bodies: [input.body, isJson && answer.json()],
    });
    return answer;
  };
  const callerOf = (username: string | undefined): Caller => ({
    call: async (route, input = {}) => {
      const cookie = username === undefined ? undefined : await cookieOf(username);
      return resultOf(await send(route, input, { ...(cookie !== undefined && { cookie }) }));
    },
  });
  const openBrowser = (userAgent = 'test'): Browser => {
    const kept = new Map<string, string>();
    return {
      cookies: kept,
      call: async (route, input = {}) => {
        const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await send(route, input, { cookie, 'user-agent': userAgent });
        for (const { name, value } of answer.cookies) kept.set(name, value);
        return resultOf(answer);
      },
    };
  };
  return {
    as: (role) => callerOf(role && usernameOf(role)),
    asAccount: callerOf,
    browser: openBrowser,
    forgetSession: (role) => void cookies.delete(usernameOf(role)),
    ...{ db, app, clock, ports, filesDirectory, databaseAddress: database.address },
    setNow: (instant) => {
      now = instant;
    },
    close: async () => {
      const faults = options.triesAccess === true ? [] : await writes.findFaults(db);
      planReader.close();
      frameworkReader.close();
      await optimizer.close();
      await rankingAuditor.close();
      await documentRenderer.close();
      await app.close();
      await database.close();
      rmSync(filesDirectory, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(faults.join('; '));
    },
  };
};
