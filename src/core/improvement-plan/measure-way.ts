import { Decimal, decimal } from '#core/kernel/decimal.ts';
import type { DataItem, DataValues } from '#core/scoring/data-value.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { valueOf } from '#core/scoring/measure.ts';
import { isExactQuantity, readQuantity } from '#core/scoring/quantity.ts';
import type { ItemCode, RatioMeasure } from '#core/scoring/rule.ts';
import type { Lever, Stretch } from './improvement-option.ts';
import type { CurveSegment } from './rule-curve.ts';

/** A way along one data item. */
export interface Way {
  readonly lever: Lever;
  readonly full: Decimal;
  readonly startIsBound: boolean;
  readonly stretches: readonly Stretch[];
}

/** Where a measure stands and which item moves it. `perUnit` items are one unit of the measure. */
interface Standing {
  readonly lever: Extract<Lever, { kind: 'number' }>;
  readonly now: Decimal;
  readonly isBound: boolean;
  readonly perUnit: Decimal;
  /** The highest value that the item can have. */
  readonly most: Decimal | null;
}

export type Items = ReadonlyMap<ItemCode, DataItem>;

const WHOLE_STEP = decimal(1);
/** Rates are reported with two decimals. */
const RATE_STEP = decimal('0.01');

const bounded = (first: Decimal | null, second: Decimal | null): Decimal | null =>
  first === null ? second : second === null ? first : Decimal.min(first, second);

const standingOfItem = (
  item: ItemCode,
  unit: LocalizedText,
  perUnit: Decimal,
  values: DataValues,
  items: Items,
): Standing | undefined => {
  const value = valueOf(values, item);
  const declared = items.get(item);
  if (value.state !== 'value' || declared?.kind !== 'number') return undefined;
  const quantity = readQuantity(value);
  return {
    lever: { kind: 'number', item, unit, grain: declared.whole ? WHOLE_STEP : RATE_STEP },
    now: quantity.low,
    isBound: !isExactQuantity(quantity),
    perUnit,
    most: declared.maximum === null ? null : decimal(declared.maximum),
  };
};

const unitOf = (item: ItemCode, items: Items): LocalizedText => {
  const declared = items.get(item);
  return declared?.kind === 'number' ? declared.unit : { vi: '', en: '' };
};

/** A fraction that is known is moved by its numerator; otherwise the rate that was reported is. */
const standingOfMeasure = (measure: RatioMeasure, values: DataValues, items: Items): Standing | undefined => {
  const { fraction, rate } = measure;
  if (fraction) {
    const whole = valueOf(values, fraction.denominator);
    const denominator =
      whole.state === 'value' && whole.comparator === '=' ? decimal(whole.value) : undefined;
    if (denominator?.greaterThan(0)) {
      const perUnit = denominator.dividedBy(measure.multiplier);
      const unit = unitOf(fraction.numerator, items);
      const standing = standingOfItem(fraction.numerator, unit, perUnit, values, items);
      const most = measure.partOfWhole ? denominator : null;
      if (standing) return { ...standing, most: bounded(standing.most, most) };
    }
  }
  return rate === null ? undefined : standingOfItem(rate, measure.unit, decimal(1), values, items);
};

/** Positions of the lever that reach a value of the measure: rounded up, so that what is reported is enough. */
const positionOf = (measured: Decimal, { perUnit, lever }: Standing): Decimal => {
  const exact = measured.times(perUnit);
  return exact.dividedBy(lever.grain).ceil().times(lever.grain);
};

const shareAt = (segment: CurveSegment, position: Decimal, standing: Standing): Decimal => {
  if (segment.jump) return segment.shareFrom;
  const measured = position.dividedBy(standing.perUnit);
  const part = measured.minus(segment.from).dividedBy(segment.to.minus(segment.from));
  return segment.shareFrom.plus(segment.shareTo.minus(segment.shareFrom).times(part));
};

const walk = (segments: readonly CurveSegment[], standing: Standing, points: Decimal): readonly Stretch[] => {
  const { now, most } = standing;
  return segments.flatMap((segment): readonly Stretch[] => {
    const end = positionOf(segment.to, standing);
    const start = Decimal.max(positionOf(segment.from, standing), now);
    const isReached = start.greaterThanOrEqualTo(end);
    const isBeyond = most !== null && (segment.jump ? end : start).greaterThan(most);
    if (isReached || isBeyond) return [];
    const share = segment.shareTo.minus(shareAt(segment, start, standing));
    return [
      {
        kind: segment.jump ? 'jump' : 'linear',
        from: start,
        to: end,
        gain: Decimal.max(share, 0).times(points),
      },
    ];
  });
};

/** A flat stretch before a jump is part of the way to it; what follows the last gain leads nowhere. */
const tidyStretches = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const last = stretches.findLastIndex((stretch) => stretch.gain.greaterThan(0));
  return stretches.slice(0, last + 1).reduce<readonly Stretch[]>((tidied, stretch) => {
    const before = tidied.at(-1);
    const isFlat = before?.gain.isZero() === true;
    if (before && isFlat && stretch.kind === 'jump')
      return [...tidied.slice(0, -1), { ...stretch, from: before.from }];
    return [...tidied, stretch.gain.isZero() ? { ...stretch, kind: 'jump' as const } : stretch];
  }, []);
};

const capped = (stretches: readonly Stretch[], most: Decimal | null): readonly Stretch[] =>
  stretches.map((stretch) => {
    if (most === null || stretch.to.lessThanOrEqualTo(most)) return stretch;
    const part = most.minus(stretch.from).dividedBy(stretch.to.minus(stretch.from));
    return { ...stretch, to: most, gain: stretch.gain.times(part) };
  });

const wayFrom = (standing: Standing, segments: readonly CurveSegment[], points: Decimal): Way | undefined => {
  const last = segments.at(-1);
  const stretches = tidyStretches(capped(walk(segments, standing, points), standing.most));
  if (!last || stretches.length === 0) return undefined;
  return {
    lever: standing.lever,
    full: positionOf(last.to, standing),
    startIsBound: standing.isBound,
    stretches,
  };
};

/** The way to more points of a rule that looks at a measure; undefined without data or when all points are won. */
export const findWayOfMeasure = (
  measure: RatioMeasure,
  segments: readonly CurveSegment[],
  points: Decimal,
  values: DataValues,
  items: Items,
): Way | undefined => {
  const standing = standingOfMeasure(measure, values, items);
  return standing && wayFrom(standing, segments, points);
};

/** The way to more points of a rule that looks at one counted item. */
export const findWayOfItem = (
  item: ItemCode,
  segments: readonly CurveSegment[],
  points: Decimal,
  values: DataValues,
  items: Items,
): Way | undefined => {
  const standing = standingOfItem(item, unitOf(item, items), decimal(1), values, items);
  return standing && wayFrom(standing, segments, points);
};
