import type { DecimalText } from '#core/kernel/decimal.ts';
import type { ItemMeasure, TargetItem } from '#contract/plan-item.ts';
import type { TargetYearValue } from '#features/collection/follow-up-contract.ts';
import type { Measure } from '#web/widgets/plan-item/measure.ts';

/** What a target is to reach in a year, and what was reached by accepted figures. */
export interface TargetYear {
  readonly year: number;
  /** As the plan says it; null where it says nothing of the year. */
  readonly planned: Measure | null;
  /** The number that can be drawn beside what was reached: in the same unit. */
  readonly plannedNumber: DecimalText | null;
  readonly reached: TargetYearValue | null;
  /** What was recorded before it, the latest first. */
  readonly earlier: readonly TargetYearValue[];
}

const YEAR = /\b20\d{2}\b/g;

// A measure that names several years, or none, says nothing of one.
const yearOf = ({ label, end }: Pick<ItemMeasure, 'label' | 'end'>): number | null => {
  if (end !== null) return Number(end.slice(0, 4));
  const years = label.match(YEAR) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
};

const listPlanned = (target: TargetItem): ReadonlyMap<number, Measure> => {
  const own = target.period?.end ? [[Number(target.period.end.slice(0, 4)), target] as const] : [];
  const further = [...target.plannedValues, ...target.phases].flatMap((measure) => {
    const year = yearOf(measure);
    return year === null ? [] : [[year, measure] as const];
  });
  // What is planned for a year by name counts before the value of the whole target.
  return new Map<number, Measure>([...own, ...further]);
};

const byVersion = (one: TargetYearValue, other: TargetYearValue): number => other.version - one.version;

/** Plan and result by year, the earliest first; only years of which something was reached, or the plan speaks. */
export const listTargetYears = (
  target: TargetItem,
  values: readonly TargetYearValue[],
): readonly TargetYear[] => {
  const planned = listPlanned(target);
  const years = [...new Set([...planned.keys(), ...values.map(({ year }) => year)])];
  return years
    .toSorted((one, other) => one - other)
    .map((year) => {
      const plan = planned.get(year) ?? null;
      const [reached = null, ...earlier] = values.filter((value) => value.year === year).toSorted(byVersion);
      const unit = reached?.unit ?? values[0]?.unit ?? plan?.unit;
      return {
        ...{ year, planned: plan, reached, earlier },
        plannedNumber: plan?.unit === unit ? (plan?.value ?? null) : null,
      };
    });
};
