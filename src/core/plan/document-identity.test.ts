import { describe, expect, it } from 'vitest';
import { buildDocumentIdentity, listAlikeDocuments, type IdentifyingHead } from './document-identity.ts';

const findAlike = (head: IdentifyingHead, registered: readonly IdentifyingHead[]) =>
  listAlikeDocuments(head, registered).map(({ document, by }) => [by, document]);

const decision: IdentifyingHead = {
  docType: 'Quyết định',
  docNumber: '3256/QĐ-UBND',
  issueDate: '2025-12-31',
  year: 2025,
  issuingAgency: 'Ủy ban nhân dân tỉnh Đồng Tháp',
  subjectLine: 'Ban hành Kế hoạch hành động',
};
const draft: IdentifyingHead = {
  docType: 'Kế hoạch',
  docNumber: null,
  issueDate: null,
  year: 2026,
  issuingAgency: 'Ủy ban nhân dân tỉnh Đồng Tháp',
  subjectLine: 'Nâng cao chỉ số chuyển đổi số trên địa bàn tỉnh Đồng Tháp năm 2026',
};

describe('two copies are one document', () => {
  it.each([
    ['however the number is spaced', { ...decision, docNumber: '3256 /QĐ - UBND' }],
    ['however the issuer is written', { ...decision, issuingAgency: 'UBND tỉnh Đồng Tháp' }],
    ['whatever the subject line', { ...decision, subjectLine: null }],
  ])('%s', (_how, copy) => {
    expect(buildDocumentIdentity(copy)).toBe(buildDocumentIdentity(decision));
  });

  it('when drafts without a number share kind, year and subject line, but for a word', () => {
    const copy = {
      ...draft,
      subjectLine: 'Nâng cao chỉ số Chuyển đổi số trên địa bàn Tỉnh Đồng Tháp, năm 2026',
    };
    expect(findAlike(copy, [decision, draft])).toEqual([['subject', draft]]);
    const cut = { ...draft, subjectLine: 'Nâng cao chỉ số chuyển đổi số trên địa bàn tỉnh Đồng Tháp' };
    expect(findAlike(cut, [decision, draft])).toEqual([['subject', draft]]);
  });
});

describe('a copy whose head is read only in part', () => {
  const torn = { ...decision, docType: null, issuingAgency: null, subjectLine: null };

  it('is known by its number and its day', () => {
    expect(findAlike(torn, [draft, decision])).toEqual([['number', decision]]);
    expect(findAlike(decision, [draft, torn])).toEqual([['number', torn]]);
  });

  it.each([
    ['another day', { ...torn, issueDate: '2025-12-30' } as const],
    ['no day', { ...torn, issueDate: null }],
    ['another number', { ...torn, docNumber: '3257/QĐ-UBND' }],
  ])('is another document with %s', (_how, other) => {
    expect(findAlike(other, [draft, decision])).toEqual([]);
  });

  it('is the draft with its subject line when only the kind is missing', () => {
    expect(findAlike({ ...draft, docType: null }, [decision, draft])).toEqual([['subject', draft]]);
  });
});

describe('a draft that gets its number', () => {
  const issued = { ...draft, docNumber: '5/KH-UBND', issueDate: '2026-02-01' } as const;

  it('is the document that it was', () => {
    expect(findAlike(issued, [decision, draft])).toEqual([['subject', draft]]);
  });

  it.each([
    ['of another year', { ...issued, year: 2027, issueDate: '2027-02-01' } as const],
    ['of another kind', { ...issued, docType: 'Báo cáo' }],
    ['on another subject', { ...issued, subjectLine: 'Phát triển kinh tế số tỉnh Đồng Tháp năm 2026' }],
  ])('is not a document %s', (_how, other) => {
    expect(findAlike(other, [decision, draft])).toEqual([]);
  });

  it('may be the draft as well as the document that bears the number already', () => {
    expect(findAlike(issued, [draft, issued])).toEqual([
      ['subject', draft],
      ['number', issued],
    ]);
  });
});

describe('a draft that comes after its issued text', () => {
  const issued = { ...draft, docNumber: '5/KH-UBND', issueDate: '2026-02-01' } as const;

  it('may be that text', () => {
    expect(findAlike(draft, [decision, issued])).toEqual([['subject-of-numbered', issued]]);
  });

  it.each([
    ['of another year', { ...draft, year: 2025 }],
    ['on another subject', { ...draft, subjectLine: 'Phát triển kinh tế số tỉnh Đồng Tháp năm 2026' }],
    ['with another number', { ...issued, docNumber: '6/KH-UBND' }],
  ])('is not a document %s', (_how, other) => {
    expect(findAlike(other, [decision, issued])).toEqual([]);
  });
});

it('one number on another day of the year may be a misprint or a second document', () => {
  const later = { ...decision, issueDate: '2025-12-30' } as const;
  expect(findAlike(later, [decision])).toEqual([['number-of-another-day', decision]]);
});

describe('two documents are two', () => {
  it.each([
    ['numbers begin anew each year', { ...decision, issueDate: '2026-12-31', year: 2026 }],
    ['each issuer has its own numbers', { ...decision, issuingAgency: 'Sở Tài chính' }],
  ])('%s', (_why, other) => {
    expect(findAlike(other, [decision])).toEqual([]);
  });

  it.each([
    ['of another year', { ...draft, year: 2025 }],
    ['of another kind', { ...draft, docType: 'Báo cáo' }],
    [
      'on another subject',
      { ...draft, subjectLine: 'Phát triển kinh tế số và xã hội số tỉnh Đồng Tháp năm 2026' },
    ],
    [
      'on a subject that shares half the words',
      { ...draft, subjectLine: 'Nâng cao chỉ số cải cách hành chính trên địa bàn tỉnh Đồng Tháp năm 2026' },
    ],
    ['without a subject line', { ...draft, subjectLine: null }],
  ])('drafts %s', (_how, other) => {
    expect(findAlike(other, [draft])).toEqual([]);
  });
});
