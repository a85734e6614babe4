import { headOfPaper, type Letterhead } from '#core/report/letterhead.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentKind,
  OfficialDocument,
  Run,
  TableColumn,
  TableRow,
} from '#core/report/official-document.ts';
import type { PaperKind } from '#core/report/writing/write-document.ts';

const KINDS: Readonly<Partial<Record<PaperKind, DocumentKind>>> = {
  'self-assessment': 'report',
  'progress-report': 'report',
  'agency-report': 'report',
  'result-announcement': 'announcement',
};

const line = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

const between = (list: string, ...blocks: readonly DocumentBlock[]): readonly DocumentBlock[] => [
  line(`{#${list}}`),
  ...blocks,
  line(`{/${list}}`),
];

const TEXT: readonly DocumentBlock[] = [
  ...between('can_cu', { kind: 'paragraph', text: [{ text: '{dong}', italic: true }] }),
  ...between(
    'noi_dung',
    ...between('la_muc_1', { kind: 'heading', level: 1, title: '{van_ban}' }),
    ...between('la_muc_2', { kind: 'heading', level: 2, title: '{van_ban}' }),
    ...between('la_doan', line('{van_ban}')),
  ),
];

/** A column with what its cells are filled with. */
type Cell = readonly [title: string, share: number, align: TableColumn['align'], field: string];

const columnsOf = (cells: readonly Cell[]): readonly TableColumn[] =>
  cells.map(([title, share, align]) => ({ title, share, align }));

/** A row that is repeated for each member of a list. */
const rowOf = (list: string, cells: readonly Cell[], after = ''): TableRow => ({
  kind: 'cells',
  cells: cells.map(([, , , field], place) => {
    const begin = place === 0 ? `{#${list}}` : '';
    const end = place === cells.length - 1 ? `{/${list}}${after}` : '';
    return `${begin}{${field}}${end}`;
  }),
});

const tableOf = (list: string, cells: readonly Cell[]): DocumentBlock => ({
  ...{ kind: 'table', caption: null, source: null },
  columns: columnsOf(cells),
  rows: [rowOf(list, cells)],
});

const across = (title: string, ...blocks: readonly DocumentBlock[]): DocumentAnnex => ({
  ...{ title, orientation: 'landscape', blocks },
});

const PROGRESS: readonly DocumentAnnex[] = [
  across(
    'Tình hình thực hiện nhiệm vụ',
    tableOf('nhiem_vu', [
      ['STT', 13, 'center', 'stt'],
      ['Nhiệm vụ', 92, 'left', 'ten'],
      ['Cơ quan chủ trì', 42, 'left', 'co_quan_chu_tri'],
      ['Thời hạn', 30, 'center', 'thoi_han'],
      ['Kết quả thực hiện', 48, 'left', 'ket_qua'],
      ['Tình trạng', 30, 'center', 'tinh_trang'],
    ]),
  ),
  across(
    'Kết quả thực hiện chỉ tiêu',
    tableOf('chi_tieu', [
      ['STT', 13, 'center', 'stt'],
      ['Chỉ tiêu', 96, 'left', 'ten'],
      ['Cơ quan chủ trì', 44, 'left', 'co_quan_chu_tri'],
      ['Mức phấn đấu', 38, 'center', 'muc_phan_dau'],
      ['Kết quả đạt được', 32, 'center', 'ket_qua'],
      ['Đánh giá', 24, 'center', 'danh_gia'],
    ]),
  ),
];

const LATE_TASKS: readonly Cell[] = [
  ['STT', 13, 'center', 'stt'],
  ['Nhiệm vụ', 120, 'left', 'ten'],
  ['Văn bản', 62, 'left', 'ke_hoach'],
  ['Thời hạn', 30, 'center', 'thoi_han'],
  ['Quá hạn (ngày)', 24, 'center', 'so_ngay_qua_han'],
];

const REMINDER: readonly DocumentAnnex[] = [
  across('Danh sách nhiệm vụ quá hạn, chưa có báo cáo hoàn thành', {
    ...{ kind: 'table', caption: null, source: null },
    columns: columnsOf(LATE_TASKS),
    rows: [
      { kind: 'title', title: '{#co_quan}{ten} ({so_nhiem_vu} nhiệm vụ)' },
      rowOf('nhiem_vu', LATE_TASKS, '{/co_quan}'),
    ],
  }),
];

const CONTRADICTIONS: readonly Cell[] = [
  ['STT', 13, 'center', 'stt'],
  ['Nội dung', 84, 'left', 'ten'],
  ['Mức độ', 30, 'center', 'muc_do'],
  ['Các văn bản ghi', 120, 'left', 'cac_ben'],
];

const FINDINGS: readonly DocumentAnnex[] = [
  across('Danh mục nội dung chưa thống nhất', {
    ...{ kind: 'table', caption: null, source: null },
    columns: columnsOf(CONTRADICTIONS),
    rows: [
      { kind: 'title', title: '{#loai}{ten} ({so_noi_dung}). {giai_thich} Đề nghị: {de_nghi}' },
      rowOf('chua_thong_nhat', CONTRADICTIONS, '{/loai}'),
    ],
  }),
];

const ASSESSMENT: readonly DocumentAnnex[] = [
  across(
    'Đánh giá các chỉ số thành phần chưa đạt điểm tối đa năm {nam_danh_gia}',
    tableOf('chi_so_chua_dat', [
      ['STT', 13, 'center', 'stt'],
      ['Tên chỉ số', 60, 'left', 'ten'],
      ['Điểm', 24, 'right', 'diem'],
      ['Nguyên nhân', 58, 'left', 'nguyen_nhan'],
      ['Giải pháp', 62, 'left', 'giai_phap'],
      ['Cơ quan chủ trì khắc phục', 34, 'left', 'co_quan_chu_tri'],
    ]),
  ),
  across(
    'Mức phấn đấu nâng cao chỉ số chuyển đổi số năm {nam_sau}',
    tableOf('chi_so_phan_dau', [
      ['STT', 13, 'center', 'stt'],
      ['Tên chỉ số', 70, 'left', 'ten'],
      ['Hiện trạng', 34, 'left', 'so_lieu'],
      ['Mức phấn đấu', 40, 'left', 'muc_phan_dau'],
      ['Cơ quan chủ trì', 40, 'left', 'co_quan_chu_tri'],
      ['Thời gian hoàn thành', 30, 'center', 'thoi_han'],
    ]),
  ),
  {
    title: 'Điểm tự đánh giá các chỉ số thành phần năm {nam_danh_gia}',
    orientation: 'portrait',
    blocks: [
      tableOf('chi_so_thanh_phan', [
        ['Mã', 16, 'center', 'ma'],
        ['Chỉ số thành phần', 88, 'left', 'ten'],
        ['Số liệu', 26, 'right', 'so_lieu'],
        ['Điểm tối đa', 22, 'right', 'diem_toi_da'],
        ['Điểm tự đánh giá', 30, 'right', 'diem'],
      ]),
    ],
  },
];

const RANKING_NAME: readonly Run[] = [{ text: '{ten}', bold: true }];

const RANKING: readonly DocumentAnnex[] = [
  across(
    'Xếp hạng chuyển đổi số năm {nam_danh_gia}',
    ...between(
      'bang_xep_hang',
      { kind: 'paragraph', text: RANKING_NAME },
      tableOf('don_vi', [
        ['Xếp hạng', 18, 'center', 'hang'],
        ['Cơ quan, đơn vị, địa phương', 90, 'left', 'ten'],
        ['Tổng điểm', 30, 'right', 'diem'],
        ['Tỷ lệ đạt', 26, 'right', 'ty_le_dat'],
        ['Thay đổi bậc', 26, 'center', 'thay_doi'],
      ]),
    ),
  ),
];

const ANNEXES: Readonly<Partial<Record<PaperKind, readonly DocumentAnnex[]>>> = {
  'progress-report': PROGRESS,
  'agency-report': PROGRESS,
  'reminder-letter': REMINDER,
  'findings-letter': FINDINGS,
  'self-assessment': ASSESSMENT,
  'result-announcement': RANKING,
};

/** A document whose words are placeholders, in the delivered layout: what an office begins its own template from. */
export const starterDocument = (kind: PaperKind, letterhead: Letterhead): OfficialDocument => {
  const documentKind = KINDS[kind] ?? 'dispatch';
  const isAddressed = kind !== 'progress-report' && kind !== 'result-announcement';
  return {
    head: headOfPaper(letterhead, {
      ...{ kind: documentKind, typeSymbol: 'BC', subject: '{trich_yeu}', year: 2000 },
    }),
    addressees: isAddressed ? ['{kinh_gui}'] : [],
    bases: [],
    blocks: TEXT,
    signature: { ...letterhead.signature, authority: ['{tham_quyen_ky}'], signer: '{nguoi_ky}' },
    recipients: ['{noi_nhan}'],
    annexes: ANNEXES[kind] ?? [],
    origin: { id: 'id', factsHash: 'hash', asOf: 'now' },
  };
};
