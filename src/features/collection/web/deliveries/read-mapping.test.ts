import { expect, test } from 'vitest';
import { readMapping, writeMapping } from './read-mapping.ts';

test('a mapping is a line for each code, and comes back as it was typed', () => {
  const read = readMapping(' ImspTQPwCqd = 29869 \n\nfbfJHSPpUQD=6.5.n');
  expect(read).toEqual({ mapping: { ImspTQPwCqd: '29869', fbfJHSPpUQD: '6.5.n' } });
  expect(writeMapping({ a: 'b', c: 'd' })).toBe('a = b\nc = d');
  expect(readMapping('')).toEqual({ mapping: {} });
});

test('a line that is no mapping is named', () => {
  expect(readMapping('a = b\nc')).toEqual({ fault: 'c' });
  expect(readMapping('a = b = c')).toEqual({ fault: 'a = b = c' });
});
