import { Decimal, sum, ZERO } from '#core/kernel/decimal.ts';
import type { DataValue, DataValues } from '#core/scoring/data-value.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { Interval } from '#core/scoring/interval.ts';
import { alongLever, type Stretch } from './improvement-option.ts';
import type { PlannedMove } from './read-solution.ts';

/** A move with the points that it adds when the moves are made in the order of the plan. */
export interface PlanStep extends PlannedMove {
  /** Exact, of the whole index, low bound after minus low bound before. */
  readonly gain: Decimal;
}

interface WithStretches {
  readonly option: { readonly stretches: readonly Stretch[] };
}

/** Whether nothing is won before the end: all of the gain is one jump. */
export const isAllOrNothing = ({ option, to }: Pick<PlannedMove, 'to'> & WithStretches): boolean => {
  const winning = option.stretches.filter(
    (stretch) => stretch.gain.greaterThan(0) && stretch.from.lessThan(to),
  );
  return winning.length === 1 && winning[0]?.kind === 'jump';
};

/** A set of improvements with what it comes to, computed exactly. */
export interface ImprovementPlan {
  /** The most points for their effort first. */
  readonly steps: readonly PlanStep[];
  readonly effort: Decimal;
  readonly before: IndexScore;
  readonly after: IndexScore;
  readonly values: DataValues;
}

const reachedValue = ({ option: { lever }, to }: PlannedMove): DataValue => {
  const value = (text: string): DataValue => ({ state: 'value', value: text, comparator: '=' });
  switch (lever.kind) {
    case 'number':
      return value(alongLever(lever, to).toFixed());
    case 'yes-no':
      return value('yes');
    case 'level':
      return value(lever.levels[to.toNumber()] ?? '');
  }
};

const applyMove = (values: DataValues, move: PlannedMove): DataValues =>
  new Map([...values, [move.option.lever.item, reachedValue(move)] as const]);

/** Points that count: the whole index or one component, at the low bound. Unknown rules count the least they may give. */
export const surePoints = (score: IndexScore, component: string | null): Decimal =>
  component === null ? score.points.low : (score.byCode.get(component)?.points.low ?? ZERO);

/** Points of the whole index or of one component with what is open. */
export const pointsWithin = (score: IndexScore, component: string | null): Interval | undefined =>
  component === null ? score.points : score.byCode.get(component)?.points;

const expectedGain = ({ option, to }: PlannedMove): Decimal =>
  sum(
    option.stretches.flatMap((stretch) => {
      if (to.lessThanOrEqualTo(stretch.from)) return [];
      if (to.greaterThanOrEqualTo(stretch.to)) return [stretch.gain];
      const part = to.minus(stretch.from).dividedBy(stretch.to.minus(stretch.from));
      return stretch.kind === 'jump' ? [] : [stretch.gain.times(part)];
    }),
  );

const byYield = (a: PlannedMove, b: PlannedMove): number =>
  expectedGain(b).times(a.effort).comparedTo(expectedGain(a).times(b.effort)) ||
  a.option.id.localeCompare(b.option.id, 'en', { numeric: true });

/** How far an item has been moved already, and at what effort. */
interface Moved {
  readonly to: Decimal;
  readonly effort: Decimal;
}

/** A move on top of what has been made of its item: it goes no way twice, and leads back nowhere. */
const continueMove = (move: PlannedMove, moved: Moved | undefined): PlannedMove =>
  moved
    ? {
        ...move,
        to: Decimal.max(move.to, moved.to),
        effort: Decimal.max(move.effort.minus(moved.effort), ZERO),
      }
    : move;

/**
 * Makes the moves one after another, the best yield first, and scores with the exact engine after each: the gains add up to
 * the gain of the plan, also where one item stands in several rules. Such an item is moved once and paid once: the move after
 * the first costs what it needs beyond it.
 */
export const makePlan = (
  score: (values: DataValues) => IndexScore,
  values: DataValues,
  moves: readonly PlannedMove[],
): ImprovementPlan => {
  const before = score(values);
  const steps: PlanStep[] = [];
  const movedItems = new Map<string, Moved>();
  let current = { values, score: before };
  for (const planned of [...moves].sort(byYield)) {
    const { item } = planned.option.lever;
    const moved = movedItems.get(item);
    const move = continueMove(planned, moved);
    // All of it has been done for another indicator: that is no step of its own.
    if (moved && move.effort.isZero() && move.to.equals(moved.to)) continue;
    movedItems.set(item, { to: move.to, effort: Decimal.max(planned.effort, moved?.effort ?? ZERO) });
    const next = applyMove(current.values, move);
    const after = score(next);
    steps.push({ ...move, gain: after.points.low.minus(current.score.points.low) });
    current = { values: next, score: after };
  }
  return {
    steps,
    effort: sum(steps.map((step) => step.effort)),
    before,
    after: current.score,
    values: current.values,
  };
};
