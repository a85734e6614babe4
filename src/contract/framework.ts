import { z } from 'zod';
import { ROUNDING_MODES } from '#core/kernel/decimal.ts';
import {
  type Component as CoreComponent,
  type ComponentIndicator as CoreComponentIndicator,
  type Framework as CoreFramework,
  FRAMEWORK_STATUSES,
  SUBJECT_KINDS,
} from '#core/scoring/framework.ts';
import {
  BLANK_POLICIES,
  NOT_APPLICABLE_POLICIES,
  type ScoringPolicies as CoreScoringPolicies,
  TIE_POLICIES,
  ZERO_DENOMINATOR_POLICIES,
} from '#core/scoring/policies.ts';
import { DecimalText, PlainDateText } from './schemas.ts';
import { Rule, RuleCandidate } from './scoring-rule.ts';
import {
  AgencyReference,
  DataItem,
  DataValue,
  DocumentPlace,
  FieldProvenance,
  LocalizedText,
} from './scoring.ts';

const RoundingPolicy = z.strictObject({
  places: z.number().int().min(0).max(12),
  mode: z.enum(ROUNDING_MODES),
});

/** What a framework leaves to whoever computes. */
export const ScoringPolicies: z.ZodType<CoreScoringPolicies> = z.strictObject({
  rounding: RoundingPolicy,
  levelRounding: z.array(RoundingPolicy.nullable()).exactOptional(),
  notApplicable: z.enum(NOT_APPLICABLE_POLICIES),
  redistributeFrom: z.number().int().min(0).exactOptional(),
  zeroDenominator: z.enum(ZERO_DENOMINATOR_POLICIES),
  blank: z.enum(BLANK_POLICIES).exactOptional(),
  ties: z.enum(TIE_POLICIES).exactOptional(),
});

/** The legal act that a framework stands in. */
export const FrameworkDecision = z
  .strictObject({ number: z.string(), date: PlainDateText, issuer: z.string(), subject: z.string() })
  .meta({ id: 'FrameworkDecision' });

const WorkedExample = z.strictObject({
  subjectCode: z.string().nullable(),
  subjectCertainty: z.enum(['total-closes', 'likely', 'undetermined']),
  year: z.number().int(),
  values: z.array(z.strictObject({ item: z.string(), value: DataValue })),
  printedPoints: DecimalText,
  statedRule: Rule.nullable(),
  note: LocalizedText.nullable(),
  place: DocumentPlace.nullable(),
});

const componentBase = { code: z.string(), name: LocalizedText, maximumPoints: DecimalText };

const ComponentIndicator: z.ZodType<CoreComponentIndicator> = z.strictObject({
  ...componentBase,
  kind: z.literal('indicator'),
  rule: Rule,
  alternatives: z.array(RuleCandidate),
  dataItems: z.array(z.string()),
  evidence: LocalizedText,
  leadAgencies: z.array(AgencyReference),
  appraisers: z.array(AgencyReference).exactOptional(),
  coordinatingAgencies: z.array(AgencyReference),
  provenance: z.strictObject({
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
    z.strictObject({
      ...componentBase,
      kind: z.literal('group'),
      provenance: z.strictObject({ name: FieldProvenance, maximumPoints: FieldProvenance }),
      get children() {
        return z.array(Component);
      },
    }),
  ])
  .meta({ id: 'FrameworkComponent' });

/** The definition of a framework as it is kept in `data/frameworks/` and in the database. */
export const FrameworkDefinition: z.ZodType<CoreFramework> = z.strictObject({
  code: z.string().min(1),
  version: z.number().int().positive(),
  assessmentYear: z.number().int(),
  owner: z.string().min(1).exactOptional(),
  validFrom: PlainDateText.exactOptional(),
  validTo: PlainDateText.exactOptional(),
  status: z.enum(FRAMEWORK_STATUSES).exactOptional(),
  subjectKind: z.enum(SUBJECT_KINDS),
  title: LocalizedText,
  decision: FrameworkDecision.nullable(),
  maximumPoints: DecimalText,
  policies: ScoringPolicies,
  provenance: z.strictObject({ maximumPoints: FieldProvenance, policies: FieldProvenance }),
  notes: z.array(LocalizedText),
  dataItems: z.array(DataItem),
  components: z.array(Component),
});
