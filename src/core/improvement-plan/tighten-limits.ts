import { Decimal, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import type { EffortSettings } from './effort.ts';
import type { PlannedMove } from './read-solution.ts';

/** A move with the part of its effort that falls under a limit. */
interface Load {
  readonly move: PlannedMove;
  readonly part: Decimal;
}

const loadOf = ({ move, part }: Load): Decimal => move.effort.times(part);

// One step of the value that was rounded up: with a little less the solver would only be rounded up to the same value again.
const largestStep = (loads: readonly Load[]): Decimal =>
  loads.reduce((largest, { move: { option }, part }) => {
    const grain = option.lever.kind === 'number' ? option.lever.grain : ZERO;
    return Decimal.max(largest, grain.times(option.effortPerUnit).times(part));
  }, ZERO);

const lowered = (limit: Decimal, current: Decimal, loads: readonly Load[]): Decimal | undefined => {
  const effort = sum(loads.map(loadOf));
  const excess = effort.minus(limit);
  return excess.greaterThan(0)
    ? Decimal.max(Decimal.min(current.minus(excess), effort.minus(largestStep(loads))), ZERO)
    : undefined;
};

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
    loadsOf: (key: string) => readonly Load[],
  ): ReadonlyMap<string, Decimal> | undefined => {
    const passed = [...limits].flatMap(([key, limit]) => {
      const less = lowered(limit, current.get(key) ?? limit, loadsOf(key));
      return less ? [[key, less] as const] : [];
    });
    return passed.length === 0 ? undefined : new Map([...current, ...passed]);
  };
  const indicatorLimits = tighten(set.indicatorLimits, solvedWith.indicatorLimits, (component) =>
    moves.filter(({ option }) => option.componentCode === component).map((move) => ({ move, part: ONE })),
  );
  const agencyLimits = tighten(set.agencyLimits, solvedWith.agencyLimits, (agency) =>
    moves
      .filter(({ option }) => option.leadAgencies.includes(agency))
      .map((move) => ({ move, part: ONE.dividedBy(move.option.leadAgencies.length) })),
  );
  if (!indicatorLimits && !agencyLimits) return undefined;
  return {
    ...solvedWith,
    indicatorLimits: indicatorLimits ?? solvedWith.indicatorLimits,
    agencyLimits: agencyLimits ?? solvedWith.agencyLimits,
  };
};
