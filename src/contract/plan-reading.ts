import { z } from 'zod';
import { DUE_KINDS } from '#core/calendar/due-rule.ts';
import {
  CITATION_ROLES,
  COMPARATORS,
  DUTY_COMPARATORS,
  REPORT_FREQUENCIES,
  TASK_FORMS,
} from '#core/plan/plan-item.ts';
import type { PlanReading as Reading } from '#core/plan-reading/reading.ts';
import { PlainDateText } from './schemas.ts';

const text = z.string();
const words = z.string().nullable();
// Readings were once kept with days of a year 0, which no calendar has, and with ranks that are no whole numbers.
const day = z.union([
  PlainDateText,
  z
    .string()
    .regex(/^0000-\d\d-\d\d$/)
    .transform(() => null),
  z.null(),
]);
const place = z
  .number()
  .nullable()
  .transform((value) => (Number.isSafeInteger(value) ? value : null));
const amount = z.number().nullable();
const names = z.array(z.string()).readonly();

const Comparator = z.enum(COMPARATORS);

const Value = z.union([z.number(), z.array(z.number()).readonly(), z.null()]);

const Period = z.object({
  raw: text,
  kind: z.enum(DUE_KINDS),
  start: day,
  end: day,
  note: words.exactOptional(),
});

const Continuation = z.object({ line: z.number().int(), quote: text, field: words.exactOptional() });

/** What every item has: its name in the reading, its place, and the words of the source. */
const item = {
  id: text,
  appendix: words,
  section: words,
  order: words,
  quote: text,
  line: z.number().int().positive().nullable(),
  page: z.number().int().nullable().exactOptional(),
  block: z.number().int().nullable().exactOptional(),
  continuation: z.array(Continuation).readonly().exactOptional(),
  sourceDefect: words.exactOptional(),
  note: words.exactOptional(),
  correctedFields: names.exactOptional(),
};

const responsibility = {
  leadRaw: words,
  leadAgencies: names,
  coordinatingRaw: words,
  coordinatingAgencies: names,
};

const Measure = z.object({
  label: text,
  raw: text,
  comparator: Comparator.nullable(),
  value: Value,
  unit: words,
  start: day.exactOptional(),
  end: day.exactOptional(),
});

const Baseline = z.object({
  raw: text,
  value: amount,
  unit: words,
  period: words.exactOptional(),
  note: words.exactOptional(),
});

const LabelledNumber = z.object({ label: text, value: amount });

const DocumentReference = z.object({
  docType: words,
  docNumber: words,
  issueDate: day,
  issuingAgency: words,
  subject: words,
  footnoteNumber: z.number().int().nullable().exactOptional(),
  quote: words,
  line: z.number().int().nullable(),
  note: words.exactOptional(),
});

const DocumentHead = z.object({
  file: words,
  docType: words,
  attachedDocType: words,
  docNumber: words,
  docNumberRaw: words,
  issueDate: day,
  issueDateRaw: words,
  year: z.number().int().nullable(),
  issuingAgency: words,
  subjectLine: words,
  isDraft: z.boolean(),
  signerName: words,
  signerTitle: words,
  recipients: names,
  legalBasis: z.array(DocumentReference).readonly(),
});

const Target = z.object({
  ...item,
  ...responsibility,
  embedded: z.boolean(),
  subgroup: words.exactOptional(),
  orderInGroup: words.exactOptional(),
  groupNumber: z.number().int().nullable().exactOptional(),
  indicatorCode: words.exactOptional(),
  name: text,
  nameNote: words.exactOptional(),
  rawTarget: text,
  comparator: Comparator,
  value: Value,
  unit: words,
  basis: words,
  aspirational: z.boolean(),
  qualitativeLevel: words.exactOptional(),
  baseline: Baseline.nullable(),
  period: Period.nullable(),
  deadline: Period.nullable(),
  phases: z.array(Measure).readonly(),
  actuals: z.array(Measure).readonly(),
  plannedValues: z.array(Measure).readonly(),
  statusVsPlan: words.exactOptional(),
  outlook: words.exactOptional(),
  leadNote: words.exactOptional(),
});

const Task = z.object({
  ...item,
  ...responsibility,
  kind: z.enum(TASK_FORMS),
  name: text,
  role: words,
  issuingRaw: words.exactOptional(),
  issuingAgencies: names,
  expectedResult: words,
  deadline: Period.nullable(),
  deadlineColumn: words,
});

const Project = z.object({
  ...item,
  group: words,
  fundingSource: words,
  name: text,
  investorRaw: words,
  investors: names,
  investorUnit: words,
  period: Period.nullable(),
  budget: z.object({ raw: text, value: amount, unit: words }).nullable(),
  remark: words,
  footnoteNumber: z.number().int().nullable(),
  legalBasis: z.array(DocumentReference).readonly(),
});

const Rank = z.object({
  label: text,
  raw: text,
  rank: place,
  outOf: place,
});

const IndicatorScore = z.object({
  ...item,
  table: words,
  name: text,
  maxScore: amount,
  scores: z.array(LabelledNumber).readonly(),
  ranks: z.array(Rank).readonly(),
  overallRank: words,
  rule: words,
  isTotal: z.boolean(),
});

const Gap = z.object({
  ...item,
  ...responsibility,
  indicatorCode: words,
  name: text,
  score: amount,
  maxScore: amount,
  currentValue: amount,
  currentUnit: words,
  numerator: amount,
  denominator: amount,
  requiredValue: amount,
  requiredComparator: Comparator.nullable(),
  requiredPeriod: words.exactOptional(),
  scorePeriod: words.exactOptional(),
  cause: words,
  causeLine: z.number().int().nullable().exactOptional(),
  remedy: words,
  remedyLine: z.number().int().nullable().exactOptional(),
  remark: words,
});

const Result = z.object({
  ...item,
  name: text,
  raw: text,
  comparator: Comparator,
  value: Value,
  unit: words,
  percent: amount.exactOptional(),
  deltaRaw: words.exactOptional(),
  status: words.exactOptional(),
  asOf: words.exactOptional(),
  numerator: amount.exactOptional(),
  denominator: amount.exactOptional(),
  percentOfTarget: amount.exactOptional(),
  percentOfPlan: amount.exactOptional(),
  yearOverYear: amount.exactOptional(),
  targetMentioned: words.exactOptional(),
});

const Resource = z.object({
  ...item,
  table: words,
  name: words,
  periodLabel: words,
  unit: words,
  amounts: z.array(LabelledNumber).readonly(),
  total: amount,
  isTotal: z.boolean(),
});

const CitedDocument = z.object({
  ...item,
  role: z.enum(CITATION_ROLES),
  docType: words,
  docNumber: words,
  issueDateRaw: words,
  issueDate: day,
  issuingAgency: words,
  subject: words,
  alsoLines: z.array(z.number().int()).readonly(),
  footnoteNumber: z.number().int().nullable().exactOptional(),
  level: words.exactOptional(),
  locality: words.exactOptional(),
  leadRaw: words.exactOptional(),
  leadAgencies: names.exactOptional(),
});

const ReportingDuty = z.object({
  ...item,
  what: text,
  reporterRaw: words,
  reporterAgencies: names,
  recipientRaw: words,
  recipientAgencies: names,
  frequency: z.enum(REPORT_FREQUENCIES),
  frequencyNote: words.exactOptional(),
  covers: words,
  validFor: words,
  raw: text,
  comparator: z.enum(DUTY_COMPARATORS).nullable(),
  dueDate: day,
  recurringDays: names,
  windowStart: day.exactOptional(),
  windowEnd: day.exactOptional(),
});

const Warning = z.object({
  code: text,
  severity: z.enum(['info', 'warning', 'error']),
  message: text,
  line: z.number().int().nullable(),
  quote: words.exactOptional(),
});

/** A whole plan reading as it comes over an edge: from a file of reviewed readings or from storage. */
export const PlanReading: z.ZodType<Reading> = z.object({
  document: DocumentHead,
  targets: z.array(Target).readonly(),
  tasks: z.array(Task).readonly(),
  projects: z.array(Project).readonly(),
  indicatorScores: z.array(IndicatorScore).readonly(),
  gaps: z.array(Gap).readonly(),
  results: z.array(Result).readonly(),
  resources: z.array(Resource).readonly(),
  citedDocuments: z.array(CitedDocument).readonly(),
  reportingDuties: z.array(ReportingDuty).readonly(),
  warnings: z.array(Warning).readonly(),
});
export type PlanReading = Reading;
