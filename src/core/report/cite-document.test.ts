import { expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { citeDecision, citeDocument } from './cite-document.ts';

it('cites a document by its number and day, and one that a decision puts in force by the decision', () => {
  const cited = (members: object) =>
    citeDocument({
      ...{ docType: 'Kế hoạch', attachedDocType: null, docNumber: null, issueDate: null },
      subjectLine: 'Chuyển đổi số năm 2026',
      ...members,
    });
  expect(cited({})).toBe('Kế hoạch chuyển đổi số năm 2026');
  expect(cited({ docNumber: '283/KH-UBND' })).toBe('Kế hoạch số 283/KH-UBND');
  expect(cited({ docNumber: '283/KH-UBND', issueDate: '2026-02-05' })).toBe(
    'Kế hoạch số 283/KH-UBND ngày 05/02/2026',
  );
  const decided = { docType: 'QUYẾT ĐỊNH', attachedDocType: 'Kế hoạch hành động', docNumber: '3256/QĐ-UBND' };
  expect(cited({ ...decided, issueDate: '2025-12-31' })).toBe(
    'Kế hoạch hành động ban hành kèm theo Quyết định số 3256/QĐ-UBND ngày 31/12/2025',
  );
});

it('cites a decision as a legal basis: with its day in words, a ministry’s as one of its minister', () => {
  const cited = (issuer: string) =>
    citeDecision({
      number: '405/QĐ-BKHCN',
      date: plainDate('2025-04-03'),
      issuer,
      subject: 'Phê duyệt Đề án',
    });
  expect(cited('Bộ Khoa học và Công nghệ')).toBe(
    'Quyết định số 405/QĐ-BKHCN ngày 03 tháng 4 năm 2025 của Bộ trưởng Bộ Khoa học và Công nghệ phê duyệt Đề án',
  );
  expect(cited('Ủy ban nhân dân tỉnh Đồng Tháp')).toContain('của Ủy ban nhân dân tỉnh Đồng Tháp phê duyệt');
});
