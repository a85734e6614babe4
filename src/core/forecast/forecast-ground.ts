import type { DecimalText } from '#core/kernel/decimal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import type { Period } from './period.ts';

/** What an item was at the end of a period. */
export interface PeriodValue {
  readonly item: ItemCode;
  readonly period: Period;
  readonly value: DecimalText;
}

/** What a forecast is made of. */
export interface ForecastGround {
  readonly framework: Framework;
  /** The values of the year that the framework assesses. */
  readonly values: DataValues;
  /** The subjects that are compared with this one, where the framework compares. */
  readonly league?: League | undefined;
  readonly periodValues: readonly PeriodValue[];
  readonly inferredItems: ReadonlySet<ItemCode>;
  /** Items of which some figure is an estimate that nobody has confirmed yet. */
  readonly estimatedItems?: ReadonlySet<ItemCode>;
  /** Items of which some value was simulated for demonstration. */
  readonly simulatedItems: ReadonlySet<ItemCode>;
}
