import { handle, type HandledRoute } from '#server/http/handler.ts';
import { cancelJob, getJob, listJobs } from './contract.ts';
import { listJobs as readJobs } from './reads.ts';
import { endJob, findJobFor } from './service.ts';

/** Work done beside requests: how far it is, and how to end it. */
export const jobRoutes: readonly HandledRoute[] = [
  handle(listJobs, (_input, { db }) => readJobs(db)),
  handle(getJob, ({ params }, { db, actor }) => findJobFor(db, actor, params.id)),
  handle(cancelJob, ({ params }, context) => endJob(context, params.id)),
];
