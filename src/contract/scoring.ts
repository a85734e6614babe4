import { z } from 'zod';
import type { DataItem as CoreDataItem, DataValue as CoreDataValue } from '#core/scoring/data-value.ts';
import { VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import { PROVENANCE_MARKS } from '#core/scoring/framework.ts';
import type {
  Component as CoreComponent,
  ComponentIndicator as CoreComponentIndicator,
  Framework as CoreFramework,
} from '#core/scoring/framework.ts';
import type { Rule as CoreRule } from '#core/scoring/rule.ts';
import type { TraceStep as CoreTraceStep } from '#core/scoring/trace.ts';
import { DecimalText, PlainDateText } from './schemas.ts';

/** A text in both languages. */
export const LocalizedText = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'LocalizedText', description: 'A text of reference data in Vietnamese and English' });

/** A span of numbers; both ends are equal when the number is known. */
const TextRange = z
  .object({ low: DecimalText, high: DecimalText })
  .meta({ id: 'TextRange', description: 'A span of exact decimals; both ends are equal when known' });

/** What is known of a number. */
export const NumberSpan = z.object({ low: DecimalText, high: DecimalText.nullable() }).meta({
  id: 'NumberSpan',
  description: 'What is known of a number; high is null when nothing bounds it above',
});

/** Points as published: rounded once, as the framework says; a range while rules or data are open. */
export const PointsRange = z
  .object({ low: DecimalText, high: DecimalText })
  .meta({ id: 'PointsRange', description: 'Points, rounded as the framework says; low = high when known' });
export type PointsRange = z.infer<typeof PointsRange>;

/** Value of a data item: blank, zero and not-applicable are three states. */
export const DataValue: z.ZodType<CoreDataValue> = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('value'), value: z.string(), comparator: z.enum(VALUE_COMPARATORS) }),
    z.object({ state: z.literal('blank') }),
    z.object({ state: z.literal('not-applicable') }),
  ])
  .meta({ id: 'DataValue' });
export type DataValue = z.infer<typeof DataValue>;

const itemBase = { code: z.string(), name: LocalizedText };

/** A data item of a framework. */
export const DataItem: z.ZodType<CoreDataItem> = z
  .discriminatedUnion('kind', [
    z.object({
      ...itemBase,
      kind: z.literal('number'),
      unit: LocalizedText,
      whole: z.boolean(),
      minimum: DecimalText.nullable(),
      maximum: DecimalText.nullable(),
    }),
    z.object({ ...itemBase, kind: z.literal('yes-no') }),
    z.object({
      ...itemBase,
      kind: z.literal('level'),
      levels: z.array(z.object({ code: z.string(), name: LocalizedText })),
    }),
  ])
  .meta({ id: 'DataItem' });
export type DataItem = z.infer<typeof DataItem>;

const RatioMeasure = z
  .object({
    fraction: z.object({ numerator: z.string(), denominator: z.string() }).nullable(),
    rate: z.string().nullable(),
    multiplier: DecimalText,
    unit: LocalizedText,
    partOfWhole: z.boolean(),
  })
  .meta({ id: 'RatioMeasure' });

/** A rule of a framework; the shapes compose. */
export const Rule: z.ZodType<CoreRule> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('boolean'), item: z.string() }),
    z.object({
      kind: z.literal('level'),
      item: z.string(),
      levels: z.array(z.object({ code: z.string(), share: DecimalText.nullable() })),
    }),
    z.object({
      kind: z.literal('count-step'),
      requires: z.string().nullable(),
      count: z.string(),
      fullFrom: DecimalText,
      shareBelow: DecimalText,
    }),
    z.object({ kind: z.literal('ratio'), measure: RatioMeasure }),
    z.object({ kind: z.literal('ratio-to-threshold'), measure: RatioMeasure, threshold: DecimalText }),
    z.object({
      kind: z.literal('step-threshold'),
      measure: RatioMeasure,
      threshold: DecimalText,
      thresholdIs: z.enum(['exact', 'at-most']),
    }),
    z.object({
      kind: z.literal('checklist'),
      parts: z.array(z.object({ item: z.string(), share: DecimalText })),
    }),
    z.object({
      kind: z.literal('checklist-share'),
      done: z.string(),
      listLength: DecimalText,
      rate: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('composite'),
      parts: z.array(
        z.object({
          code: z.string(),
          name: LocalizedText,
          share: DecimalText,
          get rule() {
            return Rule;
          },
        }),
      ),
    }),
    z.object({
      kind: z.literal('unknown'),
      get candidates() {
        return z.array(RuleCandidate);
      },
    }),
  ])
  .meta({ id: 'Rule' });

const RuleCandidate: z.ZodType<{
  code: string;
  rule: CoreRule;
  note: { vi: string; en: string };
}> = z
  .object({
    code: z.string(),
    get rule() {
      return Rule;
    },
    note: LocalizedText,
  })
  .meta({ id: 'RuleCandidate' });

/** One step of the arithmetic behind points. */
export const TraceStep: z.ZodType<CoreTraceStep> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), item: z.string(), value: DataValue }),
    z.object({
      kind: z.literal('fraction'),
      numerator: NumberSpan,
      denominator: NumberSpan,
      multiplier: DecimalText,
      unit: LocalizedText,
      result: NumberSpan,
    }),
    z.object({
      kind: z.literal('given-rate'),
      item: z.string(),
      rate: NumberSpan,
      unit: LocalizedText,
    }),
    z.object({
      kind: z.literal('unused-rate'),
      item: z.string(),
      rate: NumberSpan,
      unit: LocalizedText,
      agrees: z.boolean(),
    }),
    z.object({
      kind: z.literal('compare'),
      value: NumberSpan,
      threshold: DecimalText,
      thresholdIs: z.enum(['exact', 'at-most']),
      unit: LocalizedText.nullable(),
      reached: z.enum(['yes', 'no', 'open']),
    }),
    z.object({
      kind: z.literal('share-of'),
      value: NumberSpan,
      full: DecimalText,
      unit: LocalizedText.nullable(),
      share: TextRange,
      capped: z.boolean(),
    }),
    z.object({ kind: z.literal('fixed-share'), share: TextRange }),
    z.object({ kind: z.literal('unknown-share'), level: z.string() }),
    z.object({
      kind: z.literal('part'),
      code: z.string(),
      name: LocalizedText.nullable(),
      weight: DecimalText,
      share: TextRange,
      get steps() {
        return z.array(TraceStep);
      },
    }),
    z.object({
      kind: z.literal('candidate'),
      code: z.string(),
      note: LocalizedText,
      points: TextRange,
      get steps() {
        return z.array(TraceStep);
      },
    }),
    z.object({ kind: z.literal('envelope'), points: TextRange, candidates: z.number().int() }),
    z.object({ kind: z.literal('no-data'), items: z.array(z.string()) }),
    z.object({ kind: z.literal('not-applicable'), policy: z.enum(['zero', 'full']) }),
    z.object({ kind: z.literal('zero-denominator'), policy: z.enum(['zero', 'no-data']) }),
    z.object({
      kind: z.literal('points'),
      share: TextRange,
      maximum: DecimalText,
      points: TextRange,
    }),
  ])
  .meta({ id: 'TraceStep' });

/** Where a field comes from. */
export const FieldProvenance = z
  .object({ mark: z.enum(PROVENANCE_MARKS), note: LocalizedText.nullable() })
  .meta({ id: 'FieldProvenance' });

/** A place in a source document. */
export const DocumentPlace = z
  .object({ document: z.string(), line: z.number().int().positive() })
  .meta({ id: 'DocumentPlace' });

/** An agency as a source names it. */
export const AgencyReference = z
  .object({ nameAsWritten: z.string(), organizationCode: z.string().nullable(), name: z.string() })
  .meta({ id: 'AgencyReference' });

const WorkedExample = z.object({
  subjectCode: z.string().nullable(),
  subjectCertainty: z.enum(['total-closes', 'likely', 'undetermined']),
  year: z.number().int(),
  values: z.array(z.object({ item: z.string(), value: DataValue })),
  printedPoints: DecimalText,
  statedRule: Rule.nullable(),
  note: LocalizedText.nullable(),
  place: DocumentPlace,
});

const componentBase = { code: z.string(), name: LocalizedText, maximumPoints: DecimalText };

const ComponentIndicator: z.ZodType<CoreComponentIndicator> = z.object({
  ...componentBase,
  kind: z.literal('indicator'),
  rule: Rule,
  alternatives: z.array(RuleCandidate),
  dataItems: z.array(z.string()),
  evidence: LocalizedText,
  leadAgencies: z.array(AgencyReference),
  coordinatingAgencies: z.array(AgencyReference),
  provenance: z.object({
    name: FieldProvenance,
    maximumPoints: FieldProvenance,
    rule: FieldProvenance,
    dataItems: FieldProvenance,
    evidence: FieldProvenance,
    assignment: FieldProvenance,
  }),
  notes: z.array(LocalizedText),
  workedExamples: z.array(WorkedExample),
});

const Component: z.ZodType<CoreComponent> = z
  .union([
    ComponentIndicator,
    z.object({
      ...componentBase,
      kind: z.literal('group'),
      provenance: z.object({ name: FieldProvenance, maximumPoints: FieldProvenance }),
      get children() {
        return z.array(Component);
      },
    }),
  ])
  .meta({ id: 'FrameworkComponent' });

/** The definition of a framework as it is kept in `data/frameworks/` and in the database. */
export const FrameworkDefinition: z.ZodType<CoreFramework> = z.object({
  code: z.string().min(1),
  version: z.number().int().positive(),
  assessmentYear: z.number().int(),
  subjectKind: z.enum(['province', 'agency', 'commune', 'enterprise', 'system']),
  title: LocalizedText,
  decision: z.object({
    number: z.string(),
    date: PlainDateText,
    issuer: z.string(),
    subject: z.string(),
  }),
  maximumPoints: DecimalText,
  policies: z.object({
    rounding: z.object({
      places: z.number().int().min(0),
      mode: z.enum(['half-up', 'half-even', 'half-down']),
    }),
    notApplicable: z.enum(['zero', 'full']),
    zeroDenominator: z.enum(['zero', 'no-data']),
  }),
  provenance: z.object({ maximumPoints: FieldProvenance, policies: FieldProvenance }),
  notes: z.array(LocalizedText),
  dataItems: z.array(DataItem),
  components: z.array(Component),
});
