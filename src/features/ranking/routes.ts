import { permittedActions } from '#core/access/access.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { answerLeague, answerLeagues } from './answer-league.ts';
import { answerLeagueAudit } from './answer-audit.ts';
import { getLeague, getLeagueAudit, listLeagues } from './contract.ts';

/** Leagues and the ranks in them. */
export const rankingRoutes: readonly HandledRoute[] = [
  handle(listLeagues, async (_input, { db }) => {
    const items = [...(await answerLeagues(db))];
    return { items, total: items.length };
  }),
  handle(getLeague, ({ params, query }, { db, actor }) =>
    answerLeague(db, { ...query, framework: params.framework }, permittedActions(actor)),
  ),
  handle(getLeagueAudit, ({ params }, { db, rankingAuditor }) =>
    answerLeagueAudit(db, params.framework, rankingAuditor),
  ),
];
