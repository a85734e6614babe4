import { ONE, ZERO } from '#core/kernel/decimal.ts';
import type { CurveSegment, ResponseCurve } from '#core/scoring/response-curve.ts';

type Closed = CurveSegment & { readonly to: NonNullable<CurveSegment['to']> };

const isClosed = (segment: CurveSegment): segment is Closed => segment.to !== null;

/** Whether a bound belongs to what lies below it; where the curve does not jump, it belongs to both. */
const belongsBelow = ({ shareTo }: CurveSegment, next: CurveSegment | undefined): boolean =>
  next?.fromIncluded === false || next?.shareFrom.equals(shareTo) === true;

/** What lies below a curve has the share of its first value: read the other way round, that is the end. */
const endOf = (first: CurveSegment): CurveSegment => ({
  from: ZERO.minus(first.from),
  fromIncluded: true,
  to: null,
  shareFrom: first.shareFrom,
  shareTo: first.shareFrom,
});

/**
 * The curve over the negative of the number, so that less of it stands further on: the way to less is then walked as the
 * way to more is. A bound that belonged to what starts there belongs to what ends there.
 */
export const turnCurve = ({ source, segments }: ResponseCurve): ResponseCurve => {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return { source, segments };
  const lines = segments
    .map((segment, place) => ({ segment, next: segments[place + 1] }))
    .flatMap(({ segment, next }): readonly CurveSegment[] =>
      isClosed(segment)
        ? [
            {
              from: ZERO.minus(segment.to),
              fromIncluded: belongsBelow(segment, next),
              to: ZERO.minus(segment.from),
              shareFrom: segment.shareTo,
              shareTo: segment.shareFrom,
            },
          ]
        : [],
    )
    .reverse();
  // The first segment holds for everything before it, so where it starts does not matter.
  const start = ZERO.minus(last.from);
  const level = { from: start.minus(ONE), fromIncluded: true, to: start };
  return {
    source,
    segments: [{ ...level, shareFrom: last.shareFrom, shareTo: last.shareFrom }, ...lines, endOf(first)],
  };
};
