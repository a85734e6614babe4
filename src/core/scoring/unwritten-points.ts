import { type Decimal, type RoundingPolicy, ZERO } from '#core/kernel/decimal.ts';
import { addFraction, type DigitSum, publishFraction, publishSum, startSum } from './digit-sum.ts';
import { addIntervals, type Interval, isExact } from './interval.ts';
import { type NearSum, publishNear } from './near-sum.ts';
import { compare, multiply, type SmallFraction } from './small-fraction.ts';
import type { TextRange } from './trace.ts';

/** The points at stake: exact, and as a small fraction where they are one. */
export interface Maximum {
  readonly points: Decimal;
  readonly small: SmallFraction | undefined;
}

const partOf = ({ numerator, denominator }: SmallFraction, maximum: Decimal): Decimal => {
  if (numerator === 0) return ZERO;
  return numerator === denominator ? maximum : maximum.times(numerator).dividedBy(denominator);
};

/**
 * Points that a compiled rule earned: exact fractions of what is at stake. Their sixty digits are written when they are first
 * asked for, and most never are: sums and what is published come from the fractions themselves, to the same digit.
 */
export class FractionPoints implements Interval {
  readonly isExact: boolean;
  readonly #from: SmallFraction;
  readonly #to: SmallFraction;
  readonly #maximum: Maximum;
  #low: Decimal | undefined;
  #high: Decimal | undefined;

  constructor(from: SmallFraction, to: SmallFraction, maximum: Maximum) {
    this.#from = from;
    this.#to = to;
    this.#maximum = maximum;
    this.isExact = from === to || maximum.points.isZero() || compare(from, to) === 0;
  }

  get low(): Decimal {
    this.#low ??= partOf(this.#from, this.#maximum.points);
    return this.#low;
  }

  get high(): Decimal {
    if (this.isExact) return this.low;
    this.#high ??= partOf(this.#to, this.#maximum.points);
    return this.#high;
  }

  isSameAs(other: FractionPoints): boolean {
    return (
      compare(this.#from, other.#from) === 0 &&
      compare(this.#to, other.#to) === 0 &&
      this.#maximum.points.equals(other.#maximum.points)
    );
  }

  publish(places: number): TextRange | undefined {
    const low = this.#publishPart(this.#from, places);
    const high = this.isExact ? low : this.#publishPart(this.#to, places);
    return low === undefined || high === undefined ? undefined : { low, high };
  }

  #publishPart(share: SmallFraction, places: number): string | undefined {
    const { small } = this.#maximum;
    const part = small && multiply(share, small);
    return part && publishFraction(part.numerator, part.denominator, places);
  }

  /** Adds both ends to sums, to one alone where both sums are the same; false where numbers are too long for them. */
  addTo(low: DigitSum, high: DigitSum): boolean {
    const { small } = this.#maximum;
    const from = small && multiply(this.#from, small);
    if (!from || !addFraction(low, from.numerator, from.denominator)) return false;
    if (low === high) return true;
    const to = this.isExact ? from : multiply(this.#to, small);
    return to !== undefined && addFraction(high, to.numerator, to.denominator);
  }

  /** The same in doubles; false where the points at stake are no small fraction. */
  addNearTo(low: NearSum, high: NearSum): boolean {
    const { small } = this.#maximum;
    if (!small) return false;
    addNear(low, this.#from, small);
    if (low !== high) addNear(high, this.isExact ? this.#from : this.#to, small);
    return true;
  }
}

const startNear = (): NearSum => ({ total: 0, addends: 0 });

const addNear = (sum: NearSum, share: SmallFraction, maximum: SmallFraction): void => {
  sum.total += (share.numerator / share.denominator) * (maximum.numerator / maximum.denominator);
  sum.addends += 1;
};

/** Both ends as text, one text where both are the same sum; undefined where one of them can't be told. */
const rangeOf = <Sum>(
  low: Sum,
  high: Sum,
  write: (sum: Sum) => string | undefined,
): TextRange | undefined => {
  const text = write(low);
  const other = low === high ? text : write(high);
  return text === undefined || other === undefined ? undefined : { low: text, high: other };
};

/** The points of a group: what its children have. Added up when they are first asked for, or as they are published. */
export class SumOfPoints implements Interval {
  readonly isExact: boolean;
  readonly #parts: readonly Interval[];
  #sum: Interval | undefined;

  constructor(parts: readonly Interval[]) {
    this.#parts = parts;
    this.isExact = parts.every(isExact);
  }

  get #written(): Interval {
    this.#sum ??= addIntervals(this.#parts);
    return this.#sum;
  }

  get low(): Decimal {
    return this.#written.low;
  }

  get high(): Decimal {
    return this.#written.high;
  }

  isSameAs(other: SumOfPoints): boolean {
    return (
      this.#parts.length === other.#parts.length &&
      this.#parts.every((part, place) => areSurelySame(part, other.#parts[place]))
    );
  }

  publish(places: number): TextRange | undefined {
    return this.#publishNear(places) ?? this.#publishDigits(places);
  }

  #publishNear(places: number): TextRange | undefined {
    const low = startNear();
    const high = this.isExact ? low : startNear();
    return this.addNearTo(low, high) ? rangeOf(low, high, (sum) => publishNear(sum, places)) : undefined;
  }

  #publishDigits(places: number): TextRange | undefined {
    const low = startSum();
    const high = this.isExact ? low : startSum();
    return this.addTo(low, high) ? rangeOf(low, high, (sum) => publishSum(sum, places)) : undefined;
  }

  addNearTo(low: NearSum, high: NearSum): boolean {
    for (const part of this.#parts) if (!isUnwritten(part) || !part.addNearTo(low, high)) return false;
    return true;
  }

  addTo(low: DigitSum, high: DigitSum): boolean {
    for (const part of this.#parts) if (!isUnwritten(part) || !part.addTo(low, high)) return false;
    return true;
  }
}

const isUnwritten = (points: Interval): points is FractionPoints | SumOfPoints =>
  points instanceof FractionPoints || points instanceof SumOfPoints;

/** Whether points are the same for certain, which unwritten ones tell without being written; false where digits must tell. */
export const areSurelySame = (one: Interval, other: Interval | undefined): boolean => {
  if (one === other) return true;
  if (one instanceof FractionPoints) return other instanceof FractionPoints && one.isSameAs(other);
  return one instanceof SumOfPoints && other instanceof SumOfPoints && one.isSameAs(other);
};

/** Publishes points without writing all their digits before; undefined where that can't be done, and digits must be written. */
export const publishUnwritten = (
  points: Interval,
  { places, mode }: RoundingPolicy,
): TextRange | undefined => (mode === 'half-up' && isUnwritten(points) ? points.publish(places) : undefined);
