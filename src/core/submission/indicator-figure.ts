import { decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { readMeasure } from '#core/scoring/measure.ts';
import { isExactQuantity } from '#core/scoring/quantity.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';

/** What an indicator measures, as one number with its unit. */
export interface IndicatorFigure {
  readonly value: DecimalText;
  readonly unit: LocalizedText;
}

// A quotient may have no end; targets are written with two decimals at most.
const PLACES = 4;

const isNumberItem = <Item extends Framework['dataItems'][number]>(
  item: Item | undefined,
): item is Extract<Item, { kind: 'number' }> => item?.kind === 'number';

/**
 * The one number that an indicator measures: its rate, of the sums of numerators and denominators where it has them, else
 * its only number. Undefined where the data don't give it, or where the rule looks at several numbers, so that none of
 * them is the indicator.
 */
export const findIndicatorFigure = (
  framework: Framework,
  indicator: ComponentIndicator,
  values: DataValues,
): IndicatorFigure | undefined => {
  const measures = [
    ...new Map(
      listRuleMeasures(indicator.rule).map((measure) => [JSON.stringify(measure), measure]),
    ).values(),
  ];
  const [measure] = measures;
  if (measure) {
    const reading = measures.length === 1 ? readMeasure(measure, values, framework.policies) : undefined;
    if (reading?.state !== 'known' || !isExactQuantity(reading.quantity)) return undefined;
    return { value: decimalText(reading.quantity.low.toDecimalPlaces(PLACES)), unit: measure.unit };
  }
  const items = indicator.dataItems
    .map((code) => framework.dataItems.find((item) => item.code === code))
    .filter(isNumberItem);
  const [item] = items;
  const value = item && values.get(item.code);
  if (!item || items.length > 1 || value?.state !== 'value' || value.comparator !== '=') return undefined;
  return { value: value.value, unit: item.unit };
};

const unitKey = (unit: string): string => unit.normalize('NFC').trim().toLowerCase();

/** Whether a target is set in the unit that its indicator is measured in: only then one can be held against the other. */
export const isSameUnit = (unit: LocalizedText, targetUnit: string | null): boolean =>
  targetUnit !== null && [unit.vi, unit.en].some((known) => unitKey(known) === unitKey(targetUnit));
