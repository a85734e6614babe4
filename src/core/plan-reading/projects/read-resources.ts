import type { Block, Column, Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { parseNumber } from '#core/plan-reading/language/numbers.ts';
import { findQuantities } from '#core/plan-reading/language/quantities.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import { isProjectTable } from './project-tables.ts';
import type { ResourceReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { lineAt, quoteBetween } from '#core/plan-reading/text/source-text.ts';
import { splitClauses } from '#core/plan-reading/targets/stated-values.ts';
import { isOrderHeader } from '#core/plan-reading/tables/table-rows.ts';

type Reading = Unnumbered<ResourceReading>;

const MONEY_COLUMN = /vốn|kinh phí|ngân sách|nguồn|tổng|xã hội h[oó][áa]/iu;
const TOTAL_COLUMN = /^tổng(?: số| cộng| kinh phí| vốn)?$/iu;
const TOTAL_ROW = /^(?:tổng(?: cộng| số)?|cộng)$/iu;
const UNIT = /(?:đơn vị(?: tính)?|ĐVT)\s*:?\s*((?:nghìn |triệu |tỷ |tỉ )?đồng)/iu;
/** "KINH PHÍ THỰC HIỆN (triệu đồng)". */
const IN_BRACKETS = /\(((?:nghìn |triệu |tỷ )?đồng)\)/iu;
/** What stands in a column of row numbers names no row. */
const ORDER = /^(?:\d{1,3}|[IVXL]+)\.?$/u;
const MONEY_SECTION = /nguồn lực|kinh phí|tài chính|nguồn vốn/iu;
const MONEY_UNIT = /đồng/iu;

/** Whether a column of a table of money holds an amount. */
export const isMoneyColumn = (header: string): boolean => MONEY_COLUMN.test(header);

/** "Đơn vị tính: tỷ đồng" printed above a table, or in one of its headers. */
export const unitOfTable = (table: Table, before: Block | undefined): string | null => {
  const above = before && before.kind !== 'table' ? before.content.text : '';
  const header = table.columns.map((column) => column.header).join(' ');
  return (
    UNIT.exec(above)?.[1] ??
    UNIT.exec(header)?.[1] ??
    IN_BRACKETS.exec(header)?.[1] ??
    IN_BRACKETS.exec(above)?.[1] ??
    null
  );
};

const numberOf = (text: string): number | null => parseNumber(text) ?? null;

const YEARS = /^(?:năm\s+)?\d{4}(?:\s*[-–]\s*\d{4})?$/iu;

/** In a table whose unit is money a year heads what is spent in it. */
const isAmountColumn = ({ header, label }: Column): boolean => isMoneyColumn(header) || YEARS.test(label);

/** "Nguồn kinh phí" may head amounts or only say where they come from. */
const holdsAmounts = (table: Table, index: number): boolean => {
  const texts = table.rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return texts.length === 0 || texts.some((text) => text === '-' || numberOf(text) !== null);
};

const readRow = (
  row: TableRow,
  table: Table,
  money: readonly number[],
  unit: string,
  place: Place,
): readonly Reading[] => {
  const words = row.cells.flatMap((cell, index) =>
    cell.text === '' || money.includes(index) ? [] : [{ text: cell.text, column: table.columns[index] }],
  );
  const names = words.filter(({ column }) => !isOrderHeader(column?.header ?? ''));
  const label = (names.find(({ text }) => !ORDER.test(text)) ?? names[0] ?? words[0])?.text ?? '';
  const values = money.map((index) => ({
    label: table.columns[index]?.header ?? '',
    value: numberOf(row.cells[index]?.text ?? ''),
  }));
  if (values.every(({ value }) => value === null)) return [];
  const isTime = /^(?:năm\s+)?\d{4}/iu.test(label) || TOTAL_ROW.test(label);
  return [
    {
      appendix: place.appendix,
      section: sectionLabel(place),
      order: null,
      table: table.caption?.text ?? null,
      name: isTime ? null : label,
      periodLabel: isTime ? label : null,
      unit,
      amounts: values.filter((amount) => !TOTAL_COLUMN.test(amount.label)),
      total: values.find((amount) => TOTAL_COLUMN.test(amount.label))?.value ?? null,
      isTotal: TOTAL_ROW.test(label),
      quote: row.quote,
      line: row.lines.start,
    },
  ];
};

const readTable = (table: Table, place: Place, before: Block | undefined): readonly Reading[] => {
  const unit = unitOfTable(table, before);
  // The money of a project is told with the project.
  if (unit === null || isProjectTable(table)) return [];
  const money = table.columns.flatMap((column, index) =>
    index > 0 && isAmountColumn(column) && holdsAmounts(table, index) ? [index] : [],
  );
  return money.length === 0 ? [] : table.rows.flatMap((row) => readRow(row, table, money, unit, place));
};

const IN_PARTS = /^\s*(?:trong đó|bao gồm|gồm)\s*:?\s*/iu;
const SHARE_NAME = /^[\s+-]*(\p{L}[^:]{2,60}?)\s*(?:là|:)?\s*$/u;

/** "Vốn chi thường xuyên: 163,07 tỷ đồng" under a heading about money. */
const readProse = ({ block, place }: OutlineEntry): readonly Reading[] => {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  if (!place.steps.some((step) => MONEY_SECTION.test(step.title))) return [];
  const { text } = block.content;
  let inParts = false;
  return splitClauses(text).flatMap((clause) => {
    const words = text.slice(clause.start, clause.end);
    const amount = findQuantities(words).find(({ unit }) => unit !== null && MONEY_UNIT.test(unit));
    inParts ||= IN_PARTS.test(words);
    const told = words.slice(0, amount?.start).replace(IN_PARTS, '');
    const name = inParts ? SHARE_NAME.exec(told)?.[1] : /^([^:]{3,60}):/u.exec(words)?.[1];
    if (!amount || name === undefined || typeof amount.value !== 'number') return [];
    const isTotal = /^tổng/iu.test(name);
    return [
      {
        appendix: place.appendix,
        section: sectionLabel(place),
        order: null,
        table: null,
        name,
        periodLabel: null,
        unit: amount.unit,
        amounts: isTotal ? [] : [{ label: name, value: amount.value }],
        total: amount.value,
        isTotal,
        quote: quoteBetween(block.content, clause.start, clause.end),
        line: lineAt(block.content, clause.start),
      },
    ];
  });
};

/** Reads the money that a plan tells of, from tables of amounts and from lines under headings about money. */
export const readResources = (outline: Outline, _context: ReadingContext): readonly Reading[] =>
  outline.entries.flatMap((entry, index) =>
    entry.block.kind === 'table'
      ? readTable(entry.block, entry.place, outline.entries[index - 1]?.block)
      : readProse(entry),
  );
