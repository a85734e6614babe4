import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanTexts, listTextProblems, tidyFileName } from './request-text.ts';

test('texts with a zero character or half a surrogate pair are named by their path', () => {
  const body = {
    name: 'Sở Tư pháp',
    reason: 'a\0b',
    list: [{ alias: 'sen \ud83e\udeb7' }, { alias: 'sen \ud83e' }],
    ['key\udeb7']: 1,
    amount: null,
  };
  expect(listTextProblems(body, 'body')).toEqual(
    ['body.reason', 'body.list.1.alias', 'body'].map((field) => ({ field, problem: 'invalid_text' })),
  );
});

test('whole Unicode texts are left alone', () => {
  const whole = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  fc.assert(fc.property(whole, (text) => listTextProblems([text], 'query').length === 0));
});

test('pasted texts lose what nobody sees, at any depth, and keep their lines', () => {
  const given = {
    note: 'Sở\u202e Tư\u200f pháp\u000bPhòng\u0007 1\n\tdòng\u001f',
    list: [{ a: '\u2066x\ufeff' }],
    n: 1,
    z: null,
  };
  expect(cleanTexts(given)).toEqual({
    ...{ note: 'Sở Tư pháp\nPhòng 1\n\tdòng', list: [{ a: 'x' }], n: 1, z: null },
  });
  const whole = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text));
  fc.assert(fc.property(whole, (text) => cleanTexts(text) === text));
});

test('members within one another are followed so far and no further', () => {
  const nest = (depth: number): unknown => (depth === 0 ? 'sen' : { a: nest(depth - 1) });
  expect(listTextProblems(nest(32), 'body')).toEqual([]);
  expect(listTextProblems(nest(33), 'body')).toEqual([
    { field: `body${'.a'.repeat(32)}`, problem: 'too_deep' },
  ]);
});

test.each([
  ['Kế hoạch.txt', 'Kế hoạch.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\hồ sơ\\kế hoạch.md', 'kế hoạch.md'],
  ['ke\0-hoach\u202Etxt.md\r\n', 'ke-hoachtxt.md'],
  ['sen\ud83e.md', 'sen.md'],
  ['', ''],
  [undefined, ''],
  ['\u200B ', ''],
])('the file name %j becomes %j', (given, tidied) => {
  expect(tidyFileName(given)).toBe(tidied);
});

test('a long file name keeps its ending', () => {
  const tidied = tidyFileName(`${'sen'.repeat(200)}.docx`);
  expect(tidied).toHaveLength(255);
  expect(tidied).toMatch(/\.docx$/u);
});
