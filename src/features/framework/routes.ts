import { v7 as newId } from 'uuid';
import { can } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { compareVersions } from './compare.ts';
import {
  changeFrameworkState,
  cloneFramework,
  createFramework,
  compareFrameworks,
  editFramework,
  exportFramework,
  type FrameworkView,
  getFramework,
  importFramework,
  listFrameworks,
} from './contract.ts';
import { writeFrameworkFile } from './framework-file.ts';
import {
  changeFrameworkState as changeState,
  cloneFramework as clone,
  createFramework as create,
  editFramework as edit,
  type FrameworkChange,
  importFramework as take,
} from './service.ts';
import type { FrameworkKey } from './store.ts';
import { findFrameworkVersion, listFrameworkRows, viewFramework } from './views.ts';

const changeOf = ({ db, clock, actor, caller }: RequestContext): FrameworkChange => ({
  ...{ db, clock, caller },
  accountId: actor?.accountId ?? null,
});

const viewAfter = (
  changed: FrameworkKey | Refusal,
  { db, actor }: RequestContext,
): Promise<FrameworkView | Refusal> | Refusal =>
  isRefusal(changed) ? changed : viewFramework(db, changed, actor);

const rowOf = async (key: FrameworkKey, { db }: RequestContext) => {
  const found = await findFrameworkVersion(db, key);
  return isRefusal(found) ? found : found.row;
};

/** Frameworks as data: versions, files, drafts, comparison. */
export const frameworkRoutes: readonly HandledRoute[] = [
  handle(listFrameworks, async (_input, { db, actor }) => {
    const items = [...(await listFrameworkRows(db))];
    return { items, total: items.length, mayWrite: can(actor, 'framework.write') };
  }),
  handle(getFramework, ({ params }, { db, actor }) => viewFramework(db, params, actor)),
  handle(exportFramework, async ({ params, query }, { db }) => {
    const found = await findFrameworkVersion(db, params);
    return isRefusal(found) ? found : writeFrameworkFile(found.framework, query.format, query.language);
  }),
  handle(compareFrameworks, ({ params, query }, { db }) =>
    compareVersions(db, { code: query.beforeCode, version: query.beforeVersion }, params),
  ),
  handle(importFramework, async ({ file }, context) => {
    if (!file) return refuse('file.missing');
    const framework = await context.frameworkReader.read({ file }, context.watchClient());
    if (isRefusal(framework)) return framework;
    const { repeated, ...key } = await take(changeOf(context), framework, newId());
    const row = await rowOf(key, context);
    return isRefusal(row) ? row : { row, repeated };
  }),
  handle(createFramework, async ({ body }, context) => {
    const created = await create(changeOf(context), body);
    return isRefusal(created) ? created : rowOf(created, context);
  }),
  handle(cloneFramework, async ({ params, body }, context) => {
    const cloned = await clone(changeOf(context), params, body);
    return isRefusal(cloned) ? cloned : rowOf(cloned, context);
  }),
  handle(editFramework, async ({ params, body }, context) =>
    viewAfter(await edit(changeOf(context), params, body), context),
  ),
  handle(changeFrameworkState, async ({ params, body }, context) =>
    viewAfter(await changeState(changeOf(context), params, body), context),
  ),
];
