import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { DocumentName, ItemDue } from '#contract/plan-item.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { documentBriefTitle, documentShortTitle } from './document-title.ts';
import { describeDue } from './due-words.ts';
import { findFullMeasure, findShortMeasure } from './measure.ts';
import { planItemMessages } from './messages.ts';
import { describePlace } from './place-words.ts';

const format = buildFormat('vi');
const words = planItemMessages.vi;

describe('a value in words', () => {
  const percent = { value: '57.6', values: null, unit: '%' };
  it.each([
    [{ ...percent, comparator: '>=' as const }, '≥ 57,6', 'tối thiểu 57,6\u202f%'],
    [{ ...percent, comparator: '=' as const }, '57,6', '57,6\u202f%'],
    [{ ...percent, comparator: 'maintain' as const }, 'duy trì 57,6', 'duy trì 57,6\u202f%'],
    [
      { comparator: 'range' as const, value: null, values: ['15', '20'], unit: '%' },
      '15–20',
      'từ 15–20\u202f%',
    ],
    [{ comparator: '>' as const, value: '1308', values: null, unit: 'tin' }, '> 1.308', 'trên 1.308 tin'],
  ])('%o', (measure, short, full) => {
    expect(findShortMeasure(measure, format, words)).toBe(short);
    expect(findFullMeasure(measure, format, words)).toBe(full);
  });

  it('is nothing, not zero, when the cell is blank', () => {
    const blank = { comparator: null, value: null, values: null, unit: '%' };
    expect(findShortMeasure(blank, format, words)).toBeUndefined();
    expect(findFullMeasure(blank, format, words)).toBeUndefined();
  });
});

describe('a due rule in words', () => {
  const due: ItemDue = {
    kind: 'month',
    raw: 'Tháng 11/2026',
    start: plainDate('2026-11-01'),
    end: plainDate('2026-11-30'),
    before: false,
    lastDay: plainDate('2026-11-30'),
    state: 'in-period',
  };
  it.each([
    [due, 'Chậm nhất ngày 30/11/2026.'],
    [
      {
        ...due,
        kind: 'by-date',
        before: true,
        end: plainDate('2026-12-20'),
        lastDay: plainDate('2026-12-19'),
      },
      'Trước ngày 20/12/2026, nghĩa là chậm nhất ngày 19/12/2026.',
    ],
    [
      {
        ...due,
        kind: 'range',
        start: plainDate('2026-01-01'),
        end: plainDate('2030-12-31'),
        lastDay: plainDate('2030-12-31'),
      },
      'Từ ngày 01/01/2026 đến hết ngày 31/12/2030.',
    ],
    [{ ...due, kind: 'ongoing', start: null, end: null, lastDay: null }, words.due.ongoing],
    [{ ...due, kind: 'event', start: null, end: null, lastDay: null }, words.due.event],
    [{ ...due, kind: 'other', raw: null, start: null, end: null, lastDay: null }, words.due.none],
  ] satisfies readonly (readonly [ItemDue, string])[])('%o', (rule, sentence) => {
    expect(describeDue(rule, format, words)).toBe(sentence);
  });
});

describe('a document by its short title', () => {
  const draft: DocumentName = {
    id: '0190a0a0-0000-7000-8000-000000000000',
    docType: 'Kế hoạch',
    attachedDocType: null,
    docNumber: null,
    issueDate: null,
    year: 2026,
    subjectLine: 'Nâng cao chỉ số chuyển đổi số trên địa bàn tỉnh Đồng Tháp năm 2026',
    isDraft: true,
  };
  it('is its number once it has one, before that its subject', () => {
    expect(documentShortTitle({ ...draft, docNumber: '12/KH-UBND' }, words)).toBe('Kế hoạch 12/KH-UBND');
    expect(documentShortTitle(draft, words)).toBe(
      'Kế hoạch Nâng cao chỉ số chuyển đổi số trên địa bàn tỉnh Đồng Tháp năm 2026',
    );
    expect(documentShortTitle({ ...draft, subjectLine: null }, words)).toBe('Kế hoạch');
    expect(documentBriefTitle(draft, words)).toBe('Kế hoạch Nâng cao chỉ số chuyển đổi số… năm 2026');
  });

  it.each([
    [
      'Phát triển kinh tế số và xã hội số gắn với chuyển đổi số trong các ngành, lĩnh vực trên địa bàn tỉnh năm 2026',
      'Kế hoạch Phát triển kinh tế số và xã hội số gắn với chuyển đổi số trong các ngành, lĩnh… năm 2026',
    ],
    [
      'Hành động phát triển Chính quyền số, bảo đảm an toàn thông tin mạng và an ninh mạng giai đoạn 2026 - 2030',
      'Kế hoạch Hành động phát triển Chính quyền số, bảo đảm an toàn thông tin mạng… giai đoạn 2026 - 2030',
    ],
    [
      'Triển khai thực hiện các nhiệm vụ trọng tâm về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
      'Kế hoạch Triển khai thực hiện các nhiệm vụ trọng tâm về khoa học, công nghệ, đổi mới sáng tạo và…',
    ],
  ])('is cut between words and keeps its years: %s', (subjectLine, title) => {
    expect(documentShortTitle({ ...draft, subjectLine }, words)).toBe(title);
  });
});

describe('a place in words', () => {
  const place = {
    appendix: 'Phụ lục II',
    section: '3. Hạ tầng số',
    order: '6',
    line: 375,
    page: null,
    block: null,
  };
  it('names line, annex, section and number, and no annex twice', () => {
    expect(describePlace(place, words)).toBe('dòng 375, Phụ lục II, 3. Hạ tầng số, mục 6');
    expect(describePlace({ ...place, section: 'Phụ lục II - 3. Hạ tầng số' }, words)).toBe(
      'dòng 375, Phụ lục II - 3. Hạ tầng số, mục 6',
    );
  });
});
