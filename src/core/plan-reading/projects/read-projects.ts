import type { Footnote, Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { placeOfRow } from '#core/plan-reading/outline/item-place.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import { levelOfNumber } from '#core/plan-reading/outline/numbering.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { placeWithin, type Place } from '#core/plan-reading/outline/place.ts';
import { findProjectColumn, isProjectTable, type ProjectColumn } from './project-tables.ts';
import { unitOfTable } from './read-resources.ts';
import { readBudget, readInvestors } from './project-money.ts';
import { readProseProjects } from './read-prose-projects.ts';
import { readReferences } from '#core/plan-reading/document/read-references.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { ProjectReading, Unnumbered } from '#core/plan-reading/reading.ts';

const FUNDING = /^(?:nguồn\s|vốn\s|ngân sách|kinh phí (?!thực hiện|dự kiến|triển khai))/iu;

/** A project name and the number of the footnote that print glued to it. */
interface MarkedName {
  readonly name: string;
  readonly footnote: Footnote | undefined;
}

// "(IOC) giai đoạn 2": the number belongs to the name.
const NUMBERED =
  /(?<![\p{L}])(?:giai đoạn|phần|đợt|số|tập|cấp độ|mức độ|mức|cấp|phiên bản|khu vực|quý|cơ sở)\s+$/iu;

/** "… giai đoạn 2025-20279": the mark goes when what stays before it still reads as a year, a word or a bracket. */
const stripMark = (name: string, footnote: Footnote): string | undefined => {
  const mark = String(footnote.number);
  if (!name.endsWith(mark)) return undefined;
  const rest = name.slice(0, -mark.length);
  if (NUMBERED.test(rest)) return undefined;
  const digits = /\d+$/u.exec(rest)?.[0] ?? '';
  const readsOn = digits === '' ? /[\p{L})”"…\s]$/u.test(rest) : /^(?:19|20)\d\d$/u.test(digits);
  return readsOn ? rest.trim() : undefined;
};

const RAISED_MARK = /<sup>\s*\(?(\d{1,3})\)?\s*<\/sup>/u;

/** Footnotes come in the order of their marks: each name may only take the next one that is left, unless its mark is set apart. */
const markNames = (
  cells: readonly { readonly name: string; readonly source: string }[],
  footnotes: readonly Footnote[],
): readonly MarkedName[] => {
  let next = 0;
  return cells.map(({ name, source }) => {
    const raised = RAISED_MARK.exec(source)?.[1];
    const marked = footnotes.find((footnote) => String(footnote.number) === raised);
    if (marked) return { name, footnote: marked };
    const footnote = footnotes[next];
    const stripped = footnote && stripMark(name, footnote);
    if (stripped === undefined) return { name, footnote: undefined };
    next += 1;
    return { name: stripped, footnote };
  });
};

const capitalized = (title: string): string =>
  title === title.toUpperCase() ? `${title.charAt(0)}${title.slice(1).toLowerCase()}` : title;

const stepsOf = (place: Place, row: TableRow): readonly string[] =>
  placeWithin(place, row.sections).steps.map((step) => capitalized(step.title));

const readRow = (
  table: Table,
  row: TableRow,
  marked: MarkedName,
  place: Place,
  context: ReadingContext,
  unit: string | null,
): Unnumbered<ProjectReading> => {
  const cell = (role: ProjectColumn): string | null => {
    const index = findProjectColumn(table, role);
    const text = index === undefined ? '' : (row.cells[index]?.text ?? '');
    return text === '' ? null : text;
  };
  const investorRaw = cell('investor');
  const period = cell('period');
  const steps = stepsOf(place, row);
  const budgetColumn = table.columns[findProjectColumn(table, 'budget') ?? -1];
  return {
    ...placeOfRow(place, row),
    order: cell('order'),
    group: steps.at(-1) ?? null,
    fundingSource: cell('funding') ?? steps.find((step) => FUNDING.test(step)) ?? null,
    name: marked.name,
    investorRaw,
    ...readInvestors(investorRaw, context),
    period: period === null ? null : parsePeriod(period, { year: context.document.year }),
    budget: readBudget(cell('budget'), budgetColumn?.header ?? '', unit),
    remark: cell('remark'),
    footnoteNumber: marked.footnote?.number ?? null,
    legalBasis: marked.footnote ? readReferences(marked.footnote) : [],
  };
};

/** The footnotes that follow a table, up to the next table. */
const footnotesAfter = (entries: readonly OutlineEntry[], at: number): readonly Footnote[] => {
  const footnotes: Footnote[] = [];
  for (const { block } of entries.slice(at + 1)) {
    if (block.kind === 'table') break;
    if (block.kind === 'footnote') footnotes.push(block);
  }
  return footnotes;
};

const TOTAL = /^(?:tổng(?: cộng| số| kinh phí| vốn| mức)?|cộng)(?:\s|:|$)/iu;

/** "A | Dự án chuyển tiếp | | | 95.500": a group of projects with the sum of its money, and nobody who invests. */
const isGroup = (row: TableRow, nameColumn: number): boolean => {
  const level = levelOfNumber((row.cells[0]?.text ?? '').replace(/[.)]$/u, ''));
  if (level !== 'roman' && level !== 'letter-upper') return false;
  return row.cells.every(
    ({ text }, index) => index === 0 || index === nameColumn || /^[\d.,\s-]*$/u.test(text),
  );
};

/** A row with a name that is no sum. */
const isProject = (row: TableRow, nameColumn: number): boolean => {
  const name = row.cells[nameColumn]?.text ?? '';
  return name !== '' && !TOTAL.test(name) && !TOTAL.test(row.cells[0]?.text ?? '');
};

/** The title of the group that a row stands in, of those that are rows themselves. */
const groupAbove = (rows: readonly TableRow[], row: TableRow, nameColumn: number): string | null => {
  const group = rows.slice(0, rows.indexOf(row)).findLast((above) => isGroup(above, nameColumn));
  return group?.cells[nameColumn]?.text ?? null;
};

/** The rows of all project tables: investor, period, money, remark, and the decision named in the footnote. */
const readProjectRows = (outline: Outline, context: ReadingContext): readonly Unnumbered<ProjectReading>[] =>
  outline.entries.flatMap(({ block, place }, at) => {
    const nameColumn =
      block.kind === 'table' && isProjectTable(block) ? findProjectColumn(block, 'name') : undefined;
    if (block.kind !== 'table' || nameColumn === undefined) return [];
    const named = block.rows.filter((row) => isProject(row, nameColumn));
    const rows = named.filter((row) => !isGroup(row, nameColumn));
    const names = rows
      .map((row) => row.cells[nameColumn])
      .map((cell) => ({
        name: cell?.text ?? '',
        source: cell?.source ?? '',
      }));
    const marked = markNames(names, footnotesAfter(outline.entries, at));
    const unit = unitOfTable(block, outline.entries[at - 1]?.block);
    return rows.map((row, index) => {
      const project = readRow(
        block,
        row,
        marked[index] ?? { name: '', footnote: undefined },
        place,
        context,
        unit,
      );
      return { ...project, group: groupAbove(named, row, nameColumn) ?? project.group };
    });
  });

/** Reads the projects of a plan in source order, from tables and from running text. */
export const readProjects = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<ProjectReading>[] =>
  [...readProjectRows(outline, context), ...readProseProjects(outline, context)].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
