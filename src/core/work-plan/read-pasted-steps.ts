import { readBlock } from '#core/kernel/clipboard-block.ts';
import { searchKey, tidy } from '#core/kernel/text.ts';
import { EMPTY_DRAFT, type StepDraft, type StepField } from './step-draft.ts';
import { MOST_STEPS } from './work-step.ts';

/** What a pasted block comes to. */
export type PastedSteps =
  | { readonly kind: 'steps'; readonly drafts: readonly StepDraft[]; readonly hasHeader: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-many'; readonly rows: number; readonly most: number };

type Column = StepField | 'ignored';

// In their order: "Kết quả thực hiện" is a result and not who does it, "Thời gian thực hiện" a day.
const TITLES: readonly (readonly [Column, RegExp])[] = [
  ['ignored', /^(?:stt|tt|so tt|so thu tu|no|trang thai|ngay xong|noi dung khi xong|ghi chu|state|note)$/u],
  ['firstDay', /bat dau|tu ngay|khoi dau|start|first day/u],
  ['result', /ket qua|san pham|result/u],
  ['lastDay', /\bhan\b|hoan thanh|den ngay|ket thuc|thoi gian|deadline|\bdue\b|last day/u],
  ['handedTo', /giao cho|phoi hop|handed/u],
  ['who', /nguoi|phu trach|thuc hien|chu tri|don vi|phong|bo phan|can bo|\bwho\b|assignee/u],
  ['name', /viec|noi dung|nhiem vu|\bten\b|step|task/u],
];

const LONGEST_TITLE = 40;
const DAY_LIKE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/u;
const ROW_NUMBER = /^\d{1,3}[.)]?$/u;

type Row = readonly string[];

const columnOf = (title: string): Column | undefined => {
  const key = searchKey(title);
  return key.length > LONGEST_TITLE ? undefined : TITLES.find(([, words]) => words.test(key))?.[0];
};

/** The columns as a row of titles names them; undefined where it is no such row: it must name the step and its last day. */
const readTitles = (row: Row): readonly Column[] | undefined => {
  const columns = row.map((cell) => (tidy(cell) === '' ? 'ignored' : columnOf(cell)));
  const isHeader = !columns.includes(undefined) && columns.includes('name') && columns.includes('lastDay');
  if (!isHeader) return undefined;
  // Of two columns of one meaning the first counts.
  return columns.map((column, place) =>
    column !== undefined && columns.indexOf(column) === place ? column : 'ignored',
  );
};

const cellsOf = (rows: readonly Row[], place: number): readonly string[] =>
  rows.map((row) => tidy(row[place] ?? '')).filter((cell) => cell !== '');

const isMostly = (cells: readonly string[], pattern: RegExp): boolean =>
  cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length;

/** Without titles: days are known by their form, texts come as name, who and result. */
const guessColumns = (rows: readonly Row[]): readonly Column[] => {
  const width = Math.max(...rows.map((row) => row.length));
  const places = Array.from({ length: width }, (_, place) => cellsOf(rows, place));
  const days = places.flatMap((cells, place) => (isMostly(cells, DAY_LIKE) ? [place] : []));
  const dayFields: readonly Column[] = days.length > 1 ? ['firstDay', 'lastDay'] : ['lastDay'];
  const texts: Column[] = ['name', 'who', 'result'];
  return places.map((cells, place) => {
    if (cells.length === 0) return 'ignored';
    if (days.includes(place)) return dayFields[days.indexOf(place)] ?? 'ignored';
    if (place === 0 && width > 1 && cells.every((cell) => ROW_NUMBER.test(cell))) return 'ignored';
    return texts.shift() ?? 'ignored';
  });
};

const draftOf = (row: Row, columns: readonly Column[]): StepDraft => {
  const draft: Record<StepField, string> = { ...EMPTY_DRAFT };
  columns.forEach((column, place) => {
    if (column !== 'ignored') draft[column] = (row[place] ?? '').trim();
  });
  return { ...draft, name: tidy(draft.name) };
};

/** Reads rows copied from a spreadsheet or a table of a document, with or without a row of titles. */
export const readPastedSteps = (text: string): PastedSteps => {
  const rows = readBlock(text).filter((row) => row.some((cell) => tidy(cell) !== ''));
  const [first, ...rest] = rows;
  if (!first) return { kind: 'nothing' };
  const titles = readTitles(first);
  const body = titles ? rest : rows;
  if (body.length === 0) return { kind: 'nothing' };
  if (body.length > MOST_STEPS) return { kind: 'too-many', rows: body.length, most: MOST_STEPS };
  const columns = titles ?? guessColumns(body);
  return {
    ...{ kind: 'steps', hasHeader: titles !== undefined },
    drafts: body.map((row) => draftOf(row, columns)),
  };
};
