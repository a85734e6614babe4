import { describe, expect, it } from 'vitest';
import { findWeakness } from '#core/access/password-policy.ts';
import { isCommonPassword } from './common-passwords.ts';

const names = ['nguyen.van.an', 'Nguyễn Văn An', 'Sở Tư pháp', 'STP'];
const weaknessOf = (password: string) => findWeakness(password, { names, isCommon: isCommonPassword });

describe('a password', () => {
  it.each([
    ['mười một ký', 'too-short'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcab', 'repeats'],
    ['nguyenvanan2026', 'contains-name'],
    ['Nguyễn.Văn-An!!', 'contains-name'],
    ['sotuphap@2026', 'contains-name'],
    ['SoTuPhap_STP_1', 'contains-name'],
    ['qwerty123456', 'common'],
    ['QWERTY123456', 'common'],
    ['password@2026', 'common'],
    ['iloveyou!!!!1234', 'common'],
    ['1234567890123', 'common'],
  ])('%s is refused: %s', (password, weakness) => {
    expect(weaknessOf(password)).toBe(weakness);
  });

  it.each(['một mật khẩu đủ dài', 'ngỗng tím ăn cỏ ven đê', 'vT8#kq2Lw9zR', 'hoa sen nở trên Sở Tư pháp'])(
    '%s is taken',
    (password) => {
      expect(weaknessOf(password)).toBeUndefined();
    },
  );

  it('counts characters as people do, however they are composed', () => {
    const elevenLetters = 'ngữ phápnhé';
    expect(elevenLetters.normalize('NFD').length).toBeGreaterThan(11);
    expect(weaknessOf(elevenLetters.normalize('NFD'))).toBe('too-short');
  });
});
