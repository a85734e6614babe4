import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { FindingQuery } from './contract.ts';

const isAsked = <Value>(asked: Value | undefined, value: Value | null): boolean =>
  asked === undefined || asked === value;

/** The contradictions that fit everything asked for, in their order. */
export const filterFindings = (findings: readonly DecidedFinding[], query: FindingQuery): DecidedFinding[] =>
  findings.filter(
    ({ kind, severity, state, indicatorCode, statements, leads }) =>
      isAsked(query.kind, kind) &&
      isAsked(query.severity, severity) &&
      isAsked(query.state, state) &&
      isAsked(query.indicatorCode, indicatorCode) &&
      (query.agency === undefined || leads.some(({ code, name }) => (code ?? name) === query.agency)) &&
      (query.documentId === undefined ||
        statements.some(({ place }) => place.documentId === query.documentId)) &&
      (query.itemId === undefined || statements.some(({ place }) => place.id === query.itemId)),
  );
