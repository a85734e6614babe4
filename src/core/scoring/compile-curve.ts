import type { Decimal } from '#core/kernel/decimal.ts';
import { type CurveSegment, findResponseCurve } from './response-curve.ts';
import type { Rule } from './rule.ts';
import {
  add,
  compare,
  divide,
  multiply,
  readSmallDecimal,
  type SmallFraction,
  subtract,
} from './small-fraction.ts';

/** The share that a known number earns; undefined where the exact one is not at hand in small fractions. */
export type CompiledCurve = (value: SmallFraction) => SmallFraction | undefined;

interface SmallSegment {
  readonly from: SmallFraction;
  readonly fromIncluded: boolean;
  readonly shareFrom: SmallFraction;
  /** What is added to the share for each unit above `from`; null on a level segment. */
  readonly slope: SmallFraction | null;
}

const small = (value: Decimal): SmallFraction | undefined => readSmallDecimal(value.toFixed());

const slopeOf = ({ from, to, shareFrom, shareTo }: CurveSegment): SmallFraction | null | undefined => {
  if (to === null || shareFrom.equals(shareTo)) return null;
  if (shareTo.lessThan(shareFrom)) return undefined;
  const [rise, run] = [small(shareTo.minus(shareFrom)), small(to.minus(from))];
  return rise && run && divide(rise, run);
};

const compileSegment = (segment: CurveSegment): SmallSegment | undefined => {
  const [from, shareFrom, slope] = [small(segment.from), small(segment.shareFrom), slopeOf(segment)];
  if (!from || !shareFrom || slope === undefined) return undefined;
  // Shares beyond all points are cut where they are evaluated one by one.
  if (segment.shareFrom.greaterThan(1) || segment.shareTo.greaterThan(1)) return undefined;
  return { from, fromIncluded: segment.fromIncluded, shareFrom, slope };
};

const shareOn = (
  { from, shareFrom, slope }: SmallSegment,
  value: SmallFraction,
): SmallFraction | undefined => {
  if (slope === null) return shareFrom;
  if (from.numerator === 0) {
    const risen = multiply(value, slope);
    return risen && (shareFrom.numerator === 0 ? risen : add(shareFrom, risen));
  }
  const above = subtract(value, from);
  const risen = above && multiply(above, slope);
  return risen && add(shareFrom, risen);
};

/** The curve of a rule in small fractions; undefined for a rule without one, or whose numbers have no end. */
export const compileCurve = (rule: Rule): CompiledCurve | undefined => {
  const curve = findResponseCurve(rule);
  if (!curve) return undefined;
  const segments = curve.segments.flatMap((segment) => compileSegment(segment) ?? []);
  const [first] = segments;
  if (!first || segments.length < curve.segments.length) return undefined;
  const falling = segments.toReversed();
  return (value) => {
    for (const segment of falling) {
      const side = compare(value, segment.from);
      if (side === undefined) return undefined;
      if (side > 0 || (side === 0 && segment.fromIncluded)) return shareOn(segment, value);
    }
    return first.shareFrom;
  };
};
