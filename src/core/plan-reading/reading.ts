import type { DueKind } from '#core/calendar/due-rule.ts';
import type {
  CitationRole,
  Comparator,
  DUTY_COMPARATORS,
  REPORT_FREQUENCIES,
  TASK_FORMS,
} from '#core/plan/plan-item.ts';

/** What a plan document says, in the shape that `read-plan --json` prints. Absent and null are the same: the source does not say. */
export interface PlanReading {
  readonly document: DocumentHead;
  readonly targets: readonly TargetReading[];
  readonly tasks: readonly TaskReading[];
  readonly projects: readonly ProjectReading[];
  readonly indicatorScores: readonly IndicatorScoreReading[];
  readonly gaps: readonly GapReading[];
  readonly results: readonly ResultReading[];
  readonly resources: readonly ResourceReading[];
  readonly citedDocuments: readonly CitedDocumentReading[];
  readonly reportingDuties: readonly ReportingDutyReading[];
  readonly warnings: readonly ReadingWarning[];
}

export type { Comparator };

/** A number as JSON carries it, the two ends of a range, or nothing. */
export type ReadValue = number | readonly number[] | null;

/** Periods and due rules have the same forms. */
export type PeriodKind = DueKind;

/** A time as the plan says it, and the days it gives. */
export interface ReadPeriod {
  readonly raw: string;
  readonly kind: PeriodKind;
  /** ISO day or null. */
  readonly start: string | null;
  readonly end: string | null;
  readonly note?: string | null;
}

/** What follows a page break. */
export interface Continuation {
  readonly line: number;
  readonly quote: string;
  readonly field?: string | null;
}

/** From where in the source an item comes. */
export interface Provenance {
  /** Source words, white space collapsed, markup kept. */
  readonly quote: string;
  /** 1-based line on which the quote starts; null when the source has no lines. */
  readonly line: number | null;
  readonly page?: number | null;
  readonly block?: number | null;
  readonly continuation?: readonly Continuation[];
  readonly sourceDefect?: string | null;
  readonly note?: string | null;
  /** Fields that a reviewer has put right by hand; a reading alone has none. */
  readonly correctedFields?: readonly string[];
}

interface Item extends Provenance {
  /** Unique in one reading, the same each time the same file is read. */
  readonly id: string;
  readonly appendix: string | null;
  readonly section: string | null;
  readonly order: string | null;
}

interface Responsibility {
  readonly leadRaw: string | null;
  readonly leadAgencies: readonly string[];
  readonly coordinatingRaw: string | null;
  readonly coordinatingAgencies: readonly string[];
}

/** A value under a column or phase label: "2023", "2026-2027". */
export interface Measure {
  readonly label: string;
  readonly raw: string;
  readonly comparator: Comparator | null;
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

/** The level from which a target starts. */
export interface Baseline {
  readonly raw: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly period?: string | null;
  readonly note?: string | null;
}

/** A number under the label of its column; null where the cell holds none. */
export interface LabelledNumber {
  readonly label: string;
  readonly value: number | null;
}

/** A document that this one rests on or names, as far as the text tells. */
export interface DocumentReference {
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly issueDate: string | null;
  readonly issuingAgency: string | null;
  readonly subject: string | null;
  readonly footnoteNumber?: number | null;
  readonly quote: string | null;
  readonly line: number | null;
  readonly note?: string | null;
}

/** What head and foot of the document say: kind, number, day of issue, issuer, subject, signer and recipients. */
export interface DocumentHead {
  readonly file: string | null;
  readonly docType: string | null;
  readonly attachedDocType: string | null;
  /** Null when the number is blank: never invented. */
  readonly docNumber: string | null;
  readonly docNumberRaw: string | null;
  readonly issueDate: string | null;
  readonly issueDateRaw: string | null;
  readonly year: number | null;
  readonly issuingAgency: string | null;
  readonly subjectLine: string | null;
  /** The number or the date is blank. */
  readonly isDraft: boolean;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  readonly recipients: readonly string[];
  readonly legalBasis: readonly DocumentReference[];
}

/** A value to reach: one record per value. With phase columns the value is that of the last phase. */
export interface TargetReading extends Item, Responsibility {
  /** A number inside a task, an expected result or running prose, not in the target list or indicator table. */
  readonly embedded: boolean;
  readonly subgroup?: string | null;
  readonly orderInGroup?: string | null;
  readonly groupNumber?: number | null;
  readonly indicatorCode?: string | null;
  readonly name: string;
  readonly nameNote?: string | null;
  readonly rawTarget: string;
  readonly comparator: Comparator;
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly aspirational: boolean;
  readonly qualitativeLevel?: string | null;
  readonly baseline: Baseline | null;
  readonly period: ReadPeriod | null;
  readonly deadline: ReadPeriod | null;
  readonly phases: readonly Measure[];
  readonly actuals: readonly Measure[];
  readonly plannedValues: readonly Measure[];
  readonly statusVsPlan?: string | null;
  readonly outlook?: string | null;
  readonly leadNote?: string | null;
}

/** `table-row`: of a task table; `prose-block`: running text with labels; `assignment`: a duty under the heading of an agency. */
type TaskKind = (typeof TASK_FORMS)[number];

/** Work to be done, by whom and by when. */
export interface TaskReading extends Item, Responsibility {
  readonly kind: TaskKind;
  readonly name: string;
  /** "chủ trì" or "phối hợp" of an assignment. */
  readonly role: string | null;
  readonly issuingRaw?: string | null;
  readonly issuingAgencies: readonly string[];
  readonly expectedResult: string | null;
  readonly deadline: ReadPeriod | null;
  /** Heading of the time column when it is not a plain completion time. */
  readonly deadlineColumn: string | null;
}

/** The money of a project, in the unit that its column prints. */
export interface Budget {
  readonly raw: string;
  readonly value: number | null;
  readonly unit: string | null;
}

/** A row of a list of projects. */
export interface ProjectReading extends Item {
  readonly group: string | null;
  readonly fundingSource: string | null;
  readonly name: string;
  readonly investorRaw: string | null;
  readonly investors: readonly string[];
  readonly investorUnit: string | null;
  readonly period: ReadPeriod | null;
  readonly budget: Budget | null;
  readonly remark: string | null;
  readonly footnoteNumber: number | null;
  readonly legalBasis: readonly DocumentReference[];
}

/** A place in a ranking: "5/63" is rank 5 out of 63. */
export interface Rank {
  readonly label: string;
  readonly raw: string;
  readonly rank: number | null;
  readonly outOf: number | null;
}

/** The points of an indicator in a published or expected score table, in the order of its columns. */
export interface IndicatorScoreReading extends Item {
  readonly table: string | null;
  readonly name: string;
  readonly maxScore: number | null;
  readonly scores: readonly LabelledNumber[];
  readonly ranks: readonly Rank[];
  readonly overallRank: string | null;
  readonly rule: string | null;
  readonly isTotal: boolean;
}

/** A criterion that falls short: what was reached and required, why, and who remedies it. */
export interface GapReading extends Item, Responsibility {
  readonly indicatorCode: string | null;
  readonly name: string;
  readonly score: number | null;
  readonly maxScore: number | null;
  readonly currentValue: number | null;
  readonly currentUnit: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly requiredValue: number | null;
  readonly requiredComparator: Comparator | null;
  readonly requiredPeriod?: string | null;
  readonly scorePeriod?: string | null;
  readonly cause: string | null;
  readonly causeLine?: number | null;
  readonly remedy: string | null;
  readonly remedyLine?: number | null;
  readonly remark: string | null;
}

/** A figure that the document says was reached. */
export interface ResultReading extends Item {
  readonly name: string;
  readonly raw: string;
  readonly comparator: Comparator;
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly percent?: number | null;
  readonly deltaRaw?: string | null;
  readonly status?: string | null;
  readonly asOf?: string | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly percentOfTarget?: number | null;
  readonly percentOfPlan?: number | null;
  readonly yearOverYear?: number | null;
  readonly targetMentioned?: string | null;
}

/** Money that the document plans or tells of: a row of a table, or a labelled amount. */
export interface ResourceReading extends Item {
  readonly table: string | null;
  readonly name: string | null;
  readonly periodLabel: string | null;
  readonly unit: string | null;
  readonly amounts: readonly LabelledNumber[];
  readonly total: number | null;
  readonly isTotal: boolean;
}

/** Why a document is named; `register-row` and `planned` come from tables of documents issued and still to come. */
export type { CitationRole };

/** A document that the text names: one record per document and role. */
export interface CitedDocumentReading extends Item {
  readonly role: CitationRole;
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly issueDateRaw: string | null;
  readonly issueDate: string | null;
  readonly issuingAgency: string | null;
  readonly subject: string | null;
  /** Lines of further mentions: one record per document and role. */
  readonly alsoLines: readonly number[];
  readonly footnoteNumber?: number | null;
  readonly level?: string | null;
  readonly locality?: string | null;
  readonly leadRaw?: string | null;
  readonly leadAgencies?: readonly string[];
}

/** How often a report is due; `other` for one that comes back without a fixed rhythm. */
export type ReportFrequency = (typeof REPORT_FREQUENCIES)[number];

/** Who must report what to whom, and by when. */
export interface ReportingDutyReading extends Item {
  readonly what: string;
  readonly reporterRaw: string | null;
  readonly reporterAgencies: readonly string[];
  readonly recipientRaw: string | null;
  readonly recipientAgencies: readonly string[];
  readonly frequency: ReportFrequency;
  readonly frequencyNote?: string | null;
  readonly covers: string | null;
  readonly validFor: string | null;
  readonly raw: string;
  readonly comparator: (typeof DUTY_COMPARATORS)[number] | null;
  readonly dueDate: string | null;
  readonly recurringDays: readonly string[];
  readonly windowStart?: string | null;
  readonly windowEnd?: string | null;
}

type WarningSeverity = 'info' | 'warning' | 'error';

/** Something to look at: a code, its line and the words found there. `message` repeats the code or the words, never prose. */
export interface ReadingWarning {
  readonly code: string;
  readonly severity: WarningSeverity;
  readonly message: string;
  readonly line: number | null;
  readonly quote?: string | null;
}

/** An item before it gets its id: what a register reader returns, in source order. */
export type Unnumbered<Entry extends { readonly id: string }> = Omit<Entry, 'id'>;
