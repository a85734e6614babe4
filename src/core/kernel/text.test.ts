import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listToneSpellings, nameKey, placeTones, searchKey, tidy } from './text.ts';

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
