import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getContents } from './contents-reads.ts';
import {
  getDocument,
  getDocumentContents,
  getDocumentText,
  getPlanItem,
  listDocuments,
  listGaps,
  listProjects,
  listTargets,
  listTasks,
} from './contract.ts';
import { findDocumentView, findSource, hasDocument, listDocumentRows } from './document-reads.ts';
import { listItems, listTasks as listTaskPage } from './item-list.ts';
import { getItemView } from './item-view.ts';

/** Documents and what they say: targets, tasks, projects, gaps, and everything else printed in them. */
export const planRoutes: readonly HandledRoute[] = [
  handle(listDocuments, async (_input, { db }) => {
    const items = [...(await listDocumentRows(db))];
    return { items, total: items.length };
  }),
  handle(getDocument, async ({ params: { id } }, { db }) => {
    const document = await findDocumentView(db, id);
    return document ?? refuse('record.not-found', { id });
  }),
  handle(getDocumentText, async ({ params: { id } }, { db }) => {
    const source = await findSource(db, id);
    if (source) {
      return { fileName: source.file_name, sha256: source.sha256, lines: source.source_text.split('\n') };
    }
    return refuse((await hasDocument(db, id)) ? 'document.text-not-imported' : 'record.not-found', { id });
  }),
  handle(getDocumentContents, async ({ params: { id } }, { db }) =>
    (await hasDocument(db, id)) ? getContents(db, id) : refuse('record.not-found', { id }),
  ),
  handle(listTargets, ({ query }, { db, clock }) => listItems(db, clock.today(), 'target', query)),
  handle(listTasks, ({ query }, { db, clock }) => listTaskPage(db, clock.today(), query)),
  handle(listProjects, ({ query }, { db, clock }) => listItems(db, clock.today(), 'project', query)),
  handle(listGaps, ({ query }, { db, clock }) => listItems(db, clock.today(), 'gap', query)),
  handle(getPlanItem, ({ params: { id } }, { db, clock }) => getItemView(db, clock.today(), id)),
];
