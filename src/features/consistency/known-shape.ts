import type { FindingView } from '#contract/consistency.ts';
import type { FindingKind, Severity } from '#core/consistency/finding.ts';
import type { QuotedFinding } from '#server/consistency/check-documents.ts';
import { explainFinding } from '#web/widgets/finding/explanation.ts';
import { vi } from '#web/widgets/finding/messages.vi.ts';

/** A contradiction as lists of known ones are exchanged: what, where, and the words of both sides. */
export interface KnownShape {
  readonly id: string;
  readonly type: string;
  readonly severity: Severity;
  readonly scope: 'within-document' | 'across-documents';
  readonly documents: readonly string[];
  readonly lines: Readonly<Record<string, readonly number[]>>;
  readonly title: string;
  readonly evidence: readonly {
    readonly document: string;
    readonly line: number | null;
    readonly quote: string;
  }[];
  readonly explanation: string;
  readonly computed: string | null;
}

/** The names that such lists use for kinds that we call otherwise. */
const TYPES: Readonly<Partial<Record<FindingKind, string>>> = {
  'forecast-not-supported': 'score-sum',
  'score-not-by-rule': 'score-rule',
  'figure-fell': 'regression',
  'increase-not-by-figures': 'delta-mismatch',
  'percentage-not-its-fraction': 'ratio-impossible',
  'sum-mismatch': 'count-mismatch',
  'deadline-uneven': 'deadline-conflict',
  'obsolete-organization': 'entity-obsolete',
  'deadline-order': 'deadline-conflict',
  'part-above-whole': 'logical-impossible',
  'citation-number': 'document-number',
  'citation-title': 'title-mismatch',
  'text-vs-annex': 'text-vs-appendix',
  incomplete: 'completeness',
};

const rangeOf = (computed: FindingView['computed']): string | null => {
  if (computed === null) return null;
  return computed.low === computed.high ? computed.low : `${computed.low} – ${computed.high}`;
};

const ID_DIGITS = 3;

/** Brings a contradiction to that form; the quote of an item without one is its name. */
export const buildKnownShape = ({ finding, nameOf, quoteOf }: QuotedFinding, index: number): KnownShape => {
  const places = finding.statements.map(({ place, name }) => ({
    document: nameOf(place.documentId),
    line: place.line,
    quote: quoteOf(place.id) ?? name,
  }));
  const evidence = places.filter(
    (entry, position) =>
      position ===
      places.findIndex(
        ({ document, line, quote }) =>
          document === entry.document && line === entry.line && quote === entry.quote,
      ),
  );
  const documents = [...new Set(evidence.map(({ document }) => document))];
  const linesIn = (name: string): readonly number[] => [
    ...new Set(evidence.flatMap(({ document, line }) => (document === name && line !== null ? [line] : []))),
  ];
  return {
    id: `F-${String(index + 1).padStart(ID_DIGITS, '0')}`,
    type: TYPES[finding.kind] ?? finding.kind,
    severity: finding.severity,
    scope: documents.length > 1 ? 'across-documents' : 'within-document',
    documents,
    lines: Object.fromEntries(documents.map((name) => [name, linesIn(name)])),
    title: `${vi.kinds[finding.kind]}: ${finding.subject}`,
    evidence,
    explanation: explainFinding(finding, vi),
    computed: rangeOf(finding.computed),
  };
};
