import type { Tx } from '#server/db/database.ts';
import type { Acceptance } from '#features/collection/figures/publish-figures.ts';
import { answerKey, type SubmissionRecord } from '#features/collection/submission/submission-record.ts';
import { appendTaskProgress, type ReportedProgress } from './task-progress-store.ts';

/** What a submission says of its tasks, as appraised where it was; what nobody said anything of is left out. */
const listReported = ({ submission, requests, answers }: SubmissionRecord): readonly ReportedProgress[] =>
  requests.flatMap((request): ReportedProgress[] => {
    const answer = answers.get(answerKey(request));
    if (request.taskId === null || !answer) return [];
    const value = answer.appraised ?? answer.value;
    const { note: words, difficulties, result } = answer;
    const isSilent = value.state === 'blank' && [words, difficulties, result].every((said) => said === null);
    if (isSilent) return [];
    return [
      {
        ...{ taskId: request.taskId, organization: submission.organizationCode },
        ...{ state: value.state, words, difficulties, result },
        percent: value.state === 'value' ? value.value : null,
      },
    ];
  });

/** Keeps the progress of tasks that a submission reports, once it is accepted. */
export const recordTaskProgress = (tx: Tx, record: SubmissionRecord, acceptance: Acceptance): Promise<void> =>
  appendTaskProgress(tx, record.submission.id, listReported(record), acceptance);
