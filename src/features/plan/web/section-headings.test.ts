import { describe, expect, it } from 'vitest';
import { buildHeadings } from './section-headings.ts';

const at = (section: string | null, id = 'a', appendix: string | null = null) => ({
  document: { id },
  place: { section, appendix, order: null, line: null, page: null, block: null },
});

describe('the heading that an item stands under', () => {
  const items = [at('V.1. Các sở, ban, ngành tỉnh'), at('V.1.a'), at('V.1.đ'), at('V.2.a'), at('V.1.a', 'b')];
  const headingOf = buildHeadings(items);

  it('is the section of a bare point, in words when they are known', () => {
    expect(items.map(headingOf)).toEqual([
      'V.1. Các sở, ban, ngành tỉnh',
      'V.1. Các sở, ban, ngành tỉnh',
      'V.1. Các sở, ban, ngành tỉnh',
      'V.2',
      'V.1',
    ]);
  });

  it('is the appendix where no section is known, and nothing where neither is', () => {
    expect(headingOf(at(null, 'a', 'Phụ lục II'))).toBe('Phụ lục II');
    expect(headingOf(at(null))).toBeNull();
    expect(headingOf(at('I.2.a. Hạ tầng số'))).toBe('I.2.a. Hạ tầng số');
  });
});
