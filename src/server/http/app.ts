import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { constants } from 'node:zlib';
import { v7 as newId } from 'uuid';
import { refuse } from '#core/kernel/refusal.ts';
import { buildOpenApi } from '#contract/openapi.ts';
import { clientNetworkOf } from '#server/auth/client-network.ts';
import { openWindowCounter } from '#server/auth/window-counter.ts';
import type { HandledRoute } from './handler.ts';
import { mountRoute, type HttpPorts } from './mount-route.ts';
import { FILE_LIMIT_BYTES, refusalOf, sendProblem } from './problem.ts';
import { recordForeignOrigin } from './record-denial.ts';
import { isForeignWrite, isLoopbackHost } from './same-origin.ts';
import { serveWebsite } from './website.ts';

export interface AppOptions {
  readonly routes: readonly HandledRoute[];
  readonly ports: HttpPorts;
  readonly logger: FastifyBaseLogger;
  /** Folder of the built web application; without it only the interface for programs is served. */
  readonly websiteDirectory?: string;
  /** So many proxies in front of us tell the client's address, host and protocol; what stands before them is hearsay. */
  readonly proxyHops?: number;
}

const JSON_LIMIT_BYTES = 4 * 1024 * 1024;
// A whole office may share one address; this stops runaway programs, not people.
const REQUESTS_PER_MINUTE = 6000;

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // The component library writes its colours into style elements and attributes.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const registerLibraries = async (app: FastifyInstance, proxyHops: number): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    strictTransportSecurity: proxyHops > 0,
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => clientNetworkOf(ip),
    errorResponseBuilder: (_request, { ttl }) =>
      refuse('request.too-many', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 10, parts: 11 },
  });
};

const findForeignOrigin = (request: FastifyRequest, ports: HttpPorts) => {
  const { origin, 'sec-fetch-site': secFetchSite } = request.headers;
  const isForeign = isForeignWrite({
    method: request.method,
    host: request.host,
    origin,
    secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
  });
  const isRebound = ports.installation.profile === 'demonstration' && !isLoopbackHost(request.host);
  return isForeign || isRebound ? refuse('request.foreign-origin') : undefined;
};

const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, refuse('record.not-found'));

const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const refusal = refusalOf(error);
  if (refusal.code === 'server.error') request.log.error({ err: error }, 'unexpected fault');
  return sendProblem(request, reply, refusal);
};

/** Builds the HTTP application. It listens to nothing: the process does, and tests inject requests. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { routes, ports, logger, websiteDirectory, proxyHops = 0 } = options;
  const app = Fastify({
    loggerInstance: logger,
    genReqId: () => newId(),
    requestIdHeader: false,
    bodyLimit: JSON_LIMIT_BYTES,
    trustProxy: proxyHops > 0 && ((_address, hop) => hop < proxyHops),
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  });
  app.setErrorHandler(answerProblem);
  await registerLibraries(app, proxyHops);
  const counter = openWindowCounter(ports.clock);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const refused = findForeignOrigin(request, ports);
    if (!refused) return undefined;
    const caller = { actor: 'nobody', actingAs: null, address: request.ip, requestId: request.id };
    await recordForeignOrigin({ ...ports, counter, caller }, request);
    return sendProblem(request, reply, refused);
  });
  const description = buildOpenApi(
    routes.map(({ route }) => route),
    ports.installation.version,
  );
  await app.register(
    async (api) => {
      for (const route of routes) mountRoute(api, route, { ...ports, counter });
      api.get('/openapi.json', () => description);
      api.setNotFoundHandler(answerNotFound);
    },
    { prefix: '/api/v1' },
  );
  if (websiteDirectory === undefined) app.setNotFoundHandler(answerNotFound);
  else await serveWebsite(app, websiteDirectory);
  await app.ready();
  return app;
};
