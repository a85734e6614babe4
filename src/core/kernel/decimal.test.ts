import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, isDecimalText, publish, sum, type RoundingMode } from './decimal.ts';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => decimal(digits.toString()).div(decimal(10).pow(places)));

describe('publish', () => {
  it.each<[string, RoundingMode, string]>([
    ['12.345', 'half-up', '12.35'],
    ['12.345', 'half-even', '12.34'],
    ['12.355', 'half-even', '12.36'],
    ['12.345', 'half-down', '12.34'],
    ['-12.345', 'half-up', '-12.35'],
    ['0', 'half-up', '0.00'],
  ])('rounds %s %s to %s', (value, mode, expected) => {
    expect(publish(decimal(value), { places: 2, mode })).toBe(expected);
  });

  // What round() of R 4.2.2 prints.
  it.each([
    ['0.15', 1, '0.1'],
    ['0.25', 1, '0.2'],
    ['0.35', 1, '0.3'],
    ['0.45', 1, '0.4'],
    ['0.55', 1, '0.6'],
    ['0.65', 1, '0.7'],
    ['0.285', 2, '0.28'],
    ['1.005', 2, '1.00'],
    ['5.015', 2, '5.02'],
    ['-0.45', 1, '-0.4'],
    ['2.5', 0, '2'],
    ['1.5', 0, '2'],
  ])('rounds %s to %i places as the nearest binary numbers do: %s', (value, places, expected) => {
    expect(publish(decimal(value), { places, mode: 'ieee-nearest' })).toBe(expected);
  });

  it('is never further than half a unit of the last place from the value', () => {
    fc.assert(
      fc.property(amount, (value) =>
        decimal(publish(value, { places: 2, mode: 'half-up' }))
          .minus(value)
          .abs()
          .lte('0.005'),
      ),
    );
  });
});

describe('published numbers', () => {
  it('have no negative zero', () => {
    expect(publish(decimal('-0.001'), { places: 2, mode: 'half-up' })).toBe('0.00');
    expect(publish(decimal('-0.005'), { places: 2, mode: 'half-up' })).toBe('-0.01');
  });
});

describe('exact numbers', () => {
  it('add up as on paper', () => {
    expect(decimalText(sum(['0.1', '0.2'].map(decimal)))).toBe('0.3');
    expect(decimalText(sum([]))).toBe('0');
  });

  it('come back from their text as they were', () => {
    fc.assert(fc.property(amount, (value) => decimal(decimalText(value)).eq(value)));
  });

  it.each(['', '1,5', '1e3', '.5', '5.', '+1', ' 1', 'NaN', '--1'])('are not written %j', (text) => {
    expect(isDecimalText(text)).toBe(false);
  });

  it('are not made of binary fractions', () => {
    expect(() => decimal(0.1)).toThrow(RangeError);
  });
});
