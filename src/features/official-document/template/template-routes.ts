import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { templateFieldsOf, type TemplateFields } from '#core/report/template/template-fields.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import {
  admitPlace,
  answerPlace,
  answerPreview,
  answerStarter,
  answerTemplateFile,
} from './answer-templates.ts';
import { chooseTemplate as choose, keepTemplate } from './change-templates.ts';
import {
  chooseTemplate,
  getTemplateFile,
  getTemplatePreview,
  getTemplates,
  getTemplateStarter,
  uploadTemplate,
} from './template-contract.ts';

interface FieldTree {
  readonly texts: string[];
  readonly lists: Record<string, FieldTree>;
}

const treeOf = ({ texts, lists }: TemplateFields): FieldTree => ({
  texts: [...texts],
  lists: Object.fromEntries(Object.entries(lists).map(([name, inner]) => [name, treeOf(inner)])),
});

/** Templates of offices for their official documents: listed, begun from the delivered layout, uploaded, tried and chosen. */
export const documentTemplateRoutes: readonly HandledRoute[] = [
  handle(getTemplates, async ({ query }, { db, actor }) => {
    const place = admitPlace(actor, query);
    if (isRefusal(place)) return place;
    const view = await answerPlace(db, place);
    return isRefusal(view) ? view : { ...view, fields: treeOf(templateFieldsOf(place.kind)) };
  }),
  handle(getTemplateStarter, ({ query }, { db, actor, documentRenderer }) => {
    const place = admitPlace(actor, query);
    return isRefusal(place) ? Promise.resolve(place) : answerStarter({ db, documentRenderer }, place);
  }),
  handle(uploadTemplate, async ({ query, file }, { db, clock, actor, caller, documentRenderer }) => {
    if (!actor) return refuse('session.required');
    const place = admitPlace(actor, query);
    if (isRefusal(place)) return place;
    if (!file) return refuse('file.missing');
    const { name, writeId } = query;
    const change = { db, clock, actor, caller };
    const refusal = await keepTemplate(change, documentRenderer, place, { name, writeId, file });
    return refusal ?? answerPlace(db, place);
  }),
  handle(chooseTemplate, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const place = admitPlace(actor, body);
    if (isRefusal(place)) return place;
    return (await choose({ db, clock, actor, caller }, place, body)) ?? answerPlace(db, place);
  }),
  handle(getTemplateFile, ({ params }, { db, actor }) => answerTemplateFile(db, actor, params.id)),
  handle(getTemplatePreview, ({ params, query }, { db, actor, documentRenderer, watchClient }) =>
    answerPreview({ db, actor, documentRenderer, unwanted: watchClient() }, params.id, query.paper),
  ),
];
