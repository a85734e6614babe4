import { Decimal, decimal, ONE, sum, withoutResidue, ZERO } from '#core/kernel/decimal.ts';
import type { DataItem, DataValues } from '#core/scoring/data-value.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { valueOf } from '#core/scoring/measure.ts';
import { isExactQuantity, readQuantity } from '#core/scoring/quantity.ts';
import {
  type CurveSegment,
  findRequiredValue,
  type ResponseCurve,
  segmentAt,
  shareAlong,
} from '#core/scoring/response-curve.ts';
import type { ItemCode, RatioMeasure } from '#core/scoring/rule.ts';
import { turnCurve } from './falling-curve.ts';
import type { Lever, Stretch, Way } from './improvement-option.ts';

/** What ways are looked for in. */
export interface Ground {
  readonly values: DataValues;
  readonly items: ReadonlyMap<ItemCode, DataItem>;
}

/** Where a measure stands and which item moves it: its value is (measure + `offset`) × `perUnit`. */
interface Standing {
  readonly lever: Extract<Lever, { kind: 'number' }>;
  readonly now: Decimal;
  readonly isBound: boolean;
  readonly perUnit: Decimal;
  readonly offset: Decimal;
  /** The farthest value that the item can have. */
  readonly most: Decimal | null;
}

type Direction = Standing['lever']['direction'];

const WHOLE_STEP = ONE;
/** Rates and amounts are reported with two decimals. */
const REPORTED_STEP = decimal('0.01');

const standingOfItem = (
  item: ItemCode,
  unit: LocalizedText | null,
  direction: Direction,
  { values, items }: Ground,
): Standing | undefined => {
  const value = valueOf(values, item);
  const declared = items.get(item);
  if (value.state !== 'value' || declared?.kind !== 'number') return undefined;
  const quantity = readQuantity(value);
  // The end that is the farther from the goal is the one that is sure.
  const now = direction === 'rising' ? quantity.low : quantity.high;
  if (now === null) return undefined;
  const most = direction === 'rising' ? declared.maximum : (declared.minimum ?? '0');
  return {
    lever: {
      ...{ kind: 'number', item, direction, unit: unit ?? declared.unit },
      grain: declared.whole ? WHOLE_STEP : REPORTED_STEP,
    },
    now,
    isBound: !isExactQuantity(quantity),
    perUnit: ONE,
    offset: ZERO,
    most: most === null ? null : decimal(most),
  };
};

const standingOfFraction = (
  measure: RatioMeasure,
  direction: Direction,
  ground: Ground,
): Standing | undefined => {
  if (!measure.fraction) return undefined;
  const whole = valueOf(ground.values, measure.fraction.denominator);
  if (whole.state !== 'value' || whole.comparator !== '=' || decimal(whole.value).isZero()) return undefined;
  const standing = standingOfItem(measure.fraction.numerator, null, direction, ground);
  if (!standing) return undefined;
  const denominator = decimal(whole.value);
  const most = measure.partOfWhole && direction === 'rising' ? denominator : null;
  return {
    ...standing,
    perUnit: denominator.dividedBy(measure.multiplier),
    offset: measure.change === true ? decimal(measure.multiplier) : ZERO,
    most: most && standing.most ? Decimal.min(most, standing.most) : (most ?? standing.most),
  };
};

/** A fraction that is known is moved by its numerator; otherwise the rate that was reported is. */
const standingOf = (
  { source }: ResponseCurve,
  direction: Direction,
  ground: Ground,
): Standing | undefined => {
  if (source.kind === 'item') return standingOfItem(source.item, null, direction, ground);
  const { measure } = source;
  const byFraction = standingOfFraction(measure, direction, ground);
  if (byFraction || measure.rate === null) return byFraction;
  return standingOfItem(measure.rate, measure.unit, direction, ground);
};

/** The standing on the turned curve, where everything is the negative of what it was. */
const turn = (standing: Standing): Standing => ({
  ...standing,
  now: ZERO.minus(standing.now),
  offset: ZERO.minus(standing.offset),
  most: standing.most && ZERO.minus(standing.most),
});

/** The first value that can be reported from which a value of the measure is reached, or exceeded. */
const positionOf = (measured: Decimal, isIncluded: boolean, standing: Standing): Decimal => {
  const { grain } = standing.lever;
  const steps = withoutResidue(measured.plus(standing.offset).times(standing.perUnit)).dividedBy(grain);
  return (isIncluded ? steps.ceil() : steps.floor().plus(1)).times(grain);
};

/**
 * The line along a segment. Where it ends between two values that can be reported, the last step wins less than
 * the others and is a piece of its own, so that every value in between has its exact points.
 */
const walkLine = (
  segment: CurveSegment & { readonly to: Decimal },
  standing: Standing,
  from: Decimal,
): readonly Stretch[] => {
  const shareOf = (position: Decimal): Decimal =>
    shareAlong(segment, position.dividedBy(standing.perUnit).minus(standing.offset));
  const { grain } = standing.lever;
  const end = Decimal.max(positionOf(segment.to, true, standing), from);
  const exact = withoutResidue(segment.to.plus(standing.offset).times(standing.perUnit));
  const last = exact.dividedBy(grain).floor().times(grain);
  const line = (start: Decimal, stop: Decimal, gain: Decimal, kind: Stretch['kind']): readonly Stretch[] =>
    gain.greaterThan(0) ? [{ kind, from: start, to: stop, gain }] : [];
  const present = shareOf(from);
  if (last.equals(end) || last.lessThanOrEqualTo(from)) {
    return line(from, end, segment.shareTo.minus(present), last.equals(end) ? 'linear' : 'jump');
  }
  return [
    ...line(from, last, shareOf(last).minus(present), 'linear'),
    ...line(last, end, segment.shareTo.minus(shareOf(last)), 'jump'),
  ];
};

/** The stretches of one segment: the line along it, and the jump to the next where there is one. */
const walkSegment = (
  segment: CurveSegment,
  next: CurveSegment | undefined,
  standing: Standing,
  from: Decimal,
): readonly Stretch[] | undefined => {
  const { to } = segment;
  if (to === null || !next) return [];
  const measured = from.dividedBy(standing.perUnit).minus(standing.offset);
  const rise = segment.shareTo.minus(shareAlong(segment, measured));
  const jump = next.shareFrom.minus(segment.shareTo);
  if (rise.isNegative() || jump.isNegative()) return undefined;
  const line = rise.isZero() ? [] : walkLine({ ...segment, to }, standing, from);
  const start = line.at(-1)?.to ?? from;
  const beyond = Decimal.max(positionOf(to, next.fromIncluded, standing), start);
  if (!jump.isZero()) return [...line, { kind: 'jump', from: start, to: beyond, gain: jump }];
  // A level piece wins nothing, but the way to what follows leads over it.
  return rise.isZero() ? [{ kind: 'jump', from, to: beyond, gain: ZERO }] : line;
};

/** Walks up the curve from the present value, as long as points rise. Gains are shares. */
const walk = (curve: ResponseCurve, standing: Standing): readonly Stretch[] => {
  const measured = standing.now.dividedBy(standing.perUnit).minus(standing.offset);
  const present = curve.segments.indexOf(segmentAt(curve, measured));
  const stretches: Stretch[] = [];
  for (const [place, segment] of [...curve.segments.entries()].slice(present)) {
    const from = stretches.at(-1)?.to ?? standing.now;
    const next = walkSegment(segment, curve.segments[place + 1], standing, from);
    if (!next) break;
    stretches.push(...next);
  }
  return stretches;
};

/** What can't be reached falls away, and what leads to no more points. */
const trim = (stretches: readonly Stretch[], most: Decimal | null): readonly Stretch[] => {
  const within = stretches.flatMap((stretch): readonly Stretch[] => {
    if (most === null || stretch.to.lessThanOrEqualTo(most)) return [stretch];
    if (stretch.kind === 'jump' || stretch.from.greaterThanOrEqualTo(most)) return [];
    const part = most.minus(stretch.from).dividedBy(stretch.to.minus(stretch.from));
    return [{ ...stretch, to: most, gain: stretch.gain.times(part) }];
  });
  return within.slice(0, within.findLastIndex((stretch) => stretch.gain.greaterThan(0)) + 1);
};

const highestShare = (curve: ResponseCurve): Decimal =>
  curve.segments.reduce((most, { shareFrom, shareTo }) => Decimal.max(most, shareFrom, shareTo), ZERO);

const wayAlong = (curve: ResponseCurve, standing: Standing, points: Decimal): Way | undefined => {
  const stretches = trim(walk(curve, standing), standing.most);
  const required = findRequiredValue(curve, highestShare(curve));
  if (stretches.length === 0 || !required) return undefined;
  const worst = curve.segments[0]?.to ?? ZERO;
  return {
    lever: standing.lever,
    full: positionOf(required.value, required.included, standing),
    nothing: standing.lever.direction === 'rising' ? ZERO : positionOf(worst, true, standing),
    startIsBound: standing.isBound,
    holdsOthers: false,
    branches: [],
    stretches: stretches.map((stretch) => ({ ...stretch, gain: stretch.gain.times(points) })),
  };
};

/** Points that a whole way brings. */
const wholeGain = (way: Way | undefined): Decimal => sum(way?.stretches.map(({ gain }) => gain) ?? []);

/**
 * The way to more points along a curve, to more of the number or to less of it, whichever brings more;
 * undefined without data, and when nothing more can be won.
 */
export const findWay = (curve: ResponseCurve, points: Decimal, ground: Ground): Way | undefined => {
  const above = standingOf(curve, 'rising', ground);
  const below = standingOf(curve, 'falling', ground);
  const rising = above && wayAlong(curve, above, points);
  const falling = below && wayAlong(turnCurve(curve), turn(below), points);
  return wholeGain(falling).greaterThan(wholeGain(rising)) ? falling : rising;
};
