import { z } from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import type { Db } from '#server/db/database.ts';
import { jobKind, type JobKind } from '#server/jobs/job-kind.ts';
import { DERIVE_STANDINGS } from '#server/registers/ask-for-standings.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';

/** Derives the states of tasks beside requests. What was derived before a server died stays, the rest is still marked. */
export const deriveStandingsJob = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): JobKind =>
  jobKind({
    ...{ name: DERIVE_STANDINGS, lane: 'short', payload: z.object({}) },
    run: async (_payload, work) => {
      await refreshTaskStandings(db, clock.today(), work);
      return {};
    },
  });
