import { expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';
import { factsOnly } from './facts-only.ts';

it('keeps the facts of a reading and drops the words of the document', () => {
  const reading = readLines(
    '## KẾ HOẠCH',
    '',
    'Trồng sen năm 2026',
    '',
    'Căn cứ Quyết định số 7/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về sen;',
    '',
    '## I. MỤC TIÊU CỤ THỂ',
    '',
    '- 85% hộ trồng sen dùng sổ tay điện tử.',
  );
  const facts = factsOnly(reading);
  expect(facts.targets).toMatchObject([
    { name: 'Hộ trồng sen dùng sổ tay điện tử', value: 85, line: 9, quote: '' },
  ]);
  expect(facts.document.legalBasis).toMatchObject([{ docNumber: '7/QĐ-TTg', quote: null }]);
});
