import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { gridRules, pdfFile, type PdfPageContent, type PdfText } from '#test/pdf-file.ts';
import { readPdfFile } from './read-pdf-file.ts';

const readFile = async (content: Uint8Array): Promise<readonly string[] | string> => {
  const written = await readPdfFile(content);
  return isRefusal(written) ? written.code : written.text.split('\n').filter((line) => line !== '');
};
const read = (...pages: readonly PdfPageContent[]) => readFile(pdfFile(pages));

/** Lines below each other from a height on; letters are six points wide, so that eighty of them fill a line. */
const lines = (top: number, ...words: readonly string[]): readonly PdfText[] =>
  words.map((text, index) => ({
    at: [60 + (text.length - text.trimStart().length) * 6, top - index * 15],
    words: text.trim(),
  }));

const FULL = 'Tỉnh giao các xã, phường trồng sen ở những ao hồ còn trống, mỗi xã, phường ít ra';

test('lines are joined to paragraphs, words that a line cut are whole; indents, gaps and short lines begin new ones', async () => {
  expect(
    await read({
      texts: [
        ...lines(
          700,
          `   ${FULL.slice(3)}`,
          'một ao, theo Kế hoạch số 12-KH/TU và Kế hoạch số 283/KH-UBND và Nghị quyết 57-',
        ),
        ...lines(
          670,
          'NQ/TW của Bộ Chính trị.',
          '   - Hạt giống ươm tại vườn, cây con giao cho các xã, phường trước ngày 30 tháng 6,',
        ),
        ...lines(640, 'cây trổ hoa trong năm.', '   - 85% ao có sen.'),
      ],
    }),
  ).toEqual([
    `${FULL.slice(3)} một ao, theo Kế hoạch số 12-KH/TU và Kế hoạch số 283/KH-UBND và Nghị quyết 57-NQ/TW của Bộ Chính trị.`,
    '- Hạt giống ươm tại vườn, cây con giao cho các xã, phường trước ngày 30 tháng 6, cây trổ hoa trong năm.',
    '- 85% ao có sen.',
  ]);
});

test('headers, footers and page numbers go, and what a page break cut is whole again with its footnote behind it', async () => {
  const page = (number: number, texts: readonly PdfText[]): PdfPageContent => ({
    texts: [
      { at: [200, 800], words: 'ỦY BAN NHÂN DÂN TỈNH HẠ SEN' },
      { at: [290, 780], words: String(number) },
      ...texts,
    ],
  });
  const mark: PdfText = { at: [60, 110], words: '1', size: 6 };
  expect(
    await read(
      page(1, [
        ...lines(700, FULL, FULL),
        { ...mark, at: [540, 689] },
        mark,
        { at: [66, 105], words: 'Quyết định số 5/QĐ-UBND', size: 9 },
      ]),
      page(2, lines(700, 'một ao.')),
      page(3, lines(700, 'Hết.')),
    ),
  ).toEqual([`${FULL} ${FULL}<sup>1</sup> một ao.`, '<sup>1</sup> Quyết định số 5/QĐ-UBND', 'Hết.']);
});

test('cells are found between ruling lines: merged ones, broken words, rows that a page break cut, repeated headers', async () => {
  const xs = [60, 100, 300, 400, 540];
  const head: readonly PdfText[] = [
    { at: [65, 725], words: 'TT' },
    { at: [110, 725], words: 'Nhiệm vụ' },
    { at: [310, 740], words: 'Thực hiện' },
    { at: [310, 725], words: 'Chủ trì' },
    { at: [410, 725], words: 'Hạn' },
  ];
  const headRules = [
    [60, 755, 540, 755],
    [300, 737, 540, 737],
    [60, 720, 540, 720],
    ...[60, 100, 300, 540].map((x) => [x, 720, x, 755] as const),
    [400, 720, 400, 737],
  ] as const;
  expect(
    await read(
      {
        texts: [
          ...head,
          { at: [65, 700], words: 'I' },
          { at: [110, 700], words: 'HẠT SEN', bold: true },
          { at: [65, 680], words: '1' },
          { at: [110, 680], words: 'Ươm hạt tại các' },
          { at: [310, 680], words: 'Sở Nông' },
          { at: [410, 680], words: '30/6/20' },
          { at: [410, 666], words: '26' },
        ],
        rules: [
          ...headRules,
          ...[60, 100, 540].map((x) => [x, 655, x, 720] as const),
          ...[300, 400].map((x) => [x, 655, x, 690] as const),
          [60, 690, 540, 690],
          [60, 655, 540, 655],
        ],
      },
      {
        texts: [
          ...head,
          { at: [110, 705], words: 'vườn của tỉnh' },
          { at: [65, 680], words: '2' },
          { at: [110, 680], words: 'Gặt hạt' },
          { at: [310, 680], words: 'Sở Y' },
          { at: [410, 680], words: '85%' },
        ],
        rules: [...headRules, ...gridRules(xs, [720, 695, 670])],
      },
    ),
  ).toEqual([
    '| TT | Nhiệm vụ | Thực hiện | |',
    '| | | Chủ trì | Hạn |',
    '|---|---|---|---|',
    '| I | **HẠT SEN** | | |',
    '| 1 | Ươm hạt tại các vườn của tỉnh | Sở Nông | 30/6/2026 |',
    '| 2 | Gặt hạt | Sở Y | 85% |',
  ]);
});

test('columns without ruling lines are found by the white space between them', async () => {
  const row = (y: number, ...words: readonly string[]): readonly PdfText[] =>
    words.map((text, index) => ({ at: [60 + index * 170, y], words: text }));
  expect(
    await read({
      texts: [
        ...row(760, 'ỦY BAN NHÂN DÂN', '', 'CỘNG HÒA XÃ HỘI'),
        ...row(745, 'TỈNH HẠ SEN', '', 'Độc lập - Tự do'),
        ...lines(700, FULL),
        ...row(660, 'STT', 'Chỉ tiêu', 'Giá trị'),
        ...row(640, '1', 'Ao có sen', '85%'),
        ...row(625, '', 'trong tỉnh', ''),
        ...row(605, '2', 'Hồ có sen', '90%'),
      ].filter(({ words }) => words !== ''),
    }),
  ).toEqual([
    ...['ỦY BAN NHÂN DÂN', 'TỈNH HẠ SEN', 'CỘNG HÒA XÃ HỘI', 'Độc lập - Tự do', FULL],
    ...[
      '| STT | Chỉ tiêu | Giá trị |',
      '|---|---|---|',
      '| 1 | Ao có sen trong tỉnh | 85% |',
      '| 2 | Hồ có sen | 90% |',
    ],
  ]);
});

test('columns near each other are told apart by what no line crosses, under a heading that is higher than its number', async () => {
  const row = (y: number, ...words: readonly string[]): readonly PdfText[] =>
    words.flatMap((text, index) =>
      text === '' ? [] : [{ at: [[60, 90, 240, 300][index] ?? 0, y] as const, words: text }],
    );
  expect(
    await read({
      texts: [
        ...lines(740, 'DANH MỤC'),
        ...row(700, '', '', 'Mục tiêu', 'Cơ quan'),
        ...row(685, 'TT', 'Chỉ tiêu', 'năm 2026', 'chủ trì'),
        ...row(660, '1', 'Ao sen có số và bản đồ', '85%', 'Sở Y tế'),
        ...row(645, '', 'trong tỉnh', '', ''),
        ...row(620, '2', 'Hồ sen có số và bản đồ', '90%', 'Sở Nội vụ'),
      ],
    }),
  ).toEqual([
    ...['DANH MỤC', '| TT | Chỉ tiêu | Mục tiêu năm 2026 | Cơ quan chủ trì |', '|---|---|---|---|'],
    ...['| 1 | Ao sen có số và bản đồ trong tỉnh | 85% | Sở Y tế |'],
    ...['| 2 | Hồ sen có số và bản đồ | 90% | Sở Nội vụ |'],
  ]);
});

test('words that a narrow cell cut are whole, words printed twice stand once, headings of appendices stay', async () => {
  const bold: PdfText = { at: [60, 790], words: 'KẾ HOẠCH' };
  const appendix = (number: number): PdfPageContent => ({
    texts: [
      { at: [200, 800], words: `Phụ lục ${String(number)}` },
      ...lines(700, FULL, 'một ao.'),
      { at: [63, 585], words: 'Điể' },
      { at: [63, 570], words: 'm' },
      { at: [95, 585], words: `Hồ ${String(number)}` },
      { at: [63, 545], words: '98,3' },
      { at: [63, 530], words: '5' },
      { at: [95, 545], words: 'Ao' },
    ],
    rules: gridRules([60, 90, 200], [600, 560, 520]),
  });
  const text = [`${FULL} một ao.`, '| Điểm | Hồ # |', '|---|---|', '| 98,35 | Ao |'];
  const of = (number: number) => [
    `Phụ lục ${String(number)}`,
    ...text.map((line) => line.replace('#', String(number))),
  ];
  expect(
    await read(
      { texts: [bold, { ...bold, at: [60.4, 790] }, ...lines(700, FULL, 'một ao.')] },
      ...[1, 2, 3].map(appendix),
    ),
  ).toEqual(['KẾ HOẠCH', `${FULL} một ao.`, ...of(1), ...of(2), ...of(3)]);
});

test('what can not be read is refused by name', async () => {
  const scan = pdfFile([{ texts: [] }, { texts: [{ at: [60, 60], words: 'Ký bởi' }] }]);
  expect(await readFile(scan)).toBe('file.scan');
  const locked =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <' +
    'ab'.repeat(32) +
    '> /U <' +
    'cd'.repeat(32) +
    '> >> /ID [<01> <01>]';
  expect(await readFile(pdfFile([{ texts: lines(700, FULL) }], locked))).toBe('file.encrypted');
  expect(await readFile(pdfFile(Array.from({ length: 401 }, () => ({ texts: [] }))))).toBe('file.too-large');
  expect(await readFile(Buffer.from('%PDF-1.7\nnothing more'))).toBe('file.broken');
});

test('a PDF with bytes changed anywhere is read or refused', async () => {
  const whole = pdfFile([
    { texts: lines(700, FULL, FULL), rules: gridRules([60, 300, 540], [720, 690, 640]) },
  ]);
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const result = await readPdfFile(bytes);
      expect(isRefusal(result) || typeof result.text === 'string').toBe(true);
    }),
    { numRuns: 40 },
  );
});
