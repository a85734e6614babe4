import { findReach } from '#core/access/access.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import { answerBoard, answerSchedule, answerStates } from './answer-board.ts';
import { listChoices } from './choice-reads.ts';
import * as contract from './contract.ts';

/** Tasks by their state: board, table, calendar, timeline. */
export const executionRoutes: readonly HandledRoute[] = [
  handle(contract.getTaskBoard, ({ query }, context) => answerBoard(context, query)),
  handle(contract.listTaskStates, ({ query }, context) => answerStates(context, query)),
  handle(contract.getTaskSchedule, ({ query }, context) => answerSchedule(context, query)),
  handle(contract.listExecutionChoices, async (_input, { db, actor, clock }) => {
    await refreshTaskStandings(db, clock.today());
    return listChoices(db, findReach(actor, 'execution.read'));
  }),
];
