import type { FindingView } from '#contract/consistency.ts';
import type { FindingQuery } from './contract.ts';

/** The contradictions that fit everything asked for, in their order. */
export const filterFindings = (findings: readonly FindingView[], query: FindingQuery): FindingView[] =>
  findings.filter(
    ({ kind, severity, indicatorCode, statements }) =>
      (query.kind === undefined || kind === query.kind) &&
      (query.severity === undefined || severity === query.severity) &&
      (query.indicatorCode === undefined || indicatorCode === query.indicatorCode) &&
      (query.documentId === undefined ||
        statements.some(({ place }) => place.documentId === query.documentId)) &&
      (query.itemId === undefined || statements.some(({ place }) => place.id === query.itemId)),
  );
