import { describe, expect, test } from 'vitest';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import type { Block, Table } from './blocks.ts';
import { buildOutline } from '#core/plan-reading/outline/build-outline.ts';
import { listBlocks } from './list-blocks.ts';
import { sectionLabel } from '#core/plan-reading/outline/place.ts';
import { lineAt } from './source-text.ts';

const directory = buildInventedDirectory();
const read = (...lines: readonly string[]): readonly Block[] => listBlocks(lines.join('\n'), directory);

const tableOf = (blocks: readonly Block[]): Table => {
  const table = blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
};
const cellsOf = (table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => row.cells.map((cell) => cell.text));

describe('running text', () => {
  test('headings are told by their numbering, in marks, in bold and in plain text', () => {
    const blocks = read(
      '## **I. MỤC TIÊU**',
      '',
      '**1. Hạ tầng số**',
      '',
      'a) Mạng lưới',
      '',
      '- Phủ sóng 90% thôn, ấp.',
      '',
      'b) Xây dựng mười trạm phát sóng ở các xã ven biển.',
      '',
      'Điều 2. Tổ chức thực hiện',
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'heading',
      'heading',
      'list-item',
      'list-item',
      'heading',
    ]);
    expect(
      blocks.map((block) =>
        block.kind === 'heading' ? `${block.level} ${block.number ?? ''} ${block.title}` : '',
      ),
    ).toEqual([
      'roman I MỤC TIÊU',
      'arabic 1 Hạ tầng số',
      'letter a Mạng lưới',
      '',
      '',
      'article Điều 2 Tổ chức thực hiện',
    ]);
  });

  test('a paragraph that a page break cut is one again, and each word keeps its line', () => {
    const [paragraph] = read(
      'Các cơ quan gửi số liệu về đơn vị đầu mối để tổng',
      '',
      'hợp trước ngày 05 hằng tháng.',
    );
    expect(paragraph?.kind).toBe('paragraph');
    if (paragraph?.kind !== 'paragraph') return;
    expect(paragraph.content.text).toBe(
      'Các cơ quan gửi số liệu về đơn vị đầu mối để tổng hợp trước ngày 05 hằng tháng.',
    );
    expect(lineAt(paragraph.content, paragraph.content.text.indexOf('hợp trước'))).toBe(3);
  });

  test('hard-wrapped lines without blank lines fall into headings, items and paragraphs', () => {
    const blocks = read(
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Công an tỉnh',
      'Chủ trì diễn tập ứng cứu sự cố cho các hệ thống thông tin quan trọng của tỉnh và các',
      'xã, phường.',
      'a) Kiểm tra định kỳ các hệ thống thông tin cấp độ 3 trở lên trên địa bàn toàn tỉnh theo',
      'quy định.',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'heading', 'paragraph', 'list-item']);
  });

  test('emphasis and tags are no part of what is read, and stay in what is quoted', () => {
    const [item] = read('- **Chính quyền số:** trên <b>75%</b> hồ sơ *trực tuyến*.');
    expect(item?.kind === 'list-item' && item.content.text).toBe(
      'Chính quyền số: trên 75% hồ sơ trực tuyến.',
    );
    expect(item?.kind === 'list-item' && item.content.source).toContain('<b>75%</b>');
  });

  test('page numbers are no text', () => {
    const blocks = read('Dòng cuối trang.', '\f2 ', 'Dòng đầu trang.');
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.content.text : ''))).toEqual([
      'Dòng cuối trang.',
      'Dòng đầu trang.',
    ]);
  });
});

describe('places', () => {
  test('a block stands under the open headings, and an appendix begins anew', () => {
    const outline = buildOutline(
      read(
        'I. NHIỆM VỤ',
        '',
        '2. Dữ liệu',
        '',
        '- Số hóa hồ sơ.',
        '',
        '**Phụ lục II**',
        '',
        '**1. Hạ tầng**',
        '',
        '- Kéo cáp.',
      ),
    );
    const places = outline.entries.map(
      ({ place }) => `${place.appendix ?? '-'} | ${sectionLabel(place) ?? '-'}`,
    );
    expect(places).toEqual([
      '- | -',
      '- | I. NHIỆM VỤ',
      '- | I.2. Dữ liệu',
      '- | -',
      'Phụ lục II | -',
      'Phụ lục II | 1. Hạ tầng',
    ]);
  });

  test('the plan attached to a decision does not stand under the articles of the decision', () => {
    const outline = buildOutline(read('**Điều 3. Hiệu lực**', '', 'I. MỤC ĐÍCH', '', 'Nội dung.'));
    expect(sectionLabel(outline.entries[2]?.place ?? { appendix: null, steps: [] })).toBe('I. MỤC ĐÍCH');
  });
});

describe('tab-separated tables', () => {
  const header = 'STT\tNhiệm vụ\tChủ trì\tThời gian';

  test('a row that a page broke is merged cell by cell below the repeated header', () => {
    const table = tableOf(
      read(
        header,
        '1\tXây kho dữ liệu dùng\tSở KH&CN; Sở\tQuý I',
        '',
        header,
        '\tchung của tỉnh\tNội vụ\t',
        '2\tTập huấn\tSở Nội vụ\tQuý II',
      ),
    );
    expect(cellsOf(table)).toEqual([
      ['1', 'Xây kho dữ liệu dùng chung của tỉnh', 'Sở KH&CN; Sở Nội vụ', 'Quý I'],
      ['2', 'Tập huấn', 'Sở Nội vụ', 'Quý II'],
    ]);
    expect(table.rows[0]?.continuation).toEqual([
      { line: 5, quote: 'chung của tỉnh Nội vụ', columns: [1, 2] },
    ]);
  });

  test('a header of two lines names groups and members', () => {
    const table = tableOf(
      read('STT\tChỉ số\tĐiểm\t\tGhi chú', '\t\tNăm 2024\tNăm 2025\t', '1\tHạ tầng\t40\t45\t'),
    );
    expect(table.columns.map((column) => column.header)).toEqual([
      'STT',
      'Chỉ số',
      'Điểm - Năm 2024',
      'Điểm - Năm 2025',
      'Ghi chú',
    ]);
    expect(table.rows).toHaveLength(1);
  });

  test('a number column that its header does not count is told from the cells', () => {
    const table = tableOf(
      read(
        'STT\tChỉ tiêu\tNăm 2025\tGhi chú\t',
        '1\t1\tHồ sơ số\t80%\tĐạt',
        '2\t1\tChữ ký số\t50%\tChưa đạt',
      ),
    );
    expect(table.columns.map((column) => column.label)).toEqual([
      'STT',
      'STT',
      'Chỉ tiêu',
      'Năm 2025',
      'Ghi chú',
    ]);
  });

  test('section rows become places, also nested ones, and rows that number the columns are dropped', () => {
    const table = tableOf(
      read(
        header,
        '(1)\t(2)\t(3)\t(4)',
        '<b>A</b>\t<b>Vốn đầu tư</b>\t\t',
        'I\tCHUYỂN TIẾP\t\t',
        '1\tTrạm số\tSở Y tế\t2026',
      ),
    );
    expect(table.rows.map((row) => row.sections.map((step) => `${step.number ?? ''} ${step.title}`))).toEqual(
      [['A Vốn đầu tư', 'I CHUYỂN TIẾP']],
    );
  });

  test('records that share a cell on the left inherit it; a new page without a number does not make them one', () => {
    const registerHeader = 'TT\tCơ quan\tSố\tNgày';
    const table = tableOf(
      read(
        registerHeader,
        '1\tUBND tỉnh\t12/KH-UBND\t01/2/2026',
        '\t\t13/KH-UBND\t02/2/2026',
        '',
        registerHeader,
        '\t\t14/KH-UBND\t03/2/2026',
      ),
    );
    expect(table.rows).toHaveLength(3);
    expect(table.rows[2]?.inherited.get(1)?.text).toBe('UBND tỉnh');
  });
});

describe('Markdown tables', () => {
  test('pages with an empty header go on with the table, group cells hold for the rows below', () => {
    const table = tableOf(
      read(
        '| STT | Chỉ tiêu | | Năm 2026 |',
        '|---|---|---|---|',
        '| <b>a</b> | <b>Dịch vụ công</b> | | |',
        '| 1 | Hồ sơ | Tỷ lệ hồ sơ trực | 80% |',
        '',
        '| | | | |',
        '|---|---|---|---|',
        '| | | tuyến<br>toàn trình | |',
        '| 2 | | Tỷ lệ hài lòng | 95% |',
      ),
    );
    expect(cellsOf(table)).toEqual([
      ['1', 'Hồ sơ', 'Tỷ lệ hồ sơ trực tuyến toàn trình', '80%'],
      ['2', '', 'Tỷ lệ hài lòng', '95%'],
    ]);
    expect(table.rows[1]?.inherited.get(1)?.text).toBe('Hồ sơ');
    expect(table.rows[0]?.sections[0]).toMatchObject({ number: 'a', title: 'Dịch vụ công' });
  });

  test('a caption belongs to the table it stands below', () => {
    const table = tableOf(read('| TT | Tên |', '|---|---|', '| 1 | Một |', '', '*Bảng 3. Điểm số*'));
    expect(table.caption?.text).toBe('Bảng 3. Điểm số');
  });
});
