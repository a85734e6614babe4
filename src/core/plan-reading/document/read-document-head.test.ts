import { describe, expect, test } from 'vitest';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import { buildOutline } from '#core/plan-reading/outline/build-outline.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';
import { readDocumentHead } from './read-document-head.ts';

const directory = buildInventedDirectory();
const headOf = (...lines: readonly string[]) =>
  readDocumentHead(buildOutline(listBlocks(lines.join('\n'), directory)), 'ke-hoach.txt');

describe('the head of a document', () => {
  test('of an issued plan in two columns', () => {
    expect(
      headOf(
        'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'TỈNH TRÀ VANG Độc lập - Tự do - Hạnh phúc',
        'Số: 118/KH-UBND Trà Vang, ngày 06 tháng 02 năm 2026',
        '',
        'KẾ HOẠCH',
        'Phát triển dữ liệu số',
        'năm 2026',
        '',
        'Căn cứ Luật Dữ liệu ngày 30/11/2024;',
        '',
        'I. MỤC TIÊU',
        '',
        'Nơi nhận: TM. ỦY BAN NHÂN DÂN',
        '- Sở Nội vụ; KT. CHỦ TỊCH',
        '- Lưu: VT. PHÓ CHỦ TỊCH',
        '',
        'Trần Văn Minh',
      ),
    ).toEqual({
      file: 'ke-hoach.txt',
      docType: 'Kế hoạch',
      attachedDocType: null,
      docNumber: '118/KH-UBND',
      docNumberRaw: 'Số: 118/KH-UBND',
      issueDate: '2026-02-06',
      issueDateRaw: 'ngày 06 tháng 02 năm 2026',
      year: 2026,
      issuingAgency: 'Ủy ban nhân dân tỉnh Trà Vang',
      subjectLine: 'Phát triển dữ liệu số năm 2026',
      isDraft: false,
      signerName: 'Trần Văn Minh',
      signerTitle: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      recipients: ['Sở Nội vụ', 'Lưu: VT'],
      legalBasis: [],
    });
  });

  test('blanks of a draft stay blank, and what its annex says of it is taken', () => {
    const head = headOf(
      '## KẾ HOẠCH',
      '',
      '### Xây dựng thôn thông minh năm 2027',
      '',
      'Thực hiện Chương trình số 9-CTr/TU của Tỉnh ủy;',
      '',
      '**Phụ lục**',
      '(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng    năm 2027 của Ủy ban nhân dân tỉnh Trà Vang)',
    );
    expect(head).toMatchObject({
      docNumber: null,
      issueDate: null,
      year: 2027,
      isDraft: true,
      subjectLine: 'Xây dựng thôn thông minh năm 2027',
      issuingAgency: 'Ủy ban nhân dân tỉnh Trà Vang',
    });
  });

  test('of a short letterhead: an abbreviated issuer and a date with strokes', () => {
    expect(
      headOf('UBND TỈNH TRÀ VANG', 'Số: 9/KH-UBND', 'Trà Vang, ngày 02/02/2026', 'KẾ HOẠCH', 'Trồng sen'),
    ).toMatchObject({
      docNumber: '9/KH-UBND',
      issueDate: '2026-02-02',
      issueDateRaw: 'ngày 02/02/2026',
      year: 2026,
      issuingAgency: 'Ủy ban nhân dân tỉnh Trà Vang',
      isDraft: false,
    });
  });

  test('the date of a document that it cites is not its own', () => {
    const head = headOf('KẾ HOẠCH', 'Trồng sen', '', 'Căn cứ Luật số 5, ngày 03/6/2020 của Quốc hội;');
    expect(head).toMatchObject({ issueDate: null, year: null });
  });

  test('a decision tells the kind of the plan that it carries', () => {
    const head = headOf(
      'Số: 45/QĐ-UBND',
      '',
      'Trà Vang, ngày 9 tháng 3 năm 2026',
      '',
      '## QUYẾT ĐỊNH',
      '',
      '**Ban hành Kế hoạch hành động về dữ liệu mở**',
      '',
      '**QUYẾT ĐỊNH:**',
      '',
      '**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch hành động.',
      '',
      '**TM. ỦY BAN NHÂN DÂN  ',
      'KT. CHỦ TỊCH  ',
      'PHÓ CHỦ TỊCH**',
      '',
      '**Lê Thị Hoa**',
      '',
      '## KẾ HOẠCH HÀNH ĐỘNG',
    );
    expect(head).toMatchObject({
      docType: 'Quyết định',
      attachedDocType: 'Kế hoạch hành động',
      docNumber: '45/QĐ-UBND',
      issueDate: '2026-03-09',
      signerTitle: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      signerName: 'Lê Thị Hoa',
      isDraft: false,
    });
  });

  test('a subject that begins like a legal basis is told by its length and its end', () => {
    const subject = 'Thực hiện Nghị quyết số 12-NQ/TU về kinh tế số';
    expect(headOf('KẾ HOẠCH', subject, '', 'Căn cứ Luật A;').subjectLine).toBe(subject);
    expect(headOf('KẾ HOẠCH', '', `${subject};`).subjectLine).toBeNull();
  });

  test('a text that is no document has no head', () => {
    expect(headOf('Hôm nay trời đẹp.', '', 'Ta đi chợ nổi.')).toMatchObject({
      docType: null,
      docNumber: null,
      signerName: null,
    });
  });
});
