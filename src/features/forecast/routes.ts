import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getForecast, listPeriodFigures, listPeriodValueHistory, putPeriodValue } from './contract.ts';
import { enterFigure } from './enter-figure.ts';
import { answerFigure, answerFigureHistory, answerFigures } from './figure-view.ts';
import { answerForecast } from './service.ts';

/** Where the index is going, and the figures by quarter that this follows from. */
export const forecastRoutes: readonly HandledRoute[] = [
  handle(getForecast, ({ query }, { db }) => answerForecast(db, query)),
  handle(listPeriodFigures, ({ query }, { db, clock }) => answerFigures(db, query, clock.today())),
  handle(putPeriodValue, async ({ params, body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const entry = { db, clock, accountId: actor.accountId, caller };
    const figure = await enterFigure(entry, params.item, body);
    return isRefusal(figure) ? figure : answerFigure(db, figure);
  }),
  handle(listPeriodValueHistory, ({ params, query }, { db }) => answerFigureHistory(db, query, params.item)),
];
