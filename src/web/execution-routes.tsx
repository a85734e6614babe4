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

const weekRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tuan-cua-co-quan',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/work-plan/web/WeekPage.tsx')),
});

const areasRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/linh-vuc-phu-trach',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/steering-committee/web/CommitteePage.tsx')),
});

const areaRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/linh-vuc-phu-trach/$id',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/steering-committee/web/AreaPage.tsx')),
});

const difficultiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kho-khan',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/difficulty/web/DifficultiesPage.tsx')),
});

const raiseDifficultyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kho-khan/moi',
  validateSearch: validatePlainSearch,
  component: lazyPage(() => import('#features/difficulty/web/RaisePage.tsx')),
});

const difficultyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kho-khan/$id',
  component: lazyPage(() => import('#features/difficulty/web/DifficultyPage.tsx')),
});

/** The addresses of tasks by their states, of areas of the steering committee, and of what hinders tasks. */
export const executionRoutes = [
  tasksRoute,
  taskRoute,
  weekRoute,
  areasRoute,
  areaRoute,
  difficultiesRoute,
  raiseDifficultyRoute,
  difficultyRoute,
] as const;
