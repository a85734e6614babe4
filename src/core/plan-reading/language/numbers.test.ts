import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import { numberText } from '#core/plan/read-number.ts';
import { findFractions, findUnreadNumbers, parseNumber } from './numbers.ts';

describe('parseNumber', () => {
  it.each([
    ['1.308,9', 1308.9],
    ['2.841', 2841],
    ['1.000', 1000],
    ['96.30', 96.3],
    ['0.7', 0.7],
    ['0,7', 0.7],
    ['02', 2],
    ['14,5', 14.5],
    ['185,377', 185.377],
    ['14.045.077', 14045077],
    ['-5', -5],
    ['−1.308,9', -1308.9],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', '-', 'x', '12%', 'V.1'])('reads nothing from "%s"', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it.each([
    `0,${'0'.repeat(30)}1`,
    '9'.repeat(40),
    '12,345678901234567891',
    '1'.repeat(400),
    // Beyond what a number of 53 bits carries, though registers would keep it.
    '12345678901234567891',
  ])('reads no other number for "%s"', (text) => {
    expect(parseNumber(text)).toBeUndefined();
    expect(findUnreadNumbers(`đạt ${text}% hồ sơ`)).toEqual([{ raw: text, start: 4 }]);
  });

  it('reads what a register keeps with exactly the digits that are printed', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,40}(,\d{1,40})?$/u);
    fc.assert(
      fc.property(digits, (text) => {
        const value = parseNumber(text);
        const read = numberText(value) ?? '';
        expect(value === undefined ? text.length > 15 : isDecimalText(read)).toBe(true);
        if (value !== undefined) expect(decimal(read).eq(text.replace(',', '.'))).toBe(true);
      }),
    );
  });

  it('reads every whole number printed with dots between its thousands', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(parseNumber(number.toLocaleString('de-DE'))).toBe(number);
      }),
    );
  });

  it('reads a decimal alike with a comma and with a point, but for three places behind the point', () => {
    const decimals = fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(decimals, ([whole, part]) => {
        expect(parseNumber(`${String(whole)},${String(part)}`)).toBe(
          parseNumber(`${String(whole)}.${String(part)}`),
        );
      }),
    );
  });
});

describe('findFractions', () => {
  it('finds parts of a whole and no dates or document numbers', () => {
    const text =
      'đạt 12.83/20 điểm ngày 20/12/2026 (145/226) theo Quyết định 749/QĐ-TTg; 862.509/834.204 tài khoản';
    expect(findFractions(text).map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [12.83, 20],
      [145, 226],
      [862509, 834204],
    ]);
  });

  it.each(['công bố vào tháng 10/2025', 'kỳ 9/2025', 'ngày 20/12', 'xếp hạng 27/34', 'đứng thứ 5/63'])(
    'finds no part of a whole in "%s"',
    (text) => {
      expect(findFractions(text)).toEqual([]);
    },
  );
});
