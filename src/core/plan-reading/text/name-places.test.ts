import { expect, test } from 'vitest';
import { readLines } from '#test/reader.ts';
import { namePlaces } from './name-places.ts';

test('items name the page that their line stands on, and no line', () => {
  const reading = readLines('KẾ HOẠCH', 'Trồng sen năm 2026', '', 'I. MỤC TIÊU', '', '- 85% ao có sen.');
  expect(reading.targets).toMatchObject([{ line: 6, value: 85 }]);
  const named = namePlaces(reading, { unit: 'page', ofLines: [1, 1, null, 2, null, 3] });
  expect(named.targets).toMatchObject([{ line: null, page: 3, value: 85 }]);
  expect({ ...named.targets[0], line: 6, page: undefined }).toEqual({
    ...reading.targets[0],
    page: undefined,
  });
});
