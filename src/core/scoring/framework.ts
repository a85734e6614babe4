import type { DecimalText, RoundingPolicy } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DataItem, DataValue } from './data-value.ts';
import type { LocalizedText } from './localized-text.ts';
import type { ItemCode, Rule, RuleCandidate } from './rule.ts';

/**
 * Where a field of the framework comes from: stated in (or computed exactly from) a document of the province,
 * read in the decision itself, reasoned and still to be checked, or not known.
 */
export const PROVENANCE_MARKS = ['document', 'decision', 'inferred', 'unknown'] as const;
type ProvenanceMark = (typeof PROVENANCE_MARKS)[number];

/** The origin of one field, with a sentence about it where one is needed. */
interface FieldProvenance {
  readonly mark: ProvenanceMark;
  readonly note: LocalizedText | null;
}

/** A place in a source document: the document's key in the registers and a line of its text. */
export interface DocumentPlace {
  readonly document: string;
  readonly line: number;
}

/** An agency as the source names it, with its code where the name is recognized. */
interface AgencyReference {
  readonly nameAsWritten: string;
  readonly organizationCode: string | null;
  readonly name: string;
}

/** A score that a document prints beside the value behind it: a test of the rule. */
export interface WorkedExample {
  readonly subjectCode: string | null;
  /** How sure the subject is: its group total closes with this score, or it only seems likely. */
  readonly subjectCertainty: 'total-closes' | 'likely' | 'undetermined';
  readonly year: number;
  readonly values: readonly { readonly item: ItemCode; readonly value: DataValue }[];
  readonly printedPoints: DecimalText;
  /** The rule as the document words it, where it differs from the component's own rule. */
  readonly statedRule: Rule | null;
  readonly note: LocalizedText | null;
  readonly place: DocumentPlace;
}

interface ComponentBase {
  readonly code: string;
  readonly name: LocalizedText;
  readonly maximumPoints: DecimalText;
}

/** A main indicator (or any inner node): its points are the sum of its children. */
export interface ComponentGroup extends ComponentBase {
  readonly kind: 'group';
  readonly provenance: Readonly<Record<'name' | 'maximumPoints', FieldProvenance>>;
  readonly children: readonly Component[];
}

type IndicatorField = 'name' | 'maximumPoints' | 'rule' | 'dataItems' | 'evidence' | 'assignment';

/** A component indicator (a leaf): its points follow from data by a rule. */
export interface ComponentIndicator extends ComponentBase {
  readonly kind: 'indicator';
  readonly rule: Rule;
  /** Other readings of an inferred rule, and what they would change. */
  readonly alternatives: readonly RuleCandidate[];
  readonly dataItems: readonly ItemCode[];
  readonly evidence: LocalizedText;
  readonly leadAgencies: readonly AgencyReference[];
  readonly coordinatingAgencies: readonly AgencyReference[];
  readonly provenance: Readonly<Record<IndicatorField, FieldProvenance>>;
  readonly notes: readonly LocalizedText[];
  readonly workedExamples: readonly WorkedExample[];
}

export type Component = ComponentGroup | ComponentIndicator;

/** What the decision leaves to whoever computes; each framework states it. */
export interface ScoringPolicies {
  readonly rounding: RoundingPolicy;
  /** Points of a component that does not apply to the subject. */
  readonly notApplicable: 'zero' | 'full';
  /** What a ratio over nothing earns: no points, or open like missing data. */
  readonly zeroDenominator: 'zero' | 'no-data';
}

/** An index framework: versioned data that turns values into points. Years live side by side. */
export interface Framework {
  readonly code: string;
  readonly version: number;
  /** The year that the data describe. */
  readonly assessmentYear: number;
  readonly subjectKind: 'province' | 'agency' | 'commune' | 'enterprise' | 'system';
  readonly title: LocalizedText;
  readonly decision: {
    readonly number: string;
    readonly date: PlainDate;
    readonly issuer: string;
    readonly subject: string;
  };
  readonly maximumPoints: DecimalText;
  readonly policies: ScoringPolicies;
  readonly provenance: Readonly<Record<'maximumPoints' | 'policies', FieldProvenance>>;
  readonly notes: readonly LocalizedText[];
  readonly dataItems: readonly DataItem[];
  readonly components: readonly Component[];
}

/** All nodes of the tree, each before its children. */
export const listComponents = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [
    component,
    ...(component.kind === 'group' ? listComponents(component.children) : []),
  ]);

/** The leaves of the tree in order. */
export const listIndicators = (framework: Framework): readonly ComponentIndicator[] =>
  listComponents(framework.components).filter((component) => component.kind === 'indicator');

/** The component with this code. */
export const findComponent = (framework: Framework, code: string): Component | undefined =>
  listComponents(framework.components).find((component) => component.code === code);

/** The data item with this code. */
export const findDataItem = (framework: Framework, code: ItemCode): DataItem | undefined =>
  framework.dataItems.find((item) => item.code === code);
