import { expect, test } from 'vitest';
import { nameSourceDocument, titleDocument } from './document-title.ts';

const subjectLine = 'Phát triển chính quyền số, kinh tế số và xã hội số trên địa bàn tỉnh Đồng Tháp năm 2026';
const draft = { docType: 'Kế hoạch', docNumber: null, subjectLine };

test('a document is called by its number, without one by its kind and subject, whose years stay', () => {
  const numbered = { ...draft, docNumber: '12/KH-UBND' };
  expect(titleDocument(numbered, 42)).toBe('Kế hoạch 12/KH-UBND');
  expect(titleDocument(draft, 42)).toBe('Kế hoạch Phát triển chính quyền số, kinh… năm 2026');
  expect(titleDocument({ ...draft, subjectLine: null }, 42)).toBe('Kế hoạch');
  expect(titleDocument({ docType: null, docNumber: null, subjectLine: null }, 42)).toBeNull();
  expect(nameSourceDocument(numbered)).toBe('12/KH-UBND');
  expect(nameSourceDocument(draft)).toBe(
    'Kế hoạch Phát triển chính quyền số, kinh tế số và xã hội số… năm 2026',
  );
});
