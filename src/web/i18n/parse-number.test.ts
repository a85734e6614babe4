import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './messages.ts';
import { parseNumber, typedNumber } from './parse-number.ts';

describe('a typed number', () => {
  it.each([
    ['57,6', '57.6'],
    ['57.6', '57.6'],
    ['1.308', '1308'],
    ['1.308,9', '1308.9'],
    ['1308,9', '1308.9'],
    ['12 345', '12345'],
    ['-2,5', '-2.5'],
    ['0', '0'],
  ])('reads %s in Vietnamese as %s', (typed, value) => {
    expect(parseNumber(typed, 'vi')).toBe(value);
  });

  it.each(['', 'abc', '1,2,3', '12.34.5', '5%', '1.308.9', '--1', '1e5'])('refuses %s', (typed) => {
    expect(parseNumber(typed, 'vi')).toBeUndefined();
  });

  it('reads thousands in English by commas', () => {
    expect(parseNumber('1,308.9', 'en')).toBe('1308.9');
    expect(parseNumber('1,308', 'en')).toBe('1308');
  });

  it('reads back exactly what it shows for correction', () => {
    const places = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(fc.integer(), places, fc.constantFrom(...LOCALES), (whole, fraction, locale) => {
        const value = `${String(whole)}.${String(fraction).padStart(6, '0')}`;
        expect(parseNumber(typedNumber(value, locale), locale)).toBe(value);
      }),
    );
  });
});
