import { nameKey } from '#core/kernel/text.ts';
import type { Column } from './blocks.ts';
import type { SourceLine } from './source-lines.ts';

/** What the cells of a column hold, as far as it helps to tell them from the cells beside them. */
export type CellKind = 'order' | 'text' | 'agency' | 'period' | 'value';

export interface DissolvedColumn extends Column {
  readonly kind: CellKind;
}

const ORDER_START = /^(?:stt|tt|số tt)(?![\p{L}\p{N}])/iu;

// A header cell begins with a capital; the words that begin one, by what its column holds.
const CELL_STARTS: readonly (readonly [CellKind, string])[] = [
  ['order', 'STT|Stt|TT|Số TT'],
  [
    'value',
    'Đơn vị tính|Đvt|ĐVT|Hiện trạng|Năm \\d{4}|Phấn đấu|Kế hoạch|Thực hiện|Ước|Kinh phí|Tổng mức|Dự toán|Mức độ',
  ],
  ['agency', 'Cơ quan|Đơn vị|Chủ đầu tư|Chủ trì|Phối hợp|Phụ trách|Lãnh đạo'],
  ['period', 'Thời gian|Thời hạn|Thời điểm|Tiến độ|Thời kỳ|Hoàn thành'],
  [
    'text',
    'Tên|Nhiệm vụ|Nội dung|Danh mục|Chỉ tiêu|Chỉ số|Mục tiêu|Dự án|Công việc|Các nhiệm vụ|Các chỉ|Hoạt động',
  ],
  ['text', 'Kết quả|Sản phẩm|Dự kiến|Ghi chú|Nguyên nhân|Giải pháp|Nguồn vốn|Nguồn kinh phí|Căn cứ'],
];
const CELL_START = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CELL_STARTS.map(([, words]) => words).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

const kindOf = (header: string): CellKind =>
  CELL_STARTS.find(([, words]) => new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'u').test(header))?.[0] ??
  'text';

const WAITS_FOR_ROLE = /^(?:Cơ quan|Đơn vị|Dự kiến)$/u;
const ROLE = /(?<![A-Za-zÀ-ỹ])(?:chủ trì|phối hợp)(?![A-Za-zÀ-ỹ])/giu;

const splitAtStarts = (words: string): readonly string[] => {
  const starts = [...words.matchAll(CELL_START)].map((match) => match.index);
  const cells: string[] = [];
  starts.forEach((start, index) => {
    const cell = words.slice(start, starts[index + 1] ?? words.length).trim();
    const before = cells.at(-1);
    if (
      before !== undefined &&
      WAITS_FOR_ROLE.test(before) &&
      /^(?:Chủ trì|Phối hợp|Kết quả|Sản phẩm)/u.test(cell)
    ) {
      cells[cells.length - 1] = `${before} ${cell}`;
      return;
    }
    cells.push(cell);
  });
  return cells;
};

/** "Cơ quan | Cơ quan | Thời gian chủ trì phối hợp hoàn thành": second lines of narrow cells stand behind the last first line. */
const giveRolesBack = (cells: readonly string[]): readonly string[] => {
  const waiting = cells.filter((cell) => WAITS_FOR_ROLE.test(cell)).length;
  const last = cells.at(-1) ?? '';
  const roles = [...last.matchAll(ROLE)].map((match) => match[0]);
  if (waiting === 0 || roles.length < waiting) return cells;
  let next = 0;
  return cells.map((cell, index) => {
    if (index === cells.length - 1) return cell.replace(ROLE, '').replace(/\s+/gu, ' ').trim();
    if (!WAITS_FOR_ROLE.test(cell)) return cell;
    next += 1;
    return `${cell} ${roles[next - 1] ?? ''}`;
  });
};

/** Splits the words of a dissolved header into its columns; empty when they do not head a table. */
export const splitHeaderWords = (words: string): readonly DissolvedColumn[] => {
  const columns = giveRolesBack(splitAtStarts(words)).map((header) => ({
    header,
    group: null,
    label: header,
    kind: kindOf(header),
  }));
  const kinds = columns.map((column) => column.kind);
  const isTable = kinds[0] === 'order' && kinds.includes('text') && columns.length >= 3;
  return isTable && (kinds.includes('agency') || kinds.includes('period') || kinds.includes('value'))
    ? columns
    : [];
};

/** Whether a line may begin a dissolved header. */
export const startsHeader = (line: SourceLine): boolean => ORDER_START.test(line.words);

const wordsOf = (line: SourceLine): readonly string[] =>
  line.words === '' ? [] : nameKey(line.words).split(' ');

/** The words of a header, to recognize it where a page repeats it. */
export interface HeaderWords {
  readonly words: readonly string[];
}

/** How many lines from here on repeat the whole header, in whatever order a page prints its cells. */
export const countRepeatedHeaderLines = (
  header: HeaderWords,
  lines: readonly SourceLine[],
  from: number,
): number => {
  const first = lines[from];
  if (!first || !startsHeader(first)) return 0;
  const left = [...header.words];
  let count = 0;
  for (let line = lines[from]; line && left.length > 0; line = lines[from + count]) {
    const words = wordsOf(line);
    for (const word of words) {
      const at = left.indexOf(word);
      if (at < 0) return left.length === 0 ? count : 0;
      left.splice(at, 1);
    }
    count += 1;
  }
  return left.length === 0 ? count : 0;
};

/** Whether a line is what is left of a header whose first line the extraction lost. */
export const isHeaderRemnant = (header: HeaderWords, line: SourceLine): boolean => {
  const words = wordsOf(line);
  if (words.length < 2 || words.length >= header.words.length) return false;
  return words.join(' ') === header.words.slice(-words.length).join(' ');
};
