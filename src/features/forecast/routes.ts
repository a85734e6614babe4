import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getForecast } from './contract.ts';
import { answerForecast } from './service.ts';

/** Where the index is going. */
export const forecastRoutes: readonly HandledRoute[] = [
  handle(getForecast, ({ query }, { db }) => answerForecast(db, query)),
];
