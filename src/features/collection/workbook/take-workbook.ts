import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  readFormWorkbook,
  type ReadWorkbook,
  type WorkbookChange,
  type WorkbookProblem,
} from '#core/submission/workbook/read-form-workbook.ts';
import {
  listWorkbookItems,
  type WorkbookForm,
  workbookKey,
} from '#core/submission/workbook/workbook-form.ts';
import { findWriteRefusal } from '#core/submission/submission-state.ts';
import type { AnswerInput, SavedAnswers } from '#contract/submission.ts';
import type { Tx } from '#server/db/database.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { parseNumber } from '#web/i18n/parse-number.ts';
import type { WorkbookImport } from '#features/collection/workbook-contract.ts';
import {
  type Decided,
  decideAnswer,
  isRow,
  previewBatch,
  saveBatch,
  saverOf,
  type SubmissionWriter,
} from '#features/collection/submission/save-answers.ts';
import {
  answerKey,
  loadSubmissionRecord,
  type SubmissionRecord,
  takesFiguresOf,
} from '#features/collection/submission/submission-record.ts';
import { lockSubmission } from '#features/collection/submission/submission-store.ts';
import { workbookFormOf } from './build-form.ts';

/** The most that a form may come to once it is unpacked; one of sixty figures has 100 kB. */
const FORM_LIMIT_BYTES = 8 * 1024 * 1024;

/** A form that came back. */
export interface WorkbookUpload {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isDryRun: boolean;
  readonly writeId: string;
}

const inputOf = (
  form: WorkbookForm,
  { subject, item, state, value, note, explanation }: WorkbookChange,
): AnswerInput => {
  const entry = listWorkbookItems(form).find((one) => workbookKey(one) === answerKey({ subject, item }));
  return { subject, item, state, value, note, explanation, version: entry?.answer.version ?? 0 };
};

type Refused = Exclude<Decided, { readonly changedAt: string }>;

const codeOf = ({ code, details }: Refused): WorkbookProblem['code'] => {
  if (code === 'value.out-of-range') return 'out-of-range';
  if (code === 'edit.conflict') return 'changed-meanwhile';
  if (code === 'answer.not-asked') return 'unknown-row';
  if (details.expected === 'whole-number') return 'not-a-whole-number';
  return details.expected === 'choice' ? 'not-a-choice' : 'not-a-number';
};

const textsOf = (details: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );

const problemOf = (read: ReadWorkbook, refused: Refused): WorkbookProblem => {
  const change = read.changes.find((one) => answerKey(one) === answerKey(refused));
  return {
    ...{ sheet: read.sheet, cell: change?.cell ?? '', item: refused.item, code: codeOf(refused) },
    details: { found: change?.text ?? change?.value ?? '', ...textsOf(refused.details) },
  };
};

const outcome = (read: ReadWorkbook, answers: SavedAnswers, isSaved: boolean): WorkbookImport => ({
  isSaved,
  changes: read.changes.map(({ subject, item, cell, state, value, text }) => ({
    ...{ subject, item, cell, state, value, text },
  })),
  unchanged: read.unchanged,
  answers,
});

const invalid = (problems: readonly WorkbookProblem[]): Refusal =>
  refuse('workbook.invalid', { problems, total: problems.length });

const take = async (
  tx: Tx,
  writer: SubmissionWriter,
  record: SubmissionRecord,
  upload: WorkbookUpload,
): Promise<WorkbookImport | Refusal> => {
  if (upload.content.length === 0) return refuse('file.empty');
  const sheets = readXlsx(upload.content, FORM_LIMIT_BYTES);
  if (isRefusal(sheets)) return sheets;
  const form = workbookFormOf(record, writer.clock.today(), 'vi');
  const read = readFormWorkbook(sheets, form, (text) => parseNumber(text, 'vi'));
  if (isRefusal(read)) return read;
  if (read.problems.length > 0) return invalid(read.problems);

  const { accountId } = writer.actor;
  const inputs = read.changes.map((change) => inputOf(form, change));
  const decide = (input: AnswerInput, at: string): Decided => decideAnswer(record, input, { at, accountId });
  const decided = inputs.map((input) => decide(input, writer.clock.now()));
  const refused = decided.filter((one): one is Refused => !isRow(one));
  if (refused.length > 0) return invalid(refused.map((one) => problemOf(read, one)));
  if (upload.isDryRun) return outcome(read, previewBatch(record, decided, writer.clock.now()), false);
  const source = { kind: 'workbook', file: upload.name } as const;
  const batch = { inputs, writeId: upload.writeId, kind: 'declared', source } as const;
  return outcome(read, await saveBatch(tx, saverOf(writer), record, batch, decide), true);
};

/**
 * Takes the figures of a filled form over as if they were typed, all or nothing; refuses with every cell that is wrong.
 * A dry run says what it would do. Only what was filled in since the form was written counts: two copies that different
 * people filled in may come back one after the other.
 */
export const takeFormWorkbook = (
  writer: SubmissionWriter,
  submissionId: string,
  upload: WorkbookUpload,
): Promise<WorkbookImport | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission) return refuse('record.not-found', { kind: 'submission', code: submissionId });
    const record = await loadSubmissionRecord(tx, submission);
    const facts = { ...submission, takesFigures: takesFiguresOf(record, writer.clock.today()) };
    return findWriteRefusal(facts, writer.actor) ?? take(tx, writer, record, upload);
  });
