import { expect, it } from 'vitest';
import { provinceFacts, provinceOf, provinceWords } from './province.ts';

it('tells a province from a city that is run from the centre by its name', () => {
  expect(provinceFacts('Tỉnh Đồng Tháp')).toEqual({ province: 'Đồng Tháp', provinceKind: 'province' });
  expect(provinceFacts('Thành phố Đà Nẵng')).toEqual({ province: 'Đà Nẵng', provinceKind: 'city' });
});

it('takes the facts of an older paper, which do not say what it is, for those of a province', () => {
  expect(provinceWords(provinceOf({ province: 'Đồng Tháp' }))).toMatchObject({
    ...{ named: 'tỉnh Đồng Tháp', committee: 'Ủy ban nhân dân tỉnh', agencies: 'các sở, ban, ngành tỉnh' },
  });
});
