import type { Column, Table } from '#core/plan-reading/text/blocks.ts';

/** What a column of a project table holds. */
export type ProjectColumn = 'order' | 'name' | 'investor' | 'period' | 'budget' | 'funding' | 'remark';

const HEADERS: readonly (readonly [ProjectColumn, RegExp])[] = [
  ['order', /^(?:stt|tt|số tt|số thứ tự)$/iu],
  [
    'investor',
    /chủ đầu tư|đơn vị (?:thực hiện|chủ trì|quản lý)|cơ quan (?:thực hiện|chủ trì|chủ quản)|chủ quản/iu,
  ],
  ['funding', /nguồn (?:vốn|kinh phí)/iu],
  ['budget', /kinh phí|tổng mức|dự toán|vốn|giá trị|số tiền/iu],
  ['period', /thời (?:gian|hạn|kỳ)|giai đoạn|tiến độ|năm thực hiện/iu],
  ['name', /dự án|danh mục|tên|nội dung|hạng mục/iu],
  ['remark', /ghi chú/iu],
];
const PROJECT = /dự án/iu;
const INVESTOR = /chủ đầu tư/iu;

/** What a column holds, told by its header; undefined when a project has no place for it. */
export const projectRoleOf = (column: Column): ProjectColumn | undefined =>
  HEADERS.find(([, pattern]) => pattern.test(column.header))?.[0];

/** The index of the column that holds this, or undefined. */
export const findProjectColumn = (table: Table, role: ProjectColumn): number | undefined => {
  const index = table.columns.findIndex((column) => projectRoleOf(column) === role);
  return index < 0 ? undefined : index;
};

/** Whether the words of the header are those of a list of projects: an investor, or projects and their money. */
export const isProjectTable = (table: Table): boolean => {
  const headers = table.columns.map((column) => column.header);
  if (headers.some((header) => INVESTOR.test(header))) return true;
  const name = findProjectColumn(table, 'name');
  const namesProjects = name !== undefined && PROJECT.test(table.columns[name]?.header ?? '');
  return namesProjects && findProjectColumn(table, 'budget') !== undefined;
};
