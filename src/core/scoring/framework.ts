import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DataItem, DataValue } from './data-value.ts';
import type { LocalizedText } from './localized-text.ts';
import type { ScoringPolicies } from './policies.ts';
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
  /** Null for an example that no document of the registers prints. */
  readonly place: DocumentPlace | null;
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
  /** Who provides the figures. */
  readonly leadAgencies: readonly AgencyReference[];
  /** Who appraises them; nobody in particular when nothing is said. */
  readonly appraisers?: readonly AgencyReference[];
  readonly coordinatingAgencies: readonly AgencyReference[];
  readonly provenance: Readonly<Record<IndicatorField, FieldProvenance>>;
  readonly notes: readonly LocalizedText[];
  readonly workedExamples: readonly WorkedExample[];
}

export type Component = ComponentGroup | ComponentIndicator;

/** What a framework assesses. The engine does not know what that is. */
export const SUBJECT_KINDS = ['province', 'agency', 'commune', 'enterprise', 'system'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whether an authority has decided on the framework or somebody proposes it. */
export const FRAMEWORK_STATUSES = ['decreed', 'proposal'] as const;
export type FrameworkStatus = (typeof FRAMEWORK_STATUSES)[number];

/** The legal act that a framework stands in. */
export interface FrameworkDecision {
  readonly number: string;
  readonly date: PlainDate;
  readonly issuer: string;
  readonly subject: string;
}

/** An index framework: versioned data that turns values into points. Years live side by side. */
export interface Framework {
  readonly code: string;
  readonly version: number;
  /** Code of the organization whose framework it is; absent for one that the state decrees for all. */
  readonly owner?: string;
  /** The year that the data describe. */
  readonly assessmentYear: number;
  /** Days on which the framework is in force; open at an end that is absent. */
  readonly validFrom?: PlainDate;
  readonly validTo?: PlainDate;
  /** `decreed` when nothing is said; a proposal has no decision behind it. */
  readonly status?: FrameworkStatus;
  readonly subjectKind: SubjectKind;
  readonly title: LocalizedText;
  /** Null for a proposal. */
  readonly decision: FrameworkDecision | null;
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

// Asked for with every subject that is scored; a framework never changes.
const indicators = new WeakMap<Framework, readonly ComponentIndicator[]>();

/** The leaves of the tree in order. */
export const listIndicators = (framework: Framework): readonly ComponentIndicator[] => {
  const known = indicators.get(framework);
  if (known) return known;
  const listed = listComponents(framework.components).filter((component) => component.kind === 'indicator');
  indicators.set(framework, listed);
  return listed;
};

/** The component with this code. */
export const findComponent = (framework: Framework, code: string): Component | undefined =>
  listComponents(framework.components).find((component) => component.code === code);

/** The data item with this code. */
export const findDataItem = (framework: Framework, code: ItemCode): DataItem | undefined =>
  framework.dataItems.find((item) => item.code === code);
