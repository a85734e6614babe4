import { describe, expect, it } from 'vitest';
import { listNewFacts, type DocumentHeadFacts } from './complete-head.ts';

const draft: Partial<DocumentHeadFacts> = {
  ...{ docType: 'Kế hoạch', docNumber: null, issueDate: null, year: 2026, issuingAgency: 'UBND tỉnh' },
  ...{ subjectLine: 'Trồng sen năm 2026', isDraft: true, signerName: null, recipients: [], legalBasis: [] },
};

describe('another file of a registered document', () => {
  it('brings a draft its number, its day and its issuer, and makes it a document', () => {
    const issued = {
      ...{ docNumber: '5/KH-UBND', issueDate: '2026-01-15', year: 2026, isDraft: false },
      issuingAgency: 'Ủy ban nhân dân tỉnh Đồng Tháp',
    } as const;
    expect(listNewFacts(draft, { ...draft, ...issued })).toEqual({
      ...{ docNumber: '5/KH-UBND', issueDate: '2026-01-15', isDraft: false },
      issuingAgency: 'Ủy ban nhân dân tỉnh Đồng Tháp',
    });
  });

  it('fills what is blank, lists too', () => {
    const read = { ...draft, signerName: 'Nguyễn Văn Sen', recipients: ['Sở Tài chính'] };
    expect(listNewFacts(draft, read)).toEqual({
      signerName: 'Nguyễn Văn Sen',
      recipients: ['Sở Tài chính'],
    });
  });

  it('overwrites nothing that is known, and takes nothing away', () => {
    const known = { ...draft, docNumber: '5/KH-UBND', isDraft: false, signerName: 'Nguyễn Văn Sen' };
    const other = { ...draft, docNumber: '6/KH-UBND', subjectLine: 'Trồng súng', signerName: 'Lê Thị Súng' };
    expect(listNewFacts(known, other)).toEqual({});
    expect(listNewFacts(known, draft)).toEqual({});
  });
});
