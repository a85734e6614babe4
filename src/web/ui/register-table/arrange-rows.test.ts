import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import {
  arrangeLines,
  buildSearchableRows,
  countValues,
  NO_ANSWER,
  selectRows,
  sortRows,
} from './arrange-rows.ts';
import { WHOLE_REGISTER, type RegisterColumn, type RegisterFacet } from './register.ts';

interface Task {
  readonly id: string;
  readonly name: string;
  readonly agencies: readonly string[];
  readonly points: string | null;
}

const tasks: readonly Task[] = [
  { id: '1', name: 'Xây dựng kho dữ liệu dùng chung', agencies: ['Sở KH&CN'], points: '9.5' },
  { id: '2', name: 'Số hóa hồ sơ', agencies: ['Sở Tư pháp', 'Sở KH&CN'], points: '10' },
  { id: '3', name: 'Ăn uống an toàn', agencies: [], points: null },
  { id: '4', name: 'Đào tạo kỹ năng số', agencies: ['Sở Nội vụ'], points: '-2' },
];
const columns: readonly RegisterColumn<Task>[] = [
  { id: 'name', header: 'Tên', width: 60, text: (task) => task.name, sortKey: (task) => task.name },
  {
    id: 'points',
    header: 'Điểm',
    width: 40,
    text: (task) => task.points ?? '',
    sortKey: (task) => (task.points === null ? null : decimal(task.points)),
  },
];
const agency: RegisterFacet<Task> = {
  id: 'co-quan',
  label: 'Cơ quan',
  values: (task) => task.agencies.map((name) => ({ key: name, label: name })),
  groupable: true,
};
const searchable = buildSearchableRows(tasks, columns, [agency]);
const idsOf = (rows: readonly Task[]): string => rows.map((row) => row.id).join('');

describe('a register is filtered', () => {
  it.each([
    ['so hoa', '2'],
    ['số hoá', '2'],
    ['DAO TAO', '4'],
    ['kh&cn', '12'],
    ['dữ liệu khcn', ''],
    ['', '1234'],
  ])('by free text with and without diacritics: %s', (text, expected) => {
    expect(idsOf(selectRows(searchable, [agency], { ...WHOLE_REGISTER, text }))).toBe(expected);
  });

  it('by a facet, of which a row may give several values or none', () => {
    const asked = (key: string) => ({ ...WHOLE_REGISTER, filters: { 'co-quan': key } });
    expect(idsOf(selectRows(searchable, [agency], asked('Sở KH&CN')))).toBe('12');
    expect(idsOf(selectRows(searchable, [agency], asked(NO_ANSWER)))).toBe('3');
    expect(idsOf(selectRows(searchable, [agency], asked('Sở KH&CN'), 'co-quan'))).toBe('1234');
  });
});

describe('a register is sorted', () => {
  it('in Vietnamese order: a, ă, â … d, đ', () => {
    expect(idsOf(sortRows(tasks, columns, { column: 'name', descending: false }))).toBe('3421');
  });

  it('by exact decimals, with blanks last in both directions', () => {
    expect(idsOf(sortRows(tasks, columns, { column: 'points', descending: false }))).toBe('4123');
    expect(idsOf(sortRows(tasks, columns, { column: 'points', descending: true }))).toBe('2143');
  });

  it('not at all by a column that it does not have', () => {
    expect(sortRows(tasks, columns, { column: 'unknown', descending: true })).toBe(tasks);
  });
});

describe('a register is grouped', () => {
  it('with counts, a row under each of its agencies, rows without one last', () => {
    const groups = countValues(tasks, agency).map(({ key, count }) => `${key} ${String(count)}`);
    expect(groups).toEqual(['Sở KH&CN 2', 'Sở Nội vụ 1', 'Sở Tư pháp 1', '- 1']);
  });

  it('with the rows of folded groups hidden', () => {
    const lines = arrangeLines(tasks, (task) => task.id, agency, ['Sở KH&CN', NO_ANSWER]);
    expect(lines.map((line) => line.id)).toEqual([
      'group Sở KH&CN',
      'group Sở Nội vụ',
      'Sở Nội vụ 4',
      'group Sở Tư pháp',
      'Sở Tư pháp 2',
      'group -',
    ]);
  });

  it('so that each row stands under each of its answers, and nowhere else', () => {
    const anyTasks = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        name: fc.string(),
        agencies: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
        points: fc.constant(null),
      }),
      { selector: (task) => task.id },
    );
    fc.assert(
      fc.property(anyTasks, (some) => {
        const lines = arrangeLines(some, (task) => task.id, agency, []);
        const rowLines = lines.filter((line) => line.kind === 'row');
        expect(rowLines).toHaveLength(
          some.reduce((total, task) => total + Math.max(1, task.agencies.length), 0),
        );
        expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
      }),
    );
  });
});
