import type { Insertable } from 'kysely';
import { dayOrNull } from '#core/plan/read-day.ts';
import { numberText, splitValue } from '#core/plan/read-number.ts';
import type { KindReading, ReadingOfKind, RegisterEntry } from '#core/plan/register-entry.ts';
import type { DocumentReference, LabelledNumber, Measure } from '#core/plan-reading/reading.ts';
import type { DocumentMention, ItemMeasure } from '#contract/plan-item.ts';
import type { DB } from '#server/db/schema.gen.ts';

/** The table that keeps what a kind of item has beside the shared columns. */
export const DETAIL_TABLES = {
  target: 'target',
  task: 'task',
  project: 'project',
  gap: 'gap',
  'indicator-score': 'printed_indicator_score',
  'reporting-duty': 'reporting_duty',
  'cited-document': 'cited_document',
  result: 'reported_result',
  resource: 'funding_row',
} as const satisfies Record<RegisterEntry['kind'], keyof DB>;

type Kind = RegisterEntry['kind'];
type Row<K extends Kind> = Omit<Insertable<DB[(typeof DETAIL_TABLES)[K]]>, 'item_id'>;

const measures = (read: readonly Measure[] | undefined): ItemMeasure[] =>
  (read ?? []).map((measure) => {
    const { value, values } = splitValue(measure.value);
    return {
      label: measure.label,
      raw: measure.raw,
      comparator: measure.comparator,
      value,
      values: values && [...values],
      unit: measure.unit,
      start: dayOrNull(measure.start),
      end: dayOrNull(measure.end),
    };
  });

const amounts = (read: readonly LabelledNumber[]) =>
  read.map(({ label, value }) => ({ label, value: numberText(value) }));

/** Documents named in passing, in the shape in which they are kept. */
export const mentions = (read: readonly Omit<DocumentReference, 'quote'>[] | undefined): DocumentMention[] =>
  (read ?? []).map((reference) => ({
    docType: reference.docType ?? null,
    docNumber: reference.docNumber,
    issueDate: dayOrNull(reference.issueDate),
    issuingAgency: reference.issuingAgency ?? null,
    subject: reference.subject ?? null,
    line: reference.line ?? null,
    footnoteNumber: reference.footnoteNumber ?? null,
  }));

const targetRow = (read: ReadingOfKind['target']): Row<'target'> => {
  const { value, values } = splitValue(read.value);
  return {
    name_note: read.nameNote ?? null,
    raw_target: read.rawTarget,
    comparator: read.comparator,
    value,
    value_list: values && [...values],
    unit: read.unit,
    basis: read.basis,
    aspirational: read.aspirational,
    embedded: read.embedded,
    qualitative_level: read.qualitativeLevel ?? null,
    baseline: read.baseline && {
      raw: read.baseline.raw,
      value: numberText(read.baseline.value),
      unit: read.baseline.unit,
      period: read.baseline.period ?? null,
    },
    period_kind: read.period?.kind ?? null,
    period_raw: read.period?.raw ?? null,
    period_start: dayOrNull(read.period?.start),
    period_end: dayOrNull(read.period?.end),
    phases: measures(read.phases),
    actuals: measures(read.actuals),
    planned_values: measures(read.plannedValues),
    verdict: read.statusVsPlan ?? null,
    outlook: read.outlook ?? null,
    group_number: read.groupNumber ?? null,
    subgroup: read.subgroup ?? null,
    order_in_group: read.orderInGroup ?? null,
    lead_note: read.leadNote ?? null,
  };
};

const taskRow = (read: ReadingOfKind['task']): Row<'task'> => ({
  form: read.kind,
  role: read.role,
  expected_result: read.expectedResult,
  due_column: read.deadlineColumn,
});

const projectRow = (read: ReadingOfKind['project']): Row<'project'> => ({
  project_group: read.group,
  funding_source: read.fundingSource,
  investor_raw: read.investorRaw,
  investor_unit: read.investorUnit,
  budget: read.budget && { ...read.budget, value: numberText(read.budget.value) },
  remark: read.remark,
  footnote_number: read.footnoteNumber,
  legal_basis: mentions(read.legalBasis),
});

const gapRow = (read: ReadingOfKind['gap']): Row<'gap'> => ({
  score: numberText(read.score),
  maximum_score: numberText(read.maxScore),
  score_period: read.scorePeriod ?? null,
  current_value: numberText(read.currentValue),
  current_unit: read.currentUnit,
  numerator: numberText(read.numerator),
  denominator: numberText(read.denominator),
  required_value: numberText(read.requiredValue),
  required_comparator: read.requiredComparator,
  required_period: read.requiredPeriod ?? null,
  cause: read.cause,
  cause_line: read.causeLine ?? null,
  remedy: read.remedy,
  remedy_line: read.remedyLine ?? null,
  remark: read.remark,
});

const scoreRow = (read: ReadingOfKind['indicator-score']): Row<'indicator-score'> => ({
  table_caption: read.table,
  maximum_score: numberText(read.maxScore),
  scores: amounts(read.scores),
  ranks: read.ranks.map(({ label, raw, rank, outOf }) => ({ label, raw, rank, outOf })),
  overall_rank: read.overallRank,
  rule: read.rule,
  is_total: read.isTotal,
});

const dutyRow = (read: ReadingOfKind['reporting-duty']): Row<'reporting-duty'> => ({
  reporter_raw: read.reporterRaw,
  recipient_raw: read.recipientRaw,
  frequency: read.frequency,
  frequency_note: read.frequencyNote ?? null,
  covers: read.covers,
  valid_for: read.validFor,
  date_raw: read.raw,
  comparator: read.comparator,
  due_date: dayOrNull(read.dueDate),
  recurring_days: [...read.recurringDays],
  window_start: dayOrNull(read.windowStart),
  window_end: dayOrNull(read.windowEnd),
});

const citationRow = (read: ReadingOfKind['cited-document']): Row<'cited-document'> => ({
  role: read.role,
  doc_type: read.docType,
  doc_number: read.docNumber,
  issue_date: dayOrNull(read.issueDate),
  issue_date_raw: read.issueDateRaw,
  issuing_agency: read.issuingAgency,
  subject: read.subject,
  also_lines: [...read.alsoLines],
  footnote_number: read.footnoteNumber ?? null,
  level: read.level ?? null,
  locality: read.locality ?? null,
});

const resultRow = (read: ReadingOfKind['result']): Row<'result'> => {
  const { value, values } = splitValue(read.value);
  return {
    raw: read.raw,
    comparator: read.comparator,
    value,
    value_list: values && [...values],
    unit: read.unit,
    percent: numberText(read.percent),
    delta_raw: read.deltaRaw ?? null,
    status: read.status ?? null,
    as_of: read.asOf ?? null,
    numerator: numberText(read.numerator),
    denominator: numberText(read.denominator),
    percent_of_target: numberText(read.percentOfTarget),
    percent_of_plan: numberText(read.percentOfPlan),
    year_over_year: numberText(read.yearOverYear),
  };
};

const fundingRow = (read: ReadingOfKind['resource']): Row<'resource'> => ({
  table_caption: read.table,
  period_label: read.periodLabel,
  unit: read.unit,
  amounts: amounts(read.amounts),
  total: numberText(read.total),
  is_total: read.isTotal,
});

/** The columns of the table of its kind for an item, without the item's id. */
export const buildDetailRow = ({ kind, reading }: KindReading): object => {
  switch (kind) {
    case 'target':
      return targetRow(reading);
    case 'task':
      return taskRow(reading);
    case 'project':
      return projectRow(reading);
    case 'gap':
      return gapRow(reading);
    case 'indicator-score':
      return scoreRow(reading);
    case 'reporting-duty':
      return dutyRow(reading);
    case 'cited-document':
      return citationRow(reading);
    case 'result':
      return resultRow(reading);
    case 'resource':
      return fundingRow(reading);
  }
};
