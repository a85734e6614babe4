import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findWriteRefusal } from '#core/submission/submission-state.ts';
import type { AnswerInput, SavedAnswers } from '#contract/submission.ts';
import { decideAnswer, saveBatch, saverOf, type SubmissionWriter } from './save-answers.ts';
import {
  answerKey,
  loadSubmissionRecord,
  type SubmissionRecord,
  takesFiguresOf,
} from './submission-record.ts';
import { lockSubmission } from './submission-store.ts';

/** Blank figures of which something is known, as inputs that take it over. */
const listKnownInputs = ({ requests, answers, known }: SubmissionRecord): readonly AnswerInput[] =>
  requests.flatMap((request) => {
    const answer = answers.get(answerKey(request));
    const figure = known.get(answerKey(request))?.value;
    if (!figure || figure.state === 'blank' || (answer && answer.value.state !== 'blank')) return [];
    return [
      {
        ...{ subject: request.subject, item: request.item, state: figure.state },
        value: figure.state === 'value' ? figure.value : null,
        ...{ note: answer?.note ?? null, explanation: answer?.explanation ?? null },
        version: answer?.version ?? 0,
      },
    ];
  });

/** Fills every blank figure of a draft with what is known of it already, in one act and marked as such. */
export const takeKnownFigures = (
  writer: SubmissionWriter,
  submissionId: string,
  writeId: string,
): Promise<SavedAnswers | Refusal> =>
  writer.db.transaction().execute(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission) return refuse('record.not-found', { kind: 'submission', code: submissionId });
    const record = await loadSubmissionRecord(tx, submission);
    const facts = { ...submission, takesFigures: takesFiguresOf(record, writer.clock.today()) };
    const no = findWriteRefusal(facts, writer.actor);
    if (no) return no;
    const { accountId } = writer.actor;
    const inputs = listKnownInputs(record);
    const batch = { inputs, writeId, kind: 'declared', source: { kind: 'known' } } as const;
    return saveBatch(tx, saverOf(writer), record, batch, (input, at) =>
      decideAnswer(record, input, { at, accountId }),
    );
  });
