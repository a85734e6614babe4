import type { DecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { decideDataValue } from '#core/scoring/decide-data-value.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { daysOfPeriod, type Period, yearOfPeriod } from './period.ts';

/** Whether a figure of a period is confirmed, or told before that. */
export const PERIOD_VALUE_KINDS = ['estimate', 'final'] as const;
export type PeriodValueKind = (typeof PERIOD_VALUE_KINDS)[number];

/** A figure of a period as a person entered it; null takes back what stands there. */
export interface EnteredPeriodValue {
  readonly item: string;
  readonly period: Period;
  readonly kind: PeriodValueKind;
  readonly value: string | null;
}

type PeriodRefusal = Refusal<
  | 'record.not-found'
  | 'forecast.period-assessed'
  | 'forecast.period-ahead'
  | 'value.malformed'
  | 'value.out-of-range'
  | 'value.numerator-exceeds-denominator'
>;

const findWrongPeriod = (
  { assessmentYear }: Framework,
  { period, kind }: EnteredPeriodValue,
  today: PlainDate,
): PeriodRefusal | undefined => {
  if (yearOfPeriod(period) <= assessmentYear) {
    return refuse('forecast.period-assessed', { field: 'period', period, assessmentYear });
  }
  const { first, last } = daysOfPeriod(period);
  const isAhead = kind === 'final' ? today <= last : today < first;
  return isAhead ? refuse('forecast.period-ahead', { field: 'period', period, kind }) : undefined;
};

/**
 * Decides what an entry becomes: a decimal that fits its item and the other figures of the period, null for one that is taken
 * back, or a refusal that names the field. A final figure can't be known before its period is over, nor an estimate before it begins.
 */
export const decidePeriodValue = (
  framework: Framework,
  entered: EnteredPeriodValue,
  samePeriod: DataValues,
  today: PlainDate,
): DecimalText | null | PeriodRefusal => {
  const item = findDataItem(framework, entered.item);
  if (item?.kind !== 'number') return refuse('record.not-found', { kind: 'data-item', code: entered.item });
  const wrong = findWrongPeriod(framework, entered, today);
  if (wrong) return wrong;
  if (entered.value === null) return null;
  const value = decideDataValue(
    framework,
    item,
    { state: 'value', value: entered.value, comparator: '=' },
    samePeriod,
  );
  if (isRefusal(value)) return value;
  return value.state === 'value' ? value.value : null;
};
