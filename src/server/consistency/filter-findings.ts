import type { FindingScope } from '#contract/consistency.ts';
import type { DecidedFinding, FindingState } from '#contract/finding-decision.ts';

/** Which contradictions are asked for; everything where nothing is said. */
interface FindingFilter extends FindingScope {
  readonly state?: FindingState | undefined;
  readonly documentId?: string | undefined;
}

const isAsked = <Value>(asked: Value | undefined, value: Value | null): boolean =>
  asked === undefined || asked === value;

/** The contradictions that fit everything asked for, in their order. */
export const filterFindings = (findings: readonly DecidedFinding[], asked: FindingFilter): DecidedFinding[] =>
  findings.filter(
    ({ kind, severity, state, indicatorCode, statements, leads }) =>
      isAsked(asked.kind, kind) &&
      isAsked(asked.severity, severity) &&
      isAsked(asked.state, state) &&
      isAsked(asked.indicatorCode, indicatorCode) &&
      (asked.agency === undefined || leads.some(({ code, name }) => (code ?? name) === asked.agency)) &&
      (asked.documentId === undefined ||
        statements.some(({ place }) => place.documentId === asked.documentId)) &&
      (asked.itemId === undefined || statements.some(({ place }) => place.id === asked.itemId)),
  );
