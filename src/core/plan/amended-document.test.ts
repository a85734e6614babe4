import { describe, expect, it } from 'vitest';
import type { CitedDocumentReading } from '#core/plan-reading/reading.ts';
import { proposeAmendments } from './amended-document.ts';

const head = (docNumber: string | null, issueDate: string, subjectLine: string) => ({
  ...{ docType: 'Kế hoạch', docNumber, issueDate, year: Number(issueDate.slice(0, 4)) },
  ...{ issuingAgency: 'UBND tỉnh Đồng Tháp', subjectLine },
});

const plan = { id: 'plan', ...head('12/KH-UBND', '2026-01-15', 'Trồng sen trong các ao của tỉnh năm 2026') };
const other = { id: 'other', ...head('112/KH-UBND', '2026-02-01', 'Nuôi cá trong ruộng lúa năm 2026') };

const cited: CitedDocumentReading = {
  ...{ id: 'v', appendix: null, section: null, order: null, line: 5, quote: 'Kế hoạch số 12/KH-UBND' },
  role: 'cited',
  ...{ docType: 'Kế hoạch', docNumber: '12/KH-UBND', issueDate: '2026-01-15' },
  ...{ issueDateRaw: null, issuingAgency: null, subject: null, alsoLines: [] },
};

const propose = (subject: string, around = '', citations: readonly CitedDocumentReading[] = []) =>
  proposeAmendments(
    { head: head('50/QĐ-UBND', '2026-06-01', subject), cited: citations, wordsAround: () => around },
    [plan, other],
  );

describe('the document that is amended', () => {
  it('is the one that the subject line names', () => {
    expect(propose('Sửa đổi, bổ sung Kế hoạch số 112/KH-UBND ngày 01/02/2026')[0]).toEqual({
      ...{ documentId: 'other', relation: 'amends', reason: 'subject-line' },
    });
  });

  it('is the one that is cited with words of amending or replacing', () => {
    const found = propose('Trồng sen', 'Kế hoạch này thay thế Kế hoạch số 12/KH-UBND', [cited]);
    expect(found).toEqual([{ documentId: 'plan', relation: 'replaces', reason: 'citation' }]);
    expect(propose('Trồng sen', 'Căn cứ Kế hoạch số 12/KH-UBND', [cited])).toEqual([]);
  });

  it('is the earlier one of the same subject', () => {
    expect(propose('Trồng sen trong các ao của tỉnh năm 2026')).toEqual([
      { documentId: 'plan', relation: 'replaces', reason: 'same-subject' },
    ]);
  });
});
