import type { PopulationPart } from '#core/consistency/measures/population.ts';
import type { ItemPlace } from '#core/consistency/records/records.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Comparator } from '#core/plan/plan-item.ts';

/** The ways in which plans, figures and rules contradict each other that can be shown from the figures themselves. */
export const FINDING_KINDS = [
  /** An expected score above the range that the rules give for the figures. */
  'forecast-not-supported',
  /** One measure, one year or overlapping phases, target values that exclude each other. */
  'target-conflict',
  /** A lower value than another plan sets for the same year, or than is set for an earlier year. */
  'target-lowered',
  /** A target that was already surpassed before its year. */
  'target-below-baseline',
  /** The target of a year that the figure of that year did not reach. */
  'target-vs-actual',
  /** One measure, one year, one value, but one wording excludes it ("more than") and the other does not. */
  'comparator-conflict',
  /** Two different current figures of one measure for one year, or of one component where a year is not said. */
  'baseline-conflict',
  /** A figure that is lower than the one reported for an earlier year. */
  'figure-fell',
  /** An increase since the beginning of a term that the document's own yearly figures do not give. */
  'increase-not-by-figures',
  /** A percentage that its own numerator and denominator do not give. */
  'percentage-not-its-fraction',
  /** A printed total that its rows do not add up to. */
  'sum-mismatch',
  /** A printed score that the rule does not give for the printed figure. */
  'score-not-by-rule',
  /** One deliverable, two due days. */
  'deadline-conflict',
  /** Quarterly reports of one series that are due at very different distances from the ends of their quarters. */
  'deadline-uneven',
  /** Due before its period ends, before a part of it, before its plan was issued or after the plan ends. */
  'deadline-order',
  /** One measure and year, or one task, with different leading agencies. */
  'lead-conflict',
  /** A number of a numbered list that is left out or used twice. */
  'numbering',
  /** Work given to a kind of organization that no longer exists at that time. */
  'obsolete-organization',
  /** A cited document whose number is left out, set in two ways, under two days, or of another kind than its name. */
  'citation-number',
  /** A cited document under two titles. */
  'citation-title',
  /** A cited document that is later than the one citing it, replaced already, or not of the issuer that is named. */
  'citation-error',
  /** Rows of one list that ask for the same thing. */
  'duplicate-row',
  /** What the text sets and the annex leaves out, or the reverse. */
  'text-vs-annex',
  /** One measure over different wholes. */
  'denominator-mismatch',
  /** A share of a part above the share of the whole that it is part of. */
  'part-above-whole',
  /** A name that says a number and a value that is a percentage, or the reverse. */
  'unit-mismatch',
  /** Figures or work of one time given out for those of another. */
  'period-mismatch',
  /** A lead, a deadline or a value that a row leaves blank and its list states everywhere else. */
  'incomplete',
  /** One organization spelled in several ways. */
  'name-variant',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The kinds that tell what the reported figures score: nothing for those who may not read the index. */
export const KINDS_FROM_SCORES: readonly FindingKind[] = ['forecast-not-supported'];

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a statement of a finding says. */
export const STATEMENT_ROLES = [
  'target',
  'current',
  'score',
  'forecast',
  'total',
  'due',
  'lead',
  'number',
  'organization',
  'citation',
  'item',
] as const;
export type StatementRole = (typeof STATEMENT_ROLES)[number];

/** One side of a contradiction: what is said, and where. */
export interface FindingStatement {
  readonly role: StatementRole;
  readonly place: ItemPlace;
  /** The name as that place writes it. */
  readonly name: string;
  /** First year of the phase that the value is for; the same as `year` for a single year. */
  readonly fromYear: number | null;
  readonly year: number | null;
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  /** Whom or what it is counted over, when the name says so in words that the other side does not use. */
  readonly population: PopulationPart | null;
  /** Names of the leading agencies, for conflicts about them. */
  readonly agencies: readonly string[];
  /** Last day on which it is still in time, for conflicts about deadlines. */
  readonly dueOn: PlainDate | null;
  /** A few words of the source that the finding is about: a due rule, a number, an organization. */
  readonly words: string | null;
}

/** What the figures themselves give; both bounds alike when they give one value. */
interface ComputedRange {
  readonly low: DecimalText;
  readonly high: DecimalText;
}

/** A contradiction, with all that a sentence about it needs and no prose. */
export interface Finding {
  /** Stable as long as the items stay: kind, subject and item ids. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** What it is about: the shortest name among the statements. */
  readonly subject: string;
  readonly indicatorCode: string | null;
  readonly year: number | null;
  readonly statements: readonly FindingStatement[];
  /** What the rule, the sum or the fraction gives; null where nothing is computed. */
  readonly computed: ComputedRange | null;
  /** Distance between the extreme figures, in their unit; null when the figures do not differ. */
  readonly difference: DecimalText | null;
  /** The sides count over populations worded differently: the values may not be comparable. */
  readonly populationsDiffer: boolean;
  /** The sides speak for different units, such as a province and one of those it was merged from. */
  readonly subjectsDiffer: boolean;
}
