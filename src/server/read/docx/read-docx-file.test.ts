import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { cell, docxFile, paragraph, run, table, type DocxParts } from '#test/docx-file.ts';
import { readDocxFile } from './read-docx-file.ts';

const read = (parts: DocxParts): readonly string[] => {
  const written = readDocxFile(docxFile(parts));
  if (isRefusal(written)) throw new Error(written.code);
  return written.text.split('\n').filter((line) => line !== '');
};

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const list = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const numbered = (words: string, id: number, at = 0): string =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

test('numbers of lists are printed, counted by level, and begin again where the list says so', () => {
  const numbering = [
    list(1, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%2.'), level(2, 'lowerLetter', '%3)')),
    list(2, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', '-'), level(2, 'bullet', '+')),
    list(3, level(0, 'upperRoman', '%1'), level(1, 'decimal', '%1.%2.', '<w:isLgl/>')),
    num(1, 1),
    num(2, 2),
    num(3, 3),
    num(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
  ].join('');
  const body = [
    numbered('MỤC TIÊU', 1),
    numbered('Chung', 1, 1),
    numbered('Một', 1, 2),
    numbered('Hai', 1, 2),
    numbered('Cụ thể', 1, 1),
    numbered('Ba', 1, 2),
    numbered('NHIỆM VỤ', 1),
    numbered('Chung', 1, 1),
    numbered('85% vườn sen', 2),
    numbered('Hoa', 2, 1),
    numbered('Lá', 2, 2),
    numbered('', 3),
    numbered('Pháp lý', 3, 1),
    numbered('PHỤ LỤC', 4),
  ].join('');
  expect(read({ body, numbering })).toEqual([
    ...['I. MỤC TIÊU', '1. Chung', 'a) Một', 'b) Hai', '2. Cụ thể', 'a) Ba'],
    ...['II. NHIỆM VỤ', '1. Chung', '• 85% vườn sen', '- Hoa', '+ Lá', 'I', '1.1. Pháp lý', 'I. PHỤ LỤC'],
  ]);
});

test('a style brings numbers, levels of headings, capitals and hidden words, from the styles it is based on too', () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>
    <w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>`;
  const numbering = list(1, level(0, 'decimalZero', '%1.')) + num(1, 1);
  const body =
    paragraph('Trồng sen', '<w:pStyle w:val="MucCon"/>') +
    paragraph(run('Lá') + run(' ghi chú nội bộ', '<w:rStyle w:val="An"/>') + run(' sen'));
  expect(read({ body, styles, numbering })).toEqual(['# 01. TRỒNG SEN', 'Lá sen']);
});

test('tracked changes are taken: words, rows, ends of paragraphs', () => {
  const body = [
    paragraph(
      `${run('Đạt ')}<w:del>${run('80%')}<w:r><w:delText>80%</w:delText></w:r></w:del><w:ins>${run('85%')}</w:ins>${run(' hộ')}`,
    ),
    paragraph(`<w:moveFrom>${run('Chuyển đi')}</w:moveFrom><w:moveTo>${run('Chuyển đến')}</w:moveTo>`),
    paragraph('Câu bị ', '<w:rPr><w:del/></w:rPr>'),
    paragraph('nối lại'),
    '<w:tbl><w:tr>',
    cell('A'),
    cell('B'),
    '</w:tr><w:tr><w:trPr><w:del/></w:trPr>',
    cell('bỏ'),
    cell('bỏ'),
    '</w:tr><w:tr>',
    cell('c'),
    cell('d'),
    '</w:tr></w:tbl>',
  ].join('');
  expect(read({ body })).toEqual([
    ...['Đạt 85% hộ', 'Chuyển đến', 'Câu bị nối lại'],
    ...['| A | B |', '|---|---|', '| c | d |'],
  ]);
});

test('merged cells keep their columns; a cell that goes on is marked, lines and bars of a cell are kept', () => {
  const body = table(
    [
      cell('STT', '<w:vMerge w:val="restart"/>'),
      cell('Nhiệm vụ', '<w:vMerge w:val="restart"/>'),
      cell('Thực hiện', '<w:gridSpan w:val="2"/>'),
    ],
    [cell('', '<w:vMerge/>'), cell('', '<w:vMerge/>'), cell('Chủ trì'), cell('Phối hợp')],
    [cell('I'), cell(paragraph(run('HẠT SEN', '<w:b/>')), '<w:gridSpan w:val="3"/>')],
    [
      cell('1'),
      cell(paragraph('Ươm hạt') + paragraph('Tưới A|B')),
      cell('Sở Nông', '<w:vMerge w:val="restart"/>'),
      cell('Sở Y'),
    ],
    [cell('2'), cell('Gặt'), cell('', '<w:vMerge w:val="continue"/>'), cell(table([cell('x'), cell('y')]))],
  );
  expect(read({ body })).toEqual([
    '| STT | Nhiệm vụ | Thực hiện | |',
    '| | | Chủ trì | Phối hợp |',
    '|---|---|---|---|',
    '| I | **HẠT SEN** | | |',
    '| 1 | Ươm hạt<br>Tưới A\\|B | Sở Nông | Sở Y |',
    '| 2 | Gặt | ^^ | x y |',
  ]);
});

test('the head of a letter, a signature and a frame are text, not tables', () => {
  const body =
    table(
      [cell('ỦY BAN NHÂN DÂN'), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
      [cell('Số: 1/KH-UBND'), cell('Hạ Sen, ngày 2 tháng 3 năm 2026')],
    ) + table([cell(paragraph('Khung') + paragraph('chữ'))]);
  expect(read({ body })).toEqual([
    ...['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ...['Số: 1/KH-UBND', 'Hạ Sen, ngày 2 tháng 3 năm 2026', 'Khung', 'chữ'],
  ]);
});

test('footnotes follow what they belong to, and their marks keep apart from the words', () => {
  const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes = [5, 3]
    .map((id) => `<w:footnote w:id="${id}">${paragraph(`Quyết định số ${id}/QĐ-UBND`)}</w:footnote>`)
    .join('');
  const body =
    paragraph(run('giai đoạn 2025-2027') + note(5)) +
    table([cell('A'), cell('B')], [cell(paragraph(run('vườn') + note(3))), cell('9')]) +
    paragraph(run('Diện tích 5 km') + run('2', '<w:vertAlign w:val="superscript"/>'));
  expect(read({ body, footnotes })).toEqual([
    ...['giai đoạn 2025-2027<sup>1</sup>', '<sup>1</sup> Quyết định số 5/QĐ-UBND'],
    ...['| A | B |', '|---|---|', '| vườn<sup>2</sup> | 9 |', '<sup>2</sup> Quyết định số 3/QĐ-UBND'],
    'Diện tích 5 km²',
  ]);
});

test('fields give their results; text boxes, breaks, hyphens and signs stand in their places', () => {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body =
    paragraph(
      `${run('Trang ')}${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${run('mã')}${field('separate')}${run('7')}${field('end')}`,
    ) +
    paragraph(
      `<w:r><w:t>từ 95</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90</w:t><w:br/><w:t>sen\u00ad\u200bhồng</w:t><w:noBreakHyphen/><w:t>đỏ</w:t></w:r>`,
    ) +
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('Trong khung')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Trong khung')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
    );
  expect(read({ body })).toEqual(['Trang 7', 'từ 95≥90', 'senhồng-đỏ', 'Trong khung']);
});

test('what is no sound document is refused, and nothing that it names is opened', () => {
  const codeOf = (content: Uint8Array): string => {
    const read = readDocxFile(content);
    return isRefusal(read) ? read.code : 'read';
  };
  const entity = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  expect(codeOf(docxFile({ body: paragraph('&a;'), prologue: entity }))).toBe('file.broken');
  expect(codeOf(docxFile({ body: paragraph('x').repeat(450_000) }))).toBe('file.too-complex');
  expect(codeOf(docxFile({ body: '<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000) }))).toBe('file.broken');
  expect(codeOf(docxFile({ body: paragraph('x') }).slice(0, -40))).toBe('file.broken');
});

test('a document with bytes changed anywhere is read or refused', () => {
  const whole = docxFile({
    body: numbered('Mục', 1) + table([cell('A'), cell('B')], [cell('1'), cell('2')]),
    numbering: list(1, level(0, 'decimal', '%1.')) + num(1, 1),
  });
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const result = readDocxFile(bytes);
      expect(isRefusal(result) || typeof result.text === 'string').toBe(true);
    }),
  );
});
