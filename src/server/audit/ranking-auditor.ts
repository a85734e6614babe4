import { Worker } from 'node:worker_threads';
import type { RankingAudit } from '#core/composite-index/audit/audit-ranking.ts';
import type { Unusable } from '#core/composite-index/composite-finding.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AuditOrder } from './audit-worker.ts';

/** Audits rankings beside the thread that answers requests. */
export interface RankingAuditor {
  readonly audit: (order: AuditOrder) => Promise<RankingAudit | Unusable | Refusal<'request.too-many'>>;
  readonly close: () => Promise<void>;
}

export interface RankingAuditorOptions {
  /** The built module of the thread. */
  readonly workerFile: string;
  readonly longestQueue?: number;
}

const LONGEST_QUEUE = 8;
const RETRY_AFTER_SECONDS = 5;

/** Audits one ranking in a thread of its own, which ends with it: audits are rare, and the memory is given back. */
const auditInThread = (
  workerFile: string,
  order: AuditOrder,
  open: Set<Worker>,
): Promise<RankingAudit | Unusable> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(workerFile);
    open.add(thread);
    // A server that has nothing else to do may stop.
    thread.unref();
    thread.once('message', (answer: RankingAudit | Unusable) => {
      resolve(answer);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', () => {
      open.delete(thread);
      reject(new Error('The thread of an audit ended before it answered'));
    });
    thread.postMessage(order);
  });

/** Opens an auditor: one ranking after the other, so that audits take one core at most. */
export const openRankingAuditor = ({
  workerFile,
  longestQueue = LONGEST_QUEUE,
}: RankingAuditorOptions): RankingAuditor => {
  const open = new Set<Worker>();
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;
  return {
    audit: (order) => {
      if (queued >= longestQueue) {
        return Promise.resolve(refuse('request.too-many', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
      }
      const turn = queue.then(() => auditInThread(workerFile, order, open));
      queued += 1;
      const leave = () => (queued -= 1);
      queue = turn.then(leave, leave);
      return turn;
    },
    close: async () => {
      await Promise.all([...open].map((thread) => thread.terminate()));
    },
  };
};
