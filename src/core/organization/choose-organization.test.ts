import { expect, test } from 'vitest';
import { isFoundByWords } from './choose-organization.ts';
import type { NamedOrganization } from './directory.ts';

const COMMITTEE: NamedOrganization = {
  code: 'UBND_TINH',
  name: 'Ủy ban nhân dân tỉnh',
  abbreviation: 'UBND tỉnh',
  kind: 'peoples-committee',
  aliases: ['Ủy ban nhân dân tỉnh Đồng Tháp'],
};

test.each([
  'Ủy ban nhân dân',
  'UBND tỉnh',
  'ubnd tinh dong thap',
  'uy ban nhan dan tinh Đồng Tháp',
  'Uỷ ban',
  '',
])('the committee of the province is found by "%s"', (words) => {
  expect(isFoundByWords(COMMITTEE, words)).toBe(true);
});

test.each(['UBND xã', 'Hội đồng nhân dân tỉnh'])('and not by "%s"', (words) => {
  expect(isFoundByWords(COMMITTEE, words)).toBe(false);
});
