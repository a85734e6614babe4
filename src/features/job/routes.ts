import { handle, type HandledRoute } from '#server/http/handler.ts';
import { can } from '#core/access/access.ts';
import { cancelJob, getJob, listJobs, repeatJob } from './contract.ts';
import { listJobs as readJobs } from './reads.ts';
import { endJob, findJobFor, repeatJobAgain } from './service.ts';

/** Work done beside requests: how far it is, how to end it, and how to have it done again. */
export const jobRoutes: readonly HandledRoute[] = [
  handle(listJobs, async (_input, { db, actor }) => ({
    ...(await readJobs(db)),
    mayRepeat: can(actor, 'job.write'),
  })),
  handle(getJob, ({ params }, { db, actor }) => findJobFor(db, actor, params.id)),
  handle(cancelJob, ({ params }, context) => endJob(context, params.id)),
  handle(repeatJob, ({ params }, context) => repeatJobAgain(context, params.id)),
];
