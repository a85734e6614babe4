import { can } from '#core/access/access.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { actOnSubmission } from './submission/act-on-submission.ts';
import { loadSubmissionPast } from './follow-up/answer-changes.ts';
import { answerProposals, answerPreview } from './round/answer-proposals.ts';
import { answerWork } from './submission/answer-work.ts';
import * as contract from './contract.ts';
import { countStates, findDuty, listFrameworkTitles, listMembers } from './round/round-reads.ts';
import { actOnRound, createRound, extendRound, type RoundWriter } from './round/round-service.ts';
import { findRound, listRounds } from './round/round-store.ts';
import { roundDetailView, roundView } from './round/round-views.ts';
import { putAnswers, putDecisions } from './submission/save-answers.ts';
import { loadSubmissionRecord } from './submission/submission-record.ts';
import { findSubmission, listSteps } from './submission/submission-store.ts';
import { accountsOfForm, submissionView } from './submission/submission-view.ts';

const answerRound = async ({ db, actor, clock }: RequestContext, id: string) => {
  const round = await findRound(db, id);
  if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: id });
  const framework = await findFrameworkVersion(db, round.framework, round.frameworkVersion);
  const members = await listMembers(db, id);
  const duty = round.dutyId === null ? undefined : await findDuty(db, round.dutyId);
  return roundDetailView({ round, framework, members, duty }, actor, clock.today());
};

const answerForm = async ({ db, actor, clock }: RequestContext, id: string) => {
  const submission = await findSubmission(db, id);
  // To whom it is out of reach it is not there: guessing ids tells nothing.
  if (!submission || !can(actor, 'submission.read', submission)) {
    return refuse('record.not-found', { kind: 'submission', code: id });
  }
  const record = await loadSubmissionRecord(db, submission);
  const steps = await listSteps(db, id);
  const names = await listAccountNames(db, accountsOfForm(record, steps));
  const past = await loadSubmissionPast(db, submission);
  return submissionView(record, steps, { actor, today: clock.today(), names, past });
};

const writing = async <Answer>(
  { db, clock, actor, caller }: RequestContext,
  write: (writer: RoundWriter) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> => (actor ? write({ db, clock, actor, caller }) : refuse('session.required'));

/** Reporting rounds, what each person must do in them, forms, appraisal. */
export const collectionRoutes: readonly HandledRoute[] = [
  handle(contract.listRounds, async (_input, { db, actor }) => {
    const rounds = await listRounds(db);
    const ids = rounds.map(({ id }) => id);
    const counts = await countStates(db, ids);
    const frameworks = await listFrameworkTitles(db, ids);
    const items = rounds.map((round) => roundView(round, frameworks.get(round.id), counts));
    return { items, total: items.length, mayWrite: can(actor, 'round.write') };
  }),
  handle(contract.getRound, ({ params }, context) => answerRound(context, params.id)),
  handle(contract.listRoundProposals, ({ query }, { db }) => answerProposals(db, query.year)),
  handle(contract.previewRound, ({ query }, { db, clock }) =>
    answerPreview(db, query.framework, { day: plainDate(query.day), today: clock.today() }),
  ),
  handle(contract.createRound, async ({ body }, context) => {
    const id = await writing(context, (writer) => createRound(writer, body));
    return isRefusal(id) ? id : { id };
  }),
  handle(contract.actOnRound, async ({ params, body }, context) => {
    const refused = await writing(context, (writer) => actOnRound(writer, params.id, body));
    return refused ?? answerRound(context, params.id);
  }),
  handle(contract.extendRound, async ({ params, body }, context) => {
    const refused = await writing(context, (writer) => extendRound(writer, params.id, body));
    return refused ?? answerRound(context, params.id);
  }),
  handle(contract.listWork, async (_input, { db, actor, clock }) => {
    const items = await answerWork(db, actor, clock.today());
    return { items: [...items], total: items.length };
  }),
  handle(contract.getSubmission, ({ params }, context) => answerForm(context, params.id)),
  handle(contract.putAnswers, ({ params, body }, context) =>
    writing(context, (writer) => putAnswers(writer, params.id, body.answers, body.writeId)),
  ),
  handle(contract.putDecisions, ({ params, body }, context) =>
    writing(context, (writer) => putDecisions(writer, params.id, body.decisions, body.writeId)),
  ),
  handle(contract.actOnSubmission, async ({ params, body }, context) => {
    const refused = await writing(context, (writer) => actOnSubmission(writer, params.id, body));
    return refused ?? answerForm(context, params.id);
  }),
];
