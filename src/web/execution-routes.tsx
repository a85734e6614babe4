import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { validatePlainSearch } from './search-params.ts';
import { shellRoute } from './shell-route.tsx';

const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhiem-vu',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/execution/web/TasksPage.tsx')),
});

const taskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/nhiem-vu/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/execution/web/TaskPage.tsx')),
});

/** The addresses of tasks by their states. */
export const executionRoutes = [tasksRoute, taskRoute] as const;
