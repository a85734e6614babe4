import { nameKey } from '#core/kernel/text.ts';
import type { Column } from '#core/plan-reading/text/blocks.ts';
import type { SourceLine } from '#core/plan-reading/text/source-lines.ts';

/** What the cells of a column hold, as far as it helps to tell them from the cells beside them. */
export type CellKind = 'order' | 'text' | 'agency' | 'period' | 'value' | 'unit';

export interface DissolvedColumn extends Column {
  readonly kind: CellKind;
}

const ORDER_START = /^(?:stt|tt|số tt)(?![\p{L}\p{N}])/iu;

// A header cell begins with a capital; the words that begin one, by what its column holds.
const CELL_STARTS: readonly (readonly [CellKind, string])[] = [
  ['order', 'STT|Stt|TT|Số TT'],
  ['unit', 'Đơn vị tính|Đvt|ĐVT'],
  [
    'value',
    'Hiện trạng|Năm \\d{4}|Phấn đấu|Kế hoạch|KH(?= (?:năm|đến|giai))|Thực hiện|(?<!Ước )TH(?= (?:năm|đến))|Ước|Kinh phí|Tổng mức|TMĐT|Dự toán|Mức độ|Điểm|Xếp hạng|Thứ hạng',
  ],
  [
    'agency',
    'Cơ quan|Đơn vị|Chủ đầu tư|Chủ trì|Phối hợp|Phụ trách|Lãnh đạo|Cấp trình|Cấp ban hành|Trách nhiệm',
  ],
  ['period', 'Thời gian|Thời hạn|Thời điểm|Tiến độ|Thời kỳ|Hoàn thành'],
  [
    'text',
    'Tên|Nhiệm vụ|Nội dung|Danh mục|Chỉ tiêu|Chỉ số|Mục tiêu|Dự án|Công việc|Các nhiệm vụ|Các chỉ|Hoạt động',
  ],
  [
    'text',
    'Kết quả|Sản phẩm|Dự kiến|Ghi chú|Nguyên nhân|Giải pháp|Nguồn vốn|Nguồn kinh phí|Căn cứ|Địa điểm|Quy mô|Lĩnh vực|Nhóm',
  ],
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

const YEARS_BEHIND = /(?:\s(?:[Nn]ăm )?20\d\d(?:\s?[-–]\s?20\d\d)?){2,}$/u;
const YEAR = /20\d\d(?:\s?[-–]\s?20\d\d)?/gu;
const SPANS_YEARS = /^(?:Mục tiêu|Kế hoạch|Phấn đấu|Lộ trình|Giai đoạn|Chỉ tiêu)(?:(?!\d{4}).)*$/u;

/** Years at the end that were taken for cells of their own: "… | Cơ quan chủ trì | Năm 2027 | Năm 2030". */
const joinLoneYears = (cells: readonly string[]): readonly string[] => {
  const end = cells.findLastIndex((cell) => !LONE_YEAR.test(cell));
  if (cells.length - end < 3 || end < 2) return cells;
  return [...cells.slice(0, end), cells.slice(end).join(' ')];
};

const LONE_YEAR = /^(?:Năm )?20\d\d(?:\s?[-–]\s?20\d\d)?$/u;

interface HeaderCell {
  readonly group: string | null;
  readonly label: string;
}

/** "Mục tiêu | Đơn vị chủ trì 2026 2028 2030": the years of the second line stand behind all others and part the cell that spans them. */
const giveYearsBack = (printed: readonly string[]): readonly HeaderCell[] => {
  const cells = joinLoneYears(printed);
  const plain = cells.map((label) => ({ group: null, label }));
  const last = cells.at(-1) ?? '';
  const behind = YEARS_BEHIND.exec(last)?.[0];
  const spanning = cells.findLastIndex(
    (cell, at) => at > 1 && SPANS_YEARS.test(cell.replace(YEARS_BEHIND, '')),
  );
  const group = cells[spanning]?.replace(YEARS_BEHIND, '');
  if (behind === undefined || group === undefined) return printed.map((label) => ({ group: null, label }));
  return plain.flatMap((cell, index): readonly HeaderCell[] => {
    const label = index === cells.length - 1 ? cell.label.replace(YEARS_BEHIND, '') : cell.label;
    if (index !== spanning) return [{ ...cell, label }];
    return [...behind.matchAll(YEAR)].map(([year]) => ({ group, label: year }));
  });
};

/** Splits the words of a dissolved header into its columns; empty when they do not head a table. */
export const splitHeaderWords = (words: string): readonly DissolvedColumn[] => {
  const columns = giveYearsBack(giveRolesBack(splitAtStarts(words))).map(({ group, label }) => ({
    header: group === null ? label : `${group} - ${label}`,
    group,
    label,
    kind: group === null ? kindOf(label) : ('value' as const),
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
