import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { COMPARATORS, REPORT_FREQUENCIES, type ItemKind } from '#core/plan/plan-item.ts';
import type { KindReading, ReadingOfKind } from '#core/plan/register-entry.ts';
import {
  amount,
  day,
  names,
  oneOf,
  period,
  requiredWords,
  value,
  words,
  type FieldContext,
  type FieldForm,
} from './field-forms.ts';
import { REVIEW_FIELDS, type FieldChange, type ReviewField } from './review-step.ts';

/** How one field of a reading is shown in a form and written from it. */
interface ItemField<Reading> {
  readonly print: (reading: Reading) => string;
  readonly write: (reading: Reading, text: string, context: FieldContext) => Reading | undefined;
}

type FieldsOf<Reading> = Partial<Readonly<Record<ReviewField, ItemField<Reading>>>>;

const fieldsOf = <Reading extends object>() => ({
  of: <Key extends keyof Reading>(
    key: Key,
    form: FieldForm<Exclude<Reading[Key], undefined>>,
  ): ItemField<Reading> => ({
    print: (reading) => form.print(reading[key] as Exclude<Reading[Key], undefined> | undefined),
    write: (reading, text, context) => {
      const fact = form.parse(text, context);
      return fact === undefined ? undefined : { ...reading, [key]: fact };
    },
  }),
});

const target = fieldsOf<ReadingOfKind['target']>();
const task = fieldsOf<ReadingOfKind['task']>();
const project = fieldsOf<ReadingOfKind['project']>();
const gap = fieldsOf<ReadingOfKind['gap']>();
const score = fieldsOf<ReadingOfKind['indicator-score']>();
const duty = fieldsOf<ReadingOfKind['reporting-duty']>();
const cited = fieldsOf<ReadingOfKind['cited-document']>();
const result = fieldsOf<ReadingOfKind['result']>();
const resource = fieldsOf<ReadingOfKind['resource']>();

const comparator = oneOf(COMPARATORS);

// A target is due at its own completion time, and only without one at the end of its period.
const targetDue: FieldsOf<ReadingOfKind['target']>['due'] = {
  print: (reading) => period.print(reading.deadline ?? reading.period),
  write: (reading, text, context) =>
    target.of(reading.deadline === null ? 'period' : 'deadline', period).write(reading, text, context),
};

const FIELDS: { readonly [Kind in ItemKind]: FieldsOf<ReadingOfKind[Kind]> } = {
  target: {
    name: target.of('name', requiredWords),
    indicatorCode: target.of('indicatorCode', words),
    comparator: target.of('comparator', comparator),
    value: target.of('value', value),
    unit: target.of('unit', words),
    due: targetDue,
    lead: target.of('leadAgencies', names),
    coordinating: target.of('coordinatingAgencies', names),
  },
  task: {
    name: task.of('name', requiredWords),
    due: task.of('deadline', period),
    lead: task.of('leadAgencies', names),
    coordinating: task.of('coordinatingAgencies', names),
    expectedResult: task.of('expectedResult', words),
  },
  project: {
    name: project.of('name', requiredWords),
    due: project.of('period', period),
    lead: project.of('investors', names),
    fundingSource: project.of('fundingSource', words),
  },
  gap: {
    name: gap.of('name', requiredWords),
    indicatorCode: gap.of('indicatorCode', words),
    score: gap.of('score', amount),
    maximumScore: gap.of('maxScore', amount),
    currentValue: gap.of('currentValue', amount),
    numerator: gap.of('numerator', amount),
    denominator: gap.of('denominator', amount),
    cause: gap.of('cause', words),
    remedy: gap.of('remedy', words),
    lead: gap.of('leadAgencies', names),
    coordinating: gap.of('coordinatingAgencies', names),
  },
  'indicator-score': {
    name: score.of('name', requiredWords),
    maximumScore: score.of('maxScore', amount),
  },
  'reporting-duty': {
    name: duty.of('what', requiredWords),
    frequency: duty.of('frequency', oneOf(REPORT_FREQUENCIES)),
    due: duty.of('dueDate', day),
    lead: duty.of('reporterAgencies', names),
  },
  'cited-document': {
    name: cited.of('subject', words),
    docNumber: cited.of('docNumber', words),
    issueDate: cited.of('issueDate', day),
  },
  result: {
    name: result.of('name', requiredWords),
    comparator: result.of('comparator', comparator),
    value: result.of('value', value),
    unit: result.of('unit', words),
  },
  resource: {
    name: resource.of('name', words),
    unit: resource.of('unit', words),
    total: resource.of('total', amount),
  },
};

const tableOf = (kind: ItemKind): FieldsOf<object> => FIELDS[kind] as FieldsOf<object>;

/** The fields of an item that a person can correct, each as it would be typed. */
export const listItemFields = (item: KindReading): readonly FieldChange[] =>
  REVIEW_FIELDS.flatMap((field) => {
    const own = tableOf(item.kind)[field];
    return own ? [{ field, text: own.print(item.reading) }] : [];
  });

const changeField = (
  item: KindReading,
  { field, text }: FieldChange,
  context: FieldContext,
): KindReading | Refusal<'plan-review.unreadable-field'> => {
  const written = tableOf(item.kind)[field]?.write(item.reading, tidy(text), context);
  return written
    ? ({ kind: item.kind, reading: written } as KindReading)
    : refuse('plan-review.unreadable-field', { item: item.reading.id, field, text });
};

/** The item with fields as a person typed them; refuses words that are no such fact, and fields that its kind does not have. */
export const correctFields = (
  item: KindReading,
  changes: readonly FieldChange[],
  context: FieldContext,
): KindReading | Refusal<'plan-review.unreadable-field'> => {
  let corrected = item;
  for (const change of changes) {
    const changed = changeField(corrected, change, context);
    if (isRefusal(changed)) return changed;
    corrected = changed;
  }
  return corrected;
};

/** Whether words can be the given field of an item of this kind. */
export const isReadableField = (kind: ItemKind, { field, text }: FieldChange): boolean =>
  tableOf(kind)[field]?.write({}, tidy(text), { year: null }) !== undefined;
