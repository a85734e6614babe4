import { Decimal, decimal } from '#core/kernel/decimal.ts';
import type { ImprovementModel } from './build-model.ts';
import type { PricedOption } from './effort.ts';
import type { OptionColumns } from './option-columns.ts';

/** One option of a plan: from where to where its item is moved. */
export interface PlannedMove {
  readonly option: PricedOption;
  readonly from: Decimal;
  /** A value that can be reported: solved amounts are rounded to the lever's grain. */
  readonly to: Decimal;
  /** Effort of the way from `from` to `to`. */
  readonly effort: Decimal;
}

// Solvers answer in doubles: what differs by less than this is the same.
const SAME = decimal('0.0000001');

const asDecimal = (value: number): Decimal => {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to plan with: ${value}`);
  return new Decimal(value);
};

/** Up, so that a goal is reached; down, so that an effort is not passed. */
export type MoveRounding = 'up' | 'down';

/** The next value that can be reported at or above this one, or at or below it. */
const roundToGrain = (value: Decimal, grain: Decimal, rounding: MoveRounding): Decimal =>
  rounding === 'up'
    ? value.minus(SAME).dividedBy(grain).ceil().times(grain)
    : value.plus(SAME).dividedBy(grain).floor().times(grain);

const positionAfter = (
  { option, stretches }: OptionColumns,
  values: readonly number[],
  rounding: MoveRounding,
): Decimal | undefined => {
  const walked = option.stretches.flatMap((stretch, place) => {
    const columns = stretches[place];
    const value = asDecimal(columns ? (values[columns.amount] ?? 0) : 0);
    const part = value.dividedBy(columns?.steps ?? 1);
    if (part.lessThan(SAME)) return [];
    if (stretch.kind === 'jump' || part.greaterThan(decimal(1).minus(SAME))) return [stretch.to];
    const position = stretch.from.plus(stretch.to.minus(stretch.from).times(part));
    const grain = option.lever.kind === 'number' ? option.lever.grain : decimal(1);
    const reported = roundToGrain(position, grain, rounding);
    return [Decimal.max(Decimal.min(reported, stretch.to), stretch.from)];
  });
  return walked.at(-1);
};

/** Reads the moves out of the values that a solver chose. */
export const readMoves = (
  model: ImprovementModel,
  values: readonly number[],
  rounding: MoveRounding,
): readonly PlannedMove[] =>
  model.columns.flatMap((columns) => {
    const { option } = columns;
    const from = option.stretches[0]?.from;
    const to = positionAfter(columns, values, rounding);
    if (!from || !to || to.lessThanOrEqualTo(from)) return [];
    return [{ option, from, to, effort: to.minus(from).times(option.effortPerUnit) }];
  });
