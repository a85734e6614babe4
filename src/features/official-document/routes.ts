import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { answerChoices, answerPaper, answerPapers, answerPaperView } from './answer-papers.ts';
import {
  getPaper,
  getPaperFile,
  issuePaper,
  listPaperChoices,
  listPapers,
  makePaper,
  startPaper,
  startPaperFile,
} from './contract.ts';
import { issuePaper as issue } from './issue-paper.ts';
import { makePaperAtOnce } from './make-paper.ts';
import { answerPaperFile } from './paper-files.ts';
import { startPaperFile as startFile, startPaper as start } from './paper-jobs.ts';

/** Official documents: made, issued, listed, looked at and taken out as files. */
export const officialDocumentRoutes: readonly HandledRoute[] = [
  handle(listPapers, (_, { db, actor }) => answerPapers(db, actor)),
  handle(listPaperChoices, (_, { db, actor, clock }) => answerChoices(db, actor, clock.today())),
  handle(makePaper, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const made = await makePaperAtOnce({ db, clock, actor, caller }, body);
    return isRefusal(made) ? made : answerPaper(db, made.id);
  }),
  handle(startPaper, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const started = await start({ db, clock, actor, caller }, body);
    return isRefusal(started) ? started : { job: { id: started } };
  }),
  handle(getPaper, ({ params }, { db, actor }) => answerPaperView(db, actor, params.id)),
  handle(issuePaper, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const issued = await issue({ db, clock, actor, caller }, params.id, body);
    return isRefusal(issued) ? issued : answerPaperView(db, actor, params.id);
  }),
  handle(getPaperFile, ({ params, query }, { db, actor, documentRenderer, watchClient }) =>
    answerPaperFile({ db, actor, documentRenderer, unwanted: watchClient() }, params.id, query),
  ),
  handle(startPaperFile, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const started = await startFile({ db, clock, actor, caller }, params.id, {
      ...{ format: body.format, version: body.rendering },
    });
    return isRefusal(started) ? started : { job: { id: started } };
  }),
];
