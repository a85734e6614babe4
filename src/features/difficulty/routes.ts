import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { answerDifficulties, answerStatistics, viewDifficulty } from './answer-difficulties.ts';
import * as contract from './contract.ts';
import {
  addOwnEvidence,
  addOwnEvidenceFile,
  answerDifficultyFile,
  answerOwnEvidence,
  answerOwnFile,
} from './evidence.ts';
import * as writes from './write-contract.ts';
import { type DifficultyWriter, makeMove, raiseNewDifficulty, type WantedMove } from './write-difficulty.ts';

/** The HTTP layer has refused whoever is not signed in. */
const writerOf = ({ db, clock, actor, caller }: RequestContext): DifficultyWriter => {
  if (!actor) throw new Error('A write without an actor');
  return { db, clock, actor, caller };
};

const move = async (
  context: RequestContext,
  id: string,
  { dueDay, ...wanted }: Omit<WantedMove, 'dueDay'> & { readonly dueDay?: string },
): Promise<contract.DifficultyView | Refusal> =>
  (await makeMove(writerOf(context), id, {
    ...wanted,
    ...(dueDay !== undefined && { dueDay: plainDate(dueDay) }),
  })) ?? viewDifficulty(context, id);

const evidenceList = (context: RequestContext, organization: string, added: string | null) =>
  answerOwnEvidence(context, organization, { added, limitBytes: context.evidenceFiles.limitBytes });

/** Difficulties: raised, answered, passed on, forwarded, settled, counted. */
export const difficultyRoutes: readonly HandledRoute[] = [
  handle(contract.listDifficulties, ({ query }, context) => answerDifficulties(context, query)),
  handle(contract.getDifficultyStatistics, ({ query }, context) => answerStatistics(context, query)),
  handle(contract.getDifficulty, ({ params }, context) => viewDifficulty(context, params.id)),
  handle(writes.raiseDifficulty, async ({ body }, context) => {
    const id = await raiseNewDifficulty(writerOf(context), { ...body, dueDay: plainDate(body.dueDay) });
    return isRefusal(id) ? id : viewDifficulty(context, id);
  }),
  handle(writes.answerDifficulty, ({ params, body }, context) => move(context, params.id, body)),
  handle(writes.ruleOnDifficulty, ({ params, body }, context) =>
    move(context, params.id, { ...body, move: 'rule' }),
  ),
  handle(writes.directDifficulty, ({ params, body }, context) => move(context, params.id, body)),
  handle(writes.replyToDifficulty, ({ params, body }, context) => move(context, params.id, body)),
  handle(writes.listOwnEvidence, ({ params }, context) => evidenceList(context, params.organization, null)),
  handle(writes.addOwnEvidenceFile, async ({ params: { organization }, query, file }, context) => {
    if (!file) return refuse('file.missing');
    const upload = { ...file, writeId: query.writeId };
    const added = await addOwnEvidenceFile(writerOf(context), context.evidenceFiles, organization, upload);
    return isRefusal(added) ? added : evidenceList(context, organization, added);
  }),
  handle(writes.addOwnEvidenceReference, async ({ params: { organization }, body }, context) => {
    const added = await addOwnEvidence(writerOf(context), organization, body.reference, body.writeId);
    return isRefusal(added) ? added : evidenceList(context, organization, added);
  }),
  handle(writes.getOwnEvidenceFile, ({ params }, context) =>
    answerOwnFile(context, context.evidenceFiles, params),
  ),
  handle(writes.getDifficultyFile, ({ params }, { db, actor, clock, evidenceFiles }) =>
    answerDifficultyFile({ db, actor, today: clock.today() }, evidenceFiles, params),
  ),
];
