import { can } from '#core/access/access.ts';
import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { loadSubmissionRecord } from '#features/collection/submission/submission-record.ts';
import { findSubmission } from '#features/collection/submission/submission-store.ts';
import { takeKnownFigures } from '#features/collection/submission/take-known-figures.ts';
import * as contract from '#features/collection/workbook-contract.ts';
import { writeFormWorkbook } from './build-form.ts';
import { takeFormWorkbook } from './take-workbook.ts';

/** Forms as workbooks, out and back, and figures that are known already. */
export const workbookRoutes: readonly HandledRoute[] = [
  handle(contract.getFormWorkbook, async ({ params, query }, { db, actor, clock }) => {
    const submission = await findSubmission(db, params.id);
    // To whom it is out of reach it is not there: guessing ids tells nothing.
    if (!submission || !can(actor, 'submission.read', submission)) {
      return refuse('record.not-found', { kind: 'submission', code: params.id });
    }
    const record = await loadSubmissionRecord(db, submission);
    return writeFormWorkbook(record, clock.today(), query.language ?? 'vi');
  }),
  handle(contract.importFormWorkbook, async ({ params, query, file }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    if (!file) return refuse('file.missing');
    const upload = { ...file, isDryRun: query.dryRun === 'yes', writeId: query.writeId };
    return takeFormWorkbook({ db, clock, actor, caller }, params.id, upload);
  }),
  handle(contract.takeKnownFigures, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    return takeKnownFigures({ db, clock, actor, caller }, params.id, body.writeId);
  }),
];
