import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getOverview } from './contract.ts';
import { loadOverview } from './overview.ts';

/** The first page. */
export const overviewRoutes: readonly HandledRoute[] = [
  handle(getOverview, (_input, { db, clock }) => loadOverview(db, clock.today())),
];
