import { describe, expect, it } from 'vitest';
import { alignDecimal, countPlaces } from './align-decimal.ts';

describe('decimal signs of a column stand below each other', () => {
  it.each([
    ['1.308,9', 1],
    ['80', 0],
    ['57,6 %', 1],
    ['14,5 % GRDP', 1],
  ])('%s has %i places', (formatted, places) => {
    expect(countPlaces(formatted, ',')).toBe(places);
  });

  it('pads what has fewer places with digit-wide spaces', () => {
    expect(alignDecimal('80', 2, ',')).toBe('80\u2008\u2007\u2007');
    expect(alignDecimal('57,6', 2, ',')).toBe('57,6\u2007');
    expect(alignDecimal('57,61', 2, ',')).toBe('57,61');
  });
});
