import { type Decimal, sum } from '#core/kernel/decimal.ts';
import type { EffortSettings } from './effort.ts';
import type { PlannedMove } from './read-solution.ts';

const excessOver = (limit: Decimal, efforts: readonly Decimal[]): Decimal => sum(efforts).minus(limit);

/**
 * Limits that leave room for rounding: amounts are rounded up to what can be reported, so a plan may pass a limit by less than
 * one such step. Given the limits that were set, those that were solved with, and the plan: by how much to solve with less.
 * Undefined when every limit that was set is kept.
 */
export const tightenLimits = (
  set: EffortSettings,
  solvedWith: EffortSettings,
  moves: readonly PlannedMove[],
): EffortSettings | undefined => {
  const tighten = (
    limits: ReadonlyMap<string, Decimal>,
    current: ReadonlyMap<string, Decimal>,
    effortsOf: (key: string) => readonly Decimal[],
  ): ReadonlyMap<string, Decimal> | undefined => {
    const passed = [...limits].flatMap(([key, limit]) => {
      const excess = excessOver(limit, effortsOf(key));
      return excess.greaterThan(0) ? [[key, (current.get(key) ?? limit).minus(excess)] as const] : [];
    });
    return passed.length === 0 ? undefined : new Map([...current, ...passed]);
  };
  const indicatorLimits = tighten(set.indicatorLimits, solvedWith.indicatorLimits, (component) =>
    moves.filter(({ option }) => option.componentCode === component).map(({ effort }) => effort),
  );
  const agencyLimits = tighten(set.agencyLimits, solvedWith.agencyLimits, (agency) =>
    moves
      .filter(({ option }) => option.leadAgencies.includes(agency))
      .map(({ option, effort }) => effort.dividedBy(option.leadAgencies.length)),
  );
  if (!indicatorLimits && !agencyLimits) return undefined;
  return {
    ...solvedWith,
    indicatorLimits: indicatorLimits ?? solvedWith.indicatorLimits,
    agencyLimits: agencyLimits ?? solvedWith.agencyLimits,
  };
};
