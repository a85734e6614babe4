import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  BLANK,
  type DataItem,
  type DataValue,
  type DataValues,
  NOT_APPLICABLE,
  type NumberItem,
  reported,
  type ValueComparator,
} from './data-value.ts';
import { type Framework, listIndicators } from './framework.ts';
import { decimalsOf, valueOf } from './measure.ts';
import { readQuantity } from './quantity.ts';
import { listRuleMeasures } from './rule-parts.ts';
import type { ItemCode, RatioMeasure } from './rule.ts';

/** What a person entered, not yet checked. */
export interface EnteredValue {
  readonly state: DataValue['state'];
  readonly value: string | null;
  readonly comparator: ValueComparator;
}

type ValueRefusal = Refusal<'value.malformed' | 'value.out-of-range' | 'value.numerator-exceeds-denominator'>;

const readNumber = (item: NumberItem, entered: EnteredValue): DataValue | ValueRefusal => {
  const text = entered.value ?? '';
  if (!isDecimalText(text))
    return refuse('value.malformed', { field: 'value', item: item.code, expected: 'number' });
  const number = decimal(text);
  if (item.whole && !number.isInteger()) {
    return refuse('value.malformed', { field: 'value', item: item.code, expected: 'whole-number' });
  }
  const below = item.minimum !== null && number.lessThan(item.minimum);
  const above = item.maximum !== null && number.greaterThan(item.maximum);
  if (below || above) {
    return refuse('value.out-of-range', {
      field: 'value',
      item: item.code,
      minimum: item.minimum,
      maximum: item.maximum,
    });
  }
  // The written decimals stay: they tell how far a printed rate was rounded.
  return reported((number.isZero() ? number.abs() : number).toFixed(decimalsOf(text)), entered.comparator);
};

const readChoice = (
  item: DataItem,
  choices: readonly string[],
  entered: EnteredValue,
): DataValue | ValueRefusal => {
  if (entered.value === null || !choices.includes(entered.value)) {
    return refuse('value.malformed', { field: 'value', item: item.code, expected: 'choice', choices });
  }
  if (entered.comparator !== '=') {
    return refuse('value.malformed', { field: 'comparator', item: item.code, expected: 'choice' });
  }
  return reported(entered.value);
};

/** Decides what an entry becomes by its item alone, as a form does that takes figures one by one. */
export const decideItemValue = (item: DataItem, entered: EnteredValue): DataValue | ValueRefusal => {
  if (entered.state === 'blank') return BLANK;
  if (entered.state === 'not-applicable') return NOT_APPLICABLE;
  switch (item.kind) {
    case 'number':
      return readNumber(item, entered);
    case 'yes-no':
      return readChoice(item, ['yes', 'no'], entered);
    case 'level':
      return readChoice(
        item,
        item.levels.map((level) => level.code),
        entered,
      );
  }
};

const listWholesOf = (
  framework: Framework,
  item: ItemCode,
): readonly NonNullable<RatioMeasure['fraction']>[] =>
  listIndicators(framework)
    .flatMap((indicator) => listRuleMeasures(indicator.rule))
    .filter((measure) => measure.partOfWhole)
    .flatMap((measure) => measure.fraction ?? [])
    .filter((fraction) => fraction.numerator === item || fraction.denominator === item);

const exceeds = (values: DataValues, fraction: PartOfWhole): boolean => {
  const part = valueOf(values, fraction.numerator);
  const whole = valueOf(values, fraction.denominator);
  if (part.state !== 'value' || whole.state !== 'value') return false;
  const most = readQuantity(whole).high;
  return most !== null && readQuantity(part).low.greaterThan(most);
};

/** Two items of which one counts a part of what the other counts. */
export interface PartOfWhole {
  readonly numerator: ItemCode;
  readonly denominator: ItemCode;
}

/** The fractions of a framework that must not be larger than one, each once. */
export const listFractions = (framework: Framework): readonly PartOfWhole[] => {
  const fractions = listIndicators(framework)
    .flatMap((indicator) => listRuleMeasures(indicator.rule))
    .flatMap(({ partOfWhole, fraction }) => (partOfWhole && fraction ? [fraction] : []));
  return [
    ...new Map(
      fractions.map((fraction) => [`${fraction.numerator}/${fraction.denominator}`, fraction]),
    ).values(),
  ];
};

/** The fractions that are larger than one where they must not be: for figures that were entered one by one. */
export const listBrokenFractions = (
  fractions: readonly PartOfWhole[],
  values: DataValues,
): readonly PartOfWhole[] => fractions.filter((fraction) => exceeds(values, fraction));

/** Decides what an entry becomes: a value that fits its item and its fraction, or a refusal that names the field. */
export const decideDataValue = (
  framework: Framework,
  item: DataItem,
  entered: EnteredValue,
  values: DataValues,
): DataValue | ValueRefusal => {
  const value = decideItemValue(item, entered);
  if (isRefusal(value)) return value;
  const after = new Map([...values, [item.code, value] as const]);
  const broken = listWholesOf(framework, item.code).find((fraction) => exceeds(after, fraction));
  if (!broken) return value;
  return refuse('value.numerator-exceeds-denominator', {
    field: 'value',
    item: item.code,
    numerator: broken.numerator,
    denominator: broken.denominator,
    other: valueText(valueOf(values, broken.numerator === item.code ? broken.denominator : broken.numerator)),
  });
};

const valueText = (value: DataValue): string | null => (value.state === 'value' ? value.value : null);
