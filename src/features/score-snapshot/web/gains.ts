import type { ComparedComponent, SnapshotComparison } from '#features/score-snapshot/contract.ts';

/** A change of points that leads from one total to the other. */
export interface Gain {
  readonly code: string;
  readonly component: ComparedComponent;
  /** Of the lower ends. */
  readonly value: number;
}

/** What a picture shows of a comparison. */
export interface Gains {
  /** The largest gain first, losses last. */
  readonly steps: readonly Gain[];
  /** Main indicators stand for the indicators in them. */
  readonly areGroups: boolean;
  /** What is left of the change of the total, because each step is rounded for itself. */
  readonly rounding: number;
  /** Where the axis begins: so near that the steps can be seen. */
  readonly axisFrom: number;
}

// More rows than these are no picture any more.
const MOST_STEPS = 16;
const ROUND_TO = 10;

const listGains = (components: readonly ComparedComponent[]): readonly Gain[] =>
  components
    .map((component) => ({
      code: component.code,
      component,
      // A picture needs no more than binary numbers; the table has the exact ones.
      value: Number(component.change.difference.low),
    }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => b.value - a.value);

const lowestLevel = (start: number, steps: readonly Gain[]): number => {
  let level = start;
  let lowest = start;
  for (const { value } of steps) {
    level += value;
    lowest = Math.min(lowest, level);
  }
  return lowest;
};

/** The steps from one total to the other by the lower ends of the points; undefined when those did not move. */
export const findGains = ({ components, total }: SnapshotComparison): Gains | undefined => {
  const indicators = listGains(components.filter(({ kind }) => kind === 'indicator'));
  if (indicators.length === 0) return undefined;
  const areGroups = indicators.length > MOST_STEPS;
  const steps = areGroups ? listGains(components.filter(({ depth }) => depth === 0)) : indicators;
  const [start, end] = [Number(total.before?.low ?? 0), Number(total.after?.low ?? 0)];
  const sum = steps.reduce((all, { value }) => all + value, 0);
  const spread = steps.reduce((all, { value }) => all + Math.abs(value), 0);
  const lowest = Math.min(end, lowestLevel(start, steps));
  return {
    steps,
    areGroups,
    rounding: Math.round((end - start - sum) * 100) / 100,
    axisFrom: Math.max(0, Math.floor((lowest - spread) / ROUND_TO) * ROUND_TO),
  };
};
