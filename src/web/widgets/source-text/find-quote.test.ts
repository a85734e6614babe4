import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuoteSpans } from './find-quote.ts';

const lines = ['1\tTỷ lệ hộ gia đình', 'có  internet\tcáp quang\t90%', '', 'Tỷ lệ hộ gia đình có điện'];

describe('a quote is found in its text', () => {
  it('across tabs and line breaks', () => {
    expect(findQuoteSpans(lines, 'Tỷ lệ hộ gia đình có internet cáp quang 90%', 0)).toEqual([
      { line: 0, start: 2, end: 19 },
      { line: 1, start: 0, end: 26 },
    ]);
  });

  it('from the line on which it was read, where the same words stand twice', () => {
    expect(findQuoteSpans(lines, 'Tỷ lệ hộ gia đình', 1)).toEqual([{ line: 3, start: 0, end: 17 }]);
  });

  it('nowhere when the words are not there, or are none', () => {
    expect(findQuoteSpans(lines, 'Tỷ lệ xã', 0)).toEqual([]);
    expect(findQuoteSpans(lines, ' ', 0)).toEqual([]);
  });

  it('whatever the lines and wherever the quote begins and ends', () => {
    const anyLines = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 });
    fc.assert(
      fc.property(anyLines, (some) => {
        const quote = some.join(' ').replace(/\s+/gu, ' ').trim();
        const found = findQuoteSpans(some, quote, 0)
          .map(({ line, start, end }) => some[line]?.slice(start, end))
          .join('');
        expect(found.replace(/\s+/gu, '')).toBe(quote.replace(/\s+/gu, ''));
      }),
    );
  });
});
