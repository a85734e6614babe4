import { handle, type HandledRoute } from '#server/http/handler.ts';
import * as contract from './purpose-contract.ts';
import { writerOf } from './task-routes.ts';
import { answerPurposeChoices, answerPurposes, decidePurpose } from './task-purposes.ts';

/** What tasks serve. */
export const taskPurposeRoutes: readonly HandledRoute[] = [
  handle(contract.getTaskPurposes, ({ params: { id } }, context) => answerPurposes(context, id)),
  handle(
    contract.decideTaskPurpose,
    async ({ params: { id }, body }, context) =>
      (await decidePurpose(writerOf(context), id, body)) ?? answerPurposes(context, id),
  ),
  handle(contract.listPurposeChoices, ({ query }, { db }) => answerPurposeChoices(db, query)),
];
