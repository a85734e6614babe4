import { describe, expect, it } from 'vitest';
import { BLANK_CITATION, BLANK_DOCUMENT } from '#test/blank-records.ts';
import { NO_RECORDS } from '#test/no-records.ts';
import { findWrongCitations } from './citation-findings.ts';
import {
  contradictsIssuer,
  contradictsKind,
  readCitedNumber,
} from '#core/consistency/records/cited-number.ts';
import { compareTitles } from '#core/consistency/records/cited-title.ts';
import type { CitationRecord, DocumentRecord } from '#core/consistency/records/records.ts';
import { plainDate } from '#core/kernel/plain-date.ts';

const DAY = plainDate('2025-03-02');
let line = 0;
const citation = (docNumber: string, more: Partial<CitationRecord> = {}): CitationRecord => ({
  ...BLANK_CITATION,
  place: { kind: 'cited-document', id: `c${String((line += 1))}`, documentId: 'plan', line },
  docNumber,
  issuedOn: DAY,
  ...more,
});

const plan: DocumentRecord = { ...BLANK_DOCUMENT, id: 'plan', issuedOn: plainDate('2026-02-10') };
const find = (citations: readonly CitationRecord[], documents: readonly DocumentRecord[] = [plan]) =>
  findWrongCitations({ ...NO_RECORDS, documents, citations }).map(
    ({ kind, severity }) => `${severity} ${kind}`,
  );

const SCHEME = 'Đề án chuyển đổi số ngành nông nghiệp giai đoạn 2025 - 2030';

describe('one document cited twice', () => {
  it('under one number in two settings', () => {
    expect(find([citation('108/CTr-HU'), citation('108-CTr/HU')])).toEqual(['low citation-number']);
    expect(find([citation('99/QĐ-UBND-TL'), citation('99/QĐUBND-TL')])).toEqual(['low citation-number']);
    expect(find([citation('08/KH-UBND'), citation('8/KH-UBND')])).toEqual([]);
  });

  it('under two titles, unless one is cut short or opens with other verbs', () => {
    const titled = (title: string) =>
      find([citation('7/QĐ-UBND', { title: SCHEME }), citation('7/QĐ-UBND', { title })]);
    expect(titled('Quy định mức thu phí đò ngang trên địa bàn tỉnh')).toEqual(['medium citation-title']);
    expect(titled('Đề án chuyển đổi ngành nông nghiệp giai đoạn 2025 - 2030')).toEqual([
      'low citation-title',
    ]);
    expect(titled(`ban hành ${SCHEME}`)).toEqual([]);
    expect(titled('Đề án CĐS ngành nông nghiệp')).toEqual([]);
  });

  it('under two days, though each district and each year count anew', () => {
    const same = { title: SCHEME };
    const days = (day: string, more: Partial<CitationRecord>) =>
      find([citation('7/KH-UBND', same), citation('7/KH-UBND', { issuedOn: plainDate(day), ...more })]);
    expect(days('2025-03-12', same)).toEqual(['medium citation-number']);
    expect(days('2024-03-12', { title: 'Kế hoạch phòng chống lụt bão năm 2024' })).toEqual([]);
    expect(days('2025-08-12', { title: 'Kế hoạch phòng chống lụt bão năm 2025' })).toEqual([]);
  });

  it('is held against its own head where it is registered', () => {
    const head = { docType: 'Quyết định', docNumber: '7/QĐ-UBND', issuer: 'UBND tỉnh', title: SCHEME };
    const registered = { ...BLANK_DOCUMENT, id: 'scheme', issuedOn: DAY, head };
    const other = citation('7/QĐ-UBND', { title: 'Quy định mức thu phí đò ngang trên địa bàn tỉnh' });
    expect(find([other], [plan, registered])).toEqual(['medium citation-title']);
  });
});

describe('a citation that is wrong by itself', () => {
  it.each([
    [
      'names one kind and numbers another',
      citation('04-KH/TU', { docType: 'Nghị quyết' }),
      ['medium citation-number'],
    ],
    ['leaves the number out', citation('-NQ/TU', { docType: 'Nghị quyết' }), ['medium citation-number']],
    [
      'is later than the plan',
      citation('5/KH-UBND', { issuedOn: plainDate('2026-03-01') }),
      ['medium citation-error'],
    ],
    ['names another issuer', citation('96/KH-STTTT', { issuer: 'UBND tỉnh' }), ['low citation-error']],
    ['puts a plan in force by a decision', citation('12/QĐ-UBND', { docType: 'Kế hoạch' }), []],
    [
      'names a later draft that is still planned',
      citation('5/KH-UBND', { role: 'planned', issuedOn: plainDate('2026-03-01') }),
      [],
    ],
    [
      'is a law without a number',
      citation('', { docNumber: null, docType: 'Luật', quote: 'Luật Dữ liệu ngày 30/11/2024' }),
      [],
    ],
  ])('%s', (_, record, found) => {
    expect(find([record])).toEqual(found);
  });

  it('may stand inside the title of another', () => {
    const title = 'Kế hoạch thực hiện Nghị quyết số 04-KH/TU ngày 31/12/2024 của Ban Chấp hành Đảng bộ tỉnh';
    expect(find([citation('97-KH/HU', { title })])).toEqual(['medium citation-number']);
    expect(find([citation('97-KH/HU', { title: title.replace('04-KH', '04-NQ') })])).toEqual([]);
  });
});

it('takes numbers of state and party documents apart', () => {
  expect(readCitedNumber('Số 12')).toBeUndefined();
  expect(readCitedNumber('12/2022/TT-BTTTT')).toMatchObject({ serial: '12', symbol: '2022ttbtttt' });
  expect(contradictsKind('Thông tư', '12/2022/TT-BTTTT')).toBe(false);
  expect(contradictsKind('Chương trình hành động', '10-CTr/TU')).toBe(false);
  expect(contradictsIssuer('Bộ Khoa học và Công nghệ', '2710/BTTTT-CĐSQG')).toBe(true);
  expect(contradictsIssuer('Sở Khoa học và Công nghệ', '3947/TTr-SKH&CN')).toBe(false);
  expect(contradictsIssuer('TTCP', '39/QĐ-TTg')).toBe(false);
  expect(compareTitles('chuyển đổi số', 'an ninh mạng')).toBe('same');
});
