import { Decimal, ONE } from '#core/kernel/decimal.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import {
  findRequiredValue,
  findResponseCurve,
  type ResponseCurve,
  shareAt,
} from '#core/scoring/response-curve.ts';
import type { Rule } from '#core/scoring/rule.ts';
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
    if (step.kind === 'fraction' || step.kind === 'growth') return knownNumber(step.result);
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

/** Corners of the line; a jump is two points above each other. */
const lineOf = (curve: ResponseCurve, maximum: number, end: number): readonly CurvePoint[] =>
  curve.segments.flatMap(({ from, to, shareFrom, shareTo }) => [
    { measure: from.toNumber(), points: shareFrom.toNumber() * maximum },
    { measure: to?.toNumber() ?? end, points: shareTo.toNumber() * maximum },
  ]);

const withoutRepeats = (line: readonly CurvePoint[]): readonly CurvePoint[] =>
  line.filter(({ measure, points }, place) => {
    const before = line[place - 1];
    return before?.measure !== measure || before.points !== points;
  });

/** The shape of a rule that looks at one number; undefined for rules that look at several or at none. */
const findShape = (rule: Rule, steps: Trace, maximum: number): Shape | undefined => {
  const curve = findResponseCurve(rule);
  if (!curve || rule.kind === 'checklist-share') return undefined;
  const { source } = curve;
  const full = findRequiredValue(curve, ONE) ?? { value: curve.segments.at(-1)?.from ?? ONE };
  return {
    unit: source.kind === 'measure' ? source.measure.unit : null,
    now: source.kind === 'measure' ? findMeasure(steps) : findCount(steps, source.item),
    fullFrom: full.value.toNumber(),
    pointsAt: (measure) => shareAt(curve, new Decimal(measure)).toNumber() * maximum,
    line: (end) => withoutRepeats(lineOf(curve, maximum, end)),
  };
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
