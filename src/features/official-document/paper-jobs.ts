import { z } from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { admitAsker, StoredCaller, type FindAsker } from '#server/jobs/admit-asker.ts';
import { enqueueAskedJob } from '#server/jobs/enqueue-asked-job.ts';
import { jobKind, type JobKind } from '#server/jobs/job-kind.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import { openPaper } from './answer-papers.ts';
import { PAPER_FORMATS, PaperRequest, type PaperFormat } from './contract.ts';
import { admitRequest, issuerOf } from './gather/gather-facts.ts';
import { makeOfficialPaper, type PaperMaking, type PaperOrder } from './make-paper.ts';
import { makeFile } from './paper-files.ts';
import { findPaper } from './store.ts';

const MAKE = 'official-document.make';
const RENDER = 'official-document.render';

// Of each kind: long papers are made one after the other, and others wait for them.
const MOST_OPEN = 5;

/** What papers that are made as jobs need. */
export interface PaperJobPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly findAsker: FindAsker;
  /** Has more time than the one that makes files while somebody waits. */
  readonly largeDocumentRenderer: DocumentRenderer;
}

const MakePayload = z.object({
  order: z.object({ request: PaperRequest, writeId: z.uuid() }),
  // Not the roles: what counts are those of the day on which it is done.
  actor: z.object({ accountId: z.string() }),
  caller: StoredCaller,
});

// How far the work is before each file; the rest is the last of them.
const FILES: readonly { readonly format: PaperFormat; readonly from: number }[] = [
  { format: 'docx', from: 0.2 },
  { format: 'html', from: 0.4 },
  { format: 'pdf', from: 0.5 },
];

/** Makes a long paper and its files. The key of the write lets a second run find the paper of the first. */
export const makePaperJob = ({ db, clock, findAsker, largeDocumentRenderer }: PaperJobPorts): JobKind =>
  jobKind({
    ...{ name: MAKE, lane: 'long', payload: MakePayload },
    run: async ({ order, actor: { accountId }, caller }, { tell, unwanted }) => {
      const subject = { organizationCode: issuerOf(order.request) };
      const asked = { accountId, caller, action: 'official-document.write', subject } as const;
      const asker = await admitAsker(findAsker, asked);
      if (isRefusal(asker)) return asker;
      tell(0.02, 'gathering');
      const paper = await makeOfficialPaper({ db, clock, ...asker }, order);
      if (isRefusal(paper)) return paper;
      const making = { db, documentRenderer: largeDocumentRenderer, unwanted };
      for (const { format, from } of FILES) {
        tell(from, format);
        const refusal = await makeFile(making, paper.id, { format, version: 1 });
        if (refusal) return refusal;
      }
      return { paperId: paper.id };
    },
  });

const RenderPayload = z.object({
  ...{ id: z.uuid(), format: z.enum(PAPER_FORMATS), version: z.number() },
  ...{ accountId: z.uuid(), caller: StoredCaller },
});

/** Makes one file of a paper, for who may read it when the job runs. */
export const renderPaperJob = ({ db, findAsker, largeDocumentRenderer }: PaperJobPorts): JobKind =>
  jobKind({
    ...{ name: RENDER, lane: 'long', payload: RenderPayload },
    run: async ({ id, format, version, accountId, caller }, { tell, unwanted }) => {
      const paper = await findPaper(db, id);
      if (!paper) return refuse('record.not-found', { kind: 'official-document', id });
      const subject = { organizationCode: paper.organizationCode };
      const asked = { accountId, caller, action: 'official-document.read', subject } as const;
      const asker = await admitAsker(findAsker, asked);
      if (isRefusal(asker)) return asker;
      tell(0.1, format);
      const making = { db, documentRenderer: largeDocumentRenderer, unwanted };
      return (await makeFile(making, id, { format, version })) ?? { paperId: id };
    },
  });

/** Has a long paper made as a job, and answers the job's id; a retry with the same write id has it made once. */
export const startPaper = async (
  { db, clock, actor, caller }: PaperMaking,
  order: PaperOrder,
): Promise<string | Refusal> => {
  const denied = admitRequest(actor, order.request);
  if (denied) return denied;
  const { accountId } = actor;
  const asked = {
    ...{ kind: MAKE, key: `${order.writeId}/${accountId}`, createdBy: accountId },
    payload: { order, actor: { accountId }, caller },
  };
  return db.transaction().execute((tx) =>
    enqueueAskedJob(tx, asked, MOST_OPEN, (jobId) =>
      appendAuditEvent(tx, caller, {
        ...{ at: clock.now(), action: 'official-document.start', subject: `job:${jobId}` },
        details: { kind: order.request.kind },
      }),
    ),
  );
};

/** Has one file of a paper made as a job, and answers the job's id. */
export const startPaperFile = async (
  { db, clock, actor, caller }: PaperMaking,
  id: string,
  { format, version }: { readonly format: PaperFormat; readonly version: number },
): Promise<string | Refusal> => {
  const paper = await openPaper(db, actor, id);
  if (isRefusal(paper)) return paper;
  const { accountId } = actor;
  const asked = {
    ...{ kind: RENDER, key: `${id}/${String(version)}/${format}/${accountId}`, createdBy: accountId },
    payload: { id, format, version, title: paper.title, accountId, caller },
  };
  return db.transaction().execute((tx) =>
    enqueueAskedJob(tx, asked, MOST_OPEN, () =>
      appendAuditEvent(tx, caller, {
        ...{ at: clock.now(), action: 'official-document.start-file', subject: `official-document:${id}` },
        details: { kind: paper.kind, format, version },
      }),
    ),
  );
};
