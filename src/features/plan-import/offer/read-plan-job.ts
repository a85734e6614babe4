import { z } from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { admitAsker, StoredCaller, type FindAsker } from '#server/jobs/admit-asker.ts';
import { enqueueAskedJob } from '#server/jobs/enqueue-asked-job.ts';
import { jobKind, type JobKind } from '#server/jobs/job-kind.ts';
import type { GivenFile } from '#server/read/file-reader.ts';
import type { PlanReader } from '#server/read/plan-reader.ts';
import type { ImportContext } from '#features/plan-import/import-context.ts';
import { offerPlan, sha256Of } from './offer-plan.ts';

const NAME = 'plan-import.read';

// Each keeps its file, and they are read one after the other.
const MOST_OPEN = 20;

const Payload = z.object({
  fileName: z.string(),
  accountId: z.uuid().nullable(),
  caller: StoredCaller,
});

// The rest is writing the draft.
const SHARE_OF_READING = 0.95;

/** What reading as a job needs. */
export interface PlanJobPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly findAsker: FindAsker;
  /** Has more time and memory than the one that reads while somebody waits. */
  readonly largePlanReader: PlanReader;
}

/** Reads a large plan file into a draft. A file that was offered before gives the earlier import, so that a second run changes nothing. */
export const readPlanJob = ({ db, clock, findAsker, largePlanReader }: PlanJobPorts): JobKind =>
  jobKind({
    ...{ name: NAME, lane: 'long', payload: Payload },
    run: async ({ accountId, caller: asking }, { input, tell, unwanted }) => {
      const asked =
        accountId === null ? undefined : { accountId, caller: asking, action: 'plan.import' as const };
      const asker = asked && (await admitAsker(findAsker, asked));
      if (isRefusal(asker)) return asker;
      const caller = asker?.caller ?? asking;
      const file = await input();
      if (!file) return refuse('file.missing');
      const offered = await offerPlan(
        { db, clock, accountId, caller },
        file,
        async (given, { organizations }) => {
          const read = await largePlanReader.read(
            { file: given, organizations, asJob: true },
            unwanted,
            ({ share, stage }) => tell(share * SHARE_OF_READING, stage),
          );
          tell(SHARE_OF_READING, 'draft');
          return read;
        },
      );
      return isRefusal(offered) ? offered : { ...offered };
    },
  });

/**
 * Has a file read as a job, and answers the job's id. While one reads this very file for the same person, that is it; of
 * somebody else's job a person could see nothing. Whichever ends later finds the draft of the other.
 */
export const startReading = (context: ImportContext, file: GivenFile): Promise<string | Refusal> =>
  context.db.transaction().execute(async (tx) => {
    const { accountId, caller } = context;
    const sha256 = sha256Of(file.content);
    const asked = {
      ...{ kind: NAME, key: `${sha256}/${accountId ?? ''}`, createdBy: accountId },
      ...{ payload: { fileName: file.name, accountId, caller }, input: file },
    };
    const jobId = await enqueueAskedJob(tx, asked, MOST_OPEN);
    if (isRefusal(jobId)) return jobId;
    await appendAuditEvent(tx, caller, {
      ...{ at: context.clock.now(), action: 'plan-import.start-reading', subject: `job:${jobId}` },
      details: { fileName: file.name, sha256 },
    });
    return jobId;
  });
