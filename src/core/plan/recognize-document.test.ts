import { describe, expect, it } from 'vitest';
import type { IdentifyingHead } from './document-identity.ts';
import { recognizeDocument, saysItReplaces, UNDECIDED } from './recognize-document.ts';

const head = (id: string): IdentifyingHead & { readonly id: string } => ({
  ...{ id, docType: 'Kế hoạch', docNumber: null, issueDate: null, year: 2026 },
  ...{ issuingAgency: 'UBND tỉnh Đồng Tháp', subjectLine: 'Chuyển đổi số năm 2026' },
});
const [draft, other] = [head('draft'), head('other')];
const bySubject = (sharedText: number) => ({ document: draft, by: 'subject', sharedText }) as const;
const byNumber = { document: draft, by: 'number', sharedText: 0 } as const;

describe('a file that looks like a registered draft', () => {
  it('is that draft when nearly all of its text is the same', () => {
    expect(recognizeDocument([bySubject(0.9)], UNDECIDED, false)).toEqual({
      ...{ standing: 'same', document: draft, isOpen: true },
    });
  });

  it('is asked about when its text is another one, or says that it replaces one', () => {
    expect(recognizeDocument([bySubject(0.4)], UNDECIDED, false)).toEqual({
      ...{ standing: 'asked', document: draft, question: 'another-text' },
    });
    expect(recognizeDocument([bySubject(0.9)], UNDECIDED, true)).toMatchObject({
      question: 'says-it-replaces',
    });
  });

  it('is what the person said, and the next likeness is asked about on its own', () => {
    const unlike = bySubject(0.4);
    expect(recognizeDocument([unlike], { sameAs: 'draft', distinctFrom: [] }, true).standing).toBe('same');
    const told = { sameAs: null, distinctFrom: ['draft'] };
    expect(recognizeDocument([bySubject(0.9)], told, false)).toEqual({ standing: 'new' });
    const second = { document: other, by: 'subject', sharedText: 0.2 } as const;
    expect(recognizeDocument([unlike, second], told, false)).toMatchObject({ document: other });
  });

  it('is the closest of several: the number first, then the text', () => {
    const second = { document: other, by: 'subject', sharedText: 1 } as const;
    expect(recognizeDocument([bySubject(0.8), second], UNDECIDED, false)).toMatchObject({ document: other });
    expect(recognizeDocument([second, byNumber], UNDECIDED, false)).toMatchObject({ document: draft });
  });
});

it('a file without number that looks like an issued document is asked about, however alike, and never before its draft', () => {
  const issued = { document: other, by: 'subject-of-numbered', sharedText: 1 } as const;
  expect(recognizeDocument([issued], UNDECIDED, false)).toEqual({
    ...{ standing: 'asked', document: other, question: 'numbered-already' },
  });
  expect(recognizeDocument([issued], { sameAs: null, distinctFrom: ['other'] }, false).standing).toBe('new');
});

describe('a number', () => {
  it('of one day is one document, whatever its text and whoever says otherwise', () => {
    const told = { sameAs: null, distinctFrom: ['draft'] };
    expect(recognizeDocument([byNumber], told, true)).toEqual({
      ...{ standing: 'same', document: draft, isOpen: false },
    });
  });

  it('of another day is asked about', () => {
    const found = { document: draft, by: 'number-of-another-day', sharedText: 1 } as const;
    expect(recognizeDocument([found], UNDECIDED, false)).toMatchObject({ question: 'another-day' });
  });
});

it.each([
  ['Kế hoạch này thay thế Kế hoạch nâng cao chỉ số chuyển đổi số năm 2026.', true],
  ['Quyết định này thay thế Quyết định số 12/QĐ-UBND', true],
  ['Thay thế hệ thống máy chủ cũ theo kế hoạch này', false],
  ['Kế hoạch này có hiệu lực kể từ ngày ký', false],
])('%s', (text, replaces) => {
  expect(saysItReplaces(text)).toBe(replaces);
});
