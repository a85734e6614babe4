import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getHealth, getSystem } from './contract.ts';

/** Whether the system works, and what kind of installation it is. */
export const systemRoutes: readonly HandledRoute[] = [
  handle(getHealth, async (_input, { isDatabaseReady, installation: { version } }) =>
    (await isDatabaseReady())
      ? { status: 'ok' as const, version, database: 'ready' as const }
      : refuse('server.unavailable', { version, database: 'unreachable' }),
  ),
  handle(getSystem, (_input, { installation, authentication: { singleSignOn } }) =>
    Promise.resolve({ ...installation, singleSignOn: singleSignOn ? { name: singleSignOn.name } : null }),
  ),
];
