import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import {
  answerChoices,
  answerPaper,
  answerPaperFile,
  answerPapers,
  answerPaperView,
} from './answer-papers.ts';
import { getPaper, getPaperFile, listPaperChoices, listPapers, makePaper } from './contract.ts';
import { makeOfficialPaper } from './make-paper.ts';

/** Official documents: made, listed, looked at and taken out as files. */
export const officialDocumentRoutes: readonly HandledRoute[] = [
  handle(listPapers, (_, { db, actor }) => answerPapers(db, actor)),
  handle(listPaperChoices, (_, { db, actor, clock }) => answerChoices(db, actor, clock.today())),
  handle(makePaper, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const made = await makeOfficialPaper({ db, clock, actor, caller }, body);
    return isRefusal(made) ? made : answerPaper(db, made.id);
  }),
  handle(getPaper, ({ params }, { db, actor }) => answerPaperView(db, actor, params.id)),
  handle(getPaperFile, ({ params, query }, { db, actor, documentRenderer }) =>
    answerPaperFile({ db, actor, documentRenderer }, params.id, query.format),
  ),
];
