import type { DecidedLink } from '#core/consistency/measures/measure-link.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { CitationRole, Comparator, ItemKind } from '#core/plan/plan-item.ts';

/** Where something is said: the item in its register and its place in the document. */
export interface ItemPlace {
  readonly kind: ItemKind;
  readonly id: string;
  readonly documentId: string;
  readonly line: number | null;
}

/** A document as far as contradictions ask: when it speaks and for whom. */
export interface DocumentRecord {
  readonly id: string;
  /** Null for a draft without a date. */
  readonly issuedOn: PlainDate | null;
  /** The year it plans or reports for, or the year of issue. */
  readonly year: number | null;
  /** Whom it speaks for, by any key; a merged province is not one of those it was merged from. */
  readonly subject: string;
  /** Whose figures they are where not the province's: a commune's or a ministry's are not held against it. Empty for the province. */
  readonly scope: string;
  /** What tells it from others, for citations of it; null where nobody asks. */
  readonly head: DocumentHeadRecord | null;
}

/** What the head of a document says: null where it is blank or says nothing. */
export interface DocumentHeadRecord {
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/** A document that another names, as that one writes it. */
export interface CitationRecord {
  readonly place: ItemPlace;
  readonly role: CitationRole;
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
  /** The district or commune whose document it is, where a list tells. */
  readonly locality: string | null;
  /** The words of the source; null where only facts are kept. */
  readonly quote: string | null;
}

/** An agency as a plan names it; all but the name is null while the name is not mapped. */
export interface AgencyRecord {
  readonly name: string;
  /** The name as the document writes it. */
  readonly asWritten: string;
  readonly code: string | null;
  readonly kind: string | null;
  /** For a group of agencies, the kinds of its members. */
  readonly memberKinds: readonly string[];
  /** Last day on which it existed. */
  readonly validTo: PlainDate | null;
}

/** A figure for some years of a target: a phase, a yearly plan, a yearly result. */
export interface YearFigure {
  readonly fromYear: number;
  readonly toYear: number;
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
}

export interface TargetRecord {
  readonly place: ItemPlace;
  readonly name: string;
  readonly indicatorCode: string | null;
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly basis: string | null;
  /** The year by whose end it must be reached; null when the plan does not say. */
  readonly year: number | null;
  readonly due: DueRule | null;
  readonly baseline: YearFigure | null;
  readonly phases: readonly YearFigure[];
  readonly actuals: readonly YearFigure[];
  readonly plannedValues: readonly YearFigure[];
  readonly leads: readonly AgencyRecord[];
  readonly appendix: string | null;
  readonly section: string | null;
  readonly order: string | null;
  /** What the document says has become of it ("Đạt", "Chưa đạt"); null when it says nothing. */
  readonly verdict: string | null;
  /** A number inside a task, an expected result or running text. */
  readonly embedded: boolean;
}

/** What a document lists in text or annex, with its number and its day. */
export interface ListedRecord {
  readonly place: ItemPlace;
  readonly name: string;
  readonly appendix: string | null;
  readonly section: string | null;
  readonly order: string | null;
  readonly due: DueRule | null;
}

export interface TaskRecord extends ListedRecord {
  readonly kind: 'table-row' | 'prose-block' | 'assignment';
  readonly leads: readonly AgencyRecord[];
  readonly coordinating: readonly AgencyRecord[];
  readonly expectedResult: string | null;
}

export interface ProjectRecord extends ListedRecord {
  readonly investors: readonly AgencyRecord[];
}

export interface GapRecord {
  readonly place: ItemPlace;
  readonly name: string;
  readonly indicatorCode: string | null;
  readonly score: DecimalText | null;
  readonly maximumScore: DecimalText | null;
  readonly currentValue: DecimalText | null;
  readonly currentUnit: string | null;
  readonly numerator: DecimalText | null;
  readonly denominator: DecimalText | null;
  /** Year of the figures; null when the plan does not say. */
  readonly year: number | null;
  readonly leads: readonly AgencyRecord[];
}

export interface IndicatorScoreRecord {
  readonly place: ItemPlace;
  readonly table: string;
  readonly name: string;
  readonly order: string | null;
  readonly maximumScore: DecimalText | null;
  readonly scores: readonly { readonly label: string; readonly value: DecimalText | null }[];
  readonly isTotal: boolean;
}

/** "Grew by 9.81 % since the beginning of the term": the increase and the words. */
export interface StatedIncrease {
  readonly value: DecimalText;
  readonly raw: string;
}

export interface ResultRecord {
  readonly place: ItemPlace;
  readonly name: string;
  /** Heading under which it stands. */
  readonly section: string | null;
  readonly comparator: Comparator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly percent: DecimalText | null;
  readonly numerator: DecimalText | null;
  readonly denominator: DecimalText | null;
  readonly year: number | null;
  readonly increase: StatedIncrease | null;
  /** The words of the source; null where only facts are kept. */
  readonly quote: string | null;
}

export interface ResourceRecord {
  readonly place: ItemPlace;
  readonly appendix: string | null;
  readonly section: string | null;
  readonly table: string;
  readonly name: string;
  readonly amounts: readonly { readonly label: string; readonly value: DecimalText | null }[];
  readonly total: DecimalText | null;
  /** The row is the sum of the others. */
  readonly isTotal: boolean;
  /** The words of the source; null where only facts are kept. */
  readonly quote: string | null;
}

/** One report that is due each year. */
export interface ReportingDutyRecord {
  readonly place: ItemPlace;
  readonly what: string;
  readonly recipients: readonly AgencyRecord[];
  /** What it reports on: a quarter, the first half, the year. */
  readonly covers: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'H1' | 'Y';
  /** The period in the words of the plan. */
  readonly coversRaw: string | null;
  /** Named day of the year, `MM-DD`. */
  readonly day: string;
  /** The wording is "before the day". */
  readonly before: boolean;
  /** Years for which it is asked; `null` from or to when it goes on. */
  readonly fromYear: number;
  readonly toYear: number | null;
}

/** A printed score and what the rules give for the printed figure. */
export interface ScoreVerdictRecord {
  readonly place: ItemPlace;
  readonly indicatorCode: string;
  readonly name: string;
  readonly printed: DecimalText;
  /** What the rule gives, rounded as scores are. */
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly agrees: boolean;
}

/** An expected score and the range that the rules give for the present figures. */
export interface ForecastRecord {
  readonly place: ItemPlace;
  readonly indicatorCode: string | null;
  readonly name: string;
  readonly expected: DecimalText;
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly year: number;
  readonly isTotal: boolean;
}

/** All that is compared. Plain values: whoever reads the registers fills it. */
export interface ConsistencyInput {
  readonly documents: readonly DocumentRecord[];
  readonly targets: readonly TargetRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly projects: readonly ProjectRecord[];
  readonly gaps: readonly GapRecord[];
  readonly indicatorScores: readonly IndicatorScoreRecord[];
  readonly results: readonly ResultRecord[];
  readonly resources: readonly ResourceRecord[];
  readonly reportingDuties: readonly ReportingDutyRecord[];
  readonly citations: readonly CitationRecord[];
  readonly scoreVerdicts: readonly ScoreVerdictRecord[];
  readonly forecasts: readonly ForecastRecord[];
  /** What people have said about which measurable things are one. */
  readonly links?: readonly DecidedLink[];
}
