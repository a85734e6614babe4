import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import type { AssetField, AssetRegister } from './asset-register.ts';
import type { AssetValues } from './asset-values.ts';
import { buildAssetSheet } from './asset-sheet.ts';
import { readAssetSheet } from './read-asset-sheet.ts';

const field = (code: string, kind: 'text' | 'yes-no' | 'day' | 'days', over: object = {}): AssetField => ({
  ...{ code, kind, name: { vi: `Ô ${code}`, en: `Field ${code}` }, help: null },
  ...{ isRequired: false, requiredWhen: null, isListed: false },
  ...over,
});
const register: AssetRegister = {
  ...{ code: 'r', path: 'r', counted: { vi: '', en: '' }, basis: { vi: '', en: '' }, beginsOn: null },
  title: { vi: 'Một sổ có tên dài hơn ba mươi mốt chữ cái', en: 'Register' },
  fields: [
    field('note', 'text'),
    field('seen', 'yes-no'),
    field('on', 'day'),
    field('log', 'days'),
    {
      ...field('level', 'text'),
      ...{ kind: 'choice', isRequired: true },
      choices: [
        { code: '1', name: { vi: 'Cấp độ 1', en: 'Level 1' } },
        { code: '2', name: { vi: 'Cấp độ 2', en: 'Level 2' } },
      ],
    },
  ],
  figures: [],
};
const surroundings = {
  findOrganizations: (name: string) => (name === 'STP' ? ['STP'] : name === 'Tân Hội' ? ['1', '2'] : []),
  today: plainDate('2026-11-22'),
};
const values: AssetValues = {
  note: '=1+1',
  seen: 'no',
  on: '2026-02-01',
  log: ['2025-01-02', '2026-03-04'],
  level: '2',
};
const ID = '019bdc6e-5c57-7661-a72a-6e6a44900001';

const rowsOf = (given: AssetValues = values): SheetCell[][] => [
  ...buildAssetSheet(register, [
    { id: ID, version: 3, organization: 'STP', name: 'Hộ tịch', values: given },
  ]).rows.map((row) => [...row]),
];
const read = (rows: readonly (readonly SheetCell[])[]) =>
  readAssetSheet(register, { name: 'x', rows }, surroundings);
const problemsOf = (rows: readonly (readonly SheetCell[])[]) => {
  const answer = read(rows);
  return 'problems' in answer ? answer.problems.map(({ cell, code }) => `${cell} ${code}`) : [];
};
const text = (value: string): SheetCell => ({ kind: 'text', text: value });
/** The rows with one cell of the first entry replaced. */
const withCell = (column: number, cell: SheetCell): SheetCell[][] => {
  const rows = rowsOf();
  const [, row = []] = rows;
  row[column] = cell;
  return rows;
};

describe('a workbook of a register', () => {
  it('comes back as it went out', () => {
    expect(read(rowsOf())).toMatchObject({
      rows: [{ id: ID, version: 3, organizationCode: 'STP', name: 'Hộ tịch', values }],
    });
    expect(read(rowsOf({ level: '1' }))).toMatchObject({ rows: [{ values: { level: '1' } }] });
  });

  it('is read in whatever order the columns stand, in either language, past blank rows', () => {
    const rows = [
      ['Level 1', 'STP', 'Name of it'].map(text),
      [],
      [
        text('Level 1'),
        text(' STP '),
        text('Một cửa'),
        text('CÓ'),
        text('1/2/2026; 2026-03-04'),
        { kind: 'number', number: '46023' },
      ],
    ] as SheetCell[][];
    rows[0] = ['Field level', 'Owner', 'Name', 'Ô seen', 'Ô log', 'Ô on', 'Ô note'].map(text);
    expect(read(rows)).toMatchObject({
      rows: [
        {
          ...{ id: null, version: 0, name: 'Một cửa' },
          values: { level: '1', seen: 'yes', log: ['2026-02-01', '2026-03-04'], on: '2026-01-01' },
        },
      ],
    });
  });

  it.each<[number, SheetCell, string]>([
    [0, { kind: 'formula' }, 'A2 formula'],
    [1, text('ba'), 'B2 malformed-version'],
    [1, { kind: 'blank' }, 'B2 malformed-version'],
    [2, { kind: 'blank' }, 'C2 missing'],
    [2, text('Sở Mây'), 'C2 unknown-organization'],
    [2, text('Tân Hội'), 'C2 ambiguous-organization'],
    [3, text('  '), 'D2 missing'],
    [3, text('x'.repeat(301)), 'D2 too-long'],
    [4, { kind: 'error' }, 'E2 not-text'],
    [5, text('có thể'), 'F2 not-a-choice'],
    [6, text('31/02/2026'), 'G2 malformed-day'],
    [7, text('01/02/2026; hôm qua'), 'H2 malformed-day'],
    [8, { kind: 'blank' }, 'I2 missing'],
    [8, text('Cấp độ 9'), 'I2 not-a-choice'],
  ])('column %i with %j: %s', (column, cell, problem) => {
    expect(problemsOf(withCell(column, cell))).toEqual([problem]);
  });

  it('is refused for its columns before anything else', () => {
    const rows = rowsOf();
    const [head = []] = rows;
    head[4] = text('Cột lạ');
    head[5] = text('Ô on');
    expect(problemsOf(rows)).toEqual([
      'E1 unknown-column',
      'G1 repeated-column',
      'A1 missing-column',
      'A1 missing-column',
    ]);
    expect(problemsOf([rowsOf()[0] ?? []])).toEqual(['A2 empty-list']);
  });
});
