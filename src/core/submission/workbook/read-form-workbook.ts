import { isDecimalText } from '#core/kernel/decimal.ts';
import { refuse } from '#core/kernel/refusal.ts';
import { cellAddress, type Sheet } from '#core/kernel/sheet.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import { type AnswerCell, readAnswerCell, type ReadNumber, saysTheSame } from './read-answer-cell.ts';
import {
  listWorkbookItems,
  type WorkbookAnswer,
  type WorkbookForm,
  type WorkbookItem,
  workbookKey,
} from './workbook-form.ts';
import { cellAt, type FileRefusal, findFileFault, orNull, readMarks, shownText } from './workbook-marks.ts';
import { columnOf, type FormColumn, OPEN_COLUMNS, TITLE_ROW } from './workbook-layout.ts';
import { WORKBOOK_WORDS } from './workbook-words.ts';

/** What can be wrong with a cell of a form that comes back. */
export const WORKBOOK_PROBLEMS = [
  'changed-structure',
  'unknown-row',
  'repeated-row',
  'missing-row',
  'formula',
  'error-value',
  'not-a-number',
  'not-a-choice',
  'not-a-whole-number',
  'out-of-range',
  'not-text',
  'text-too-long',
  'changed-meanwhile',
] as const;

export interface WorkbookProblem {
  readonly sheet: string;
  readonly cell: string;
  /** The item whose cell it is; null where it is about the structure. */
  readonly item: string | null;
  readonly code: (typeof WORKBOOK_PROBLEMS)[number];
  /** What the cell says, and what a sentence about it mentions. */
  readonly details: Readonly<Record<string, string>>;
}

/** A figure that a form would change. */
export interface WorkbookChange {
  readonly subject: string;
  readonly item: string;
  readonly cell: string;
  readonly state: DataValue['state'];
  readonly value: string | null;
  /** The text that a number was read from. */
  readonly text: string | null;
  readonly note: string | null;
  readonly explanation: string | null;
}

/** What a form that came back says, as far as it can be read. */
export interface ReadWorkbook {
  readonly sheet: string;
  readonly changes: readonly WorkbookChange[];
  readonly unchanged: number;
  readonly problems: readonly WorkbookProblem[];
}

const LONGEST_TEXT = 2000;

const CHECKED_COLUMNS: readonly FormColumn[] = ['key', ...OPEN_COLUMNS];

const listTitleProblems = (sheet: Sheet): readonly WorkbookProblem[] =>
  CHECKED_COLUMNS.flatMap((column): readonly WorkbookProblem[] => {
    const found = shownText(cellAt(sheet, TITLE_ROW, columnOf(column)));
    const titles = Object.values(WORKBOOK_WORDS).map(({ columns }) => columns[column]);
    if (titles.some((title) => searchKey(title) === searchKey(found))) return [];
    const cell = cellAddress(TITLE_ROW, columnOf(column));
    const details = { found, expected: titles[0] ?? '' };
    return [{ sheet: sheet.name, cell, item: null, code: 'changed-structure', details }];
  });

type Rows = ReadonlyMap<string, number>;

/** Where each figure stands now: rows may have been sorted, but none may be new, gone or there twice. */
const findRows = (
  sheet: Sheet,
  items: ReadonlyMap<string, WorkbookItem>,
): { readonly rows: Rows; readonly problems: readonly WorkbookProblem[] } => {
  const rows = new Map<string, number>();
  const problems: WorkbookProblem[] = [];
  sheet.rows.forEach((_cells, row) => {
    if (row <= TITLE_ROW) return;
    const key = shownText(cellAt(sheet, row, columnOf('key')));
    const place = { sheet: sheet.name, cell: cellAddress(row, columnOf('code')) };
    if (key === '') {
      // A heading, unless somebody wrote into a row that stands for no figure.
      const isFilled = OPEN_COLUMNS.some((column) => cellAt(sheet, row, columnOf(column)).kind !== 'blank');
      if (isFilled) problems.push({ ...place, item: null, code: 'unknown-row', details: { found: '' } });
      return;
    }
    const item = items.get(key);
    if (!item) problems.push({ ...place, item: null, code: 'unknown-row', details: { found: key } });
    else if (rows.has(key))
      problems.push({ ...place, item: item.item.code, code: 'repeated-row', details: {} });
    else rows.set(key, row);
  });
  return { rows, problems };
};

interface FigureRow {
  readonly entry: WorkbookItem;
  readonly sheet: Sheet;
  readonly row: number;
  /** What stood in the workbook when it was written. */
  readonly base: WorkbookAnswer;
}

const problemAt = (
  { sheet, row, entry }: FigureRow,
  column: FormColumn,
  code: WorkbookProblem['code'],
  details: WorkbookProblem['details'] = {},
): WorkbookProblem => ({
  ...{ sheet: sheet.name, cell: cellAddress(row, columnOf(column)) },
  ...{ item: entry.item.code, code, details },
});

const textKey = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

const readNote = (figure: FigureRow, column: 'note' | 'explanation'): string | null | WorkbookProblem => {
  const cell = cellAt(figure.sheet, figure.row, columnOf(column));
  if (cell.kind === 'formula') return problemAt(figure, column, 'formula');
  if (cell.kind === 'error') return problemAt(figure, column, 'not-text');
  const text = textKey(shownText(cell));
  return text.length > LONGEST_TEXT
    ? problemAt(figure, column, 'text-too-long', { limit: String(LONGEST_TEXT) })
    : orNull(text);
};

const isProblem = (read: string | null | WorkbookProblem): read is WorkbookProblem =>
  typeof read === 'object' && read !== null;

interface Said {
  readonly cell: Exclude<AnswerCell, { readonly problem: string }>;
  readonly note: string | null;
  readonly explanation: string | null;
}

const isAs = (item: WorkbookItem['item'], said: Said, answer: WorkbookAnswer): boolean =>
  saysTheSame(item, said.cell, answer.value) &&
  textKey(said.note) === textKey(answer.note) &&
  textKey(said.explanation) === textKey(answer.explanation);

const readFigure = (figure: FigureRow, readNumber: ReadNumber): Said | readonly WorkbookProblem[] => {
  const { entry, sheet, row } = figure;
  const written = cellAt(sheet, row, columnOf('value'));
  const cell = readAnswerCell(entry.item, written, readNumber);
  const texts = (['note', 'explanation'] as const).map((column) => readNote(figure, column));
  const problems = texts.filter(isProblem);
  if ('problem' in cell) {
    return [problemAt(figure, 'value', cell.problem, { found: shownText(written) }), ...problems];
  }
  if (problems.length > 0) return problems;
  const [note = null, explanation = null] = texts.map((text) => (isProblem(text) ? null : text));
  return { cell, note, explanation };
};

const changeOf = ({ entry, row }: FigureRow, { cell, note, explanation }: Said): WorkbookChange => ({
  ...{ subject: entry.subject, item: entry.item.code, note, explanation },
  cell: cellAddress(row, columnOf('value')),
  state: cell.state,
  value: cell.state === 'value' ? cell.value : null,
  text: cell.state === 'value' ? (cell.text ?? null) : null,
});

const isKnownVersion = ({ value, version }: WorkbookAnswer, entry: WorkbookItem): boolean =>
  Number.isSafeInteger(version) &&
  (entry.item.kind !== 'number' || value.state !== 'value' || isDecimalText(value.value));

/** What a figure's row adds: nothing where it says what stood there when it was written, or what is there by now. */
const decideFigure = (
  figure: FigureRow,
  readNumber: ReadNumber,
): WorkbookChange | 'unchanged' | readonly WorkbookProblem[] => {
  const { entry, base } = figure;
  if (!isKnownVersion(base, entry)) return [problemAt(figure, 'value', 'changed-structure')];
  const said = readFigure(figure, readNumber);
  if (!('cell' in said)) return said;
  if (isAs(entry.item, said, base) || isAs(entry.item, said, entry.answer)) return 'unchanged';
  if (base.version !== entry.answer.version) {
    const { value } = entry.answer;
    const present = value.state === 'value' ? value.value : value.state;
    return [problemAt(figure, 'value', 'changed-meanwhile', { present })];
  }
  return changeOf(figure, said);
};

const missingRow = (sheet: Sheet, { item }: WorkbookItem): WorkbookProblem => ({
  ...{ sheet: sheet.name, cell: cellAddress(sheet.rows.length, columnOf('code')), item: item.code },
  ...{ code: 'missing-row', details: { name: item.name.vi } },
});

/**
 * Reads a form that came back, whatever program saved it. A file that is no form, of another organization or round, or
 * of an earlier layout is refused whole; otherwise it answers what would change and every cell that is wrong. What was
 * changed in the system since the file was written, and differently in the file, is a problem of its cell.
 */
export const readFormWorkbook = (
  sheets: readonly Sheet[],
  form: WorkbookForm,
  readNumber: ReadNumber,
): ReadWorkbook | FileRefusal => {
  const marks = readMarks(sheets);
  const fault = findFileFault(marks, form);
  if (fault) return fault;
  const names = Object.values(WORKBOOK_WORDS).map(({ sheet }) => sheet);
  const sheet = sheets.find(({ name }) => names.includes(name));
  if (!sheet || !marks) return refuse('workbook.not-a-form');
  const titles = listTitleProblems(sheet);
  if (titles.length > 0) return { sheet: sheet.name, changes: [], unchanged: 0, problems: titles };

  const items = new Map(listWorkbookItems(form).map((entry) => [workbookKey(entry), entry]));
  const { rows, problems } = findRows(sheet, items);
  const missing = [...items].filter(([key]) => !rows.has(key)).map(([, entry]) => missingRow(sheet, entry));
  const decided = [...rows].flatMap(([key, row]) => {
    const entry = items.get(key);
    const base = marks.answers.get(key);
    if (!entry) return [];
    return base
      ? [decideFigure({ entry, base, sheet, row }, readNumber)]
      : [[missingRow(sheet, entry)] as readonly WorkbookProblem[]];
  });
  return {
    sheet: sheet.name,
    changes: decided.filter((one): one is WorkbookChange => typeof one === 'object' && 'subject' in one),
    unchanged: decided.filter((one) => one === 'unchanged').length,
    problems: [
      ...problems,
      ...missing,
      ...decided.flatMap((one) => (typeof one === 'object' && !('subject' in one) ? one : [])),
    ],
  };
};
