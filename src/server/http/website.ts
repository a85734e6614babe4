import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sep } from 'node:path';
import { refuse } from '#core/kernel/refusal.ts';
import { sendProblem } from './problem.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

// A file in assets/ carries a hash of its content in its name; everything else must be asked for again.
const isHashed = (path: string): boolean => path.includes(`${sep}assets${sep}`);

const isPage = ({ method, url }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && !url.startsWith('/assets/');

/** Serves the built web application; an address without a file is a page, which the browser works out. */
export const serveWebsite = async (app: FastifyInstance, directory: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: directory,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', isHashed(path) ? A_YEAR : 'no-cache');
    },
  });
  // Nothing is returned: each waiting for a reply that streams adds listeners to it.
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request)) void reply.sendFile('index.html');
    else void sendProblem(request, reply, refuse('record.not-found'));
  });
};
