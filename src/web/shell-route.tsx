import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  isRedirect,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { toProblem } from './api/problem-error.ts';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { Root } from './layout/Root.tsx';
import { Shell } from './layout/Shell.tsx';
import { validateShellSearch } from './search-params.ts';
import { sessionQuery, systemQuery } from './session/session.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** Above every page: the client of the server's data. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
});

/** The first page. */
export const overviewPage = lazyPage(() => import('#features/overview/web/OverviewPage.tsx'));

/** The pages that need a session, within navigation and search. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: validateShellSearch,
  search: { middlewares: [retainSearchParams(['nam'])] },
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    // The first page is fetched beside the session instead of after it: it is what most people wait for.
    if (location.pathname === '/') void overviewPage.preload?.();
    try {
      const [{ pendingStep }] = await Promise.all([
        context.queryClient.query({ ...sessionQuery, staleTime: 'static' }),
        context.queryClient.query({ ...systemQuery, staleTime: 'static' }),
      ]);
      if (pendingStep !== null) redirect({ to: '/thiet-lap-tai-khoan', throw: true });
    } catch (error) {
      if (isRedirect(error) || toProblem(error).code !== 'session.required') throw error;
      redirect({ to: '/dang-nhap', search: { 'tro-lai': location.href }, throw: true });
    }
  },
});
