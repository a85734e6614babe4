import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import type { NumberSpan, Trace } from '#core/scoring/trace.ts';

/** A point of the curve: measure and points. It is drawn, so binary numbers are enough. */
export interface CurvePoint {
  readonly measure: number;
  readonly points: number;
}

/** How points follow from one measure, and where today stands. */
export interface RuleCurve {
  readonly unit: LocalizedText | null;
  /** From here on the points are full. */
  readonly fullFrom: number;
  readonly maximum: number;
  readonly end: number;
  readonly line: readonly CurvePoint[];
  /** Today's measure; null without data or while it is only bounded. */
  readonly now: CurvePoint | null;
  /** What the plans aim at, the highest of their values. */
  readonly target: CurvePoint | null;
}

/** A value that a plan aims at, with its unit as the plan writes it. */
export interface AimedValue {
  readonly value: string;
  readonly unit: string | null;
}

const knownNumber = (span: NumberSpan): number | undefined =>
  span.low === span.high ? Number(span.low) : undefined;

/** Today's measure as the arithmetic found it. */
const findMeasure = (steps: Trace): number | undefined => {
  for (const step of steps) {
    if (step.kind === 'fraction') return knownNumber(step.result);
    if (step.kind === 'given-rate') return knownNumber(step.rate);
  }
  return undefined;
};

const findCount = (steps: Trace, item: string): number | undefined => {
  const found = steps.find((step) => step.kind === 'value' && step.item === item);
  if (found?.kind !== 'value' || found.value.state !== 'value') return undefined;
  return found.value.comparator === '=' ? Number(found.value.value) : undefined;
};

interface Shape {
  readonly unit: LocalizedText | null;
  readonly fullFrom: number;
  readonly pointsAt: (measure: number) => number;
  readonly line: (end: number) => readonly CurvePoint[];
  readonly now: number | undefined;
}

const proportional = (fullFrom: number, maximum: number) => ({
  pointsAt: (measure: number) => Math.min(1, measure / fullFrom) * maximum,
  line: (end: number) => [
    { measure: 0, points: 0 },
    { measure: fullFrom, points: maximum },
    { measure: end, points: maximum },
  ],
});

const stepped = (fullFrom: number, below: number, maximum: number) => ({
  pointsAt: (measure: number) => (measure >= fullFrom ? maximum : below),
  line: (end: number) => [
    { measure: 0, points: below },
    { measure: fullFrom, points: below },
    { measure: fullFrom, points: maximum },
    { measure: end, points: maximum },
  ],
});

const ofMeasure = (measure: RatioMeasure, steps: Trace) => ({
  unit: measure.unit,
  now: findMeasure(steps),
});

/** The shape of a rule that looks at one number; undefined for rules that look at several or at none. */
const findShape = (rule: Rule, steps: Trace, maximum: number): Shape | undefined => {
  switch (rule.kind) {
    case 'ratio': {
      const fullFrom = Number(rule.measure.multiplier);
      return { ...ofMeasure(rule.measure, steps), fullFrom, ...proportional(fullFrom, maximum) };
    }
    case 'ratio-to-threshold': {
      const fullFrom = Number(rule.threshold);
      return { ...ofMeasure(rule.measure, steps), fullFrom, ...proportional(fullFrom, maximum) };
    }
    case 'step-threshold': {
      if (rule.thresholdIs === 'at-most') return undefined;
      const fullFrom = Number(rule.threshold);
      return { ...ofMeasure(rule.measure, steps), fullFrom, ...stepped(fullFrom, 0, maximum) };
    }
    case 'count-step': {
      const fullFrom = Number(rule.fullFrom);
      const below = Number(rule.shareBelow) * maximum;
      return {
        unit: null,
        now: findCount(steps, rule.count),
        fullFrom,
        ...stepped(fullFrom, below, maximum),
      };
    }
    case 'boolean':
    case 'level':
    case 'checklist':
    case 'checklist-share':
    case 'composite':
    case 'unknown':
      return undefined;
  }
};

// A value in another unit than the measure says nothing about it; a count is written with whatever it counts.
const findHighest = (aims: readonly AimedValue[], unit: LocalizedText | null): number | undefined => {
  const comparable = aims.filter((aim) => unit === null || aim.unit === unit.vi);
  return comparable.length === 0 ? undefined : Math.max(...comparable.map(({ value }) => Number(value)));
};

const HEADROOM = 1.25;

/** Builds the curve of a rule, or nothing when its points do not follow from a single measure. */
export const buildRuleCurve = (
  rule: Rule,
  steps: Trace,
  maximumPoints: string,
  aims: readonly AimedValue[],
): RuleCurve | undefined => {
  const maximum = Number(maximumPoints);
  const shape = findShape(rule, steps, maximum);
  if (!shape) return undefined;
  const { unit, fullFrom, now, line, pointsAt } = shape;
  const isWhole = unit?.en === '%' && fullFrom === 100;
  const target = findHighest(aims, unit);
  const end = isWhole ? 100 : Math.max(fullFrom * HEADROOM, (now ?? 0) * 1.05, (target ?? 0) * 1.05);
  const placed = (measure: number | undefined): CurvePoint | null =>
    measure === undefined ? null : { measure, points: pointsAt(measure) };
  return {
    unit,
    fullFrom,
    maximum,
    end,
    line: line(end),
    now: placed(now),
    target: placed(target),
  };
};
