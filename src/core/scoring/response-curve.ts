import { decimal, type Decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { ItemCode, RatioMeasure, Rule } from './rule.ts';
import { readShare } from './share.ts';

/**
 * From a value on, the share of the points that it earns: a straight line from `shareFrom` to what is reached
 * just before the next segment, `shareTo`. The last segment has no end and is level.
 */
export interface CurveSegment {
  readonly from: Decimal;
  /** Whether `from` itself belongs here and not to the segment before. */
  readonly fromIncluded: boolean;
  readonly to: Decimal | null;
  readonly shareFrom: Decimal;
  readonly shareTo: Decimal;
}

/** How the points of a rule follow from one number: a measure, or a counted or given item. */
export interface ResponseCurve {
  readonly source:
    | { readonly kind: 'measure'; readonly measure: RatioMeasure }
    | { readonly kind: 'item'; readonly item: ItemCode };
  /** By rising value; the first holds for everything below it too. */
  readonly segments: readonly CurveSegment[];
}

const level = (from: Decimal, to: Decimal | null, share: Decimal, fromIncluded = true): CurveSegment => ({
  from,
  fromIncluded,
  to,
  shareFrom: share,
  shareTo: share,
});

/** In proportion up to full points. */
const proportional = (full: Decimal): readonly CurveSegment[] => [
  { from: ZERO, fromIncluded: true, to: full, shareFrom: ZERO, shareTo: ONE },
  level(full, null, ONE),
];

interface Bound {
  readonly from: Decimal;
  readonly share: Decimal;
}

/** A fixed share from each bound on, nothing below the first. */
const stepped = (bounds: readonly Bound[], fromIncluded: boolean, below = ZERO): readonly CurveSegment[] => [
  level(ZERO, bounds[0]?.from ?? null, below),
  ...bounds.map(({ from, share }, place) =>
    level(from, bounds[place + 1]?.from ?? null, share, fromIncluded),
  ),
];

const boundsOf = (steps: readonly { readonly from: string; readonly share: string }[]): readonly Bound[] =>
  steps.map(({ from, share }) => ({ from: decimal(from), share: readShare(share) }));

const withFloor = (floor: Decimal, full: Decimal, fromIncluded: boolean): readonly CurveSegment[] =>
  floor.greaterThanOrEqualTo(full)
    ? stepped([{ from: floor, share: ONE }], fromIncluded)
    : [
        level(ZERO, floor, ZERO),
        { from: floor, fromIncluded, to: full, shareFrom: floor.dividedBy(full), shareTo: ONE },
        level(full, null, ONE),
      ];

const joined = (
  points: readonly { readonly at: string; readonly share: string }[],
): readonly CurveSegment[] => {
  const known = points.map(({ at, share }) => ({ at: decimal(at), share: readShare(share) }));
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return [level(ZERO, null, ZERO)];
  const lines = known.slice(1).map((point, place): CurveSegment => {
    // Safe: there is a point before each of these.
    const before = known[place] ?? point;
    return {
      from: before.at,
      fromIncluded: true,
      to: point.at,
      shareFrom: before.share,
      shareTo: point.share,
    };
  });
  const start = first.at.isZero() ? [] : [level(ZERO, first.at, first.share)];
  return [...start, ...lines, level(last.at, null, last.share)];
};

/**
 * The curve of a rule whose points follow from a single known number, or undefined: for rules that look at several
 * things, at none, at a league, or that are not known. What a count requires beside it is taken as given.
 */
export const findResponseCurve = (rule: Rule): ResponseCurve | undefined => {
  switch (rule.kind) {
    case 'ratio':
      return ofMeasure(rule.measure, proportional(decimal(rule.measure.multiplier)));
    case 'ratio-to-threshold':
      return ofMeasure(rule.measure, proportional(decimal(rule.threshold)));
    case 'step-threshold':
      return rule.thresholdIs === 'exact'
        ? ofMeasure(
            rule.measure,
            stepped([{ from: decimal(rule.threshold), share: ONE }], rule.comparison !== 'above'),
          )
        : undefined;
    case 'ratio-with-floor':
      return ofMeasure(
        rule.measure,
        withFloor(decimal(rule.floor), decimal(rule.measure.multiplier), rule.comparison !== 'above'),
      );
    case 'bands':
      return ofMeasure(rule.measure, stepped(boundsOf(rule.bands), rule.comparison !== 'above'));
    case 'piecewise-linear':
      return ofMeasure(rule.measure, joined(rule.points));
    case 'count-tiers':
      return ofItem(rule.count, stepped(boundsOf(rule.tiers), true));
    case 'count-capped':
      return ofItem(rule.count, proportional(ONE.dividedBy(readShare(rule.shareEach))));
    case 'count-step':
      return ofItem(rule.count, countStep(rule));
    case 'checklist-share':
      return ofItem(rule.done, proportional(decimal(rule.listLength)));
    case 'survey':
    case 'external':
    case 'manual':
      return ofItem(rule.item, proportional(decimal(rule.outOf)));
    case 'boolean':
    case 'level':
    case 'normalised-to-best':
    case 'checklist':
    case 'derived-mean':
    case 'composite':
    case 'best-of':
    case 'adjusted':
    case 'unknown':
      return undefined;
  }
};

// Without a requirement of its own, a count of nothing means that the thing does not exist.
const countStep = (rule: Extract<Rule, { kind: 'count-step' }>): readonly CurveSegment[] => {
  const below = readShare(rule.shareBelow);
  const steps = stepped([{ from: decimal(rule.fullFrom), share: ONE }], true, below);
  const [first, ...others] = steps;
  if (rule.requires !== null || below.isZero() || !first) return steps;
  return [level(ZERO, ZERO, ZERO), { ...first, fromIncluded: false }, ...others];
};

const ofMeasure = (measure: RatioMeasure, segments: readonly CurveSegment[]): ResponseCurve => ({
  source: { kind: 'measure', measure },
  segments,
});

const ofItem = (item: ItemCode, segments: readonly CurveSegment[]): ResponseCurve => ({
  source: { kind: 'item', item },
  segments,
});

/**
 * The curve of own value over the best of a league. Where nobody has anything, nobody is better than anybody else:
 * there is no best to come near to.
 */
export const buildCurveToBest = (measure: RatioMeasure, best: Decimal): ResponseCurve =>
  ofMeasure(measure, best.greaterThan(0) ? proportional(best) : [level(ZERO, null, ZERO)]);

const startsAtOrBefore = (segment: CurveSegment, value: Decimal): boolean =>
  segment.fromIncluded ? segment.from.lessThanOrEqualTo(value) : segment.from.lessThan(value);

/** The segment that a value falls into; what lies before the curve falls into its first. */
export const segmentAt = (curve: ResponseCurve, value: Decimal): CurveSegment => {
  const found = curve.segments.findLast((segment) => startsAtOrBefore(segment, value)) ?? curve.segments[0];
  if (!found) throw new RangeError('A response curve has at least one segment');
  return found;
};

const within = (share: Decimal): Decimal =>
  share.isNegative() ? ZERO : share.greaterThan(ONE) ? ONE : share;

/** The share along one segment. Before its start and behind its end the line is level. */
export const shareAlong = (segment: CurveSegment, value: Decimal): Decimal => {
  const { from, to, shareFrom, shareTo } = segment;
  if (to === null || value.lessThanOrEqualTo(from) || shareFrom.equals(shareTo)) return within(shareFrom);
  if (value.greaterThanOrEqualTo(to)) return within(shareTo);
  // A line from nothing is divided once, so that 59.65 ÷ 80 stays what a reader computes.
  if (from.isZero() && shareFrom.isZero()) return within(value.times(shareTo).dividedBy(to));
  const way = value.minus(from).dividedBy(to.minus(from));
  return within(shareFrom.plus(shareTo.minus(shareFrom).times(way)));
};

/** The share of the points that a value earns. */
export const shareAt = (curve: ResponseCurve, value: Decimal): Decimal =>
  shareAlong(segmentAt(curve, value), value);

/** A value from which on a share is earned; an excluded one must be exceeded, however little. */
export interface RequiredValue {
  readonly value: Decimal;
  readonly included: boolean;
}

const requiredIn = (segment: CurveSegment, share: Decimal): RequiredValue | undefined => {
  const { from, fromIncluded, to, shareFrom, shareTo } = segment;
  if (shareFrom.greaterThanOrEqualTo(share)) return { value: from, included: fromIncluded };
  if (to === null || shareTo.lessThan(share)) return undefined;
  const way = share.minus(shareFrom).dividedBy(shareTo.minus(shareFrom));
  return { value: from.plus(to.minus(from).times(way)), included: true };
};

/**
 * The least value that earns at least this share of the points: the inverse of the rule.
 * Undefined when no value does. Where points fall again with a rising value, the first one that earns it.
 */
export const findRequiredValue = (curve: ResponseCurve, share: Decimal): RequiredValue | undefined => {
  for (const segment of curve.segments) {
    const required = requiredIn(segment, share);
    if (required) return required;
  }
  return undefined;
};
