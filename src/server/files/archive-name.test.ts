import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPathRegister, safeName } from './archive-name.ts';

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['Báo cáo: quý I?.pdf', 'Báo cáo_ quý I_.pdf'],
  ['con.pdf', '_con.pdf'],
  ['..', '_'],
  ['a. . ', 'a'],
  ['', '_'],
])('%s is %s on any disk', (text, name) => {
  expect(safeName(text)).toBe(name);
});

test('any text becomes one name that leads nowhere else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10_ff_ff }), { maxLength: 200 }), (codes) => {
      const text = String.fromCodePoint(...codes);
      const name = safeName(text);
      expect(name).not.toMatch(/[\\/:\0]|^\.{1,2}$|[. ]$|^$/);
      expect(name.length).toBeLessThan(180);
    }),
  );
});

test('files of one name in one folder are told apart, also where only case differs', () => {
  const register = openPathRegister();
  const paths = ['a.pdf', 'A.pdf', 'a.pdf'].map((name) => register('STP/6.1', name));
  expect(paths).toEqual(['STP/6.1/a.pdf', 'STP/6.1/A (2).pdf', 'STP/6.1/a (3).pdf']);
  expect(register('SNV/6.1', 'a.pdf')).toBe('SNV/6.1/a.pdf');
});
