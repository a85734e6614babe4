import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type { OfficialDocument, TableRow } from '#core/report/official-document.ts';
import { renderDocument } from './render-document.ts';

const letterhead = provinceLetterhead({ name: 'Đồng Tháp' });

const columns = [
  { title: 'STT', share: 1, align: 'center' },
  { title: 'Năm trước', share: 2, align: 'right', group: 'Điểm' },
  { title: 'Năm nay', share: 2, align: 'right', group: 'Điểm' },
] as const;

const rows: readonly TableRow[] = [
  { kind: 'title', title: '1. Nhận thức số' },
  ...Array.from({ length: 60 }, (_, place): TableRow => ({
    ...{ kind: 'cells', cells: [String(place + 1), '45,00', '50,00'] },
  })),
];

// Letters that are markup in one of the formats must come out as letters.
const HOSTILE = 'A & B < C > D "E" \\ #F $G$ *H* @I [J] _K_ <script>alert(1)</script> \x01\x0b\ufffe\uffff';

const paper: OfficialDocument = {
  head: headOfPaper(letterhead, {
    ...{ kind: 'report', typeSymbol: 'BC', year: 2026 },
    subject: 'Kết quả chuyển đổi số năm 2026',
  }),
  addressees: ['Bộ Khoa học và Công nghệ'],
  bases: ['Căn cứ Quyết định số 405/QĐ-BKHCN'],
  blocks: [
    { kind: 'heading', level: 1, title: 'Kết quả' },
    { kind: 'heading', level: 2, title: 'Kết quả chung' },
    { kind: 'paragraph', text: HOSTILE },
    { kind: 'points', items: ['một', 'hai', 'ba', 'bốn', 'năm'] },
    { kind: 'dashes', items: ['gạch'] },
    { kind: 'table', caption: 'Bảng 1', columns, rows, source: 'bản chốt điểm' },
    { kind: 'table', caption: 'Bảng 2', columns, rows: rows.slice(0, 4), note: 'đã làm tròn', source: null },
    {
      ...{ kind: 'chart', caption: 'Biểu đồ 1', unit: 'điểm', categories: ['Nhận thức số', 'Thể chế số'] },
      series: [{ name: 'Điểm', values: ['45.5', null] }],
      source: null,
    },
  ],
  signature: letterhead.signature,
  recipients: ['Như trên', 'Lưu: VT'],
  annexes: [
    {
      title: 'Bảng ngang',
      orientation: 'landscape',
      blocks: [{ kind: 'heading', level: 1, title: 'Lại từ một' }],
    },
    { title: 'Bảng dọc', orientation: 'portrait', blocks: [] },
  ],
  origin: { id: 'mã-văn-bản', factsHash: 'ab'.repeat(32), asOf: '09 giờ 05 phút ngày 28 tháng 11 năm 2026' },
};

describe('a document as .docx', () => {
  let parts: Readonly<Record<string, Uint8Array>>;
  let body: string;
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  beforeAll(async () => {
    parts = unzipSync(await renderDocument(paper, 'docx'));
    body = part('word/document.xml');
  });

  it('has the paper, margins and typeface of the decree', () => {
    const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gu)].map(([xml]) => xml);
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      // Twentieths of a point: 20, 15, 20 and 30 millimetres.
      expect(section).toContain('w:top="1134" w:right="851" w:bottom="1134" w:left="1701"');
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
    }
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, true, false]);
    expect(part('word/styles.xml')).toContain('Times New Roman');
  });

  it('numbers pages in the top margin, not on the first of a part', () => {
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/u.test(name));
    const numbered = headers.filter((name) => part(name).includes('PAGE'));
    expect(headers).toHaveLength(6);
    expect(numbered).toHaveLength(3);
    expect(numbered.every((name) => part(name).includes('<w:jc w:val="center"/>'))).toBe(true);
  });

  it('has headings that Word can walk, numbered by lists of its own, and Vietnamese letters', () => {
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>/u);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>/u);
    expect(part('word/numbering.xml')).toContain('w:val="upperRoman"');
    expect([...body.matchAll(/>([a-zđ])\) </gu)].map(([, letter]) => letter)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'đ',
    ]);
  });

  it('repeats both rows of a grouped header and keeps rows whole', () => {
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(4);
    expect(body).toContain('<w:gridSpan w:val="2"/>');
    expect(body.match(/<w:cantSplit\/>/gu)?.length).toBeGreaterThan(60);
  });

  it('keeps a short table on one page, and its header with the first row', () => {
    const [long, short] = body.split('<w:tbl>').filter((xml) => xml.includes('EDEDED'));
    expect(long?.match(/<w:keepNext\/>/gu)?.length).toBeLessThan(20);
    const cells = short?.split('</w:tbl>')[0]?.match(/<w:tc>/gu)?.length ?? 0;
    expect(short?.split('</w:tbl>')[0]?.match(/<w:keepNext\/>/gu)?.length).toBe(cells);
  });

  it('leaves neither the last row of a table nor the line that traces the paper alone on a page', () => {
    const [long] = body.split('<w:tbl>').filter((xml) => xml.includes('EDEDED'));
    const last = (long?.split('</w:tbl>')[0] ?? '').split('<w:tr>').slice(-2);
    expect(last.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, true]);
    const close = body.slice(body.indexOf('Nơi nhận:'), body.indexOf('Lập từ số liệu')).split('<w:p>');
    expect(close.slice(1, -1).filter((line) => !line.includes('<w:keepNext/>'))).toEqual([]);
  });

  it('draws charts from their data, with a blank where there is no value', () => {
    const chart = part('word/charts/chart1.xml');
    expect(chart).toContain('<c:v>45.5</c:v>');
    expect(chart).toContain('45,5');
    // Neither an axis in the language of the office program, nor a legend in an order of its own.
    expect(/<c:valAx>.*?<c:delete val="(\d)"\/>/su.exec(chart)?.[1]).toBe('1');
    expect(chart).not.toContain('<c:legend>');
    expect(body).toContain('Đơn vị tính: điểm');
  });

  it('holds neither scripts, links to elsewhere, nor broken markup', () => {
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/u);
    expect(Object.keys(parts).some((name) => name.includes('vba'))).toBe(false);
    for (const name of Object.keys(parts)) expect(part(name)).not.toContain('TargetMode="External"');
  });
});

it.each(['docx', 'pdf', 'html'] as const)('a document gives the same .%s bytes each time', async (format) => {
  const first = await renderDocument(paper, format);
  const second = await renderDocument(paper, format);
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  const other = await renderDocument({ ...paper, recipients: ['Lưu: VT'] }, format);
  expect(Buffer.compare(Buffer.from(first), Buffer.from(other))).not.toBe(0);
});

it('shows hostile letters as letters in a page', async () => {
  const page = Buffer.from(await renderDocument(paper, 'html')).toString('utf8');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script');
});
