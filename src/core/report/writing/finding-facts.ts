import type { Severity } from '#core/consistency/finding.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { ProvinceFacts } from '#core/report/province.ts';

/** One side of a contradiction in words. */
export interface FindingSideFact {
  readonly document: string;
  /** Line of the document; null where it is not known. */
  readonly line: number | null;
  readonly says: string;
  /** The words of the source, or the name of the item while they are not known. */
  readonly quote: string;
}

/** A contradiction in official words. */
export interface FindingFact {
  readonly kind: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly explanation: string;
  /** What is to be said of this one alone: what was computed, whose figures they are; empty for none. */
  readonly remark: string;
  readonly advice: string;
  /** Names of the agencies that lead its items. */
  readonly leads: readonly string[];
  readonly sides: readonly FindingSideFact[];
}

/** All that the letter to a drafting office says. */
export interface FindingsLetterFacts extends ProvinceFacts {
  readonly kind: 'findings-letter';
  readonly asOf: PlainDate;
  /** The document that is commented on; null for the registered documents together. */
  readonly document: string | null;
  readonly addressee: string;
  readonly findings: readonly FindingFact[];
  /** What the letter is narrowed to, in words ("mức độ cần quyết định"); empty for all that is open. */
  readonly narrowedTo: readonly string[];
  /** At least one figure in it is made up. */
  readonly simulated: boolean;
}

/** What a severity asks of whoever drafts, in words. */
export const SEVERITY_NAMES = {
  high: 'cần quyết định',
  medium: 'cần xem lại',
  low: 'cần sửa câu chữ',
} as const satisfies Record<Severity, string>;

/** How many of them are of a severity. */
export const countFindings = (findings: readonly FindingFact[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Contradictions of one kind: what is wrong and what to do is the same for all of them, and is told once. */
export interface FindingGroup {
  readonly kind: string;
  readonly explanation: string;
  readonly advice: string;
  readonly findings: readonly FindingFact[];
}

/** Contradictions by kind, in the order in which the list first comes to each. */
export const groupFindings = (findings: readonly FindingFact[]): readonly FindingGroup[] =>
  [...groupBy(findings, ({ kind }) => kind)].map(([kind, same]) => {
    const all = (part: (finding: FindingFact) => string): string => [...new Set(same.map(part))].join(' ');
    return {
      ...{ kind, findings: same },
      explanation: all(({ explanation }) => explanation),
      advice: all(({ advice }) => advice),
    };
  });
