import { accountRoutes } from '#features/account/routes.ts';
import { systemRoutes } from '#features/system/routes.ts';
import type { HandledRoute } from '#server/http/handler.ts';

/** All routes of the product: the one place where the server knows its features. */
export const routes: readonly HandledRoute[] = [...systemRoutes, ...accountRoutes];

export { findActor } from '#features/account/session.ts';
export { demonstrationAccounts } from '#features/account/demonstration.ts';
export { ensureDemonstrationAccounts } from '#features/account/service.ts';
