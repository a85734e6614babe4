import {
  type CellCheck,
  type CellStyle,
  cellAddress,
  columnLetters,
  type SheetCell,
} from '#core/kernel/sheet.ts';
import type { DataItem, DataValue, NumberItem } from '#core/scoring/data-value.ts';
import { shownCode } from '#core/task-progress/task-codes.ts';
import { listWorkbookItems, type WorkbookForm, type WorkbookItem, workbookKey } from './workbook-form.ts';
import {
  columnOf,
  FORM_COLUMNS,
  type LaidOutSheet,
  MARKS_SHEET,
  textCell,
  TITLE_ROW,
  WORKBOOK_FORMAT,
} from './workbook-layout.ts';
import type { WorkbookWords } from './workbook-words.ts';

const WIDTHS = [4, 14, 56, 16, 22, 22, 32, 32] as const;

/** The choices of an item in words, the best level first; none for a number. */
const listChoices = (item: DataItem, words: WorkbookWords): readonly string[] => {
  if (item.kind === 'number') return [];
  const own =
    item.kind === 'level' ? item.levels.map(({ name }) => name[words.language]) : [words.yes, words.no];
  return [...own, words.notApplicable];
};

const choiceName = (item: DataItem, value: string, words: WorkbookWords): string => {
  if (item.kind === 'yes-no') return value === 'yes' ? words.yes : words.no;
  if (item.kind === 'number') return value.replace('.', words.decimalMark);
  return item.levels.find(({ code }) => code === value)?.name[words.language] ?? value;
};

const valueInWords = (item: DataItem, value: DataValue, words: WorkbookWords): string => {
  if (value.state === 'blank') return '';
  return value.state === 'not-applicable' ? words.notApplicable : choiceName(item, value.value, words);
};

const valueCell = (item: DataItem, value: DataValue, words: WorkbookWords): SheetCell =>
  item.kind === 'number' && value.state === 'value'
    ? { kind: 'number', number: value.value }
    : textCell(valueInWords(item, value, words));

const unitOf = (item: DataItem, words: WorkbookWords): string =>
  item.kind === 'number' ? item.unit[words.language] : '';

interface Row {
  readonly cells: readonly SheetCell[];
  readonly styles: readonly CellStyle[];
  readonly item?: WorkbookItem;
}

const infoRow = (text: string, style: CellStyle): Row => ({
  cells: [textCell(''), textCell(text)],
  styles: ['plain', style],
});

const itemRow = (entry: WorkbookItem, words: WorkbookWords): Row => {
  const { item, answer, previous, scope } = entry;
  const known = previous ? valueInWords(item, previous.value, words) : '';
  return {
    item: entry,
    cells: [
      textCell(workbookKey(entry)),
      textCell(shownCode(item.code)),
      textCell(`${item.name[words.language]}${words.scopes[scope]}`),
      textCell(unitOf(item, words)),
      textCell(previous && known !== '' ? words.previous(known, previous.period) : ''),
      valueCell(item, answer.value, words),
      textCell(answer.note ?? ''),
      textCell(answer.explanation ?? ''),
    ],
    styles: ['key', 'fixed', 'fixed', 'fixed', 'fixed', 'open-value', 'open-text', 'open-text'],
  };
};

const listRows = (form: WorkbookForm, words: WorkbookWords): readonly Row[] => [
  infoRow(words.title, 'heading'),
  infoRow(`${words.organization}: ${form.organization.name}`, 'info'),
  infoRow(words.round(form.roundTitle, form.period, form.lastDay), 'info'),
  ...words.instructions.map((sentence) => infoRow(sentence, 'info')),
  {
    cells: FORM_COLUMNS.map((column) => textCell(words.columns[column])),
    styles: FORM_COLUMNS.map(() => 'title' as const),
  },
  ...form.sections.flatMap(({ heading, level, items }): readonly Row[] => [
    infoRow(heading, level === 1 ? 'heading' : 'group'),
    ...items.map((item) => itemRow(item, words)),
  ]),
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const numberCheck = (item: NumberItem, cell: string, words: WorkbookWords): Omit<CellCheck, 'range'> => {
  const conditions = [
    `ISNUMBER(${cell})`,
    ...(item.minimum === null ? [] : [`${cell}>=${item.minimum}`]),
    ...(item.maximum === null ? [] : [`${cell}<=${item.maximum}`]),
    ...(item.whole ? [`${cell}=INT(${cell})`] : []),
  ];
  return {
    rule: {
      kind: 'condition',
      // A text must not reach INT, which would answer with an error.
      formula: `IF(ISNUMBER(${cell}),AND(${conditions.join(',')}),${cell}=${quoted(words.notApplicable)})`,
    },
    message: [item.whole ? words.wholeNumber : words.number, words.between(item.minimum, item.maximum)].join(
      ' ',
    ),
  };
};

// Names of levels hold commas and are longer than a list in a check may be: the lists stand beside the marks.
const FIRST_LIST_COLUMN = 8;

const listDistinct = (form: WorkbookForm, words: WorkbookWords): readonly (readonly string[])[] => [
  ...new Map(
    listWorkbookItems(form)
      .map(({ item }) => listChoices(item, words))
      .filter((choices) => choices.length > 0)
      .map((choices) => [choices.join('\n'), choices]),
  ).values(),
];

const checkOf = (
  { item }: WorkbookItem,
  cell: string,
  lists: readonly (readonly string[])[],
  words: WorkbookWords,
): CellCheck => {
  if (item.kind === 'number') return { range: cell, ...numberCheck(item, cell, words) };
  const choices = listChoices(item, words);
  const place = lists.findIndex((list) => list.join('\n') === choices.join('\n'));
  const letters = columnLetters(FIRST_LIST_COLUMN + place);
  const source = `${MARKS_SHEET}!$${letters}$1:$${letters}$${String(choices.length)}`;
  return { range: cell, rule: { kind: 'list', source }, message: words.choose };
};

const markRows = (form: WorkbookForm): readonly (readonly string[])[] => [
  [WORKBOOK_FORMAT],
  ['submission', form.submissionId],
  ['round', form.roundId, form.roundTitle],
  ['organization', form.organization.code, form.organization.name],
  ['framework', form.framework],
  ['fingerprint', form.fingerprint],
  ...listWorkbookItems(form).map((entry) => {
    const { value, note, explanation, version } = entry.answer;
    return [
      ...['item', workbookKey(entry), String(version), value.state],
      ...[value.state === 'value' ? value.value : '', note ?? '', explanation ?? ''],
    ];
  }),
];

const marksSheet = (form: WorkbookForm, lists: readonly (readonly string[])[]): LaidOutSheet => {
  const marks = markRows(form);
  const length = Math.max(marks.length, ...lists.map((list) => list.length));
  return {
    name: MARKS_SHEET,
    isHidden: true,
    isProtected: true,
    headRows: 0,
    widths: [],
    choices: [],
    rows: Array.from({ length }, (_, row) => [
      ...Array.from({ length: FIRST_LIST_COLUMN }, (_unused, column) => textCell(marks[row]?.[column] ?? '')),
      ...lists.map((list) => textCell(list[row] ?? '')),
    ]),
  };
};

/**
 * Lays a form out as a workbook: what people may change is open, all else is locked; each cell says what it takes; a hidden
 * sheet keeps what the workbook is and what stood in it, so that what comes back can be told from what was there.
 */
export const buildFormWorkbook = (form: WorkbookForm, words: WorkbookWords): readonly LaidOutSheet[] => {
  const rows = listRows(form, words);
  const lists = listDistinct(form, words);
  const figures: LaidOutSheet = {
    name: words.sheet,
    isProtected: true,
    headRows: TITLE_ROW + 1,
    widths: WIDTHS,
    choices: [],
    hiddenColumns: [columnOf('key')],
    rows: rows.map(({ cells }) => cells),
    styles: rows.map(({ styles }) => styles),
    checks: rows.flatMap(({ item }, row) =>
      item ? [checkOf(item, cellAddress(row, columnOf('value')), lists, words)] : [],
    ),
  };
  return [figures, marksSheet(form, lists)];
};
