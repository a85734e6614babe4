import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { BLANK_CELL, type Sheet, type SheetCell } from '#core/kernel/sheet.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { WorkbookAnswer, WorkbookForm } from './workbook-form.ts';
import { MARKS_SHEET, WORKBOOK_FORMAT } from './workbook-layout.ts';

export type FileRefusal = Refusal<
  'workbook.not-a-form' | 'workbook.another-organization' | 'workbook.another-round' | 'workbook.outdated'
>;

/** A cell of a sheet, blank where the file has none. */
export const cellAt = (sheet: Sheet, row: number, column: number): SheetCell =>
  sheet.rows[row]?.[column] ?? BLANK_CELL;

/** What a cell shows, as text. */
export const shownText = (cell: SheetCell): string => {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return cell.number;
  return cell.kind === 'flag' ? String(cell.flag) : '';
};

/** What the hidden sheet says: which form it is, and what stood in it when it was written. */
export interface WorkbookMarks {
  readonly submission: string;
  readonly organization: string;
  readonly organizationName: string;
  readonly round: string;
  readonly roundTitle: string;
  readonly fingerprint: string;
  readonly answers: ReadonlyMap<string, WorkbookAnswer>;
}

const valueOfMark = (state: string, value: string): DataValue => {
  if (state === 'value') return { state: 'value', value, comparator: '=' };
  return state === 'not-applicable' ? { state: 'not-applicable' } : { state: 'blank' };
};

/** A text, null for an empty one. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** Reads the marks; undefined for a workbook that is no form of ours. */
export const readMarks = (sheets: readonly Sheet[]): WorkbookMarks | undefined => {
  const sheet = sheets.find(({ name }) => name === MARKS_SHEET);
  const rows = sheet?.rows.map((cells) => cells.map(shownText)) ?? [];
  if (rows[0]?.[0] !== WORKBOOK_FORMAT) return undefined;
  const fact = (name: string, place = 1): string => rows.find(([key]) => key === name)?.[place] ?? '';
  const answers = rows
    .filter(([kind]) => kind === 'item')
    .map(([, key = '', version = '', state = '', value = '', note = '', explanation = '']) => {
      const kept = { note: orNull(note), explanation: orNull(explanation), version: Number(version) };
      return [key, { value: valueOfMark(state, value), ...kept }] as const;
    });
  return {
    ...{ submission: fact('submission'), fingerprint: fact('fingerprint') },
    ...{ organization: fact('organization'), organizationName: fact('organization', 2) },
    ...{ round: fact('round'), roundTitle: fact('round', 2) },
    answers: new Map(answers),
  };
};

/** Why a file is not the form that it should be, or undefined. */
export const findFileFault = (
  marks: WorkbookMarks | undefined,
  form: WorkbookForm,
): FileRefusal | undefined => {
  if (!marks) return refuse('workbook.not-a-form');
  if (marks.organization !== form.organization.code) {
    return refuse('workbook.another-organization', {
      found: marks.organizationName,
      expected: form.organization.name,
    });
  }
  if (marks.round !== form.roundId || marks.submission !== form.submissionId) {
    return refuse('workbook.another-round', { found: marks.roundTitle, expected: form.roundTitle });
  }
  return marks.fingerprint === form.fingerprint ? undefined : refuse('workbook.outdated');
};
