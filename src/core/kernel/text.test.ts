import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listToneSpellings,
  nameKey,
  placeTones,
  searchKey,
  tidy,
  saysSomething,
  withoutEmphasis,
} from './text.ts';

describe('nameKey', () => {
  it('takes both places of a final tone mark for one', () => {
    expect(nameKey('Thành phố Hoà Bình')).toBe(nameKey('thành phố Hòa Bình'));
    expect(nameKey('Uỷ ban')).toBe(nameKey('Ủy ban'));
  });

  it('leaves the only place that there is before a consonant', () => {
    expect(nameKey('Đoàn toàn trình')).toBe('đoàn toàn trình');
  });

  it('keeps names apart that differ in a diacritic', () => {
    expect(nameKey('Mỹ Tho')).not.toBe(nameKey('Mỹ Thọ'));
  });

  it('does not tell how the letters were composed', () => {
    expect(nameKey('Thẩm định'.normalize('NFD'))).toBe(nameKey('Thẩm định'));
  });
});

describe('searchKey', () => {
  it('is what a keyboard without diacritics types', () => {
    expect(searchKey('Sở Khoa học và Công nghệ (Đồng Tháp)')).toBe('so khoa hoc va cong nghe dong thap');
  });

  it('is its own key', () => {
    fc.assert(fc.property(fc.string(), (text) => searchKey(searchKey(text)) === searchKey(text)));
  });
});

describe('tidy', () => {
  it('collapses any white space', () => {
    expect(tidy('  một\u00a0hai\t\nba ')).toBe('một hai ba');
  });
});

describe('the spellings of one word', () => {
  it.each([
    ['ủy', ['ủy', 'uỷ']],
    ['hòa', ['hòa', 'hoà']],
    ['hoàn', ['hoàn']],
    ['tư', ['tư']],
  ])('%s', (word, spellings) => {
    expect(listToneSpellings(word)).toEqual(spellings);
  });
});

describe('placeTones', () => {
  it.each([
    ['Uỷ ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh'],
    ['UỶ BAN', 'ỦY BAN'],
    ['Hoà Bình, hoàn thành', 'Hòa Bình, hoàn thành'],
    ['Quý II', 'Quý II'],
  ])('%s', (text, placed) => {
    expect(placeTones(text)).toBe(placed);
  });
});

describe('a note that says something', () => {
  it.each(['đã sửa', '5', '…', '😀'])('is “%s”', (text) => {
    expect(saysSomething(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \t\n\u00a0\u3000'],
    ['spaces without width', '\u200b\u200c\u200d\u2060\ufeff'],
    ['marks of direction', '\u200e\u200f\u202e'],
    ['fillers', '\u2800\u3164\u115f'],
    ['a soft hyphen and a lone diacritic', '\u00ad\u0301'],
  ])('is not one of %s', (_what, text) => {
    expect(saysSomething(text)).toBe(false);
  });
});

describe('a quote without the marks of its source', () => {
  it.each([
    ['bình quân hằng năm tăng **9,54%', 'bình quân hằng năm tăng 9,54%'],
    ['**đạt trên 90%** người dân', 'đạt trên 90% người dân'],
    [
      'hằng năm** (*hoặc đột xuất khi có yêu cầu*) báo cáo',
      'hằng năm (hoặc đột xuất khi có yêu cầu) báo cáo',
    ],
    ['2.841 ***đại biểu***', '2.841 đại biểu'],
  ])('%s', (quote, read) => {
    expect(withoutEmphasis(quote)).toBe(read);
  });

  it.each(['(*) Ghi chú ở cột 3 (*)', '* Sở Tài chính', '3 * 4 = 12', 'Mẫu số 5*'])(
    'keeps the star of “%s”',
    (quote) => {
      expect(withoutEmphasis(quote)).toBe(quote);
    },
  );
});
