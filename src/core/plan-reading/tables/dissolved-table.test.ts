import { describe, expect, test } from 'vitest';
import { buildInventedDirectory } from '#test/invented-agencies.ts';
import type { Table } from '#core/plan-reading/text/blocks.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';

const directory = buildInventedDirectory();

const tablesOf = (text: string): readonly Table[] =>
  listBlocks(text, directory).filter((block) => block.kind === 'table');

const cells = (table: Table | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));

const HEADER = `Stt Nhiệm vụ Đơn vị chủ 
trì

Đơn vị phối 
hợp

Thời 
hạn
`;

describe('a table that a PDF dissolved into lines', () => {
  test('cells on lines of their own and cells glued on one line are told apart', () => {
    const [table] = tablesOf(`${HEADER}
I BẢO ĐẢM HẠ TẦNG

1

Nâng cấp phòng máy chủ 
của tỉnh

Sở KH&CN Công an tỉnh; 
Sở Tài 

chính

Tháng 
6/2026

2 Kéo cáp quang đến các ấp 
đảo UBND cấp xã Sở KH&CN Thường 
xuyên

II ĐÀO TẠO
3
Tập huấn cho Tổ công nghệ số 
cộng đồng

Các sở, ban, 
ngành tỉnh
Sở Nội vụ Quý IV 

năm 2026
`);
    expect(cells(table)).toEqual([
      ['1', 'Nâng cấp phòng máy chủ của tỉnh', 'Sở KH&CN', 'Công an tỉnh; Sở Tài chính', 'Tháng 6/2026'],
      ['2', 'Kéo cáp quang đến các ấp đảo', 'UBND cấp xã', 'Sở KH&CN', 'Thường xuyên'],
      [
        '3',
        'Tập huấn cho Tổ công nghệ số cộng đồng',
        'Các sở, ban, ngành tỉnh',
        'Sở Nội vụ',
        'Quý IV năm 2026',
      ],
    ]);
    expect(table?.rows.map((row) => row.sections.map((step) => step.number))).toEqual([['I'], ['I'], ['II']]);
  });

  test('what follows a page break and the repeated header goes on with the cells it belongs to', () => {
    const [table] = tablesOf(`${HEADER}
1 Xây dựng bản đồ số về đất 
đai của các xã

Sở KH&CN Các sở, 

Tháng 
9/2026
 ${HEADER}ven biển và cù lao.

ngành

2 Diễn tập ứng cứu sự cố Công an tỉnh Sở Y tế Quý II/2026
`);
    expect(cells(table)).toEqual([
      [
        '1',
        'Xây dựng bản đồ số về đất đai của các xã ven biển và cù lao.',
        'Sở KH&CN',
        'Các sở, ngành',
        'Tháng 9/2026',
      ],
      ['2', 'Diễn tập ứng cứu sự cố', 'Công an tỉnh', 'Sở Y tế', 'Quý II/2026'],
    ]);
    expect(table?.rows[0]?.continuation).toHaveLength(1);
  });

  test('the text of a result stands between agencies and time', () => {
    const [table] = tablesOf(`TT Nhiệm vụ Cơ quan 
chủ trì

Cơ quan 
phối hợp

Sản phẩm Thời gian

1 Ban hành quy chế dữ liệu Sở Tư pháp Sở Nội vụ Quyết định của 
UBND tỉnh

Tháng 
6/2026

2 Khảo sát mức độ hài lòng Sở Nội vụ Các sở, ngành Báo cáo Hằng năm
`);
    expect(cells(table)).toEqual([
      [
        '1',
        'Ban hành quy chế dữ liệu',
        'Sở Tư pháp',
        'Sở Nội vụ',
        'Quyết định của UBND tỉnh',
        'Tháng 6/2026',
      ],
      ['2', 'Khảo sát mức độ hài lòng', 'Sở Nội vụ', 'Các sở, ngành', 'Báo cáo', 'Hằng năm'],
    ]);
  });

  test('a table of targets keeps units and values apart', () => {
    const [table] = tablesOf(`STT Chỉ tiêu Đơn vị tính Kế hoạch năm 2026 Cơ quan chủ trì

1 Tỷ lệ hồ sơ trực tuyến % 75 Văn phòng UBND tỉnh

2 Tỷ lệ hộ có cáp quang % ≥ 92 Sở KH&CN
`);
    expect(cells(table)).toEqual([
      ['1', 'Tỷ lệ hồ sơ trực tuyến', '%', '75', 'Văn phòng UBND tỉnh'],
      ['2', 'Tỷ lệ hộ có cáp quang', '%', '≥ 92', 'Sở KH&CN'],
    ]);
  });

  test('footnotes at the foot of a page are no rows, and an overprinted number is told', () => {
    const blocks = listBlocks(
      `STT Danh mục dự án Chủ đầu tư Thời gian Ghi chú

A VỐN ĐẦU TƯ

1 Kho dữ liệu tỉnh1 Sở KH&CN 2025 - 2026 Năm 2026: nghiệm 
thu

1 Quyết định số 55/QĐ-UBND ngày 02/3/2025 của UBND tỉnh về kho dữ liệu.
 STT Danh mục dự án Chủ đầu tư Thời gian Ghi chú

2 2
Bệnh án điện tử Sở Y tế 2026
`,
      directory,
    );
    const table = blocks.find((block) => block.kind === 'table');
    expect(cells(table)).toEqual([
      ['1', 'Kho dữ liệu tỉnh1', 'Sở KH&CN', '2025 - 2026', 'Năm 2026: nghiệm thu'],
      ['2', 'Bệnh án điện tử', 'Sở Y tế', '2026', ''],
    ]);
    expect(table?.rows[1]?.sourceDefect).toBe('overprinted');
    expect(blocks.find((block) => block.kind === 'footnote')).toMatchObject({
      number: 1,
      lines: { start: 8 },
    });
  });

  test('dotted numbers stand under the group that carries their first part', () => {
    const [table] = tablesOf(`STT Nội dung Đơn vị chủ trì Đơn vị phối hợp Thời hạn
I Bảo đảm hạ tầng
1 Nhóm hệ thống dùng chung
1.1 Kiểm tra cổng thông tin Công an tỉnh Sở KH&CN Tháng 4/2026
1.2 Rà soát tài khoản Sở KH&CN Sở Nội vụ Tháng 5/2026
II Đào tạo
2 Tập huấn Sở Nội vụ Công an tỉnh Quý III/2026
`);
    expect(
      table?.rows.map(
        (row) => `${row.sections.map((step) => step.title).join(' > ')} | ${row.cells[0]?.text ?? ''}`,
      ),
    ).toEqual([
      'Bảo đảm hạ tầng > Nhóm hệ thống dùng chung | 1.1',
      'Bảo đảm hạ tầng > Nhóm hệ thống dùng chung | 1.2',
      'Đào tạo | 2',
    ]);
  });

  test('the lines of a header cell may stand behind those of its neighbours', () => {
    const [table] = tablesOf(`STT Nội dung nhiệm vụ Cơ quan Cơ quan Thời gian
chủ trì phối hợp hoàn thành
1
Mở bệnh án điện tử
Sở Y tế
Bảo hiểm xã hội tỉnh
Quý IV/2027
`);
    expect(table?.columns.map((column) => column.header)).toEqual([
      'STT',
      'Nội dung nhiệm vụ',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời gian hoàn thành',
    ]);
    expect(cells(table)[0]?.slice(1)).toEqual([
      'Mở bệnh án điện tử',
      'Sở Y tế',
      'Bảo hiểm xã hội tỉnh',
      'Quý IV/2027',
    ]);
  });
});
