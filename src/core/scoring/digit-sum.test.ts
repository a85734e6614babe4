import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, publish, sum } from '#core/kernel/decimal.ts';
import { addFraction, publishFraction, publishSum, startSum } from './digit-sum.ts';

const publishFractions = (fractions: readonly (readonly [number, number])[], places: number) => {
  const total = startSum();
  for (const [above, below] of fractions) expect(addFraction(total, above, below)).toBe(true);
  return publishSum(total, places);
};

describe('a sum of digits', () => {
  it('is whole again when thirds add up, and rounds a half up', () => {
    expect(publishFractions([...Array<[number, number]>(3).fill([1, 3])], 2)).toBe('1.00');
    expect(publishFractions([[1, 200]], 2)).toBe('0.01');
    expect(publishFractions([[999_999, 1000]], 0)).toBe('1000');
    expect(
      publishFractions(
        [
          [1, 600],
          [1, 300],
        ],
        2,
      ),
    ).toBe('0.01');
  });

  it('is published as the decimals are that it stands for', () => {
    const below = fc.oneof(fc.integer({ min: 1, max: 90_000_000_000 }), fc.constantFrom(1, 3, 7, 200, 6000));
    const fraction = fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), below);
    fc.assert(
      fc.property(
        fc.array(fraction, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 40 }),
        (fractions, places) => {
          const written = sum(fractions.map(([above, divisor]) => decimal(above).dividedBy(divisor)));
          expect(publishFractions(fractions, places)).toBe(publish(written, { places, mode: 'half-up' }));
        },
      ),
    );
  });

  it('is published alike where it is one fraction alone', () => {
    const below = fc.oneof(fc.integer({ min: 1, max: 900_000_000 }), fc.constantFrom(1, 3, 7, 200, 6000));
    fc.assert(
      fc.property(fc.nat(9_000_000), below, fc.integer({ min: 1, max: 14 }), (above, divisor, places) => {
        const written = decimal(above).dividedBy(divisor);
        expect(publishFraction(above, divisor, places)).toBe(publish(written, { places, mode: 'half-up' }));
      }),
    );
    expect(publishFraction(1999, 2000, 2)).toBe('1.00');
    expect(publishFraction(19_999_999_999, 20_000_000_000, 12)).toBeUndefined();
  });

  it('leaves denominators alone that are too large for it', () => {
    const total = startSum();
    expect(addFraction(total, 1, Number.MAX_SAFE_INTEGER)).toBe(false);
    expect(total).toEqual(startSum());
    expect(publishSum(total, 41)).toBeUndefined();
  });
});
