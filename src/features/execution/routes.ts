import { can, findReach } from '#core/access/access.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { listCommitteeMembers } from '#server/registers/committee-areas.ts';
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
    const today = clock.today();
    await refreshTaskStandings(db, today);
    return {
      ...(await listChoices(db, {
        read: findReach(actor, 'execution.read'),
        report: findReach(actor, 'execution.report'),
      })),
      members: (await listCommitteeMembers(db, today, actor?.accountId)).filter(({ id }) =>
        can(actor, 'steering-committee.read', { committeeMemberId: id }),
      ),
    };
  }),
];
