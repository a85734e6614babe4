import { parentPort } from 'node:worker_threads';
import { auditRanking, type RankingAuditSettings } from '#core/composite-index/audit/audit-ranking.ts';
import type { DatasetInput } from '#core/composite-index/dataset-input.ts';

/** One ranking to be audited. */
export interface AuditOrder {
  readonly input: DatasetInput;
  readonly settings: RankingAuditSettings;
}

parentPort?.on('message', ({ input, settings }: AuditOrder) => {
  parentPort?.postMessage(auditRanking(input, settings));
});
