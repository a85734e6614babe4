import { lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { getSystem } from '#features/system/contract.ts';
import { call } from './api/call.ts';
import { waitForServer } from './api/wait-for-server.ts';

const isServerWithinReach = (): Promise<boolean> =>
  call(getSystem).then(
    () => true,
    () => false,
  );

type LoadPage = () => Promise<{ readonly default: () => ReactNode }>;

/**
 * A page that loads when it is first visited. Without a connection it comes as soon as there is one: the router would
 * reload the document instead, and lose the whole application. When the server answers but no longer has the page, a
 * newer version runs there, and the router reloads to get it.
 *
 * What pages answer is left open here: it follows from their contents, which follow from the addresses of all routes, so
 * that asking for it would make the type of the routes follow from itself.
 */
export const lazyPage = (load: () => Promise<{ readonly default: () => void }>) =>
  lazyRouteComponent(() => waitForServer(load as LoadPage, isServerWithinReach));
