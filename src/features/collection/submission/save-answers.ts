import type { Actor } from '#core/access/access.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { decideDataValue } from '#core/scoring/decide-data-value.ts';
import { findAppraisalRefusal, findWriteRefusal } from '#core/submission/submission-state.ts';
import { decideAccess } from '#core/access/access.ts';
import type { AnswerInput, DecisionInput, SavedAnswers } from '#contract/submission.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { type AnswerSource, insertAnswerSources } from './answer-source-store.ts';
import { countAnswered, countCompleteness, listFindings } from './submission-checks.ts';
import { answerFacts } from '#features/collection/figures/figure-facts.ts';
import {
  answerKey,
  appraisersOf,
  type CheckedRecord,
  loadCheckedRecord,
  loadDraftRecord,
  takesFiguresOf,
} from './submission-record.ts';
import type { RequestRow } from './submission-reads.ts';
import {
  type AnswerRow,
  type AnswerWrite,
  isRevisionOf,
  listRevisionsOfWrite,
  lockSubmission,
  saveAnswers,
  updateAnsweredCount,
} from './submission-store.ts';

/** Who writes to a submission, and when. */
export interface SubmissionWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

type Refused = SavedAnswers['refused'][number];
export type Decided = AnswerRow | Refused;

/** Whether a figure was taken: otherwise it was refused. */
export const isRow = (decided: Decided): decided is AnswerRow => !('code' in decided);

const isRefused = (decided: Decided): decided is Refused => 'code' in decided;

const refused = (
  { subject, item }: { readonly subject: string; readonly item: string },
  { code, details }: Refusal,
): Refused => ({ subject, item, code, details: { ...details } });

const EMPTY_DECISION = {
  ...{ decision: null, appraised: null, decisionReason: null, decidedAt: null, decidedBy: null },
} as const;

const trimmed = (text: string | null): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

// Where somebody fills in a form that has no place for them, such as a workbook, words about a task stay.
const decideTaskWords = (
  { taskId }: RequestRow,
  { task }: AnswerInput,
  present: AnswerRow | undefined,
): Pick<AnswerRow, 'difficulties' | 'result'> => {
  if (taskId === null) return { difficulties: null, result: null };
  return task
    ? { difficulties: trimmed(task.difficulties), result: trimmed(task.result) }
    : { difficulties: present?.difficulties ?? null, result: present?.result ?? null };
};

/** What an entered figure becomes; only this figure is refused when it does not fit. */
export const decideAnswer = (
  record: CheckedRecord,
  input: AnswerInput,
  by: { readonly at: string; readonly accountId: string | null },
): Decided => {
  const request = record.requests.find((candidate) => answerKey(candidate) === answerKey(input));
  const item = record.framework.dataItems.find(({ code }) => code === input.item);
  if (!request || !item) return refused(input, refuse('answer.not-asked', { item: input.item }));
  const present = record.answers.get(answerKey(input));
  const version = present?.version ?? 0;
  if (input.version !== version) {
    return refused(input, refuse('edit.conflict', { field: 'version', version }));
  }
  // A fraction may be broken while it is typed: that is a finding, and stops the submission instead of the draft.
  const entered = { state: input.state, value: input.value, comparator: '=' } as const;
  const value = decideDataValue(record.framework, item, entered, new Map());
  if (isRefusal(value)) return refused(input, value);
  return {
    ...{ subject: input.subject, item: input.item, value },
    ...{ note: trimmed(input.note), explanation: trimmed(input.explanation) },
    ...decideTaskWords(request, input, present),
    ...{ version: version + 1, changedAt: by.at, changedBy: by.accountId },
    // A figure that changed must be appraised again.
    ...EMPTY_DECISION,
  };
};

/** What an appraiser's decision makes of an answer; it appraises only what the framework gives it to appraise. */
const decideDecision = (
  record: CheckedRecord,
  input: DecisionInput,
  by: { readonly at: string; readonly actor: Actor },
): Decided => {
  const request = record.requests.find((candidate) => answerKey(candidate) === answerKey(input));
  const item = record.framework.dataItems.find(({ code }) => code === input.item);
  if (!request || !item) return refused(input, refuse('answer.not-asked', { item: input.item }));
  const { organizationCode } = record.submission;
  const appraiserCodes = appraisersOf(record.framework, request.indicator);
  const access = decideAccess(by.actor, 'submission.appraise', { organizationCode, appraiserCodes });
  if (!access.permitted) return refused(input, refuse('access.denied', { reason: access.reason }));
  const present = record.answers.get(answerKey(input));
  if (input.version !== (present?.version ?? 0)) {
    return refused(input, refuse('edit.conflict', { field: 'version', version: present?.version ?? 0 }));
  }
  const reason = trimmed(input.reason);
  if (reason === null && (input.decision === 'corrected' || input.decision === 'returned')) {
    return refused(input, refuse('submission.reason-required', { field: 'reason' }));
  }
  const entered = { state: input.state ?? 'blank', value: input.value, comparator: '=' } as const;
  const appraised =
    input.decision === 'corrected' ? decideDataValue(record.framework, item, entered, new Map()) : null;
  if (isRefusal(appraised)) return refused(input, appraised);
  const blank: AnswerRow = {
    ...{ subject: input.subject, item: input.item, value: { state: 'blank' }, note: null, explanation: null },
    ...{ difficulties: null, result: null },
    ...{ version: 0, changedAt: by.at, changedBy: null },
    ...EMPTY_DECISION,
  };
  const isDecided = input.decision !== null;
  return {
    ...(present ?? blank),
    ...{ version: (present?.version ?? 0) + 1, decision: input.decision, appraised },
    ...{ decisionReason: isDecided ? reason : null, decidedAt: isDecided ? by.at : null },
    decidedBy: isDecided ? by.actor.accountId : null,
  };
};

const withAnswers = (record: CheckedRecord, rows: readonly AnswerRow[]): CheckedRecord => ({
  ...record,
  answers: new Map([...record.answers, ...rows.map((row) => [answerKey(row), row] as const)]),
});

const answerOf = (
  record: CheckedRecord,
  saved: SavedAnswers['saved'],
  refusals: readonly Refused[],
  savedAt: string,
): SavedAnswers => {
  const findings = listFindings(record);
  return {
    saved,
    refused: [...refusals],
    findings: [...findings],
    completeness: countCompleteness(record, findings),
    savedAt,
  };
};

/** What a form would say if these figures were in it. Nothing is saved. */
export const previewBatch = (
  record: CheckedRecord,
  decided: readonly Decided[],
  at: string,
): SavedAnswers => {
  const rows = decided.filter(isRow);
  const saved = rows.map(({ subject, item, version }) => ({ subject, item, version }));
  return answerOf(withAnswers(record, rows), saved, decided.filter(isRefused), at);
};

interface AnswerBatch<Input> {
  readonly inputs: readonly Input[];
  readonly writeId: string;
  readonly kind: AnswerWrite['kind'];
  /** Where figures come from that nobody typed into the form. */
  readonly source?: AnswerSource;
}

/** Who saves: no account where a source of figures delivers. */
export interface AnswerSaver {
  readonly clock: Clock;
  readonly caller: Caller;
  readonly accountId: string | null;
}

/** The person who saves. */
export const saverOf = ({ clock, caller, actor }: SubmissionWriter): AnswerSaver => ({
  ...{ clock, caller },
  accountId: actor.accountId,
});

/** Saves what is decided to be taken of a batch, with its history, its source and its event. The caller holds the submission's lock. */
export const saveBatch = async <Input extends Pick<AnswerInput, 'subject' | 'item' | 'version'>>(
  tx: Tx,
  { clock, caller, accountId }: AnswerSaver,
  record: CheckedRecord,
  batch: AnswerBatch<Input>,
  decide: (input: Input, at: string) => Decided,
): Promise<SavedAnswers> => {
  const at = clock.now();
  const written = await listRevisionsOfWrite(tx, batch.writeId);
  const earlier = new Map(written.map((row) => [answerKey(row), row]));
  // The last of several entries for one figure is the one that counts.
  const inputs = [...new Map(batch.inputs.map((input) => [answerKey(input), input])).values()];
  const decided = inputs.flatMap((input) => {
    const revision = earlier.get(answerKey(input));
    if (!revision) return [decide(input, at)];
    const version = record.answers.get(answerKey(input))?.version ?? 0;
    const again = decide({ ...input, version }, at);
    const isRetry = isRow(again) && isRevisionOf(revision, record.submission.id, again, batch.kind);
    // Told as saved, it would be lost: this is not what the write saved.
    return isRetry ? [] : [refused(input, refuse('edit.conflict', { field: 'writeId' }))];
  });
  const rows = decided.filter(isRow);
  const after = withAnswers(record, rows);
  const isOther = new Set(decided.map(answerKey));
  const repeated = written.filter((row) => !isOther.has(answerKey(row)));
  const versions = new Map([...repeated, ...rows].map((row) => [answerKey(row), row.version]));
  // In the order of the form, so that a retry is answered like the first time.
  const saved = record.requests.flatMap(({ subject, item }) => {
    const version = versions.get(answerKey({ subject, item }));
    return version === undefined ? [] : [{ subject, item, version }];
  });
  const answer = answerOf(after, saved, decided.filter(isRefused), at);
  if (rows.length === 0) return answer;
  const write = { kind: batch.kind, writeId: batch.writeId, at, by: accountId };
  await saveAnswers(tx, record.submission.id, rows, write);
  if (batch.source) await insertAnswerSources(tx, record.submission.id, rows, batch.source);
  const { answered } = answer.completeness;
  if (answered !== countAnswered(record)) await updateAnsweredCount(tx, record.submission.id, answered);
  await appendAuditEvent(tx, caller, {
    at,
    action: batch.kind === 'declared' ? 'answer.write' : 'answer.appraise',
    subject: `submission:${record.submission.id}`,
    details: {
      items: rows.map((row) => `${answerKey(row)}@${String(row.version)}`),
      ...(batch.source && { source: batch.source.kind }),
    },
    before: answerFacts(
      rows.flatMap((row) => record.answers.get(answerKey(row)) ?? []),
      batch.kind,
    ),
    after: answerFacts(rows, batch.kind),
  });
  return answer;
};

/**
 * Saves figures of a draft, each by itself: what does not fit, or was changed by somebody else in the meantime, is told
 * and hinders no other. A retry with the same write id saves nothing twice.
 */
export const putAnswers = (
  writer: SubmissionWriter,
  submissionId: string,
  inputs: readonly AnswerInput[],
  writeId: string,
): Promise<SavedAnswers | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission) return refuse('record.not-found', { kind: 'submission', code: submissionId });
    const record = await loadDraftRecord(tx, submission);
    const today = writer.clock.today();
    const no = findWriteRefusal({ ...submission, takesFigures: takesFiguresOf(record, today) }, writer.actor);
    if (no) return no;
    const { accountId } = writer.actor;
    return saveBatch(tx, saverOf(writer), record, { inputs, writeId, kind: 'declared' }, (input, at) =>
      decideAnswer(record, input, { at, accountId }),
    );
  });

/** Keeps an appraiser's decisions on answers, each by itself; the declared figures stay beside them. */
export const putDecisions = (
  writer: SubmissionWriter,
  submissionId: string,
  inputs: readonly DecisionInput[],
  writeId: string,
): Promise<SavedAnswers | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission) return refuse('record.not-found', { kind: 'submission', code: submissionId });
    const no = findAppraisalRefusal(submission, writer.actor);
    if (no) return no;
    const record = await loadCheckedRecord(tx, submission);
    const { actor } = writer;
    return saveBatch(tx, saverOf(writer), record, { inputs, writeId, kind: 'appraised' }, (input, at) =>
      decideDecision(record, input, { at, actor }),
    );
  });
