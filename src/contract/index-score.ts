import { z } from 'zod';
import { ACTIONS } from '#core/access/permissions.ts';
import { FRAMEWORK_STATUSES, PROVENANCE_MARKS, SUBJECT_KINDS } from '#core/scoring/framework.ts';
import { FrameworkDecision, FrameworkDefinition } from './framework.ts';
import { DecimalText, Instant } from './schemas.ts';
import { RelatedItem } from './related-item.ts';
import {
  AgencyReference,
  DataItem,
  DataValue,
  DocumentPlace,
  FieldProvenance,
  LocalizedText,
  NumberSpan,
  PointsRange,
} from './scoring.ts';
import { Rule } from './scoring-rule.ts';
import { TraceStep } from './scoring-trace.ts';

/** A place in a source document, with the document's id once it is in the registers. */
export const SourcePlace = DocumentPlace.extend({ documentId: z.string().nullable() }).meta({
  id: 'ScoreSourcePlace',
});
export type SourcePlace = z.infer<typeof SourcePlace>;

export const ScoreState = z.enum(['exact', 'range', 'no-data', 'not-applicable']).meta({
  id: 'ScoreState',
  description: 'Whether points are known, a range, without data, or do not apply',
});

const OpenReason = z
  .enum(['unknown-rule', 'unknown-share', 'unknown-threshold', 'missing-data', 'inexact-value'])
  .meta({ id: 'OpenReason', description: 'Why points are a range' });

export const FrameworkSummary = z
  .object({
    code: z.string(),
    version: z.number().int(),
    assessmentYear: z.number().int(),
    subjectKind: z.enum(SUBJECT_KINDS),
    title: LocalizedText,
    /** Null for a proposal. */
    decision: FrameworkDecision.nullable(),
    status: z.enum(FRAMEWORK_STATUSES),
    maximumPoints: DecimalText,
    indicatorCount: z.number().int(),
    mainIndicatorCount: z.number().int(),
    notes: z.array(LocalizedText),
  })
  .meta({ id: 'FrameworkSummary' });

export const Subject = z.object({ code: z.string(), name: z.string() }).meta({ id: 'ScoreSubject' });

/** Points that a document states. */
export const StatedPoints = z
  .object({ points: DecimalText, place: SourcePlace.nullable() })
  .meta({ id: 'StatedPoints', description: 'Points that a document states' });

const PublishedScore = z
  .object({
    subject: Subject,
    points: DecimalText,
    rank: z.number().int().nullable(),
    rankOutOf: z.number().int().nullable(),
    place: SourcePlace.nullable(),
  })
  .meta({ id: 'PublishedScore' });

/** What was published for a year, unit by unit as they were then. */
export const PublishedYear = z
  .object({
    year: z.number().int(),
    /** One score for each unit as it was then. */
    scores: z.array(PublishedScore),
    /** Arithmetic mean of the predecessors: the figure of the merged unit. Null with fewer than two. */
    mean: DecimalText.nullable(),
    /** Rank that was published for the merged unit itself. */
    mergedRank: z
      .object({ rank: z.number().int(), outOf: z.number().int(), place: SourcePlace.nullable() })
      .nullable(),
  })
  .meta({ id: 'PublishedYear' });

/** Something that a score rests on without proof. */
export const Assumption = z
  .object({
    componentCode: z.string(),
    componentName: LocalizedText,
    kind: z.enum([
      'unknown-rule',
      'unknown-share',
      'unknown-threshold',
      'inferred-rule',
      'inferred-maximum',
      'inferred-value',
    ]),
    note: LocalizedText.nullable(),
    points: PointsRange,
    /** What the component could have if the assumption is wrong; null when no other reading is at hand. */
    otherwise: PointsRange.nullable(),
    /** How many points hang on it; null when that cannot be told. */
    atStake: DecimalText.nullable(),
    /** Whether the range of the score allows for the assumption being wrong; null when that cannot be told. */
    withinRange: z.boolean().nullable(),
  })
  .meta({ id: 'ScoreAssumption' });

const ComponentNode = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    depth: z.number().int(),
    kind: z.enum(['group', 'indicator']),
    name: LocalizedText,
    maximum: DecimalText,
    points: PointsRange,
    lost: PointsRange,
    state: ScoreState,
    reasons: z.array(OpenReason),
    rule: Rule.nullable(),
    ruleProvenance: z.enum(PROVENANCE_MARKS).nullable(),
    maximumProvenance: z.enum(PROVENANCE_MARKS),
    /** The measure as it stands, when the rule looks at one and the data are there. */
    current: NumberSpan.nullable(),
    currentUnit: LocalizedText.nullable(),
    leadAgencies: z.array(AgencyReference),
  })
  .meta({ id: 'ComponentNode' });
export type ComponentNode = z.infer<typeof ComponentNode>;

/** The tree as a flat list, each node before its children. */
export const ComponentList = z
  .object({
    framework: FrameworkSummary,
    subject: Subject,
    year: z.number().int(),
    /** At least one figure of the subject is made up. */
    simulated: z.boolean(),
    items: z.array(ComponentNode),
    /** Number of component indicators that pass the filter, and of all. */
    total: z.number().int(),
    totalUnfiltered: z.number().int(),
    /** Points of the component indicators that pass the filter. */
    points: PointsRange,
    lost: PointsRange,
    maximum: DecimalText,
    /** Lead agencies of the whole framework, for the filter. */
    leadAgencies: z.array(z.object({ organizationCode: z.string(), name: z.string() })),
  })
  .meta({ id: 'ComponentList' });
export type ComponentList = z.infer<typeof ComponentList>;

const CurrentDataItem = z
  .object({
    item: DataItem,
    value: DataValue,
    /** Of the value: printed in a document, inferred from one, or entered by a person. Null when blank from the start. */
    origin: z.enum(['document', 'inferred', 'entered', 'simulated', 'reported']).nullable(),
    note: LocalizedText.nullable(),
    place: SourcePlace.nullable(),
    /** For the next write; 0 while nothing has been stored. */
    version: z.number().int(),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable(),
    /** Codes of all components that the item feeds. */
    feeds: z.array(z.string()),
  })
  .meta({ id: 'CurrentDataItem' });
export type CurrentDataItem = z.infer<typeof CurrentDataItem>;

const WorkedExampleView = z
  .object({
    subject: Subject.nullable(),
    subjectCertainty: z.enum(['total-closes', 'likely', 'undetermined']),
    year: z.number().int(),
    values: z.array(z.object({ item: DataItem, value: DataValue })),
    printedPoints: DecimalText,
    /** The rule that was applied. */
    rule: Rule,
    /** Whether that is the component's own rule or the document's wording, which is none of ours. */
    ruleOrigin: z.enum(['component', 'document']),
    computed: PointsRange,
    /** Points over all rates that round to the printed one. */
    computedOverRounding: PointsRange,
    verdict: z.enum(['given', 'given-within-rounding', 'not-given', 'not-testable']),
    steps: z.array(TraceStep),
    note: LocalizedText.nullable(),
    place: SourcePlace.nullable(),
  })
  .meta({ id: 'WorkedExampleView' });
export type WorkedExampleView = z.infer<typeof WorkedExampleView>;

const CandidateView = z
  .object({ code: z.string(), rule: Rule, note: LocalizedText, points: PointsRange })
  .meta({ id: 'RuleCandidateView' });

const ScoreChange = z
  .object({ before: PointsRange, after: PointsRange, difference: PointsRange })
  .meta({ id: 'ScoreChange', description: 'Difference = after − before, bound by bound' });

export const Revision = z
  .object({
    id: z.string(),
    itemCode: z.string(),
    itemName: LocalizedText,
    oldValue: DataValue,
    newValue: DataValue,
    changedAt: Instant,
    changedBy: z.string().nullable(),
    reason: z.string().nullable(),
    /** Change of the total; null for the values that the framework was loaded with. */
    total: ScoreChange.nullable(),
  })
  .meta({ id: 'DataValueRevision' });
export type Revision = z.infer<typeof Revision>;

/** A component explained: data, rule, arithmetic, provenance, history and what the plans say about it. */
export const ComponentExplanation = z
  .object({
    framework: FrameworkSummary,
    subject: Subject,
    year: z.number().int(),
    /** At least one figure of the subject is made up. */
    simulated: z.boolean(),
    code: z.string(),
    kind: z.enum(['group', 'indicator']),
    name: LocalizedText,
    parent: z.object({ code: z.string(), name: LocalizedText }).nullable(),
    previousCode: z.string().nullable(),
    nextCode: z.string().nullable(),
    maximum: DecimalText,
    points: PointsRange,
    lost: PointsRange,
    state: ScoreState,
    reasons: z.array(OpenReason),
    rule: Rule.nullable(),
    steps: z.array(TraceStep),
    dataItems: z.array(CurrentDataItem),
    candidates: z.array(CandidateView),
    alternatives: z.array(CandidateView),
    provenance: z.object({
      name: FieldProvenance,
      maximumPoints: FieldProvenance,
      rule: FieldProvenance.nullable(),
      dataItems: FieldProvenance.nullable(),
      evidence: FieldProvenance.nullable(),
      assignment: FieldProvenance.nullable(),
    }),
    evidence: LocalizedText.nullable(),
    notes: z.array(LocalizedText),
    leadAgencies: z.array(AgencyReference),
    coordinatingAgencies: z.array(AgencyReference),
    assumptions: z.array(Assumption),
    workedExamples: z.array(WorkedExampleView),
    children: z.array(ComponentNode),
    forecast: StatedPoints.nullable(),
    published: PublishedYear.nullable(),
    /** Gaps, targets and tasks of the registers that touch this indicator, those that name it first. */
    related: z.array(RelatedItem),
    history: z.array(Revision),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'ComponentExplanation' });
export type ComponentExplanation = z.infer<typeof ComponentExplanation>;

/** The stored value and what it did to the score. */
export const DataValueChange = z
  .object({
    data: CurrentDataItem,
    total: ScoreChange,
    components: z.array(z.object({ code: z.string(), name: LocalizedText, change: ScoreChange })),
  })
  .meta({ id: 'DataValueChange' });
export type DataValueChange = z.infer<typeof DataValueChange>;

/** All that a score follows from: whoever has it can compute the score, and what it would be with other values. */
export const IndexSheet = z
  .object({
    framework: FrameworkDefinition,
    subject: Subject,
    year: z.number().int(),
    /** The present values; an item that is not listed is blank. */
    values: z.array(z.object({ item: z.string(), value: DataValue, origin: z.string() })),
    /**
     * The present values of the others where some rule compares subjects, so that their scores can follow a change of
     * this one’s; empty where no rule does.
     */
    others: z.array(
      z.object({
        subject: z.string(),
        values: z.array(z.object({ item: z.string(), value: DataValue })),
      }),
    ),
  })
  .meta({ id: 'IndexSheet' });
export type IndexSheet = z.infer<typeof IndexSheet>;
