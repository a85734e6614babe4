import { describe, expect, it } from 'vitest';
import { readLines } from '#test/reader.ts';

const HEAD = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH ĐỒNG THÁP',
  '',
  'Số: 12/KH-UBND',
  '',
  '## KẾ HOẠCH',
  '',
  'Trồng sen năm 2026',
  '',
];

describe('cited documents', () => {
  it('gives each document once, in its weightiest role, with the lines of its other mentions', () => {
    const { citedDocuments } = readLines(
      ...HEAD,
      'Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ về phê duyệt Chương trình trồng sen;',
      '',
      '## I. NHIỆM VỤ',
      '',
      '- Làm theo Quyết định số 749/QĐ-TTg và Thông tư số 12/2022/TT-BTTTT.',
    );
    expect(citedDocuments).toMatchObject([
      {
        role: 'legal-basis',
        docNumber: '749/QĐ-TTg',
        issueDate: '2020-06-03',
        issuingAgency: 'Thủ tướng Chính phủ',
        subject: 'phê duyệt Chương trình trồng sen',
        line: 10,
        alsoLines: [14],
      },
      { role: 'cited', docType: 'Thông tư', docNumber: '12/2022/TT-BTTTT', issueDate: null },
    ]);
  });

  it.each([
    ['Kế hoạch số 13- KH/TU ngày 15/8/2025 của Tỉnh ủy', 'Kế hoạch', '13-KH/TU', 'Tỉnh ủy Đồng Tháp'],
    ['Luật Trồng sen số 72/2025/QH15', 'Luật', '72/2025/QH15', 'Quốc hội'],
    ['Luật Hoa sen ngày 22/6/2023', 'Luật', null, 'Quốc hội'],
    [
      'Tờ trình số 3947/TTr-SKH&CN ngày 31/12/2025',
      'Tờ trình',
      '3947/TTr-SKH&CN',
      'Sở Khoa học và Công nghệ',
    ],
    [
      'Quyết định số 5a/QĐ-UBND của Ủy ban nhân dân tỉnh',
      'Quyết định',
      '5a/QĐ-UBND',
      'Ủy ban nhân dân tỉnh Đồng Tháp',
    ],
  ])('%s', (text, docType, docNumber, issuingAgency) => {
    expect(readLines(...HEAD, `Căn cứ ${text};`).citedDocuments).toMatchObject([
      { docType, docNumber, issuingAgency },
    ]);
  });

  it('a kind that is told once holds for the whole list', () => {
    const { citedDocuments } = readLines(
      ...HEAD,
      'Căn cứ các Quyết định của Thủ tướng Chính phủ: số 7/QĐ-TTg ngày 03/6/2020 về sen; số 8/QĐ-TTg ngày 31/3/2022 về súng;',
    );
    expect(citedDocuments.map(({ docType, docNumber, subject }) => [docType, docNumber, subject])).toEqual([
      ['Quyết định', '7/QĐ-TTg', 'sen'],
      ['Quyết định', '8/QĐ-TTg', 'súng'],
    ]);
  });

  it('a register of documents gives a row for each, also where a cell was lost', () => {
    const { citedDocuments } = readLines(
      ...HEAD,
      '**Phụ lục 01**',
      '',
      'TT\tCơ quan ban hành văn bản\tVăn bản\t\t',
      '\t\tSố, ký hiệu\tNgày\tTrích yếu nội dung',
      '1\tHội Sen\t59/KH-UBND\t25/02/2022\tTrồng sen',
      '\t1024/QĐ-UBND\t03/10/2023\tDanh mục sen\t',
    );
    expect(citedDocuments).toMatchObject([
      {
        role: 'register-row',
        docType: 'Kế hoạch',
        docNumber: '59/KH-UBND',
        issueDate: '2022-02-25',
        subject: 'Trồng sen',
      },
      { role: 'register-row', docType: 'Quyết định', docNumber: '1024/QĐ-UBND', issueDate: '2023-10-03' },
    ]);
  });
});
