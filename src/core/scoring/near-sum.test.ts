import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, publish, sum } from '#core/kernel/decimal.ts';
import { publishNear } from './near-sum.ts';

type Fraction = readonly [number, number];

const publishFractions = (fractions: readonly Fraction[], places: number): string | undefined => {
  const total = fractions.reduce((so, [above, below]) => so + above / below, 0);
  return publishNear({ total, addends: fractions.length }, places);
};

const publishExactly = (fractions: readonly Fraction[], places: number): string =>
  publish(sum(fractions.map(([above, below]) => decimal(above).dividedBy(below))), {
    places,
    mode: 'half-up',
  });

describe('a sum in doubles', () => {
  const below = fc.oneof(fc.integer({ min: 1, max: 90_000_000 }), fc.constantFrom(1, 3, 7, 200, 6000));
  const fraction = fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), below);

  it('is published to the same digit as the exact one, or not at all', () => {
    const fractions = fc.array(fraction, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fractions, fc.integer({ min: 0, max: 8 }), (given, places) => {
        expect([undefined, publishExactly(given, places)]).toContain(publishFractions(given, places));
      }),
    );
  });

  it('leaves a half, and what is nearly one, to exact digits', () => {
    const halves = fc.tuple(fc.nat(90_000), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(halves, ([hundredths, steps]) => {
        const half = (hundredths + 0.5) / 100;
        const total = half * (1 + steps * Number.EPSILON);
        expect(publishNear({ total, addends: 47 }, 2)).toBeUndefined();
      }),
    );
  });

  it('is published where it is far from a half', () => {
    expect(publishFractions(Array<Fraction>(3).fill([1, 3]), 2)).toBe('1.00');
    expect(publishFractions([[62_564, 100]], 2)).toBe('625.64');
    expect(publishNear({ total: Number.NaN, addends: 1 }, 2)).toBeUndefined();
  });
});
