import { isPlainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { tidy } from '#core/kernel/text.ts';
import { decideCondition } from './asset-condition.ts';
import type { AssetField, AssetRegister } from './asset-register.ts';
import type { AssetValue, AssetValues } from './asset-values.ts';

/** What can be wrong with what an entry says about one field. */
export const ASSET_FIELD_PROBLEMS = [
  'missing',
  'too-long',
  'not-a-choice',
  'malformed-day',
  'too-many-days',
  'unknown-field',
] as const;

export interface AssetFieldProblem {
  /** Code of the field, or `name`. */
  readonly field: string;
  readonly code: (typeof ASSET_FIELD_PROBLEMS)[number];
}

const ASSET_NAME_LIMIT = 300;
const ASSET_TEXT_LIMIT = 1000;
const DAYS_LIMIT = 60;

type ProblemCode = AssetFieldProblem['code'];

/** What is kept of a value, nothing of a blank one, or why it does not fit. */
interface CheckedValue {
  readonly value?: AssetValue;
  readonly problem?: ProblemCode;
}

const keepIf = (fits: boolean, value: AssetValue, problem: ProblemCode): CheckedValue =>
  fits ? { value } : { problem };

const checkDays = (days: readonly string[]): CheckedValue => {
  if (days.length > DAYS_LIMIT) return { problem: 'too-many-days' };
  const isEach = days.every((day) => isPlainDate(day));
  return keepIf(isEach, [...new Set(days)].toSorted(), 'malformed-day');
};

const checkText = (given: string): CheckedValue => {
  const text = tidy(given);
  return text === '' ? {} : keepIf(text.length <= ASSET_TEXT_LIMIT, text, 'too-long');
};

const checkValue = (field: AssetField, given: AssetValue | undefined): CheckedValue => {
  if (given === undefined || given.length === 0) return {};
  if (field.kind === 'days') return checkDays([given].flat());
  if (typeof given !== 'string') return { problem: 'not-a-choice' };
  switch (field.kind) {
    case 'text':
      return checkText(given);
    case 'choice': {
      const isOffered = field.choices.some(({ code }) => code === given);
      return keepIf(isOffered, given, 'not-a-choice');
    }
    case 'yes-no':
      return keepIf(given === 'yes' || given === 'no', given, 'not-a-choice');
    case 'day':
      return keepIf(isPlainDate(given), given, 'malformed-day');
  }
};

const isNeeded = (field: AssetField, values: AssetValues, today: PlainDate): boolean =>
  field.isRequired ||
  (field.requiredWhen !== null && decideCondition(field.requiredWhen, values, today) === 'yes');

const checkName = (given: string): readonly AssetFieldProblem[] => {
  const name = tidy(given);
  if (name === '') return [{ field: 'name', code: 'missing' }];
  return name.length > ASSET_NAME_LIMIT ? [{ field: 'name', code: 'too-long' }] : [];
};

/** Tidies what an entry says, or tells everything that is wrong with it, in the order of the form. */
export const checkAssetEntry = (
  register: AssetRegister,
  given: { readonly name: string; readonly values: AssetValues },
  today: PlainDate,
):
  | { readonly name: string; readonly values: AssetValues }
  | { readonly problems: readonly AssetFieldProblem[] } => {
  const checked = register.fields.map((field) => ({
    field,
    ...checkValue(field, given.values[field.code]),
  }));
  const values: AssetValues = Object.fromEntries(
    checked.flatMap(({ field, value }) => (value === undefined ? [] : [[field.code, value]])),
  );
  const problems = [
    ...checkName(given.name),
    ...checked.flatMap(({ field, value, problem }): AssetFieldProblem[] => {
      if (problem !== undefined) return [{ field: field.code, code: problem }];
      return value === undefined && isNeeded(field, values, today)
        ? [{ field: field.code, code: 'missing' }]
        : [];
    }),
    ...Object.keys(given.values)
      .filter((code) => !register.fields.some((field) => field.code === code))
      .map((field): AssetFieldProblem => ({ field, code: 'unknown-field' })),
  ];
  return problems.length > 0 ? { problems } : { name: tidy(given.name), values };
};
