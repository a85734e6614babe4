import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { ROUND_ACTIONS } from '#core/submission/reporting-round.ts';
import { SUBMISSION_ACTIONS } from '#core/submission/submission-state.ts';
import { route } from '#contract/route.ts';
import { OrganizationName, RoundDetail, RoundInput, RoundSummary } from '#contract/reporting-round.ts';
import { PlainDateText } from '#contract/schemas.ts';
import { AnswerInput, DecisionInput, SavedAnswers, SubmissionForm, WorkItem } from '#contract/submission.ts';

const Id = z.object({ id: z.uuid() });

export const listRounds = route({
  method: 'GET',
  path: '/reporting-rounds',
  operationId: 'listReportingRounds',
  summary: 'All reporting rounds, the latest due day first',
  access: 'round.read',
  response: z
    .object({ items: z.array(RoundSummary), total: z.number().int(), mayWrite: z.boolean() })
    .meta({ id: 'ReportingRoundList' }),
  since: '0.1.0',
});

export const getRound = route({
  method: 'GET',
  path: '/reporting-rounds/:id',
  operationId: 'getReportingRound',
  summary: 'One round with every organization that it asks, by state, and what may be done with it',
  access: 'round.read',
  params: Id,
  response: RoundDetail,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** A reporting duty of a plan, as a round could fulfil it. */
export const RoundProposal = z
  .object({
    dutyId: z.uuid(),
    text: z.string(),
    document: z.string(),
    dateAsWritten: z.string(),
    /** For which years the plan means it, in its words. */
    validFor: z.string().nullable(),
    period: z.string(),
    dueDay: PlainDateText,
    dueBefore: z.boolean(),
    remindDay: PlainDateText,
    lateAfterDay: PlainDateText,
  })
  .meta({ id: 'RoundProposal' });
export type RoundProposal = z.infer<typeof RoundProposal>;

export const listRoundProposals = route({
  method: 'GET',
  path: '/reporting-round-proposals',
  operationId: 'listReportingRoundProposals',
  summary: 'Rounds that the reporting duties of the registered plans ask for in a year',
  access: 'round.write',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  response: z
    .object({ items: z.array(RoundProposal), total: z.number().int() })
    .meta({ id: 'RoundProposalList' }),
  since: '0.1.0',
});

export const previewRound = route({
  method: 'GET',
  path: '/reporting-round-preview',
  operationId: 'previewReportingRound',
  summary: 'Whom a round on a framework would ask for how many items',
  access: 'round.write',
  query: z.object({ framework: z.string().max(60), day: PlainDateText }),
  response: z
    .object({
      organizations: z.array(OrganizationName.extend({ kind: z.string(), items: z.number().int() })),
      items: z.array(
        z.object({
          code: z.string(),
          name: z.object({ vi: z.string(), en: z.string() }),
          indicator: z.string(),
        }),
      ),
      /** Documents with open tasks, and how many of them each organization would be asked about. */
      plans: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          tasks: z.number().int(),
          organizations: z.array(OrganizationName.extend({ kind: z.string(), tasks: z.number().int() })),
        }),
      ),
    })
    .meta({ id: 'RoundPreview' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const createRound = route({
  method: 'POST',
  path: '/reporting-rounds',
  operationId: 'createReportingRound',
  summary: 'Prepare a round; it asks nobody until it is opened',
  access: 'round.write',
  body: RoundInput,
  response: z.object({ id: z.uuid() }).meta({ id: 'CreatedReportingRound' }),
  refusals: ['record.not-found', 'round.nobody-asked', 'round.lock-before-due', 'edit.conflict'],
  since: '0.1.0',
});

export const actOnRound = route({
  method: 'POST',
  path: '/reporting-rounds/:id/actions',
  operationId: 'actOnReportingRound',
  summary: 'Open, lock, unlock, publish or cancel a round',
  access: 'round.write',
  params: Id,
  body: z.object({
    action: z.enum(ROUND_ACTIONS).exclude(['extend']),
    version: z.number().int().min(1),
    writeId: z.uuid(),
  }),
  response: RoundDetail,
  refusals: ['record.not-found', 'edit.conflict', 'round.wrong-state', 'access.denied'],
  since: '0.1.0',
});

export const extendRound = route({
  method: 'POST',
  path: '/reporting-rounds/:id/extensions',
  operationId: 'extendReportingRound',
  summary: 'Let one organization send figures until a later day',
  access: 'round.write',
  params: Id,
  body: z.object({
    organization: z.string().max(40),
    until: PlainDateText,
    reason: z.string().max(1000).regex(SAYS_SOMETHING),
    writeId: z.uuid(),
  }),
  response: RoundDetail,
  refusals: ['record.not-found', 'round.wrong-state', 'access.denied', 'edit.conflict'],
  since: '0.1.0',
});

export const listWork = route({
  method: 'GET',
  path: '/work',
  operationId: 'listWork',
  summary: 'What the signed-in person must do in open rounds, by deadline',
  access: 'submission.read',
  response: z.object({ items: z.array(WorkItem), total: z.number().int() }).meta({ id: 'WorkList' }),
  since: '0.1.0',
});

export const getSubmission = route({
  method: 'GET',
  path: '/submissions/:id',
  operationId: 'getSubmission',
  summary: 'The form of one organization in one round, with what is known, found and permitted',
  access: 'submission.read',
  params: Id,
  response: SubmissionForm,
  refusals: ['record.not-found', 'access.denied'],
  since: '0.1.0',
});

export const putAnswers = route({
  method: 'PUT',
  path: '/submissions/:id/answers',
  operationId: 'putAnswers',
  summary: 'Save figures of a draft; each is saved or refused by itself, and a retry saves nothing twice',
  access: 'submission.write',
  params: Id,
  body: z.object({ answers: z.array(AnswerInput).min(1).max(500), writeId: z.uuid() }),
  response: SavedAnswers,
  refusals: ['record.not-found', 'access.denied', 'submission.wrong-state', 'round.closed'],
  since: '0.1.0',
});

export const putDecisions = route({
  method: 'PUT',
  path: '/submissions/:id/decisions',
  operationId: 'putDecisions',
  summary: 'Accept, correct or return answers; each is decided or refused by itself',
  access: 'submission.appraise',
  params: Id,
  body: z.object({ decisions: z.array(DecisionInput).min(1).max(500), writeId: z.uuid() }),
  response: SavedAnswers,
  refusals: ['record.not-found', 'access.denied', 'submission.wrong-state'],
  since: '0.1.0',
});

export const actOnSubmission = route({
  method: 'POST',
  path: '/submissions/:id/actions',
  operationId: 'actOnSubmission',
  summary: 'Move a submission on: make ready, sign, withdraw, return, accept, reopen',
  access: 'submission.read',
  params: Id,
  body: z.object({
    action: z.enum(SUBMISSION_ACTIONS),
    reason: z.string().max(2000).nullable(),
    version: z.number().int().min(1),
    /** What was seen of the answers: asked for when they are signed or accepted, see `answersVersionOf`. */
    answersVersion: z.number().int().min(0).optional(),
    writeId: z.uuid(),
  }),
  response: SubmissionForm,
  refusals: [
    'record.not-found',
    'access.denied',
    'edit.conflict',
    'round.closed',
    'round.wrong-state',
    'submission.wrong-state',
    'submission.reason-required',
    'submission.incomplete',
    'submission.undecided',
    'submission.same-appraiser',
  ],
  since: '0.1.0',
});
